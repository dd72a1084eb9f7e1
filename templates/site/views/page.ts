/** What all pages share: head, header, footer. */
import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { LANGUAGES, type Language } from '../../schema.ts';
import { homePage, referencePage, socialPicture } from '../addresses.ts';
import { words } from '../words.ts';
import type { Context } from './context.ts';
import { marksSheet } from './parts.ts';

export interface Content {
  title: string;
  description: string;
  /** This page in each language. */
  pages: Record<Language, string>;
  /** The template that the page is about, if it is about one. */
  picture?: string;
  /** What the page is, for search engines. */
  data?: object;
  /** The apps whose marks the page shows. */
  apps: readonly string[];
  body: ComponentChildren;
}

/** What is to be said in both languages for a page that has none of its own. */
export const NAMES: Record<Language, string> = { en: 'English', fr: 'Français' };

const json = (data: object) => ({
  __html: JSON.stringify(data).replaceAll('<', '\\u003c'),
});

/** Tags that need a whole address: they are left out as long as the site has none. */
const absoluteTags = (context: Context, { pages, picture }: Content, base: string) => html`
  <link rel="canonical" href=${base + context.page} />
  ${LANGUAGES.map((one) => html`<link rel="alternate" hreflang=${one} href=${base + pages[one]} />`)}
  <link rel="alternate" hreflang="x-default" href=${pages.en === homePage('en') ? base : base + pages.en} />
  <meta property="og:url" content=${base + context.page} />
  <meta property="og:image" content=${base + socialPicture(context.language, picture)} />
  <meta property="og:image:width" content="1200" />
  <meta property="og:image:height" content="630" />
  <meta name="twitter:card" content="summary_large_image" />
`;

/** The parts of a head that do not depend on the page. */
export const commonHead = (to: Context['to']): VNode => html`
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width" />
  <meta name="color-scheme" content="light dark" />
  <link rel="icon" href=${to('favicon.svg')} type="image/svg+xml" />
  ${['text', 'bold'].map(
    (font) =>
      html`<link rel="preload" href=${to(`${font}.woff2`)} as="font" type="font/woff2" crossorigin />`,
  )}
  <link rel="stylesheet" href=${to('style.css')} />
`;

/** @param base the site's own address, with a slash at its end */
export const page = (context: Context, content: Content, base: string | undefined): VNode => {
  const { language, t, to } = context;
  const other = language === 'en' ? 'fr' : 'en';
  const link = (target: string, text: string) => html`
    <a href=${to(target)} aria-current=${target === context.page ? 'page' : undefined}>${text}</a>
  `;
  return html`
    <html lang=${language}>
      <head>
        ${commonHead(to)}
        <title>${content.title}</title>
        <meta name="description" content=${content.description} />
        <meta property="og:type" content="website" />
        <meta property="og:site_name" content=${t(words.site)} />
        <meta property="og:title" content=${content.title} />
        <meta property="og:description" content=${content.description} />
        <meta property="og:locale" content=${language === 'fr' ? 'fr_FR' : 'en_US'} />
        ${base === undefined ? null : absoluteTags(context, content, base)}
        ${content.data ? html`<script type="application/ld+json" dangerouslySetInnerHTML=${json(content.data)}></script>` : null}
        <script src=${to('script.js')} defer></script>
      </head>
      <body>
        <a class="skip" href="#content">${t(words.skip)}</a>
        <header class="top">
          <a class="brand" href=${to(homePage(language))}><span aria-hidden="true">D</span>Dastra × Zapier</a>
          <nav>
            ${link(homePage(language), t(words.templates))}
            ${link(referencePage(language), t(words.reference))}
            <a class="language" href=${to(content.pages[other])} lang=${other} hreflang=${other} data-language=${other}>${NAMES[other]}</a>
          </nav>
        </header>
        ${marksSheet(content.apps)}
        <main id="content" tabindex="-1">${content.body}</main>
        <footer><p>${t(words.foot)}</p></footer>
        <p id="said" role="status" class="hidden" data-copied=${t(words.copied)}></p>
      </body>
    </html>
  `;
};
