/**
 * What Zapier gets of a record of Dastra. Each resource has one `Record`, made of its schema and of
 * one label for each property: the mapper, the output fields and the sample come from it, so that a
 * hook, a list, a create and a search give the same shape. Beside a value for machines stands what a
 * person reads (docs/architecture.md, Readable values): of a date its day and its words, of a choice
 * its names.
 */
import type { OutputFields } from 'zapier-platform-core';
import type * as z from 'zod/mini';
import { kinds } from '../dastra/received.ts';
import { leaf } from './leaf.ts';
import { dayOf, inWords, inWordsOf, type Names, nameOf } from './readable.ts';

const TIMESTAMP = Symbol('timestamp');

/** A label that says more than what the editor calls a property. */
type Told = readonly [label: string, is: Names | typeof TIMESTAMP];

/** A choice, or a code with a name: the record has its names in English and French too. */
export const named = (label: string, names: Names): Told => [label, names];

/** A date that is kept for machines, and that nobody puts into a message: it has no words. */
export const timestamp = (label: string): Told => [label, TIMESTAMP];

/** A label for each property; nested for objects and lists of objects; `null` declares no field. */
type Labels<Source> = {
  [Key in keyof Source]-?: NonNullable<Source[Key]> extends readonly (infer Item)[]
    ? Item extends object
      ? Labels<Item>
      : string | Told
    : string extends keyof NonNullable<Source[Key]>
      ? null
      : NonNullable<Source[Key]> extends object
        ? Labels<NonNullable<Source[Key]>>
        : string | Told;
};

type AnyLabels = { [key: string]: string | Told | null | AnyLabels };
type Schema = z.core.$ZodType;
type Values = Record<string, unknown>;
type Entries = (readonly [key: string, value: unknown])[];

/** Takes away the wrappers (optional, nullable, pipe) around a value, up to its kind or structure. */
const unwrapped = (schema: Schema): Schema => {
  const def = schema._zod.def as { type: string; innerType?: Schema; in?: Schema };
  const inner = def.innerType ?? def.in;
  return kinds.has(schema) || !inner ? schema : unwrapped(inner);
};

/** What stands beside a value: its key and its label by what they add to those of the value. */
interface Beside {
  key: string;
  label: string;
  of(value: string, language: string | undefined): string | undefined;
}

const DATE: readonly Beside[] = [
  { key: 'Text', label: 'English', of: (moment) => inWords(dayOf(moment), 'en') },
  { key: 'TextFr', label: 'French', of: (moment) => inWords(dayOf(moment), 'fr') },
  {
    key: 'TextLocal',
    label: "Requester's Language",
    of: (moment, language) => language && inWordsOf(dayOf(moment), language),
  },
  { key: 'Day', label: 'Date Only', of: dayOf },
];

/** @param key `Name`, or `Names` where one text has them all @param label the same for the eye */
const namesBeside = (names: Names, key: string, label: string): readonly Beside[] => [
  { key, label, of: (value) => nameOf(names, value, 'en') },
  { key: `${key}Fr`, label: `French ${label}`, of: (value) => nameOf(names, value, 'fr') },
];

/** A property: what Zapier gets of it, and the fields that declare that. */
interface Part {
  name: string;
  fields: OutputFields;
  entries(value: unknown, language: string | undefined): Entries;
}

const single = (
  prefix: string,
  name: string,
  [label, is]: readonly [label: string, is?: Told[1]],
  schema: Schema,
  hasLanguage: boolean,
): Part => {
  const { element } = schema._zod.def as { element?: Schema };
  const type = kinds.get(schema)?.type ?? 'string';
  let beside: readonly Beside[] = [];
  if (is !== undefined && is !== TIMESTAMP) {
    const isOneOfMany = prefix.endsWith('[]');
    beside = namesBeside(is, element ? 'Names' : 'Name', element || isOneOfMany ? 'Names' : 'Name');
  } else if (type === 'datetime' && is === undefined) {
    beside = DATE.filter(({ key }) => hasLanguage || key !== 'TextLocal');
  }
  return {
    name,
    fields: [
      ...beside.map((one): OutputFields[number] =>
        leaf({
          key: `${prefix}${name}${one.key}`,
          label: `${label} (${one.label})`,
          type: 'string',
        }),
      ),
      leaf({ key: `${prefix}${name}`, label, type, ...(element ? { list: true } : {}) }),
    ],
    entries: (value, language) => {
      if (value === undefined || value === null) return [];
      const texts = [value].flat().map(String);
      const read = ({ of }: Beside) =>
        texts
          .map((text) => of(text, language))
          .filter(Boolean)
          .join(', ') || undefined;
      return [...beside.map((one) => [`${name}${one.key}`, read(one)] as const), [name, value]];
    },
  };
};

/** An object within a record, or a list of objects. */
const branch = (
  prefix: string,
  name: string,
  labels: AnyLabels,
  schema: Schema,
  hasLanguage: boolean,
): Part => {
  const { element } = schema._zod.def as { element?: Schema };
  const inner = element
    ? partsOf(unwrapped(element), labels, `${prefix}${name}[]`, hasLanguage)
    : partsOf(schema, labels, `${prefix}${name}__`, hasLanguage);
  const write = (value: unknown, language: string | undefined) =>
    present(Object.fromEntries(entriesOf(inner, value as Values, language)));
  return {
    name,
    fields: inner.flatMap(({ fields }) => fields),
    entries: (value, language) => {
      if (Array.isArray(value)) return [[name, value.map((item) => write(item, language))]];
      return [[name, value === undefined ? undefined : write(value, language)]];
    },
  };
};

/** The key of the reference by ID that stands beside an object: `areaId` beside `area`. */
const referenceTo = (name: string, labels: AnyLabels): string | undefined => {
  const key = `${name}Id`;
  if (key in labels) return key;
  // The API spells some in another case.
  return Object.keys(labels).find((other) => other.toLowerCase() === key.toLowerCase());
};

const partsOf = (
  schema: Schema,
  labels: AnyLabels,
  prefix: string,
  hasLanguage: boolean,
): Part[] => {
  const { shape } = schema._zod.def as unknown as { shape: Record<string, Schema> };
  return Object.entries(labels).flatMap(([name, label]): Part[] => {
    const property = shape[name];
    if (!property) return [];
    if (label === null) return [{ name, fields: [], entries: (value) => [[name, present(value)]] }];
    const value = unwrapped(property);
    if (typeof label === 'string') return [single(prefix, name, [label], value, hasLanguage)];
    if (isTold(label)) return [single(prefix, name, label, value, hasLanguage)];
    // An ID has one field: that of the reference, which may be there without the object.
    const { id: _id, ...rest } = label;
    const kept = referenceTo(name, labels) ? rest : label;
    return [branch(prefix, name, kept, value, hasLanguage)];
  });
};

const isTold = (label: Told | AnyLabels): label is Told => Array.isArray(label);

const entriesOf = (parts: readonly Part[], values: Values, language: string | undefined) =>
  parts.flatMap(({ name, entries }) => entries(values[name], language));

/** Fills in each reference by ID that only its object tells: `areaId` of `area.id`. */
const withReferences = (source: Values, references: readonly (readonly [string, string])[]) => {
  const values: Values = { ...source };
  for (const [name, reference] of references) {
    values[reference] ??= (source[name] as { id?: unknown } | undefined)?.id;
  }
  return values;
};

/** Drops what is absent, so that Zapier shows no empty values; `false` and `0` stay. */
const present = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(present);
  if (typeof value !== 'object' || value === null) return value;
  const kept: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    const found = present(item);
    if (found !== undefined && !isEmptyObject(found)) kept.push([key, found]);
  }
  return Object.fromEntries(kept);
};

const isEmptyObject = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length === 0;

/** Puts what is called an ID last, and all else in the order of its labels. */
const idsLast = (fields: OutputFields): OutputFields => {
  const isId = (field: OutputFields[number]) =>
    / IDs?$/.test(('label' in field && field.label) || '');
  return [...fields.filter((field) => !isId(field)), ...fields.filter(isId)];
};

/** Puts the values of a record into the order of its fields. */
const inOrderOf = (fields: OutputFields) => {
  const names = new Set(
    fields.flatMap((field) => ('key' in field ? (field.key.split(/__|\[\]/)[0] ?? []) : [])),
  );
  return (record: Values): ZapierRecord => {
    const ordered: Values = {};
    for (const name of names) if (name in record) ordered[name] = record[name];
    return Object.assign(ordered, record) as ZapierRecord;
  };
};

/** A record as Zapier gets it: text for IDs, ISO-8601 with `Z` for dates, nothing for what is absent. */
export type ZapierRecord = { id: string; [key: string]: unknown };

/** Where a record was found or made, as the form of its operation says. */
export interface Place {
  workspaceId: number;
}

/** How one resource reaches Zapier. */
export interface RecordType<Source> {
  /** For an operation's `outputFields`: each key, its type and its label. */
  outputFields: OutputFields;
  /** For an operation's `sample`: what the mapper makes of an example as Dastra would answer it. */
  sample: ZapierRecord;
  /** The one mapper: from what the client read to what Zapier gets. */
  toRecord(source: Source, place: Place): ZapierRecord;
}

/** Where the examples are. */
export const EXAMPLE: Place = { workspaceId: 101 };

const WORKSPACE_URL = leaf({
  key: 'workspaceUrl',
  label: 'Workspace URL',
  type: 'string',
} as const);
const WORKSPACE_ID = leaf({ key: 'workspaceId', label: 'Workspace ID', type: 'string' } as const);

/** The page of a workspace in Dastra's web app; no other address is documented. */
const pageOf = (workspaceId: string) =>
  `https://app.dastra.eu/workspace/${encodeURIComponent(workspaceId)}`;

/**
 * Defines how one resource reaches Zapier. Every record says which workspace it is in.
 * @param schema the resource as Zapier is to get it: as the client reads it, unless `complete` makes
 *   something else of that
 * @param labels what the editor calls each property, the useful first; what is called an ID comes last
 * @param example what the client reads of such a record, with invented values. It is not parsed here:
 *   that would cost a third of what this app adds to a cold start; a test parses it
 * @param complete fills in what Dastra gives in one place or another
 * @param languageOf the language that the record says to use with a person, as a tag such as `fr`
 */
export const defineRecord = <
  Shape extends z.core.$ZodShape,
  Source extends object = z.infer<z.ZodMiniObject<Shape>>,
>(
  schema: z.ZodMiniObject<Shape>,
  labels: Labels<z.infer<z.ZodMiniObject<Shape>>>,
  example: NoInfer<Source>,
  complete?: (source: Source) => z.infer<z.ZodMiniObject<Shape>>,
  languageOf?: (source: NoInfer<Source>) => string | undefined,
): RecordType<Source> => {
  const parts = partsOf(schema, labels as AnyLabels, '', languageOf !== undefined);
  const references = Object.keys(labels).flatMap((name) => {
    // Only an object, or a list of them, has an ID of its own.
    const label: unknown = Reflect.get(labels, name);
    if (typeof label !== 'object' || label === null || Array.isArray(label)) return [];
    const reference = referenceTo(name, labels as AnyLabels);
    return reference === undefined ? [] : [[name, reference] as const];
  });
  const outputFields = idsLast([
    ...parts.flatMap(({ fields }) => fields),
    WORKSPACE_URL,
    ...('workspaceId' in labels ? [] : [WORKSPACE_ID]),
  ]);
  const inOrder = inOrderOf(outputFields);
  const toRecord = (source: Source, place: Place) => {
    const values = withReferences((complete?.(source) ?? source) as Values, references);
    const workspaceId = String(values.workspaceId ?? place.workspaceId);
    const entries = entriesOf(parts, values, languageOf?.(source));
    return inOrder(
      present({
        ...Object.fromEntries(entries),
        workspaceUrl: pageOf(workspaceId),
        workspaceId,
      }) as Values,
    );
  };
  return { outputFields, sample: leaf(toRecord(example, EXAMPLE)), toRecord };
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
  const parts = partsOf(schema, labels as AnyLabels, '', false);
  const outputFields = idsLast([...record.outputFields, ...parts.flatMap(({ fields }) => fields)]);
  const inOrder = inOrderOf(outputFields);
  const extended = (base: ZapierRecord, added: object) =>
    inOrder({
      ...base,
      ...(present(Object.fromEntries(entriesOf(parts, added as Values, undefined))) as object),
    });
  return {
    outputFields,
    sample: leaf(extended(record.sample, example)),
    toRecord: ({ of, added }, place) => extended(record.toRecord(of, place), added),
  };
};
