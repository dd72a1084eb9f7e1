/** Lists: searched, filtered, sorted, and cut into pages (docs/dastra-api.md, Paging). */
import type { Properties, Schema } from './document.ts';
import { propertiesOf } from './document.ts';
import { compileFilter, type FilterOptions, findProperty } from './filter.ts';
import { present, readProperty } from './present.ts';
import { invalidField } from './problems.ts';
import type { Query } from './validate.ts';

/** What the document leaves out of the parameters of a page: the limits. */
export const PAGE_LIMITS: Properties = {
  page: { type: 'integer', minimum: 1 },
  size: { type: 'integer', minimum: 1, maximum: 500 },
  skip: { type: 'integer', minimum: 0 },
};

/** Records to be listed, each completed when it is read. */
export interface Listing {
  records: object[];
  /** The properties that `sortBy`, `select` and `filters` may name. */
  schema: Schema;
  /** The properties that `q` searches. */
  searched: string[];
}

export interface Page {
  items: unknown[];
  total: number;
  size: number;
  page: number;
}

/** One page of records, oldest first unless `sortBy` says otherwise; 20 of them unless `size` does. */
export const pageOf = (
  { records, schema, searched }: Listing,
  query: Query,
  options: FilterOptions & { sortIgnored: boolean },
): Page => {
  const { page = 1, size = 20, skip, q, filters, select, sortBy, asc } = query as PageQuery;
  const accepts = compileFilter(filters, schema, options);
  const wanted = q?.toLowerCase();
  const accepted = records.filter(
    (record) => (!wanted || hasText(record, searched, wanted)) && (accepts?.(record) ?? true),
  );
  const sorted = sortBy ? sort(accepted, sortBy, asc ?? false, schema) : accepted;
  const start = skip ?? (page - 1) * size;
  const selected = selectFrom(schema, select);
  return {
    items: (options.sortIgnored ? accepted : sorted)
      .slice(start, start + size)
      .map((record) => present(selected, record)),
    total: accepted.length,
    size,
    page,
  };
};

interface PageQuery {
  page?: number;
  size?: number;
  skip?: number;
  sortBy?: string;
  asc?: boolean;
  q?: string;
  filters?: string;
  select?: string;
}

/** A schema with the properties that `select` names (in any casing), or all if it names none. */
export const selectFrom = (schema: Schema, select = ''): Schema => {
  const names = select
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (names.length === 0) return schema;
  const wanted = names.map((name) => knownProperty(schema, name, 'Select')[0]);
  const kept = Object.entries(propertiesOf(schema)).filter(([name]) => wanted.includes(name));
  return { type: 'object', properties: Object.fromEntries(kept) };
};

/** A path may lead into a record: `risk.label`. */
const hasText = (record: object, searched: string[], wanted: string): boolean =>
  searched.some((path) =>
    String(path.split('.').reduce((value, name) => Reflect.get(Object(value), name), record) ?? '')
      .toLowerCase()
      .includes(wanted),
  );

/**
 * A missing `asc` means descending: the default of a C# bool (docs/dastra-api.md, Sandbox
 * defaults).
 */
const sort = (records: object[], sortBy: string, asc: boolean, schema: Schema): object[] => {
  const step = knownProperty(schema, sortBy, 'SortBy');
  const direction = asc ? 1 : -1;
  return records
    .map((record) => ({ record, key: readProperty(record, ...step) }))
    .sort((a, b) => direction * compareKeys(a.key, b.key))
    .map(({ record }) => record);
};

const compareKeys = (a: unknown, b: unknown): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  // Nulls come first ascending, as in SQL Server.
  return Number(a != null) - Number(b != null);
};

const knownProperty = (schema: Schema, name: string, parameter: string) => {
  const step = findProperty(propertiesOf(schema), name);
  if (step === undefined) throw invalidField(parameter, `There is no field '${name}'`);
  return step;
};
