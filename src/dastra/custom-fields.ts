/**
 * What becomes of custom fields, of which no endpoint tells which there are (docs/dastra-api.md,
 * Custom fields).
 */
import { comparableText } from './text.ts';

type CustomFields = Record<string, unknown> | undefined;

/**
 * The names of custom fields that were sent but are not in the answer, as Dastra drops names that
 * it does not know (docs/dastra-api.md, Custom fields); undefined if there are none, or the answer
 * tells of no custom fields.
 */
export const ignoredCustomFields = (
  sent: CustomFields,
  answered: CustomFields,
): string[] | undefined => {
  if (!sent || !answered) return undefined;
  const known = new Set(Object.keys(answered).map(comparableText));
  const ignored = Object.keys(sent).filter((name) => !known.has(comparableText(name)));
  return ignored.length > 0 ? ignored : undefined;
};

/** A record that was created, and what became of its custom fields. */
export interface Created<Source> {
  of: Source;
  added: { ignoredCustomFields: string[] | undefined };
}

/** @param sent the custom fields that were sent with it */
export const created = <Source extends { customFields?: CustomFields }>(
  of: Source,
  sent: CustomFields,
): Created<Source> => ({
  of,
  added: { ignoredCustomFields: ignoredCustomFields(sent, of.customFields) },
});
