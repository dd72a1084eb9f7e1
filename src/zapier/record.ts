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
  /** @param value a choice, or the day of a date */
  of(value: string, language: string | undefined): string | undefined;
}

const DATE: readonly Beside[] = [
  { key: 'Text', label: 'English', of: (day) => inWords(day, 'en') },
  { key: 'TextFr', label: 'French', of: (day) => inWords(day, 'fr') },
  {
    key: 'TextLocal',
    label: "Requester's Language",
    of: (day, language) => language && inWordsOf(day, language),
  },
  { key: 'Day', label: 'Date Only', of: (day) => day },
];

/** @param key `Name`, or `Names` where one text has them all @param label the same for the eye */
const namesBeside = (names: Names, key: string, label: string): readonly Beside[] => [
  { key, label, of: (value) => nameOf(names, value, 'en') },
  { key: `${key}Fr`, label: `French ${label}`, of: (value) => nameOf(names, value, 'fr') },
];

/** Where a record is, and the language to use with the person that it is about. */
interface Context extends Place {
  language: string | undefined;
}

/** A property: the fields that declare it, and what writes it into a record. */
interface Part {
  name: string;
  fields: OutputFields;
  /** Writes nothing of what is absent, so that Zapier shows no empty values. */
  write(record: Values, source: Values, context: Context): void;
}

/** @param owner the object that has the same ID, where this is a reference by ID */
const single = (
  prefix: string,
  name: string,
  [label, is]: readonly [label: string, is?: Told[1]],
  schema: Schema,
  hasLanguage: boolean,
  owner: string | undefined,
): Part => {
  const { element } = schema._zod.def as { element?: Schema };
  const type = kinds.get(schema)?.type ?? 'string';
  const isDate = type === 'datetime';
  let beside: readonly Beside[] = [];
  if (is !== undefined && is !== TIMESTAMP) {
    const isOneOfMany = prefix.endsWith('[]');
    beside = namesBeside(is, element ? 'Names' : 'Name', element || isOneOfMany ? 'Names' : 'Name');
  } else if (isDate && is === undefined) {
    beside = DATE.filter(({ key }) => hasLanguage || key !== 'TextLocal');
  }
  const twins = beside.map(({ key, of }) => [`${name}${key}`, of] as const);
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
    write: (record, source, { language }) => {
      const value = valueIn(source, name, owner);
      if (value === undefined || value === null) return;
      const text = isDate && twins.length > 0 ? dayOf(String(value)) : String(value);
      for (const [key, of] of twins) {
        const read = Array.isArray(value)
          ? value.flatMap((item) => of(String(item), language) || []).join(', ')
          : of(text, language);
        if (read) record[key] = read;
      }
      record[name] = value;
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
  return {
    name,
    fields: inner.flatMap(({ fields }) => fields),
    write: (record, source, context) => {
      const value = source[name];
      if (value === undefined) return;
      const written = Array.isArray(value)
        ? value.map((item: Values) => writtenBy(inner, item, context))
        : writtenBy(inner, value as Values, context);
      if (!isEmptyObject(written)) record[name] = written;
    },
  };
};

/** Free JSON, which no field declares. */
const free = (name: string): Part => ({
  name,
  fields: [],
  write: (record, source) => {
    const value = present(source[name]);
    if (value !== undefined && !isEmptyObject(value)) record[name] = value;
  },
});

/** The objects beside a reference to them by ID, by the key of that: `area` by `areaId`. */
const ownersIn = (labels: AnyLabels): Map<string, string> => {
  const names = Object.keys(labels);
  // The API spells some references in another case.
  const spelled = new Map(names.map((name) => [name.toLowerCase(), name]));
  const owners = new Map<string, string>();
  for (const name of names) {
    const reference = isNested(labels[name]) && spelled.get(`${name}id`.toLowerCase());
    if (reference) owners.set(reference, name);
  }
  return owners;
};

/** A value, or where only the object tells the reference to it, the ID of that: `areaId` of `area.id`. */
const valueIn = (source: Values, name: string, owner: string | undefined): unknown =>
  source[name] ?? (owner && (source[owner] as { id?: unknown } | undefined)?.id);

const partsOf = (
  schema: Schema,
  labels: AnyLabels,
  prefix: string,
  hasLanguage: boolean,
): Part[] => {
  const { shape } = schema._zod.def as unknown as { shape: Record<string, Schema> };
  const owners = ownersIn(labels);
  const owning = new Set(owners.values());
  return Object.entries(labels).flatMap(([name, label]): Part[] => {
    const property = shape[name];
    if (!property) return [];
    if (label === null) return [free(name)];
    const value = unwrapped(property);
    if (!isNested(label)) {
      const told = typeof label === 'string' ? ([label] as const) : label;
      return [single(prefix, name, told, value, hasLanguage, owners.get(name))];
    }
    // An ID has one field: that of the reference, which may be there without the object.
    const { id: _id, ...rest } = label;
    const kept = owning.has(name) ? rest : label;
    return [branch(prefix, name, kept, value, hasLanguage)];
  });
};

const isNested = (label: AnyLabels[string] | undefined): label is AnyLabels =>
  typeof label === 'object' && label !== null && !Array.isArray(label);

const writtenBy = (parts: Iterable<Part>, source: Values, context: Context) => {
  const record: Values = {};
  for (const { write } of parts) write(record, source, context);
  return record;
};

/** Drops what is absent from free JSON; `false` and `0` stay. */
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

const isId = (field: OutputFields[number]): boolean => {
  const label = ('label' in field && field.label) || '';
  return label.endsWith(' ID') || label.endsWith(' IDs');
};

/** Puts what is called an ID last, and leaves all else in its order. */
const idsLast = <Item>(items: readonly Item[], isCalledId: (item: Item) => boolean): Item[] => [
  ...items.filter((item) => !isCalledId(item)),
  ...items.filter(isCalledId),
];

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
  /** What it is made of. */
  made: Made<Source>;
}

interface Made<Source> {
  parts: readonly Part[];
  example: Source;
  /** The values of its parts, by name, and the language to use with the person that it is about. */
  read(source: Source): { values: Values; language: string | undefined };
}

/** Where the examples are. */
const EXAMPLE: Place = { workspaceId: 101 };

const recordOf = <Source>(made: Made<Source>): RecordType<Source> => {
  const { parts, example, read } = made;
  const fields = parts.flatMap((part) => part.fields);
  // What has no field comes last, too.
  const ordered = idsLast(parts, (part) => part.fields.every(isId));
  const toRecord = (source: Source, { workspaceId }: Place) => {
    const { values, language } = read(source);
    return writtenBy(ordered, values, { workspaceId, language }) as ZapierRecord;
  };
  return {
    outputFields: idsLast(fields, isId),
    sample: leaf(toRecord(example, EXAMPLE)),
    toRecord,
    made,
  };
};

/** The same record, with an example that differs in some values. */
export const withExample = <Source extends object>(
  record: RecordType<Source>,
  values: Partial<Source>,
): RecordType<Source> => {
  const example = { ...record.made.example, ...values };
  const sample = leaf(record.toRecord(example, EXAMPLE));
  return { ...record, sample, made: { ...record.made, example } };
};

/** The workspace of a record: its page in Dastra's web app, no other being documented, and its ID. */
const workspaceParts = (owner: string | undefined): [url: Part, id: Part] => {
  const idIn = (source: Values, place: Place) =>
    String(valueIn(source, 'workspaceId', owner) ?? place.workspaceId);
  return [
    {
      name: 'workspaceUrl',
      fields: [leaf({ key: 'workspaceUrl', label: 'Workspace URL', type: 'string' })],
      write: (record, source, place) => {
        const id = encodeURIComponent(idIn(source, place));
        record.workspaceUrl = `https://app.dastra.eu/workspace/${id}`;
      },
    },
    {
      name: 'workspaceId',
      fields: [leaf({ key: 'workspaceId', label: 'Workspace ID', type: 'string' })],
      write: (record, source, place) => {
        record.workspaceId = idIn(source, place);
      },
    },
  ];
};

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
  const [url, id] = workspaceParts(ownersIn(labels as AnyLabels).get('workspaceId'));
  const own = partsOf(schema, labels as AnyLabels, '', languageOf !== undefined).map((part) =>
    part.name === id.name ? id : part,
  );
  return recordOf({
    parts: own.includes(id) ? [...own, url] : [...own, url, id],
    example,
    read: (source) => ({
      values: (complete?.(source) ?? source) as Values,
      language: languageOf?.(source),
    }),
  });
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
  const { made } = record;
  return recordOf({
    parts: [...made.parts, ...partsOf(schema, labels as AnyLabels, '', false)],
    example: { of: made.example, added: example },
    read: ({ of, added }) => {
      const { values, language } = made.read(of);
      return { values: { ...values, ...added }, language };
    },
  });
};
