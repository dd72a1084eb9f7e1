import * as z from 'zod/mini';
import { type Dastra, path } from '../../dastra/client.ts';
import { invalid } from '../../dastra/fault.ts';
import { id, maybeText } from '../../dastra/received.ts';
import { listRows } from '../../dastra/rows.ts';

/** `TagDto`. Its type is among the newer names that drift (fact sheet §9, 4). */
export const tag = z.object({ id, label: maybeText, type: maybeText, color: maybeText });
type Tag = z.infer<typeof tag>;

/** What a tag is for, in this app. */
export type TagUse = 'Task' | 'Actor' | 'RightsRequest';

/** The old and the new name of the type of a rights request's tags (fact sheet §9, 4). */
const RIGHTS_REQUEST_TYPES = ['DataSubject', 'DataSubjectRequest'];

/**
 * The tags of a workspace for one use; a bare list, without pages (fact sheet §1, Paging). For rights
 * requests all types are read, since the name of theirs is uncertain and Dastra may refuse the other.
 */
export const listTags = async (
  dastra: Dastra,
  workspaceId: number,
  use: TagUse,
): Promise<Tag[]> => {
  const { items } = await listRows(dastra, path`/v1/ws/${workspaceId}/Tags`, tag, {
    doing: 'list the tags',
    workspaceId,
    query: use === 'RightsRequest' ? {} : { type: use },
  });
  const types = use === 'RightsRequest' ? RIGHTS_REQUEST_TYPES : [use];
  return items.filter((item) => item.type === undefined || types.includes(item.type));
};

/**
 * The tags with the given IDs, whole: Dastra wants them so in a record (fact sheet §2.2, `TagDto`).
 * Without IDs there is no call.
 * @throws DastraError `invalid` on `tagIds`, naming the IDs that this workspace does not have
 */
export const tagsByIds = async (
  dastra: Dastra,
  workspaceId: number,
  use: TagUse,
  ids: readonly number[] = [],
) => {
  if (ids.length === 0) return undefined;
  const tags = await listTags(dastra, workspaceId, use);
  const known = ids.flatMap((one) => tags.find((item) => Number(item.id) === one) ?? []);
  const unknown = ids.filter((one) => !tags.some((item) => Number(item.id) === one));
  if (unknown.length > 0) {
    throw invalid(
      'tagIds',
      `has no such tag in this workspace: ${unknown.join(', ')}. Choose from the list.`,
    );
  }
  return known.map((item) => ({ ...item, id: Number(item.id) }));
};
