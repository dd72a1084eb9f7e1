import type * as z from 'zod/mini';
import { type Dastra, LARGEST_PAGE, type Query } from './client.ts';

const PAGE = 50;

/** A record as far as its age is concerned. */
interface Dated {
  id: string;
  dateCreation?: string | undefined;
}

const age = (record: Dated) => record.dateCreation ?? '';

const isDescending = (records: readonly Dated[]) =>
  records.every((record, index) => {
    const next = records[index + 1];
    return !next || age(record) >= age(next);
  });

/**
 * The newest records of a list, the newest first, by creation and then by ID. Which names `sortBy`
 * knows is undocumented (fact sheet §6): where the page shows that it had no effect, the largest page
 * is read and sorted here.
 */
export const newestFirst = async <Item extends Dated>(
  dastra: Dastra,
  url: string,
  item: z.ZodMiniType<Item>,
  call: { doing: string; workspaceId: number; query: Query },
): Promise<Item[]> => {
  const read = (size: number) =>
    dastra.list(url, item, {
      ...call,
      query: { ...call.query, sortBy: 'dateCreation', asc: false, page: 1, size },
    });
  let { items } = await read(PAGE);
  if (!isDescending(items)) ({ items } = await read(LARGEST_PAGE));
  return items.sort(
    (one, other) => age(other).localeCompare(age(one)) || Number(other.id) - Number(one.id),
  );
};
