/**
 * The kinds of values that Dastra answers with. Dastra's documents are older than its service, so
 * reading is tolerant (assumption A10): `null` and absent are the same, unknown properties are
 * passed over, enumerations are open, and a number may come as text. A value of another structure
 * altogether is an error that names the property.
 */
import * as z from 'zod/mini';

/** What Zapier must know of a value's type; text where nothing is registered. */
export const kinds = z.registry<{ type: 'integer' | 'number' | 'boolean' | 'datetime' }>();

/** A value that may be absent or `null`; both read as `undefined`. */
export const maybe = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.optional(
    z.pipe(
      z.nullable(schema),
      z.transform((value) => value ?? undefined),
    ),
  );

/** A value that is passed over if it does not fit, where no document says what to expect. */
export const ifFits = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.optional(
    z.pipe(
      z.unknown(),
      // Not `z.catch`: it alone would bring 12 KB of zod into the bundle.
      z.transform((value): z.infer<Schema> | undefined => z.safeParse(schema, value).data),
    ),
  );

/** A value, or another one where it does not fit. */
export const orElse = <Schema extends z.ZodMiniType>(schema: Schema, other: z.infer<Schema>) =>
  z.pipe(
    z.unknown(),
    z.transform((value): z.infer<Schema> => z.safeParse(schema, value).data ?? other),
  );

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** The ID of a record, as text, since Zapier keeps IDs as text. */
export const id = z.pipe(
  z.union([z.string().check(z.minLength(1)), z.number()]),
  z.transform((value) => String(value)),
);

/** The ID of another record; an empty text is none. */
export const maybeId = maybe(
  z.pipe(
    z.union([z.string(), z.number()]),
    z.transform((value) => (value === '' ? undefined : String(value))),
  ),
);

export const maybeText = maybe(
  z.pipe(
    scalar,
    z.transform((value) => String(value)),
  ),
);

const numeric = z.pipe(
  z.union([z.number(), z.string().check(z.regex(/^-?\d+(\.\d+)?$/))]),
  z.transform((value) => Number(value)),
);

export const maybeNumber = maybe(numeric).register(kinds, { type: 'integer' });

/** A number that need not be whole, such as a score. */
export const maybeDecimal = maybe(numeric).register(kinds, { type: 'number' });

export const maybeFlag = maybe(
  z.pipe(
    z.union([z.boolean(), z.enum(['true', 'false', 'True', 'False'])]),
    z.transform((value) => value === true || String(value).toLowerCase() === 'true'),
  ),
).register(kinds, { type: 'boolean' });

/** What .NET writes for a date that was never set (docs/dastra-api.md, Dates). */
const NEVER = '0001-01-01';

/** A day, a time or none, a zone or none. JavaScript alone would read a date out of any word. */
const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/i;

const asIso = (value: string, context: { issues: unknown[] }): string | undefined => {
  if (value.startsWith(NEVER) || value.trim() === '') return undefined;
  const [, day = '', time = '00:00', zone = 'Z'] = ISO.exec(value.trim()) ?? [];
  const date = new Date(`${day}T${time}${zone}`);
  // 30 February would pass for 2 March.
  const exists = new Date(day).toJSON()?.startsWith(day);
  if (!exists || Number.isNaN(date.getTime())) {
    context.issues.push({ code: 'custom', message: 'is no date', input: undefined });
    return undefined;
  }
  return date.toISOString();
};

/**
 * A date with time as ISO-8601 with `Z`. Dastra writes its own without zone, with up to seven
 * fraction digits; they are taken as UTC (docs/dastra-api.md, Dates; assumption A6). A date never
 * set is absent.
 */
export const maybeDate = maybe(
  z.pipe(
    z.string(),
    z.transform((value, context) => asIso(value, context)),
  ),
).register(kinds, { type: 'datetime' });

/** A date as Dastra writes it, as ISO-8601 with `Z`; undefined if it is none. */
export const dateOf = (value: string | undefined): string | undefined =>
  z.safeParse(maybeDate, value).data;

/** A list; `null` and absent read as `undefined`. */
export const maybeList = <Item extends z.ZodMiniType>(item: Item) => maybe(z.array(item));

/** Values of custom fields by variable name, or other free JSON, passed on as it is. */
export const maybeObject = maybe(z.looseObject({}));

/** A record that another one refers to: its ID and its label. */
export const maybeNamed = maybe(z.object({ id: maybeId, label: maybeText }));

/** A user that a record refers to (`UserLightDto`). */
export const maybeUser = maybe(z.object({ id: maybeId, displayName: maybeText, email: maybeText }));

/** The tags of a record. */
export const maybeTags = maybeList(z.object({ id: maybeId, label: maybeText }));
