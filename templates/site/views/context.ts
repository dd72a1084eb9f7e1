/** What every view needs to know of the page that it is part of. */
import type { Operation } from '../../../tools/definition.ts';
import type { Start } from '../../links.ts';
import type { Language, Localized, Template } from '../../schema.ts';
import type { StepField } from '../../steps.ts';
import { relative } from '../addresses.ts';
import { glossOf } from '../glosses.ts';
import { typeset } from '../words.ts';

/** A template with all that the pages say of it. */
export interface ShownTemplate {
  template: Template;
  /** The form of each step. */
  forms: readonly Readonly<Record<string, StepField>>[];
  start: Start;
}

export interface Context {
  language: Language;
  /** The page itself, from the root of the site. */
  page: string;
  own: readonly Operation[];
  templates: readonly ShownTemplate[];
  /** A text in the page's language, set as print does. */
  t(text: Localized | string): string;
  /** A link to another page or file of the site. */
  to(target: string): string;
  /** What an English label of the editor means; undefined on English pages and where it is not known. */
  gloss(label: string): string | undefined;
}

export const contextOf = (
  language: Language,
  page: string,
  shared: Pick<Context, 'own' | 'templates'>,
): Context => ({
  ...shared,
  language,
  page,
  t: (text) => typeset(language, text),
  to: (target) => relative(page, target),
  gloss: (label) => {
    const gloss = language === 'fr' ? glossOf(label) : undefined;
    return gloss === undefined || gloss === label.toLowerCase() ? undefined : typeset('fr', gloss);
  },
});
