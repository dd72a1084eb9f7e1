/** Answers of the sandbox with every property filled in that Dastra's document or the client knows. */
import * as z from 'zod/mini';
import type { OpenApiDocument, Schema } from '../../contract/document.ts';
import type { Endpoint } from '../../contract/endpoints.ts';

const DATE = '2026-11-24T10:31:30.6882299';
const GUID = '3fa85f64-5717-4562-b3fc-2c963f66afa6';

/** How deep records are filled in inside records. */
const DEPTH = 3;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  // A date that was never set.
  value === '0001-01-01T00:00:00' ||
  (Array.isArray(value) && value.length === 0);

/** Fills in what is missing of answers, as a document's schemas have it. */
export const fillerOf = (document: OpenApiDocument) => {
  const made = (name: string, schema: Schema, depth: number): unknown => {
    const { type, format, enum: members, items, properties } = document.resolve(schema);
    if (members) return members[0];
    if (type === 'array') return depth > 0 && items ? [made(name, items, depth - 1)] : [];
    if (properties) return depth > 0 ? filled({}, schema, depth - 1) : null;
    if (format === 'date-time') return DATE;
    if (format === 'uuid') return GUID;
    if (type === 'integer' || type === 'number') return 7;
    if (type === 'boolean') return true;
    return `Some ${name}`;
  };

  /** What is there stays; what is absent, null or an empty list is filled in. */
  const filled = (value: unknown, schema: Schema, depth = DEPTH): unknown => {
    const { items, properties = {} } = document.resolve(schema);
    if (Array.isArray(value))
      return value.map((item) => (items ? filled(item, items, depth) : item));
    if (!isObject(value)) return value;
    const entries = Object.entries(properties).map(([name, property]) => [
      name,
      isEmpty(value[name]) ? made(name, property, depth) : filled(value[name], property, depth - 1),
    ]);
    return { ...value, ...Object.fromEntries(entries) };
  };

  /** An answer to a call; a list keeps its rows, and no more. */
  return ({ method, path, answers }: Endpoint, answer: unknown): unknown => {
    const content = document.operation(method, path)?.responses['200']?.content;
    const schema = content?.['application/json']?.schema ?? {};
    const shape: Shape = Object.assign({}, ...answers.map(shapeOf));
    const whole = (row: unknown, of: Schema) => {
      const known = filled(row, of);
      return isObject(known) ? { ...known, ...missingOf(shape, known) } : known;
    };
    if (isObject(answer) && Array.isArray(answer.items)) {
      const { items = {} } = document.resolve(schema).properties ?? {};
      const row = document.resolve(items).items ?? {};
      return { ...answer, items: answer.items.map((one) => whole(one, row)) };
    }
    if (!Array.isArray(answer)) return whole(answer, schema);
    return answer.map((one) => whole(one, document.resolve(schema).items ?? {}));
  };
};

type Shape = Readonly<Record<string, z.core.$ZodType>>;

/** The properties of a record, or of the rows of a list. */
const shapeOf = (schema: z.core.$ZodType): Shape => {
  const { shape, element, innerType } = schema._zod.def as {
    shape?: Shape;
    element?: z.core.$ZodType;
    innerType?: z.core.$ZodType;
  };
  const inner = element ?? innerType ?? shape?.items;
  return inner ? shapeOf(inner) : (shape ?? {});
};

const RECORD = { id: 7, label: 'Some label', displayName: 'Some name', email: 'some@example.com' };
const VALUES = ['Some text', 7, true, DATE, RECORD, ['Some text'], [RECORD]];

/** What the client reads and the document does not know: the first value of each that it can read. */
const missingOf = (shape: Shape, known: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(shape)
      .filter(([name]) => isEmpty(known[name]))
      .map(([name, schema]) => [
        name,
        VALUES.find((value) => z.safeParse(schema, value).data !== undefined),
      ]),
  );
