/** The newest records of a list. */
import type { Dastra, Page } from './client.ts';
import type { Ids, ListEndpoint, Shape, Some } from './endpoint.ts';
import { isFault } from './fault.ts';
import { LARGEST_PAGE } from './query.ts';

/** A date by which records can be new. */
type DateName =
  | 'dateCreation'
  | 'dateUpdate'
  | 'dateClosed'
  | 'dateIdentityValidated'
  | 'datePublication';

/** A record as far as its age is concerned. */
type Dated = { id: string } & { [Name in DateName]?: string | undefined };

type Age = (record: Dated) => string;

/** One that was never updated is as old as it is. */
const ageBy =
  (date: DateName): Age =>
  (record) =>
    record[date] ?? record.dateUpdate ?? record.dateCreation ?? '';

/** Whether the order of a page shows that it begins with the newest: it only falls, and does fall. */
const isDescending = (records: readonly Dated[], age: Age) => {
  const falls = records.every((record, index) => {
    const next = records[index + 1];
    return !next || age(record) >= age(next);
  });
  const [first] = records;
  const last = records.at(-1);
  return falls && first !== undefined && last !== undefined && age(first) > age(last);
};

/** Numbers by their size, GUIDs as text. */
const byId = (one: string, other: string) =>
  Number(one) - Number(other) || one.localeCompare(other);

/** The newer record first. */
export const byAge = (one: Dated, other: Dated): number =>
  (other.dateCreation ?? '').localeCompare(one.dateCreation ?? '') || byId(other.id, one.id);

/**
 * The newest records of a list, the newest first, by a date and then by ID. Which names `sortBy`
 * knows is undocumented (assumption A14): where Dastra refuses ours, or its order shows that it had
 * no effect, the ends of the list are read, and sorted here. A list without order is oldest first
 * or newest first: the newest are on its first largest page or on its last two. That is four calls
 * at most.
 * @param size how many are wanted, at most a page
 * @param query what narrows the list
 * @param date what makes a record new
 */
export const newestFirst = async <
  const Path extends string,
  Query extends Shape,
  Item extends Dated,
>(
  dastra: Dastra,
  endpoint: ListEndpoint<Path, Query, Item>,
  ids: Ids<Path>,
  size: number,
  query: Some<NoInfer<Query>> = {},
  date: DateName = 'dateCreation',
): Promise<Item[]> => {
  const age = ageBy(date);
  const read = (more: object) => dastra.list(endpoint, ids, { ...query, ...more });
  const readEnds = async (): Promise<Item[]> => {
    const first = await read({ page: 1, size: LARGEST_PAGE });
    // Dastra may put fewer on a page than it is asked for.
    const pages = Math.ceil((first.total ?? 0) / Math.max(1, first.items.length));
    const items = [...first.items];
    const deepest = isDescending(first.items, age) ? pages + 1 : Math.max(2, pages - 1);
    for (let page = pages, found = 0; page >= deepest && found < size; page -= 1) {
      const last = await read({ page, size: LARGEST_PAGE });
      items.push(...last.items);
      found += last.items.length;
    }
    return items;
  };
  const sorted = await read({ sortBy: date, asc: false, page: 1, size }).catch((error: unknown) => {
    if (!isFault(error, 'invalid', 'server')) throw error;
    return undefined;
  });
  const isWhole = ({ items, total }: Page<Item>) =>
    total === undefined ? items.length < size : items.length === total;
  const items =
    sorted && (isWhole(sorted) || isDescending(sorted.items, age))
      ? sorted.items
      : [...(sorted?.items ?? []), ...(await readEnds())];
  // A record that came in meanwhile moves another one to the next page, where it is read again.
  const unique = [...new Map(items.map((record) => [record.id, record])).values()];
  return unique
    .sort((one, other) => age(other).localeCompare(age(one)) || byId(other.id, one.id))
    .slice(0, size);
};
