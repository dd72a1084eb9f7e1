import { z } from 'zod';
import { findField } from './field-types.ts';
import { compileFilter, type FilterOptions } from './filters.ts';
import { invalid } from './problems.ts';
import { queryFlag, queryInt, text } from './schemas/fields.ts';

/**
 * The parameters of every paged list (fact sheet §1, Paging): `page` is 1-based, `size` 20 unless
 * told and at most 500.
 */
export const pagedQuery = z.strictObject({
  page: queryInt.pipe(z.int().min(1)).default(1),
  size: queryInt.pipe(z.int().min(1).max(500)).default(20),
  skip: queryInt.pipe(z.int().min(0)).optional(),
  sortBy: text().optional(),
  asc: queryFlag.optional(),
  filters: text().optional(),
  q: text().optional(),
});

/** As above, with the selection of fields that most lists have. */
export const selectQuery = pagedQuery.extend({ select: text().optional() });

export type PagedQuery = z.output<typeof pagedQuery> & { select?: string | undefined };

export interface Page {
  items: object[];
  total: number;
  size: number;
  page: number;
}

/** How the rows of one kind are searched and shown. */
export interface RowKind<Row extends object> {
  /** The fields that `sortBy`, `select` and `filters` may name. */
  dto: z.ZodObject;
  view(row: Row): object;
  /** The texts that `q` searches. */
  searched(row: Row): (string | null | undefined)[];
}

/** How a sandbox treats lists, by its switches. */
export interface ListOptions extends FilterOptions {
  sortIgnored: boolean;
}

/** One page of rows, oldest first unless `sortBy` says otherwise. */
export function pageOf<Row extends object>(
  rows: Row[],
  kind: RowKind<Row>,
  query: PagedQuery,
  options: ListOptions,
): Page {
  const matching = rows.filter((row) => matchesText(kind.searched(row), query.q));
  const accepts = compileFilter(query.filters, kind.dto, options);
  const lazyView = lazyViews(rows, kind);
  const accepted = accepts ? matching.filter((row) => accepts(lazyView(row))) : matching;
  const sorted = sortRows(accepted, kind, query, options);
  const start = query.skip ?? (query.page - 1) * query.size;
  const select = selector(query.select, kind.dto);
  return {
    items: sorted.slice(start, start + query.size).map((row) => select(kind.view(row))),
    total: accepted.length,
    size: query.size,
    page: query.page,
  };
}

/** Keeps the fields that `select` names (in any casing), or all of them when it names none. */
export function selector(select: string | undefined, dto: z.ZodObject): (view: object) => object {
  const names = (select ?? '').split(',').map((name) => name.trim());
  const wanted = names.filter(Boolean).map((name) => knownField(name, dto, 'Select'));
  if (wanted.length === 0) return (view) => view;
  return (view) => Object.fromEntries(Object.entries(view).filter(([key]) => wanted.includes(key)));
}

function matchesText(texts: (string | null | undefined)[], q: string | undefined): boolean {
  if (!q) return true;
  const wanted = q.toLowerCase();
  return texts.some((candidate) => candidate?.toLowerCase().includes(wanted));
}

/** A missing `asc` means descending: the default of a C# bool, as with Iterations [I]. */
function sortRows<Row extends object>(
  rows: Row[],
  kind: RowKind<Row>,
  query: PagedQuery,
  options: ListOptions,
): Row[] {
  if (!query.sortBy) return rows;
  const field = knownField(query.sortBy, kind.dto, 'SortBy');
  if (options.sortIgnored) return rows;
  const direction = query.asc ? 1 : -1;
  const lazyView = lazyViews(rows, kind);
  const keyed = rows.map((row) => ({ row, key: Reflect.get(lazyView(row), field) }));
  return keyed.sort((a, b) => direction * compareKeys(a.key, b.key)).map(({ row }) => row);
}

/**
 * Rows as their views, which are only built for fields that no row has itself: in a large list it
 * would cost too much. What is stored for some rows is stored for all; a row without it has no value.
 */
function lazyViews<Row extends object>(rows: Row[], kind: RowKind<Row>): (row: Row) => object {
  const stored = new Map<PropertyKey, boolean>();
  const isStored = (field: PropertyKey) => {
    const known = stored.get(field) ?? rows.some((row) => field in row);
    stored.set(field, known);
    return known;
  };
  return (row) =>
    new Proxy(row, {
      get: (_row, field) =>
        isStored(field) ? (Reflect.get(row, field) ?? null) : Reflect.get(kind.view(row), field),
    });
}

function compareKeys(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  // Nulls come first ascending, as in SQL Server.
  return Number(a != null) - Number(b != null);
}

function knownField(name: string, dto: z.ZodObject, parameter: string): string {
  const field = findField(dto, name, false);
  if (field === undefined) {
    throw invalid({ [parameter]: [`${parameter}: there is no field '${name}'`] });
  }
  return field;
}
