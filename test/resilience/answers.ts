/**
 * Answers made from Dastra's OpenAPI document itself: whatever it allows, up to its limits
 * (docs/dastra-api.md, Sources).
 */
import fc from 'fast-check';
import type { OpenApiDocument, Schema } from '../../contract/document.ts';

/** Values that inputs of tests have too, so that now and then something is found. */
export interface Pool {
  texts: readonly string[];
  ids: readonly number[];
  guids: readonly string[];
}

/** How deep records are nested in records. */
const DEPTH = 3;

/** How many characters a text has where the document names no limit. */
const LONG = 5_000;

/**
 * Properties that are always there, though the document requires next to none: .NET leaves out what is
 * null, if anything, and these cannot be null, or they are what the answer is about (assumption A11).
 */
const ALWAYS = ['id', 'total', 'workSpaces'];

/** Stands for a property that is left out. */
const ABSENT = Symbol('absent');

/**
 * Moments as the document has them, as the service writes them (without zone, up to seven digits), and
 * the two ends of what .NET can hold: the first one stands for a date that was never set.
 */
const moments = fc.oneof(
  fc
    .tuple(
      fc.date({
        min: new Date('1900-01-01'),
        max: new Date('2100-01-01'),
        noInvalidDate: true,
      }),
      fc.constantFrom('', 'Z', '+02:00', '-11:30'),
      fc.constantFrom('', '.6', '.68823', '.6882299'),
    )
    .map(([date, zone, fraction]) => `${date.toISOString().slice(0, 19)}${fraction}${zone}`),
  fc.constantFrom('0001-01-01T00:00:00', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.9999999'),
);

const INT32 = 2 ** 31;

const numbers = ({ type, format, minimum, maximum }: Schema, pool: Pool) => {
  const [min, max] = [minimum, maximum].map((limit) =>
    limit === undefined
      ? undefined
      : Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, limit)),
  );
  if (type === 'number') {
    const range = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
    return fc.double({ ...range, noNaN: true, noDefaultInfinity: true });
  }
  const largest = format === 'int32' ? INT32 - 1 : Number.MAX_SAFE_INTEGER;
  const [from, to] = [min ?? -largest - (format === 'int32' ? 1 : 0), max ?? largest];
  const known = pool.ids.filter((id) => id >= from && id <= to);
  const any = fc.oneof(fc.integer({ min: from, max: to }), fc.constantFrom(from, to));
  return known.length > 0 ? fc.oneof(fc.constantFrom(...known), any) : any;
};

const texts = ({ enum: members, format, minLength = 0, maxLength }: Schema, pool: Pool) => {
  if (members) {
    const anyMember = fc.constantFrom(...members);
    return fc.oneof({ weight: 5, arbitrary: anyMember }, fc.constant('AnotherMember'));
  }
  if (format === 'date-time') return moments;
  if (format === 'uuid') {
    return fc.oneof(
      fc.constantFrom(...pool.guids),
      fc.uuid(),
      fc.uuid().map((id) => id.toUpperCase()),
    );
  }
  const limit = maxLength ?? LONG;
  const fits = (text: string) => text.length >= minLength && text.length <= limit;
  const known = pool.texts.filter(fits);
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc.string({ unit: 'grapheme', minLength, maxLength: 20 }).filter(fits),
    },
    { weight: 1, arbitrary: fc.constantFrom('x'.repeat(limit), ' '.repeat(Math.min(limit, 3))) },
    ...(known.length > 0 ? [{ weight: 3, arbitrary: fc.constantFrom(...known) }] : []),
  );
};

/** Properties that only newer documents have, or none. */
const newer = fc.record(
  {
    customFields: fc.option(
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 }),
    ),
    newerThanTheDocument: fc.jsonValue({ maxDepth: 1 }),
  },
  { requiredKeys: [] },
);

/** What tells the records of a list apart; those without ID are not told apart. */
const idOf = (record: unknown): unknown =>
  (typeof record === 'object' && record !== null && Reflect.get(record, 'id')) ?? Symbol('none');

/** Makes arbitraries of the schemas of one document. */
export const answersOf = (document: OpenApiDocument, pool: Pool) => {
  const made = new Map<string, fc.Arbitrary<unknown>>();

  const listOf = ({ items = {} }: Schema, depth: number) => {
    const isRecord = items.$ref !== undefined && document.resolve(items).type === 'object';
    if (isRecord && depth === 0) return fc.constant([]);
    const item = arbitraryOf(items, isRecord ? depth - 1 : depth);
    return isRecord
      ? fc.uniqueArray(item, { maxLength: 3, selector: idOf })
      : fc.array(item, { maxLength: 3 });
  };

  const objectOf = (schema: Schema, depth: number): fc.Arbitrary<unknown> => {
    const { properties = {}, required = [] } = schema;
    const model = Object.fromEntries(
      Object.entries(properties).map(([name, property]) => {
        const value = propertyOf(property, depth);
        const isKept = required.includes(name) || ALWAYS.includes(name);
        return [name, isKept ? value : fc.option(value, { freq: 4, nil: ABSENT })];
      }),
    );
    return fc.tuple(fc.record(model), newer).map(([record, more]) => ({
      ...more,
      ...Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ABSENT)),
    }));
  };

  /** A record inside a record may be null, as .NET holds it by reference, which the document cannot say. */
  const propertyOf = (schema: Schema, depth: number): fc.Arbitrary<unknown> => {
    const isRecord = schema.$ref !== undefined && document.resolve(schema).type === 'object';
    if (!isRecord) return arbitraryOf(schema, depth);
    return depth === 0 ? fc.constant(null) : fc.option(arbitraryOf(schema, depth - 1));
  };

  const anyOf = (schema: Schema, depth: number): fc.Arbitrary<unknown> => {
    const resolved = document.resolve(schema);
    switch (resolved.type) {
      case 'object':
        return objectOf(resolved, depth);
      case 'array':
        return listOf(resolved, depth);
      case 'string':
        return texts(resolved, pool);
      case 'integer':
      case 'number':
        return numbers(resolved, pool);
      case 'boolean':
        return fc.boolean();
      default:
        return fc.jsonValue({ maxDepth: 2 });
    }
  };

  /** Any value that a schema allows. */
  const arbitraryOf = (schema: Schema, depth: number = DEPTH): fc.Arbitrary<unknown> => {
    const key = `${JSON.stringify(schema)} ${depth}`;
    const known = made.get(key);
    if (known) return known;
    const value = anyOf(schema, depth);
    const arbitrary =
      schema.nullable || document.resolve(schema).nullable ? fc.option(value, { freq: 4 }) : value;
    made.set(key, arbitrary);
    return arbitrary;
  };
  return arbitraryOf;
};
