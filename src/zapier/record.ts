/**
 * What Zapier gets of a record of Dastra. Each resource has one `Record`, made of its schema and of
 * one label for each property: the mapper, the output fields and the sample come from it, so that a
 * hook, a list, a create and a search give the same shape.
 */
import type { OutputFields } from 'zapier-platform-core';
import type * as z from 'zod/mini';
import { kinds } from '../dastra/received.ts';

/** A label for each property; nested for objects and lists of objects; `null` declares no field. */
type Labels<Source> = {
  [Key in keyof Source]-?: NonNullable<Source[Key]> extends readonly (infer Item)[]
    ? Item extends object
      ? Labels<Item>
      : string
    : string extends keyof NonNullable<Source[Key]>
      ? null
      : NonNullable<Source[Key]> extends object
        ? Labels<NonNullable<Source[Key]>>
        : string;
};

type AnyLabels = { [key: string]: string | null | AnyLabels };
type Schema = z.core.$ZodType;

/** Takes away the wrappers (optional, nullable, pipe) around a value, up to its kind or structure. */
const unwrapped = (schema: Schema): Schema => {
  const def = schema._zod.def as { type: string; innerType?: Schema; in?: Schema };
  const inner = def.innerType ?? def.in;
  return kinds.has(schema) || !inner ? schema : unwrapped(inner);
};

const fieldsOf = (schema: Schema, labels: AnyLabels, prefix: string): OutputFields => {
  const { shape } = schema._zod.def as unknown as { shape: Record<string, Schema> };
  return Object.entries(labels).flatMap(([name, label]): OutputFields => {
    const property = shape[name];
    if (label === null || !property) return [];
    const value = unwrapped(property);
    const { element } = value._zod.def as { element?: Schema };
    const key = `${prefix}${name}`;
    if (typeof label === 'object') {
      return element
        ? fieldsOf(unwrapped(element), label, `${key}[]`)
        : fieldsOf(value, label, `${key}__`);
    }
    return [
      {
        key,
        label,
        type: kinds.get(value)?.type ?? 'string',
        ...(element ? { list: true } : {}),
      },
    ];
  });
};

/** Drops what is absent, so that Zapier shows no empty values; `false` and `0` stay. */
const present = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(present);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, present(item)] as const)
      .filter(([, item]) => item !== undefined && !isEmptyObject(item)),
  );
};

const isEmptyObject = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length === 0;

/** A record as Zapier gets it: text for IDs, ISO-8601 with `Z` for dates, nothing for what is absent. */
export type ZapierRecord = { id: string; [key: string]: unknown };

/** How one resource reaches Zapier. */
export interface RecordType<Source> {
  /** For an operation's `outputFields`: each key, its type and its label. */
  outputFields: OutputFields;
  /** For an operation's `sample`: what the mapper makes of an example as Dastra would answer it. */
  sample: ZapierRecord;
  /** The one mapper: from what the client read to what Zapier gets. */
  toRecord(source: Source): ZapierRecord;
}

/**
 * Defines how one resource reaches Zapier.
 * @param schema the resource as the client reads it
 * @param labels what the editor calls each property
 * @param example what the client reads of such a record, with invented values. It is not parsed here:
 *   that would cost a third of what this app adds to a cold start; a test parses it
 * @param complete fills in what Dastra gives in one place or another
 */
export const defineRecord = <Shape extends z.core.$ZodShape>(
  schema: z.ZodMiniObject<Shape>,
  labels: Labels<z.infer<z.ZodMiniObject<Shape>>>,
  example: z.infer<z.ZodMiniObject<Shape>>,
  complete: (source: z.infer<z.ZodMiniObject<Shape>>) => z.infer<z.ZodMiniObject<Shape>> = (
    source,
  ) => source,
): RecordType<z.infer<z.ZodMiniObject<Shape>>> => {
  const toRecord = (source: z.infer<z.ZodMiniObject<Shape>>) =>
    present(complete(source)) as ZapierRecord;
  return {
    outputFields: fieldsOf(schema, labels as AnyLabels, ''),
    sample: toRecord(example),
    toRecord,
  };
};

/** A record, and what the operation that yields it has to say beside it. */
export interface Extended<Source, Added> {
  of: Source;
  added: Added;
}

/**
 * Adds to a resource what some of its operations have to say beside it.
 * @param schema what is added, with its labels and an example
 */
export const extendRecord = <Source, Shape extends z.core.$ZodShape>(
  record: RecordType<Source>,
  schema: z.ZodMiniObject<Shape>,
  labels: Labels<z.infer<z.ZodMiniObject<Shape>>>,
  example: z.infer<z.ZodMiniObject<Shape>>,
): RecordType<Extended<Source, z.infer<z.ZodMiniObject<Shape>>>> => {
  const extended = (base: ZapierRecord, added: z.infer<z.ZodMiniObject<Shape>>) =>
    ({ ...base, ...(present(added) as object) }) as ZapierRecord;
  return {
    outputFields: [...record.outputFields, ...fieldsOf(schema, labels as AnyLabels, '')],
    sample: extended(record.sample, example),
    toRecord: ({ of, added }) => extended(record.toRecord(of), added),
  };
};
