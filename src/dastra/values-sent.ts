/**
 * The kinds of values that this app sends to Dastra. Each takes what a Zap can hold (text, numbers,
 * booleans, in text form too), yields what the API wants, and says in a phrase that follows the
 * field's name what is wrong with a value. What a form must know of a value (its type, its limit)
 * is registered here, so that it stands once.
 */
import * as z from 'zod/mini';

/** What a form in the Zap editor must know of a value. `maximum` counts characters. */
export interface Facts {
  type: 'string' | 'boolean' | 'datetime';
  list?: true;
  dict?: true;
  maximum?: number;
}

/** The facts of each value below, by schema. */
export const facts = z.registry<Facts>();

const MISSING = 'is missing. Fill it in.';

const missingOr = (message: string) => (issue: { input?: unknown }) =>
  issue.input === undefined ? MISSING : message;

const asText = (value: unknown) =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;

const trimmed = (value: unknown) => (typeof value === 'string' ? value.trim() : value);

/**
 * Text, sent as it is.
 * @param maximum the most characters that Dastra's OpenAPI document allows; none if it names none
 * @param elsewhere the most that another of its documents allows, where they disagree (fact sheet
 *   §9, 10): what lies between is left to Dastra
 */
export const text = (maximum?: number, elsewhere = maximum) =>
  z
    .pipe(
      z.transform(asText),
      z.string({ error: missingOr('must be text.') }).check(
        z.maxLength(elsewhere ?? Number.MAX_SAFE_INTEGER, {
          error: (issue) =>
            `is too long: ${String(issue.input).length} characters, where Dastra takes at most ${elsewhere}. Shorten it.`,
        }),
      ),
    )
    .register(facts, { type: 'string', maximum });

/** The largest number that Dastra's integer IDs can hold (int32 in its OpenAPI document). */
const LARGEST_ID = 2 ** 31 - 1;

const ID_NEEDED = 'must be the ID of a record in Dastra, a whole number such as 1024.';

const asNumber = (value: unknown) =>
  typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value;

/**
 * The ID of most records: a positive whole number. In a form it is text, as Zapier would make a number
 * of text that only begins with one.
 */
export const recordId = z
  .pipe(
    z.transform(asNumber),
    z
      .int({ error: missingOr(ID_NEEDED) })
      .check(z.minimum(1, { error: ID_NEEDED }), z.maximum(LARGEST_ID, { error: ID_NEEDED })),
  )
  .register(facts, { type: 'string' });

/** The ID of a processing, a project or an iteration: a GUID. */
export const guid = z
  .pipe(
    z.transform(trimmed),
    z.guid({
      error: missingOr(
        'must be the ID of a record in Dastra, such as 3fa85f64-5717-4562-b3fc-2c963f66afa6.',
      ),
    }),
  )
  .register(facts, { type: 'string' });

const YES = /^(true|yes|y|1|on)$/i;
const NO = /^(false|no|n|0|off)$/i;

const asBoolean = (value: unknown) => {
  if (typeof value === 'object') return value;
  const word = String(value).trim();
  return YES.test(word) || (NO.test(word) ? false : value);
};

/** Yes or no. */
export const flag = z
  .pipe(
    z.transform(asBoolean),
    z.boolean({ error: missingOr('must be yes or no (true or false).') }),
  )
  .register(facts, { type: 'boolean' });

const dateOnly = z.iso.date();
const dateTimeText = z.iso.datetime({ offset: true, local: true });

const asUtc = (value: unknown) => {
  const given = typeof value === 'string' ? value.trim().replace(/^(\S+) (?=\d)/, '$1T') : value;
  if (z.safeParse(dateOnly, given).success) return `${given}T00:00:00Z`;
  if (!z.safeParse(dateTimeText, given).success) return value;
  const zoned = /(Z|[+-]\d\d:?\d\d)$/i.test(String(given)) ? String(given) : `${given}Z`;
  return new Date(zoned).toISOString().replace('.000Z', 'Z');
};

/**
 * A date with time, sent as ISO-8601 in UTC with `Z` (fact sheet §1, Dates). A date alone is its
 * midnight in UTC; a time without zone is UTC, as in Dastra's own answers.
 */
export const dateTime = z
  .pipe(
    z.transform(asUtc),
    z.iso.datetime({
      error: missingOr(
        'is not a date that can be read. Use a form such as 2026-12-31 or 2026-12-31T17:00:00Z.',
      ),
    }),
  )
  .register(facts, { type: 'datetime' });

/**
 * One of the names that Dastra's enumeration knows; sent exactly so, since Dastra may take a name in
 * another case for the first member (fact sheet §1, filters).
 */
export const oneOf = <const Names extends readonly string[]>(names: Names) =>
  z
    .pipe(
      z.transform(trimmed),
      z.enum(names, { error: missingOr(`must be one of: ${names.join(', ')}.`) }),
    )
    .register(facts, { type: 'string' });

const asList = (value: unknown) => {
  const values = Array.isArray(value) ? value : [value];
  return values
    .flatMap((item) => (typeof item === 'string' ? item.split(',') : [item]))
    .filter((item) => typeof item !== 'string' || item.trim() !== '');
};

/** Several values without commas of their own; text with commas is taken apart. */
export const listOf = <Item extends z.ZodMiniType>(item: Item) =>
  z
    .pipe(
      z.transform((value) => (value === undefined ? value : asList(value))),
      z.array(item, { error: missingOr('must be a list.') }),
    )
    .register(facts, { ...(facts.get(item) ?? { type: 'string' }), list: true });

/** A country as ISO 3166 names it in two letters (fact sheet §9, 11: alpha-2 everywhere). */
export const countryCode = z
  .pipe(
    z.transform((value) => (typeof value === 'string' ? value.trim().toUpperCase() : value)),
    z.string().check(
      z.regex(/^[A-Z]{2}$/, {
        error: 'must be a country code of two letters, such as FR or DE.',
      }),
    ),
  )
  .register(facts, { type: 'string', maximum: 2 });

/** Values of custom fields by their variable name (fact sheet §2.7). */
export const customFields = z
  .record(z.string(), z.unknown(), { error: 'must be pairs of a variable name and a value.' })
  .register(facts, { type: 'string', dict: true });
