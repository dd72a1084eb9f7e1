/** The one form of text in which this app searches and compares; what is stored is as it was typed. */

/** Text as it is searched for: accents composed (NFC), blanks of any kind folded, none around it. */
export const searchText = (text: string): string =>
  text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Text as it is compared where upper and lower case mean the same, such as emails and names. */
export const comparableText = (text: string | undefined): string =>
  searchText(text ?? '').toLowerCase();

/** Articles at the beginning of an answer, in French and English. */
const ARTICLE = /^(?:l|le|la|les|un|une|des|the|an?) (?=.)/;

/**
 * Text as an answer is compared with a word that we know: beside case also without accents,
 * punctuation, brackets at its end, and article.
 */
export const plainText = (text: string): string =>
  comparableText(text.replace(/\([^)]*\)\s*$/, ''))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(ARTICLE, '');
