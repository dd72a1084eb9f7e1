/**
 * The `filters` parameter of Dastra's lists: JSON rules of JsonRuleEngine.Net (docs/dastra-api.md,
 * Filters). Values travel inside JSON, so that no text of a user can change the rules.
 */
import type { Page } from './client.ts';
import { isFault } from './fault.ts';
import { searchText } from './text.ts';

/** Fields are written as in C#, in PascalCase, which the library matches exactly. */
export type Rule = { field: string; operator: 'equal' | 'contains'; value: string };

/** The rule that a field has a value. */
type Presence = { field: string; operator: 'isNotNull' };

type Group = { separator: 'And' | 'Or'; rules: readonly (Rule | Presence | Group)[] };

/**
 * The rule for a text that a user typed: in its normalized form, or as it was typed where that is
 * another one, since Dastra may hold either.
 */
export const textRule = (field: string, operator: Rule['operator'], text: string): Rule | Group => {
  const typed = { field, operator, value: text.trim() };
  const normalized = { ...typed, value: searchText(text) };
  return typed.value === normalized.value
    ? normalized
    : { separator: 'Or', rules: [normalized, typed] };
};

/** One rule as it is; several as a group, always with a separator, without which a group is ignored. */
export const allOf = (rules: readonly (Rule | Presence | Group)[]): string =>
  JSON.stringify(rules.length === 1 ? rules[0] : { separator: 'And', rules });

/** Whether nothing follows a page of a list. @param page its number, from 1 */
export const isLastPage = ({ items, total }: Page<unknown>, size: number, page = 1): boolean =>
  total === undefined ? items.length < size : total <= page * size;

/**
 * Whether the first page of a filtered list proves that Dastra has nothing else. It does not if the
 * filter had no effect: then it holds what does not fit, and is not all there is.
 */
export const isConclusive = <Item>(
  page: Page<Item>,
  size: number,
  fits: (item: Item) => boolean,
): boolean => page.items.every(fits) || isLastPage(page, size);

/**
 * For the `catch` of a filtered read: undefined where Dastra refuses the filter, as no document says
 * how it answers to one that it does not know. @throws the error if it is another one
 */
export const unlessRefused = (error: unknown): undefined => {
  if (!isFault(error, 'invalid', 'server')) throw error;
};
