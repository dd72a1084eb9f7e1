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
