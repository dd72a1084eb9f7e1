/** One template: what it does, how to set it up, and what goes into each field. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Operation } from '../../../tools/definition.ts';
import type { Start } from '../../links.ts';
import { type Pill, partsOf } from '../../pills.ts';
import type { Localized, Step, Template } from '../../schema.ts';
import { planOf } from '../../schema.ts';
import {
  appsOf,
  DASTRA,
  nameOf,
  ownEventOf,
  partnerEventOf,
  type StepField,
  textIn,
} from '../../steps.ts';
import { guidePage, homePage, templatePage } from '../addresses.ts';
import { guides, guideText, headOf, templatesIn } from '../guides.ts';
import { byHand, goals, kinds, words } from '../words.ts';
import type { Context, ShownTemplate } from './context.ts';
import type { Content } from './page.ts';
import { card, eventName, flow, glossed, happens, icon, stepsAndPlan, tile } from './parts.ts';

/** A key in words, as the editor shows the values of partners' steps: `first_name` is “First Name”. */
const humanized = (path: readonly string[]): string =>
  path
    .join(' ')
    .replace(/^COL\$/, 'Column ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[_\s]+/)
    .map((word) => (/^id$/i.test(word) ? 'ID' : word.slice(0, 1).toUpperCase() + word.slice(1)))
    .join(' ')
    .replace(/^(First|Last)name$/, '$1 Name');

/** What the editor calls the value that a pill stands for, such as “Request Number”. */
export const labelOfPill = (
  own: readonly Operation[],
  template: Template,
  { step, path }: Pill,
): string => {
  const source = template.steps[step - 1];
  const outputs = (source && ownEventOf(own, source)?.outputFields) ?? [];
  return outputs.find(({ key }) => key === path.join('__'))?.label ?? humanized(path);
};

/** A pill as the editor shows it: the step's number, and the name of the value. */
const pill = ({ own, gloss }: Context, template: Template, one: Pill): VNode => {
  const label = labelOfPill(own, template, one);
  const { app = '' } = template.steps[one.step - 1] ?? {};
  return html`<span class="pill"><span lang="en"><span class="from">${tile(app)}${one.step}.</span> ${label}</span>${glossed(gloss(label))}</span>`;
};

/** Text as it looks in a field of formatted text: its tags only set paragraphs. */
const withoutTags = (text: string) =>
  text.replace(/<\/p>\s*<p>/g, '\n').replace(/<[^>]+>/g, (tag) => (tag === '<p>' ? '\n' : ''));

const mapped = (context: Context, template: Template, text: string | Localized): VNode => {
  const parts = partsOf(withoutTags(textIn(context.language, text)).trim());
  return html`<span class="text">${parts.map((part) => (typeof part === 'string' ? context.t(part) : pill(context, template, part)))}</span>`;
};

const fixed = (context: Context, field: StepField, value: Step['fixed'][string]): VNode => {
  const { t, gloss } = context;
  if (typeof value === 'boolean')
    return html`<b lang="en">${value ? 'Yes' : 'No'}</b>${glossed(gloss(value ? 'Yes' : 'No'))}`;
  return html`${[value].flat().map((one, index) => {
    const label = field.choices[one];
    if (label === undefined) {
      // A single word or number is typed sooner than copied.
      return one.includes(' ')
        ? html`<b class="copied">${one}</b> <button type="button" data-copy hidden>${t(words.copy)}</button>`
        : html`<b>${one}</b>`;
    }
    return html`${index > 0 ? ', ' : ''}<b lang="en">${label}</b>${glossed(gloss(label))}`;
  })}`;
};

/** A field's label: ours with what it means, a partner's in our words. */
const fieldName = ({ t, gloss }: Context, step: Step, { label }: StepField): VNode =>
  step.app === DASTRA
    ? html`<span lang="en">${label.en}</span>${glossed(gloss(label.en))}`
    : html`${t(label)}`;

/** What goes into the fields of a step. */
const stepFields = (context: Context, shown: ShownTemplate, index: number): VNode => {
  const { t } = context;
  const { template, forms, start } = shown;
  const step = template.steps[index];
  if (!step) return html``;
  const form = forms[index] ?? {};
  const note = start.state === 'prefilled' ? html` <small>${t(words.filledIn)}</small>` : null;
  const valueIn = (name: string, field: StepField): VNode | undefined => {
    const [value, text] = [step.fixed[name], step.map[name]];
    if (value !== undefined) return html`${fixed(context, field, value)}${note}`;
    if (text !== undefined) return mapped(context, template, text);
    if (!step.choose.includes(name)) return undefined;
    return html`<span class="choose">${t(words.toChoose)}</span>`;
  };
  // In the order of the form.
  const rows = Object.entries(form).flatMap(([name, field]) => {
    const value = valueIn(name, field);
    return value
      ? [html`<tr><th scope="row">${fieldName(context, step, field)}</th><td>${value}</td></tr>`]
      : [];
  });
  const left = start.state === 'prefilled' && start.byHand.find((one) => one.step === index);
  const heading = `step-${index + 1}`;
  return html`
    <section class="step" aria-labelledby=${heading}>
      <h3 id=${heading}>${tile(step.app)}<span>${t(words.step)} ${index + 1}${t({ en: ': ', fr: ' : ' })}${nameOf(step.app)} <small>${eventName(context, step)} · ${t(kinds[step.kind])}</small></span></h3>
      ${left ? html`<p class="note">${t(byHand[left.holds]).replace(/^./, (letter) => letter.toUpperCase())}</p>` : null}
      ${partnerEventOf(step)?.madeByUser ? html`<p class="hint">${t(words.madeByUser)}</p>` : null}
      ${
        rows.length === 0
          ? html`<p class="hint">${t(words.noFields)}</p>`
          : html`
            <table>
              <thead class="hidden"><tr><th scope="col">${t(words.field)}</th><th scope="col">${t(words.value)}</th></tr></thead>
              <tbody>${rows}</tbody>
            </table>
          `
      }
    </section>
  `;
};

const opens = (start: Start): Localized =>
  ({
    published: words.opensPublished,
    prefilled: words.opensPrefilled,
    missing: words.opensByHand,
  })[start.state];

/** Keys and codes, for those who make the template in Zapier's own form. */
const raw = ({ t, language }: Context, { template, forms }: ShownTemplate): VNode => html`
  <details class="raw">
    <summary>${t(words.raw)}</summary>
    <p>${t(words.rawNote)}</p>
    ${template.steps.map(
      (step, index) => html`
        <h3>${index + 1}. ${nameOf(step.app)} <code>${step.key ?? '?'}</code></h3>
        <dl>
          ${[
            ...Object.entries(step.fixed),
            ...step.choose.map((name) => [name, ''] as const),
            ...Object.entries(step.map),
          ].map(
            ([name, value]) => html`
              <dt><code>${forms[index]?.[name]?.key ?? '?'}</code></dt>
              <dd><code>${value === '' ? '–' : typeof value === 'object' && 'en' in value ? textIn(language, value) : String(value)}</code></dd>
            `,
          )}
        </dl>
      `,
    )}
  </details>
`;

/** The guides that lead through a template. */
const guidesWith = ({ language }: Context, { id }: Template) =>
  guides.filter((guide) => templatesIn(guideText(language, guide)).includes(id));

/** Templates with the same goal first, then those with the same partner or beginning. */
const relatedTo = ({ templates }: Context, template: Template): ShownTemplate[] => {
  const partners = appsOf(template).filter((app) => app !== DASTRA);
  const closeness = (other: Template) =>
    (other.goal === template.goal ? 2 : 0) +
    (other.steps.some(({ app }) => partners.includes(app)) ? 1 : 0) +
    (other.steps[0]?.key === template.steps[0]?.key ? 0.5 : 0);
  return templates
    .filter((other) => other.template.id !== template.id && closeness(other.template) > 0)
    .sort((one, other) => closeness(other.template) - closeness(one.template))
    .slice(0, 3);
};

export const templatePageOf = (context: Context, shown: ShownTemplate): Content => {
  const { t, to, language } = context;
  const { template, start } = shown;
  const { id, steps } = template;
  const title = t(template.title);
  const related = relatedTo(context, template);
  const others = appsOf(template).filter((app) => app !== DASTRA);
  const names = ['Dastra', ...others.map(nameOf)];
  const list = new Intl.ListFormat(language).format(names);
  return {
    title: `${title} – Dastra × Zapier`,
    description: t(template.description),
    pages: { en: templatePage('en', id), fr: templatePage('fr', id) },
    picture: id,
    apps: [...appsOf(template), ...related.flatMap((one) => appsOf(one.template))],
    data: {
      '@context': 'https://schema.org',
      '@type': 'HowTo',
      name: title,
      description: t(template.description),
      inLanguage: language,
      tool: [...names, 'Zapier'].map((name) => ({ '@type': 'HowToTool', name })),
      step: steps.map(({ app, does }, index) => ({
        '@type': 'HowToStep',
        position: index + 1,
        name: nameOf(app),
        text: t(does),
      })),
    },
    body: html`
      <p class="crumbs"><a href=${to(homePage(language))}>← ${t(words.home)}</a></p>
      <div class="about">
        <div>
          ${flow(template)}
          <p class="over">${t(goals[template.goal])} · ${stepsAndPlan(context, template)}</p>
          <h1>${title}</h1>
          <p class="lead">${t(template.description)}</p>
          <p class="actions">
            ${
              start.state === 'missing'
                ? null
                : html`<a class="button" href=${start.href} target="_blank" rel="noopener">${t(words.openInZapier)}${icon('out')}<span class="hidden"> ${t(words.newTab)}</span></a>`
            }
            <button type="button" class="button quiet" data-copy="link" hidden>${icon('link')}<span>${t(words.copyLink)}</span></button>
            <button type="button" class="button quiet print" data-print hidden>${icon('print')}<span>${t(words.print)}</span></button>
          </p>
        </div>
        <section class="picture" aria-labelledby="flow-title">
          <h2 id="flow-title">${t(words.flow)}</h2>
          ${happens(context, template)}
        </section>
      </div>

      <h2 class="big">${t(words.setUp)}</h2>
      <ol class="setup">
        <li><h3>${start.state === 'missing' ? t(words.stepCreate) : html`<a href=${start.href} target="_blank" rel="noopener">${t(words.stepOpen)}${icon('out')}<span class="hidden"> ${t(words.newTab)}</span></a>`}</h3><p>${t(opens(start))}${planOf(template) === 'paid' ? ` ${t(words.needsPaid)}` : ''}</p></li>
        <li><h3>${t(words.stepConnect)}</h3><p>${t(words.connect)} ${list}. ${t(words.connectDastra)}</p></li>
        <li><h3>${t(words.stepFill)}</h3><p>${t(words.fill)}</p></li>
      </ol>
      <div class="steps">${steps.map((_step, index) => stepFields(context, shown, index))}</div>

      <section class="privacy" aria-labelledby="privacy-title">
        ${icon('shield')}
        <div>
          <h2 id="privacy-title">${t(words.personalData)}</h2>
          <p>${t(template.personalData)}</p>
          <p class="hint">${t(words.personalDataZapier)}</p>
        </div>
      </section>
      ${guidesWith(context, template).map(
        (guide) =>
          html`<p class="note">${t(words.inGuide)} <a href=${to(guidePage(language, guide.id))}>${t(headOf(guideText(language, guide)).title)}</a></p>`,
      )}
      ${raw(context, shown)}
      ${
        related.length === 0
          ? null
          : html`<section class="related" aria-labelledby="related-title"><h2 class="big" id="related-title">${t(words.related)}</h2><div class="grid">${related.map((one) => card(context, one))}</div></section>`
      }
    `,
  };
};
