/** The guides of docs/guides, in the order of the page, read from their Markdown. */
import { readFileSync } from 'node:fs';
import type { Language } from '../schema.ts';

export interface Guide {
  id: string;
  /** Each picture of the guide, by its name, with the template whose flow it shows. */
  pictures: Readonly<Record<string, string>>;
}

export const guides: readonly Guide[] = [
  {
    id: 'automate-rights-requests',
    pictures: {
      'guide-automate-rights-requests': 'trello-cards-and-gmail-replies-for-new-rights-requests',
      'guide-automate-rights-requests-collect':
        'updated-rights-requests-for-new-google-forms-responses',
    },
  },
  {
    id: 'handle-data-breaches',
    pictures: {
      'guide-handle-data-breaches': 'slack-messages-and-jira-issues-for-new-data-breaches',
    },
  },
  {
    id: 'meet-deadlines',
    pictures: { 'guide-meet-deadlines': 'slack-messages-for-new-rights-request-deadlines' },
  },
  {
    id: 'keep-vendors-up-to-date',
    pictures: {
      'guide-keep-vendors-up-to-date': 'processors-attached-for-new-google-sheets-rows',
    },
  },
];

/** The text of a guide, as it is in docs/guides. */
export const guideText = (language: Language, { id }: Guide): string =>
  readFileSync(new URL(`../../docs/guides/${id}.${language}.md`, import.meta.url), 'utf8');

/** What a link in a guide leads to: a template, another guide, or an address elsewhere. */
export const targetOf = (href: string): { template?: string; guide?: string; href: string } => {
  const [, template] = /^\.\.\/\.\.\/templates\/catalogue\/([a-z-]+)\.ts$/.exec(href) ?? [];
  const [, guide] = /^([a-z-]+)\.(?:en|fr)\.md$/.exec(href) ?? [];
  return { ...(template && { template }), ...(guide && { guide }), href };
};

/** The templates that a guide links to, in its order. */
export const templatesIn = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)]+)\)/g)].flatMap(([, href = '']) => targetOf(href).template ?? []);

/** The title of a guide, and the paragraph that says what it is for. */
export const headOf = (text: string): { title: string; lead: string } => {
  const [title = '', , lead = ''] = text.split('\n\n');
  return { title: title.replace(/^# /, ''), lead };
};
