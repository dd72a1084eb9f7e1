/** A guide as a page: the little Markdown that guides are written in, with values as the editor shows them. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Template } from '../../schema.ts';
import { appsOf, DASTRA } from '../../steps.ts';
import { guidePage, homePage, templatePage } from '../addresses.ts';
import { glossOf } from '../glosses.ts';
import { type Guide, guideText, headOf, targetOf, templatesIn } from '../guides.ts';
import { words } from '../words.ts';
import type { Context } from './context.ts';
import type { Content } from './page.ts';
import { flow, happens, tile } from './parts.ts';

const INLINE = /(\*\*[^*]+\*\*|\*[^*]+\*|`[^`]+`|\[[^\]]+\]\([^)]+\))/;

/** Where the errors are listed that guides quote. */
const ERRORS = '../errors.md';

/** Turns a line into nodes; it remembers the template that was linked to last, whose values follow. */
const inlineOf = (context: Context) => {
  const { t, to, language } = context;
  let current: Template | undefined;
  const partOf = (part: string): VNode | string => {
    if (part.startsWith('**')) {
      const label = part.slice(2, -2);
      const isEditors = language === 'en' || glossOf(label) || /^(API Key|Dastra)$/.test(label);
      return html`<b lang=${isEditors ? 'en' : undefined}>${language === 'en' ? t(label) : label}</b>`;
    }
    const [, step = '', label = ''] = /^\*(\d)\. (.+)\*$/.exec(part) ?? [];
    if (step) {
      const { app = DASTRA } = current?.steps[Number(step) - 1] ?? {};
      return html`<span class="pill" lang="en"><span class="from">${tile(app)}${step}.</span> ${label}</span>`;
    }
    if (part.startsWith('*')) return html`<i lang="en">${part.slice(1, -1)}</i>`;
    if (part.startsWith('`')) return html`<code>${part.slice(1, -1)}</code>`;
    const [, text = '', href = ''] = /^\[(.+)\]\((.+)\)$/.exec(part) ?? [];
    if (!href) return t(part);
    const { template, guide } = targetOf(href);
    current = context.templates.find((one) => one.template.id === template)?.template ?? current;
    // A list for maintainers, which is no page of the site.
    if (href === ERRORS) return t(words.errorList);
    const page = template ? templatePage(language, template) : guide && guidePage(language, guide);
    return html`<a href=${page ? to(page) : href}>${t(text)}</a>`;
  };
  return (text: string) => text.split(INLINE).map(partOf);
};

type Inline = ReturnType<typeof inlineOf>;

const cellsOf = (row: string) => row.replace(/^\| | \|$/g, '').split(' | ');

const tableOf = ([head = '', , ...rows]: readonly string[], inline: Inline): VNode => html`
  <table class="guide-table">
    <thead><tr>${cellsOf(head).map((cell) => html`<th scope="col">${inline(cell)}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => {
      const [first = '', ...others] = cellsOf(row);
      return html`<tr><th scope="row">${inline(first)}</th>${others.map((cell) => html`<td>${inline(cell)}</td>`)}</tr>`;
    })}</tbody>
  </table>
`;

const blockOf = (context: Context, guide: Guide, block: string, inline: Inline): VNode => {
  const lines = block.split('\n');
  const [first = ''] = lines;
  if (first.startsWith('## ')) return html`<h2 class="big">${inline(first.slice(3))}</h2>`;
  if (first.startsWith('|')) return tableOf(lines, inline);
  if (first.startsWith('- ')) {
    return html`<ul class="dots">${lines.map((line) => html`<li>${inline(line.slice(2))}</li>`)}</ul>`;
  }
  const [, start] = /^(\d+)\. /.exec(first) ?? [];
  if (start) {
    return html`<ol class="plain" start=${start}>${lines.map((line) => html`<li>${inline(line.replace(/^\d+\. /, ''))}</li>`)}</ol>`;
  }
  const [, picture = ''] = /^!\[.+\]\(\.\.\/images\/(.+)-(?:en|fr)\.png\)$/.exec(first) ?? [];
  const id = guide.pictures[picture];
  const pictured = context.templates.find(({ template }) => template.id === id);
  // In Markdown it is a picture of this.
  if (pictured) return html`<div class="picture wide">${happens(context, pictured.template)}</div>`;
  return html`<p>${inline(block)}</p>`;
};

export const guidePageOf = (context: Context, guide: Guide): Content => {
  const { t, to, language, templates } = context;
  const text = guideText(language, guide);
  const { title, lead } = headOf(text);
  const inline = inlineOf(context);
  // Its title and its link to the other language are those of the page.
  const [, , ...blocks] = text.trim().split('\n\n');
  const ids = templatesIn(text);
  const used = templates.filter(({ template }) => ids.includes(template.id));
  return {
    title: `${t(title)} – Dastra × Zapier`,
    description: t(lead),
    pages: { en: guidePage('en', guide.id), fr: guidePage('fr', guide.id) },
    apps: used.flatMap(({ template }) => appsOf(template)),
    data: {
      '@context': 'https://schema.org',
      '@type': 'TechArticle',
      headline: t(title),
      description: t(lead),
      inLanguage: language,
    },
    body: html`
      <p class="crumbs"><a href=${to(homePage(language))}>← ${t(words.home)}</a></p>
      <div class="guide-page">
        <article class="guide">
          <p class="over">${t(words.guide)}</p>
          <h1>${t(title)}</h1>
          <p class="lead">${inline(lead)}</p>
          ${blocks.slice(1).map((block) => blockOf(context, guide, block, inline))}
        </article>
        <aside aria-labelledby="used-title">
          <h2 id="used-title">${t(words.inThisGuide)}</h2>
          <ul class="users">${used.map(({ template }) => html`<li><a href=${to(templatePage(language, template.id))}>${flow(template)}<span>${t(template.title)}</span></a></li>`)}</ul>
        </aside>
      </div>
    `,
  };
};
