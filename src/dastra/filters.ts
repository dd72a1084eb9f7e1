/**
 * The `filters` parameter of Dastra's lists: JSON rules of JsonRuleEngine.Net (fact sheet §1,
 * `filters`). Values travel inside JSON, so that no text of a user can change the rules.
 */

/** Fields are written as in C#, in PascalCase, which the library matches exactly. */
export type Rule = { field: string; operator: 'equal' | 'contains'; value: string };

/** One rule as it is; several as a group, always with a separator, without which a group is ignored. */
export const allOf = (rules: readonly Rule[]): string =>
  JSON.stringify(rules.length === 1 ? rules[0] : { separator: 'And', rules });
