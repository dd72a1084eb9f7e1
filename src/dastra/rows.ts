/**
 * Lists that are read to be chosen from. One odd row must not take all the others with it, and a list
 * that is to be shown whole must not end at its first page.
 */
import * as z from 'zod/mini';
import { type Dastra, LARGEST_PAGE, type Page } from './client.ts';
import type { Ids, ListEndpoint, Shape, Some } from './endpoint.ts';
import { DastraError, isFault } from './fault.ts';
import * as received from './received.ts';

const withId = z.object({ id: received.id });

/** A row, or undefined where it has no ID: some IDs may be `null` (`ProjectDto`), and nothing can be chosen by it. */
const rowOf = <Item>(item: z.ZodMiniType<Item>) =>
  z.pipe(
    z.transform((row: unknown) => (z.safeParse(withId, row).success ? row : undefined)),
    z.optional(item),
  );

/**
 * Reads a page of a list, without the rows that have no ID. Where `select` gives no usable row, as
 * when it answers in another casing or with empty rows, the list is read with all fields.
 * @throws DastraError `unreadable` if no row of the page has an ID
 */
export const listRows = async <const Path extends string, Query extends Shape, Item>(
  dastra: Dastra,
  endpoint: ListEndpoint<Path, Query, Item>,
  ids: Ids<Path>,
  query: Some<NoInfer<Query>> = {},
): Promise<Page<Item>> => {
  const read = async ({ items: item, ...list }: ListEndpoint<Path, Query, Item>) => {
    const { items, total } = await dastra.list({ ...list, items: rowOf(item) }, ids, query);
    const rows = items.filter((row) => row !== undefined);
    if (items.length > 0 && rows.length === 0) {
      const { doing } = endpoint;
      const { workspaceId } = ids as Ids<string>;
      throw new DastraError('unreadable', { doing, workspaceId, place: 'items.0.id' });
    }
    return { items: rows, total };
  };
  return read(endpoint).catch((error: unknown) => {
    const { select, ...whole } = endpoint;
    if (!select || !isFault(error, 'unreadable')) throw error;
    return read(whole);
  });
};

/** How many pages are read at most for one list; with the largest page they hold 5,000 rows. */
const MOST_PAGES = 10;

/**
 * Reads a list on from its first page, in the largest pages there are, until nothing new comes.
 * @param wanted how many rows are enough
 * @param keep which rows count; without it, all
 */
export const listOn = async <
  const Path extends string,
  Query extends Shape,
  Item extends { id: string },
>(
  dastra: Dastra,
  endpoint: ListEndpoint<Path, Query, Item>,
  ids: Ids<Path>,
  query: Some<NoInfer<Query>>,
  { wanted, keep = () => true }: { wanted: number; keep?: (row: Item) => boolean },
): Promise<Item[]> => {
  const rows = new Map<string, Item>();
  const kept = () => [...rows.values()].filter(keep);
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const paged = { ...query, page, size: LARGEST_PAGE };
    const { items, total } = await listRows(dastra, endpoint, ids, paged);
    const before = rows.size;
    for (const row of items) rows.set(row.id, row);
    const isLast = total === undefined ? items.length < LARGEST_PAGE : rows.size >= total;
    // A server that knows no pages gives the first one again.
    if (isLast || rows.size === before || kept().length >= wanted) break;
  }
  return kept();
};
