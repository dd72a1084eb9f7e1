import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Localized } from '../../schema.ts';
import { typeset, words } from '../words.ts';
import { both } from './both.ts';

/** The pages, and their files. */
export const FILES = { templates: 'index.html', reference: 'reference.html' } as const;
export type PageName = keyof typeof FILES;

/**
 * Runs before anything is painted: the page begins in the language of its address, and where that
 * names a template, nothing shows before the template can be shown alone.
 */
const BEFORE_PAINTING = `(root=>{if(new URLSearchParams(location.search).get('lang')==='fr')root.lang='fr';if(location.hash){root.className='opening';addEventListener('load',()=>root.className='')}})(document.documentElement)`;

/** What all pages share: head, header, footer. */
export const page = (name: PageName, title: Localized, content: VNode): VNode => {
  const link = (to: PageName) => html`
    <a href=${FILES[to]} aria-current=${to === name ? 'page' : undefined}>${both(words[to])}</a>
  `;
  return html`
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title data-fr=${typeset(title).fr}>${title.en}</title>
        <meta name="description" content=${words.lead.en} />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="style.css" />
        <script dangerouslySetInnerHTML=${{ __html: BEFORE_PAINTING }}></script>
        <script src="script.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#content">${both(words.skip)}</a>
        <header class="top">
          <a class="brand" href=${FILES.templates}><span aria-hidden="true">D</span>Dastra × Zapier</a>
          <nav>${link('templates')}${link('reference')}</nav>
          <fieldset class="language">
            <legend class="hidden">${both(words.language)}</legend>
            <input type="radio" name="lang" id="en" autocomplete="off" checked /><label for="en" lang="en" class="app">English</label>
            <input type="radio" name="lang" id="fr" autocomplete="off" /><label for="fr" lang="fr" class="app">Français</label>
          </fieldset>
        </header>
        <main id="content" tabindex="-1">${content}</main>
        <footer><p>${both(words.foot)}</p></footer>
      </body>
    </html>
  `;
};
