import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { LANGUAGES, type Language, type Localized } from '../../schema.ts';
import { typeset } from '../words.ts';

/**
 * A text in both languages. The page holds both and shows one (style.css), so that the switch needs
 * no script, and tables that are the same in both stand once.
 */
export const both = (text: Localized): VNode => {
  const { en, fr } = typeset(text);
  return en === fr ? html`${en}` : eachLanguage((language) => (language === 'en' ? en : fr));
};

/** The same for what is more than text. */
export const eachLanguage = (make: (language: Language) => ComponentChildren): VNode =>
  html`${LANGUAGES.map((language) => html`<span lang=${language}>${make(language)}</span>`)}`;

/** What the Zap editor shows in English to everybody. */
export const asInApp = (text: string): VNode => html`<span lang="en" class="app">${text}</span>`;
