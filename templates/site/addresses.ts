/** Where each page is: paths from the root of the site, without a slash before them. */
import type { Operation } from '../../tools/definition.ts';
import type { Language } from '../schema.ts';

export const homePage = (language: Language) => `${language}/`;

export const templatePage = (language: Language, id: string) =>
  `${language}/${language === 'fr' ? 'modeles' : 'templates'}/${id}/`;

export const guidePage = (language: Language, id: string) => `${language}/guides/${id}/`;

export const referencePage = (language: Language) => `${language}/reference/`;

/** By its label: a search and its search-or-create share a key. */
export const operationPage = (language: Language, { label }: Operation) =>
  `${referencePage(language)}${label.toLowerCase().replace(/[^a-z0-9]+/g, '-')}/`;

/** The picture that a link to a page is shown with elsewhere. */
export const socialPicture = (language: Language, id = 'templates') =>
  `social/${language}/${id}.png`;

/** The file that a server answers an address with. */
export const fileOf = (page: string) =>
  page === '' || page.endsWith('/') ? `${page}index.html` : page;

/** From one page to another, so that the site works in any folder of any server. */
export const relative = (from: string, to: string) =>
  `${'../'.repeat(from.split('/').length - 1)}${to}` || './';
