/** Text as the search compares it, in the build and in the browser. */

/** Lower case, without accents or hyphens: “E-mail” and “échéance” become “email” and “echeance”. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[-‐\u2060]/g, '')
    .replace(/’/g, "'")
    .toLowerCase();

/** The words of a text, compared that way. */
export const wordsOf = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
