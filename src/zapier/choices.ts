/** What a Zap builder can choose from, and the words that people use for it. */
import { plainText } from '../dastra/text.ts';

/** One choice of a drop-down. */
export interface Choice {
  /** In the form's drop-down. */
  label: string;
  /** In English, where a person reads it alone, as in an email; the label unless it is given. */
  name?: string;
  /** The same in French. */
  fr: string;
  /** Other words for it in an answer, in English or French; articles and accents do not matter. */
  also?: readonly string[];
}

/** Choices by the API's own names, in the order in which the form shows them. */
export type Choices = Readonly<Record<string, Choice>>;

/** A choice for each name of an enumeration: a name too many or too few does not compile. */
export type ChoicesOf<Names extends readonly string[]> = Readonly<Record<Names[number], Choice>>;

/** All words for a choice. */
const wordsOf = (value: string, { label, name = label, fr, also = [] }: Choice): string[] => [
  value,
  label,
  name,
  fr,
  ...also,
];

/**
 * Finds what an answer may mean: a choice by its value, its label, its French name or another word
 * for it. @returns the values of the choices, none or several of them where the answer is unclear
 */
export const choicesFor = (choices: Choices, answer: string): string[] => {
  // What a form holds as a rule, and what need not be compared with all words.
  if (Object.hasOwn(choices, answer)) return [answer];
  const sought = plainText(answer);
  return Object.entries(choices)
    .filter(([value, choice]) => wordsOf(value, choice).some((word) => plainText(word) === sought))
    .map(([value]) => value);
};

/** The value of the choice that a form holds, by whatever word; undefined if it is none or unclear. */
export const choiceIn = <Value extends string>(
  choices: Readonly<Record<Value, Choice>>,
  answer: unknown,
): Value | undefined => {
  const [found, another] = typeof answer === 'string' ? choicesFor(choices, answer) : [];
  return another === undefined ? (found as Value | undefined) : undefined;
};

/** What stands between several answers in one text. */
export const COMMAS = /(\s*[,;\n]\s*)/;

/** The same, for answers that people write in a sentence. */
export const AND = /(\s*[,;\n]\s*|\s+(?:et|and)\s+)/i;

/** The most separators that one answer may have of its own. */
const MOST_OWN = 3;

/**
 * Takes a text apart into answers. What is known keeps the separators that it has of its own.
 * @param between `COMMAS` or `AND`
 * @param find what an answer means, undefined if nothing
 * @returns for each answer what it means, or the text itself
 */
export const apart = <Found>(
  text: string,
  between: RegExp,
  find: (answer: string) => Found | undefined,
): (Found | string)[] => {
  // Answers at even places, what is between them at odd ones.
  const parts = text.split(between);
  const found: (Found | string)[] = [];
  for (let start = 0; start < parts.length; ) {
    let end = Math.min(parts.length, start + 1 + 2 * MOST_OWN);
    const answer = () => parts.slice(start, end).join('').trim();
    while (end > start + 1 && find(answer()) === undefined) end -= 2;
    if (answer() !== '') found.push(find(answer()) ?? answer());
    start = end + 1;
  }
  return found;
};

/** A list of words, as in "Workspace, Title and Organizational Unit". */
export const listed = (words: readonly string[], and = 'and'): string =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(` ${and} `);
