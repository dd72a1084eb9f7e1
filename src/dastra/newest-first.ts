import type * as z from 'zod/mini';
import { type Dastra, LARGEST_PAGE, type Query } from './client.ts';
import { isFault } from './errors.ts';

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
 * knows is undocumented (fact sheet §6): where Dastra refuses ours, or the page shows that it had no
 * effect, the largest page is read and sorted here.
 * @param call `size` is how many are wanted, at most a page
 */
export const newestFirst = async <Item extends Dated>(
  dastra: Dastra,
  url: string,
  item: z.ZodMiniType<Item>,
  { size, ...call }: { doing: string; workspaceId: number; query: Query; size: number },
): Promise<Item[]> => {
  const read = async (sizeOfPage: number, sort: Query) => {
    const query = { ...call.query, ...sort, page: 1, size: sizeOfPage };
    return (await dastra.list(url, item, { ...call, query })).items;
  };
  const sorted = await read(size, { sortBy: 'dateCreation', asc: false }).catch(
    (error: unknown) => {
      if (!isFault(error, 'invalid')) throw error;
      return undefined;
    },
  );
  const items = sorted && isDescending(sorted) ? sorted : await read(LARGEST_PAGE, {});
  return items
    .sort((one, other) => age(other).localeCompare(age(one)) || Number(other.id) - Number(one.id))
    .slice(0, size);
};
