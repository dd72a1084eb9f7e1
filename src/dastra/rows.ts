/** Lists that are read to be shown whole, which must not end at their first page. */
import type { Dastra } from './client.ts';
import type { Ids, ListEndpoint, Shape, Some } from './endpoint.ts';
import { LARGEST_PAGE } from './query.ts';

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
    const { items, total } = await dastra.list(endpoint, ids, paged);
    const before = rows.size;
    for (const row of items) rows.set(row.id, row);
    const isLast = total === undefined ? items.length < LARGEST_PAGE : rows.size >= total;
    // A server that knows no pages gives the first one again.
    if (isLast || rows.size === before || kept().length >= wanted) break;
  }
  return kept();
};
