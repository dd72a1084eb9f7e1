/**
 * The kinds of values that this app sends to Dastra. Each takes what a Zap can hold (text, numbers,
 * booleans, in text form too), yields what the API wants, and says in a phrase that follows the
 * field's name what is wrong with a value. What a form must know of a value (its type, its limit)
 * is registered here, so that it stands once.
 */
import * as z from 'zod/mini';
import { countryFrom, languageFrom } from './countries.ts';
import { plainText } from './text.ts';

/** What a form in the Zap editor must know of a value. `maximum` counts characters. */
export interface Facts {
  type: 'string' | 'boolean' | 'datetime' | 'integer' | 'file';
  list?: true;
  dict?: true;
  /** Takes other values than those that a form offers. */
  open?: true;
  /** The ID of a record. */
  record?: true;
  maximum?: number;
  /** Dastra gave it to us before, and gets it back as it was. */
  echoed?: true;
}

/** The facts of each value below, by schema. */
export const facts = z.registry<Facts>();

/** What is said of a value that has to be there. */
export const MISSING = 'is missing. Fill it in.';

const missingOr = (message: string) => (issue: { input?: unknown }) =>
  issue.input === undefined ? MISSING : message;

const asText = (value: unknown) =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;

const trimmed = (value: unknown) => (typeof value === 'string' ? value.trim() : value);

/** Dastra counts as .NET does, in UTF-16 units, of which most emoji take two. */
const tooLong = (text: string, maximum: number | undefined) => {
  const counted = text.length === [...text].length ? '' : ' and counts most emoji as two';
  return `is too long: ${text.length} characters, where Dastra takes at most ${maximum}${counted}. Shorten it.`;
};

const textOf = (clean: (value: unknown) => unknown, maximum?: number, elsewhere = maximum) => {
  const error = ({ input }: { input?: unknown }) => tooLong(String(input), elsewhere);
  const longest = elsewhere ?? Number.MAX_SAFE_INTEGER;
  return z
    .pipe(
      z.transform(clean),
      z.string({ error: missingOr('must be text.') }).check(
        // It counts code points, but the contract can read its limit.
        z.maxLength(longest, { error, abort: true }),
        z.refine((text) => text.length <= longest, { error }),
      ),
    )
    .register(facts, { type: 'string', maximum });
};

/** Makes a schema once for each key: they take long to make, and most values are of few kinds. */
const once = <Key, Schema>(known: Map<Key, Schema>, key: Key, make: () => Schema): Schema => {
  const schema = known.get(key) ?? make();
  known.set(key, schema);
  return schema;
};

const texts = new Map<string, ReturnType<typeof textOf>>();

/**
 * Text, sent as it is.
 * @param maximum the most characters that Dastra's OpenAPI document allows; none if it names none
 * @param elsewhere the most that another of its documents allows, where they disagree (assumption
 *   A32): what lies between is left to Dastra
 */
export const text = (maximum?: number, elsewhere?: number) =>
  once(texts, `${maximum} ${elsewhere}`, () => textOf(asText, maximum, elsewhere));

/** Text in which blanks around it mean nothing, such as an email or a reference: sent without them. */
export const trimmedText = (maximum?: number) => textOf((value) => trimmed(asText(value)), maximum);

/** An address that can be written to, also out of `Name <address>`, as an email program shows it. */
export const email = z
  .pipe(
    z.transform((value) =>
      typeof value === 'string'
        ? value
            .replace(/^.*<([^<>]+)>\s*$/s, '$1')
            .replace(/^\s*mailto:/i, '')
            .trim()
        : value,
    ),
    z.string({ error: missingOr('must be an email address.') }).check(
      z.maxLength(255, { error: ({ input }) => tooLong(String(input), 255), abort: true }),
      z.regex(/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/, {
        error: 'must be one email address.',
      }),
    ),
  )
  .register(facts, { type: 'string', maximum: 255 });

/**
 * A language, by its name in English or French or by a code such as `fr` or `pt-BR`; sent as a code of
 * letters, digits and hyphens, at most 10 characters.
 */
export const locale = z
  .pipe(
    z.transform((value) => (typeof value === 'string' ? (languageFrom(value) ?? '') : value)),
    z
      .string({ error: missingOr('must be text.') })
      .check(
        z.minLength(2, { error: 'must be a language, such as French, or its code, such as fr.' }),
        z.maxLength(10, { error: 'must be the code of a language of at most 10 characters.' }),
      ),
  )
  .register(facts, { type: 'string', maximum: 10, open: true });

/** The largest number that Dastra's integer IDs can hold (int32 in its OpenAPI document). */
const LARGEST_ID = 2 ** 31 - 1;

const ID_NEEDED = 'must be the ID of a record in Dastra, a whole number such as 1024.';

/** A whole number as spreadsheets and forms write it: `1 024`, `1024,0` or `1024.00`, blanks around it. */
const WHOLE = /^(\d+|\d{1,3}(?:\s\d{3})+)(?:[.,]0{1,2})?$/;

const asNumber = (value: unknown) => {
  const [, digits] = typeof value === 'string' ? (WHOLE.exec(value.trim()) ?? []) : [];
  return digits === undefined ? value : Number(digits.replace(/\s/g, ''));
};

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
  .register(facts, { type: 'string', record: true });

const NO_COUNT = 'must be a whole number, such as 250.';

/** How many there are of something: a whole number from 0. */
export const count = z
  .pipe(
    z.transform(asNumber),
    z.int({ error: missingOr(NO_COUNT) }).check(z.minimum(0, { error: NO_COUNT })),
  )
  .register(facts, { type: 'integer' });

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The ID of a processing, a project or an iteration: a GUID. */
export const guid = z
  .pipe(
    z.transform(trimmed),
    // Not `z.guid`, for the size of the bundle.
    z.stringFormat('guid', GUID, {
      error: missingOr(
        'must be the ID of a record in Dastra, such as 3fa85f64-5717-4562-b3fc-2c963f66afa6.',
      ),
    }),
  )
  .register(facts, { type: 'string', record: true });

/** The ID of a record of whatever kind: a whole number or a GUID, sent as text. */
export const anyId = z
  .pipe(
    z.transform((value) => trimmed(asText(value))),
    z.string({ error: missingOr('must be the ID of a record in Dastra.') }).check(
      z.refine((id) => /^\d+$/.test(id) || GUID.test(id), {
        error: 'must be the ID of a record in Dastra.',
      }),
    ),
  )
  .register(facts, { type: 'string', record: true });

/** A whole number of a range. */
export const wholeNumber = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}.`;
  return z
    .pipe(
      z.transform(asNumber),
      z
        .int({ error: missingOr(error) })
        .check(z.minimum(least, { error }), z.maximum(most, { error })),
    )
    .register(facts, { type: 'integer' });
};

const YES = ['true', 'yes', 'y', '1', 'on', 'oui', 'o', 'vrai'];
const NO = ['false', 'no', 'n', '0', 'off', 'non', 'faux'];

const asBoolean = (value: unknown) => {
  if (typeof value === 'object') return value;
  const word = plainText(String(value));
  return YES.includes(word) || (NO.includes(word) ? false : value);
};

/** Yes or no. */
export const flag = z
  .pipe(
    z.transform(asBoolean),
    z.boolean({ error: missingOr('must be yes or no (true or false).') }),
  )
  .register(facts, { type: 'boolean' });

/** A day, a time or none, an offset or none; seconds and the colon of the offset may be absent. */
const DATE =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?: ?(?:(Z)|([+-]\d\d):?(\d\d)))?)?$/i;

/** The day and the time of a date that is one; else undefined. */
const readDate = (value: unknown) => {
  const [, day = '', time = '00:00', , hours = '+00', minutes = '00'] =
    typeof value === 'string' ? (DATE.exec(value.trim()) ?? []) : [];
  const date = new Date(`${day}T${time}${hours}:${minutes}`);
  // 30 February would pass for 2 March.
  const exists = new Date(day).toJSON()?.startsWith(day);
  return exists && !Number.isNaN(date.getTime()) ? { day, date } : undefined;
};

const NO_DATE =
  'is not a date that can be read. Use a form such as 2026-12-31 or 2026-12-31T17:00:00Z.';

const dateOf = (clean: (value: unknown) => unknown) =>
  z
    .pipe(
      z.transform(clean),
      // Not `z.iso.datetime`, which would bring other formats of dates and times along.
      z.stringFormat('datetime', (text) => readDate(text) !== undefined, {
        error: missingOr(NO_DATE),
      }),
    )
    .register(facts, { type: 'datetime' });

/**
 * A date with time, sent as ISO-8601 in UTC with `Z` (docs/dastra-api.md, Dates). A date alone is
 * its midnight in UTC; a time without zone is UTC, as in Dastra's own answers.
 */
export const dateTime = dateOf(
  (value) => readDate(value)?.date.toISOString().replace('.000Z', 'Z') ?? value,
);

/**
 * A day. The time that comes with it is dropped and its offset not reckoned with: midnight in Paris is
 * that day, though it is the day before in UTC.
 */
export const day = dateOf((value) => {
  const read = readDate(value);
  return read ? `${read.day}T00:00:00Z` : value;
});

/** A moment as a form gives it. */
export interface Moment {
  /** ISO 8601 in UTC. */
  at: string;
  /** The day that the value shows, as `yyyy-mm-dd`. */
  day: string;
  /** The time that it shows, as `hh:mm:ss`; undefined for a day alone. */
  time?: string | undefined;
  /** It ends in `Z`: it says when it was, but not what the user's clock showed. */
  isInUtc: boolean;
}

/**
 * A date with time of which Dastra keeps the day and the hour as a clock on the wall shows them. Zapier
 * gives the date with the offset of the user's zone, so that it shows both; `wallClock` in `clock.ts`
 * takes them out.
 */
export const moment = z
  .pipe(
    z.transform((value): Moment | unknown => {
      const read = readDate(value);
      if (!read) return value;
      const [, , time, utc] = DATE.exec(String(value).trim()) ?? [];
      const at = read.date.toISOString();
      return { at, day: read.day, time: time && `${time}:00`.slice(0, 8), isInUtc: Boolean(utc) };
    }),
    z.object(
      { at: z.string(), day: z.string(), time: z.optional(z.string()), isInUtc: z.boolean() },
      { error: missingOr(NO_DATE) },
    ),
  )
  .register(facts, { type: 'datetime' });

const choiceOf = <const Names extends readonly string[]>(names: Names) =>
  z
    .pipe(
      z.transform(trimmed),
      z.enum(names, { error: missingOr(`must be one of: ${names.join(', ')}.`) }),
    )
    .register(facts, { type: 'string' });

type OneOf<Names extends readonly string[]> = ReturnType<typeof choiceOf<Names>>;

const choices = new Map<string, z.ZodMiniType>();

/**
 * One of the names that Dastra's enumeration knows; sent exactly so, since Dastra may take a name
 * in another case for the first member (assumption A9).
 */
export const oneOf = <const Names extends readonly string[]>(names: Names): OneOf<Names> =>
  once(choices, names.join(), () => choiceOf(names)) as OneOf<Names>;

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

/**
 * A country, by its name in English or French or by a code; sent as ISO 3166 names it in two letters
 * (assumption A33).
 */
export const countryCode = z
  .pipe(
    z.transform((value) => (typeof value === 'string' ? (countryFrom(value) ?? '') : value)),
    z.string().check(
      z.regex(/^[A-Z]{2}$/, {
        error: 'must be a country, such as France, or its code, such as FR.',
      }),
    ),
  )
  .register(facts, { type: 'string', maximum: 2 });

const withTrimmedNames = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name.trim(), item]))
    : value;

/**
 * Values of custom fields by their variable name (docs/dastra-api.md, Custom fields), sent as they
 * are.
 */
export const customFields = z
  .pipe(
    z.transform(withTrimmedNames),
    z.looseObject(
      {},
      {
        error: 'must be pairs of a variable name and a value.',
      },
    ),
  )
  .register(facts, { type: 'string', dict: true });

const NO_FILE =
  'must be a file from an earlier step, or the address of one, which begins with https://.';

/** A file, of which Zapier hands over the address. What it holds is read by `src/zapier/file.ts`. */
export const file = z
  .pipe(
    z.transform(trimmed),
    z.string({ error: missingOr(NO_FILE) }).check(
      z.refine((address) => /^https?:/i.test(address) && URL.canParse(address), {
        error: NO_FILE,
      }),
    ),
  )
  .register(facts, { type: 'file' });

const optionals = new Map<z.ZodMiniType, z.ZodMiniOptional<z.ZodMiniType>>();

const optionalOf = (schema: z.ZodMiniType) => once(optionals, schema, () => z.optional(schema));

/** The same values, none of them required. */
export const optional = <Shape extends Record<string, z.ZodMiniType>>(
  shape: Shape,
): { [Key in keyof Shape]: z.ZodMiniOptional<Shape[Key]> } =>
  Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, optionalOf(schema)])) as {
    [Key in keyof Shape]: z.ZodMiniOptional<Shape[Key]>;
  };

/** What Dastra gave us before, and gets back as it was. */
export const echoed = <Item extends z.ZodMiniType>(list: z.ZodMiniArray<Item>) =>
  list.register(facts, { type: 'string', list: true, echoed: true });
