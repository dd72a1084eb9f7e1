/**
 * Finding records in a list whose filters may be refused, ignored or stricter than ours: what Dastra
 * finds is compared again here, and that there is nothing is only said where it is proven.
 */
import type { Page } from './client.ts';
import { DastraError } from './fault.ts';
import { isConclusive, isLastPage, unlessRefused } from './filters.ts';
import { LARGEST_PAGE } from './query.ts';

/** How many records are read at once with a filter or by full text. */
const SEARCH_SIZE = 100;

/** How many of the largest pages are read where nothing proves that there is no such record. */
const MOST_PAGES = 2;

/** What narrows a list, and which page of it is read. */
interface Query {
  filters?: string;
  q?: string;
  page?: number;
  size: number;
}

/** What to look for. */
interface Wanted<Item> {
  /** Rules for the surest way (`filters.ts`); undefined where no filter can find it. */
  filters?: string | undefined;
  /** A text for full-text search, which may or may not regard it; undefined where none can find it. */
  q?: string | undefined;
  /** Whether a record is what is looked for. */
  fits(item: Item): boolean;
  /** As in "find an actor by this value", for the error. */
  doing: string;
  workspaceId: number;
}

/**
 * Finds the records of a list that fit: by the filter, by full text, then page by page. Four calls
 * at most. Whatever order they are to have is the caller's.
 * @param read reads a page of the list, with what else narrows it
 * @throws DastraError `unproven` if Dastra does not filter and there are too many records to read
 */
export const findIn = async <Item>(
  read: (query: Query) => Promise<Page<Item>>,
  { filters, q, fits, doing, workspaceId }: Wanted<Item>,
): Promise<Item[]> => {
  const matchesIn = (page: Page<Item> | undefined) => page?.items.filter(fits) ?? [];
  const filtered =
    filters === undefined
      ? undefined
      : await read({ filters, size: SEARCH_SIZE }).catch(unlessRefused);
  const byFilter = matchesIn(filtered);
  if (byFilter.length > 0) return byFilter;
  const byText = q === undefined ? [] : matchesIn(await read({ q, size: SEARCH_SIZE }));
  if (byText.length > 0) return byText;
  if (filtered && isConclusive(filtered, SEARCH_SIZE, fits)) return [];

  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const all = await read({ page, size: LARGEST_PAGE });
    const found = matchesIn(all);
    if (found.length > 0 || isLastPage(all, LARGEST_PAGE, page)) return found;
  }
  throw new DastraError('unproven', { doing, workspaceId });
};
