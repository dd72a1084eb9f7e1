/** The records of a list that are due within so many days, or overdue. */
import type { Dastra, Page } from '../dastra/client.ts';
import type { Ids, ListEndpoint, Shape, Some } from '../dastra/endpoint.ts';
import { DastraError, invalid, isFault } from '../dastra/fault.ts';
import { LARGEST_PAGE } from '../dastra/query.ts';

/** The most new items that Zapier takes from one list. */
const MOST_NEW = 100;

/** How many pages are read at most, half of them from each end of the list. */
const MOST_PAGES = 4;

const DAY = 24 * 60 * 60 * 1000;

/** The longest time between two polls of a Zap, in milliseconds. */
const INTERVAL = 15 * 60 * 1000;

/** The day in UTC of a moment, as `yyyy-mm-dd`. */
const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** A record that is due. */
export interface Due<Item> {
  of: Item;
  added: {
    /** The day in UTC by which it is to be done, as `yyyy-mm-dd`. */
    dueDay: string;
  };
}

interface Dated {
  id: string;
  dateCreation?: string | undefined;
}

/** What is due, and how Dastra says so. */
interface Question<Field extends string> {
  /** The property that holds the due date, which is also what the list is sorted by. */
  field: Field;
  /** So many days ahead; 0 for what is due today. What is overdue always counts. */
  daysBefore: number;
  /** The field of the form to narrow where too many records are open. */
  narrowedBy: string;
}

/**
 * The open records that are due, the newest by creation first. Days are compared in UTC.
 *
 * The list is read from the longest overdue on, until what follows is not due yet. Where that is
 * further than half of the pages, its other end is read: what has just become due is in between, and
 * is what matters. Where Dastra does not sort, the list is read whole if it has no more pages than
 * that.
 *
 * Zapier takes 100 new items from a poll. Of more that are due on the same day, the next hundred
 * follows a quarter of an hour later each.
 * @param query what narrows the list to open records, and the builder's filters
 * @throws DastraError `refused` if the list is not sorted and too long, `invalid` on `narrowedBy` if too
 *   many records are due, and too many not yet
 */
export const dueRecords = async <
  const Path extends string,
  Query extends Shape,
  Field extends string,
  Item extends Dated & { [Name in Field]?: string | undefined },
>(
  dastra: Dastra,
  endpoint: ListEndpoint<Path, Query, Item>,
  ids: Ids<Path>,
  query: Some<NoInfer<Query>>,
  { field, daysBefore, narrowedBy }: Question<Field>,
): Promise<Due<Item>[]> => {
  const now = Date.now();
  const lastDay = dayOf(now + daysBefore * DAY);
  const dueDayOf = (item: Item) => item[field]?.slice(0, 10);
  const isDue = (item: Item) => (dueDayOf(item) ?? '9999') <= lastDay;

  const read = (page: number, order: object) =>
    dastra.list(endpoint, ids, { ...query, ...order, page, size: LARGEST_PAGE });
  const records = new Map<string, Item>();
  /** Reads on from one end until `isEnough`. @returns whether it was, or nothing is left to read */
  const readOn = async (
    order: object,
    most: number,
    isEnough: (page: Page<Item>) => boolean,
  ): Promise<boolean> => {
    let count = 0;
    for (let page = 1; page <= most; page += 1) {
      const next = await read(page, order);
      for (const item of next.items) records.set(item.id, item);
      count += next.items.length;
      const { items, total } = next;
      const isLast = total === undefined ? items.length < LARGEST_PAGE : count >= total;
      if (isLast || items.length === 0 || isEnough(next)) return true;
    }
    return false;
  };

  /** Whether a page is in order; where records without date stand is up to the database. */
  const isInOrder = ({ items }: Page<Item>, asc: boolean) => {
    const dates = items.flatMap((item) => item[field] ?? []);
    const sorted = [...dates].sort();
    return dates.join() === (asc ? sorted : sorted.reverse()).join();
  };
  const readSorted = async (asc: boolean, isEnough: (page: Page<Item>) => boolean) => {
    let isSorted = true;
    const isDone = await readOn({ sortBy: field, asc }, MOST_PAGES / 2, (page) => {
      isSorted &&= isInOrder(page, asc);
      return !isSorted || isEnough(page);
    }).catch((error: unknown) => {
      // Which names a list can be sorted by is undocumented (assumption A14).
      if (!isFault(error, 'invalid', 'server')) throw error;
      isSorted = false;
      return false;
    });
    return { isDone, isSorted };
  };

  const hasUndated = ({ items }: Page<Item>) => items.some((item) => !item[field]);
  let undatedFirst: boolean | undefined;
  const forth = await readSorted(true, (page) => {
    undatedFirst ??= !page.items[0]?.[field];
    const isPastDue = page.items.some((item) => item[field] && !isDue(item));
    return isPastDue || (!undatedFirst && hasUndated(page));
  });
  let { isSorted } = forth;
  if (isSorted && !forth.isDone) {
    let reachesDue = false;
    const back = await readSorted(false, (page) => {
      reachesDue ||= page.items.some(isDue);
      // What follows them has no date either.
      return undatedFirst === true && hasUndated(page);
    });
    ({ isSorted } = back);
    if (isSorted && !back.isDone && !reachesDue) {
      throw invalid(
        narrowedBy,
        'leaves too many open records to look for those that are due. Narrow it down, also by the other fields of this step.',
      );
    }
  }
  if (!isSorted && !(await readOn({}, MOST_PAGES, () => false))) {
    const doing = `${endpoint.doing} by due date`;
    throw new DastraError('refused', { doing, workspaceId: ids.workspaceId });
  }

  const due = [...records.values()]
    .filter(isDue)
    .map((of): Due<Item> => ({ of, added: { dueDay: dueDayOf(of) ?? '' } }));
  return released(due, now, daysBefore).sort((one, other) =>
    (other.of.dateCreation ?? '').localeCompare(one.of.dateCreation ?? ''),
  );
};

/** Of each day's records, so many hundreds as polls have had the time to take. */
const released = <Item extends Dated>(
  due: readonly Due<Item>[],
  now: number,
  daysBefore: number,
): Due<Item>[] => {
  const counts = new Map<string, number>();
  return [...due]
    .sort(({ of: one }, { of: other }) => one.id.localeCompare(other.id, 'en', { numeric: true }))
    .filter(({ added: { dueDay } }) => {
      const rank = counts.get(dueDay) ?? 0;
      counts.set(dueDay, rank + 1);
      const sinceDue = now - (Date.parse(dueDay) - daysBefore * DAY);
      return rank < MOST_NEW * (1 + Math.floor(sinceDue / INTERVAL));
    });
};
