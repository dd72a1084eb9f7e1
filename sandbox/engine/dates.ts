/** Dates as Dastra writes and reads them. */

/** A date that was never set, as a non-nullable .NET date shows it (docs/dastra-api.md, Dates). */
export const NEVER = '0001-01-01T00:00:00';

const DAY_MS = 24 * 60 * 60 * 1000;
const DATE_TEXT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})?)?$/;
const SERVER_DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{7}$/;

/**
 * A moment as Dastra writes it: UTC, no zone, seven fraction digits (docs/dastra-api.md, Dates).
 */
export const serverDate = (moment: Date): string => `${moment.toISOString().slice(0, -1)}0000`;

/** The moment a date text names; a text without a zone is UTC (assumption A6). */
export const parseDate = (text: string): Date => {
  const zoned = text.length === 10 || /(Z|[+-]\d{2}:\d{2})$/.test(text);
  return new Date(zoned ? text : `${text}Z`);
};

/** Whether a text is `yyyy-MM-dd` or an ISO-8601 date-time, zone or not, of a day that exists. */
export const isDateText = (text: string): boolean => {
  if (!DATE_TEXT.test(text)) return false;
  const day = text.slice(0, 10);
  // JavaScript rolls 30 February over to March instead of refusing it.
  const exists = parseDate(day).toJSON()?.startsWith(day) ?? false;
  return exists && !Number.isNaN(parseDate(text).getTime());
};

/** A date text of a caller in Dastra's own form; null and undefined become null. */
export const toServerDate = (text: string | null | undefined): string | null =>
  text == null ? null : serverDate(parseDate(text));

/** The moment so many days (negative: before) from another. */
export const addDays = (moment: Date, days: number): Date =>
  new Date(moment.getTime() + days * DAY_MS);

/** Whole days from one moment to another, a started day counting as one. */
export const daysBetween = (from: Date, to: Date): number =>
  Math.ceil((to.getTime() - from.getTime()) / DAY_MS);

/**
 * JSON text of an answer or of a webhook body.
 * @param withZone writes server dates like the generated samples, `….688Z` (docs/dastra-api.md,
 *   Dates)
 */
export const toJson = (value: unknown, withZone: boolean): string => {
  if (!withZone) return JSON.stringify(value);
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' && SERVER_DATE.test(inner) ? parseDate(inner).toISOString() : inner,
  );
};
