/** Makes the pages of `site/`: templates to start from, and a reference of the app, in two languages. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { definition } from '../../tools/definition.ts';
import { catalogue } from '../catalogue.ts';
import { startOf } from '../links.ts';
import { LANGUAGES } from '../schema.ts';
import { fieldsOfStep } from '../steps.ts';
import {
  fileOf,
  guidePage,
  homePage,
  operationPage,
  referencePage,
  templatePage,
} from './addresses.ts';
import { guides } from './guides.ts';
import { fontFiles } from './social.ts';
import { type Context, contextOf } from './views/context.ts';
import { guidePageOf } from './views/guide.ts';
import { notFoundPage, rootPage } from './views/odd-pages.ts';
import { type Content, page } from './views/page.ts';
import { operationPageOf, referencePageOf } from './views/reference.ts';
import { templatePageOf } from './views/template.ts';
import { templatesPage } from './views/templates.ts';

const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));

const document = (root: VNode) => `<!doctype html>${renderToString(root)}`;

const style = async () => {
  const source = await readFile(pathOf('style.css'), 'utf8');
  return (await transform(source, { loader: 'css', minify: true })).code;
};

const script = async () => {
  const { outputFiles } = await build({
    entryPoints: [pathOf('browser/script.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
};

const FAVICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0b5f66"/><path d="M10 8h5a8 8 0 0 1 0 16h-5z" fill="none" stroke="#fff" stroke-width="3.2"/></svg>';

const sitemap = (pages: readonly Content['pages'][], base: string) => {
  const links = (of: Content['pages']) =>
    LANGUAGES.map(
      (one) => `<xhtml:link rel="alternate" hreflang="${one}" href="${base}${of[one]}"/>`,
    ).join('');
  const entries = pages.flatMap((of) =>
    LANGUAGES.map((one) => `<url><loc>${base}${of[one]}</loc>${links(of)}</url>`),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`;
};

export interface SiteOptions {
  /** This app in links, as `ownSelector` gives it; without it the pages explain how to go by hand. */
  selector?: string | undefined;
  /**
   * The site's own address. Search engines and chats want whole addresses: without it the pages have
   * no canonical address, no alternates and no pictures for chats, and there is no sitemap.
   */
  address?: string | undefined;
}

/** @returns what each file of the site holds, by its path; the pictures for chats are made apart */
export const buildSite = async ({
  selector,
  address,
}: SiteOptions = {}): Promise<Map<string, string | Uint8Array>> => {
  const base = address === undefined ? undefined : new URL(`${address.replace(/\/+$/, '')}/`);
  const own = definition.visible;
  const templates = catalogue.map((template) => ({
    template,
    forms: template.steps.map((step) => fieldsOfStep(own, step)),
    start: startOf(template, own, selector),
  }));
  const events = own.map((event) => ({ event, fields: event.allFields() }));

  const { text, bold } = await fontFiles();
  const files = new Map<string, string | Uint8Array>([
    ['index.html', document(rootPage())],
    ['404.html', document(notFoundPage(base?.pathname ?? '/'))],
    ['style.css', await style()],
    ['script.js', await script()],
    ['text.woff2', text],
    ['bold.woff2', bold],
    ['favicon.svg', FAVICON],
    ['robots.txt', `User-agent: *\nAllow: /\n${base ? `Sitemap: ${base.href}sitemap.xml\n` : ''}`],
  ]);
  const pages: Content['pages'][] = [];
  for (const language of LANGUAGES) {
    const add = (at: string, make: (context: Context) => Content) => {
      const context = contextOf(language, at, { own, templates });
      const content = make(context);
      files.set(fileOf(at), document(page(context, content, base?.href)));
      if (language === 'en') pages.push(content.pages);
    };
    add(homePage(language), (context) => templatesPage(context, base?.href));
    for (const shown of templates) {
      add(templatePage(language, shown.template.id), (context) => templatePageOf(context, shown));
    }
    for (const guide of guides) {
      add(guidePage(language, guide.id), (context) => guidePageOf(context, guide));
    }
    add(referencePage(language), (context) => referencePageOf(context, events));
    for (const shown of events) {
      add(operationPage(language, shown.event), (context) => operationPageOf(context, shown));
    }
  }
  if (base) files.set('sitemap.xml', sitemap(pages, base.href));
  return files;
};
