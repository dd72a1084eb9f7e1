/** Pages in both languages: the root, which leads on, and the one for addresses that do not exist. */
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { LANGUAGES } from '../../schema.ts';
import { homePage, relative } from '../addresses.ts';
import { typeset, words } from '../words.ts';
import { commonHead, NAMES } from './page.ts';

/** Runs before anything is painted: the language chosen before, else the browser's, else English. */
const LEAD_ON = `(()=>{let l;try{l=localStorage.language}catch{}l??=navigator.languages.map(l=>l.slice(0,2)).find(l=>l==='en'||l==='fr')??'en';location.replace(l+'/'+location.search)})()`;

const languageLinks = (to: (target: string) => string) => html`
  <p>${LANGUAGES.map((one) => html`<a class="button quiet" href=${to(homePage(one))} lang=${one} hreflang=${one} data-language=${one}>${NAMES[one]}</a> `)}</p>
`;

export const rootPage = (): VNode => {
  const to = (target: string) => relative('', target);
  return html`
    <html lang="en">
      <head>
        ${commonHead(to)}
        <title>${words.title.en} – ${words.title.fr}</title>
        <script dangerouslySetInnerHTML=${{ __html: LEAD_ON }}></script>
      </head>
      <body>
        <main class="odd"><h1>Dastra × Zapier</h1>${languageLinks(to)}</main>
      </body>
    </html>
  `;
};

/** @param root the path of the site on its server: the page is shown at any depth */
export const notFoundPage = (root: string): VNode => {
  const to = (target: string) => root + target;
  return html`
    <html lang="en">
      <head>
        ${commonHead(to)}
        <title>404 – Dastra × Zapier</title>
        <meta name="robots" content="noindex" />
      </head>
      <body>
        <main class="odd">
          <h1>404</h1>
          ${LANGUAGES.map((one) => html`<p lang=${one}><b>${typeset(one, words.notFound)}.</b> ${typeset(one, words.notFoundLead)}</p>`)}
          ${languageLinks(to)}
        </main>
      </body>
    </html>
  `;
};
