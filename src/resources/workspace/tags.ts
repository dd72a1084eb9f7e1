/** Tags; each resource has its own. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { defineList } from '../../dastra/endpoint.ts';
import { invalid } from '../../dastra/fault.ts';
import { id, maybeText } from '../../dastra/received.ts';
import { echoed } from '../../dastra/sent.ts';

/** `TagDto`. Its type is among the names that drift (assumption A25). */
const tag = z.object({ id, label: maybeText, type: maybeText, color: maybeText });
type Tag = z.infer<typeof tag>;

/** Tags in the body of a record: Dastra expects them whole (assumption A30). */
export const wholeTags = echoed(z.array(z.object({ ...tag.shape, id: z.number() })));

/** The types of tags whose name is certain (`TagType`). */
const TYPES = ['Task', 'Actor', 'DataBreach', 'DataProcessing', 'Asset'] as const;

export const readTags = defineList({
  path: '/v1/ws/{workspaceId}/Tags',
  doing: 'list the tags',
  query: { type: z.literal(TYPES) },
  items: tag,
  in: 'array',
  choices: true,
});

/** The name that the type of a resource's tags has; or those that it may have. */
export type TagTypes = readonly [(typeof TYPES)[number]] | readonly [string, string];

/**
 * The tags of a workspace of one resource; a bare list, without pages (docs/dastra-api.md, Paging).
 * Where the name of their type is uncertain, all types are read, since Dastra may refuse one of the
 * names.
 */
export const listTags = async (
  dastra: Dastra,
  workspaceId: number,
  types: TagTypes,
): Promise<Tag[]> => {
  const type = types.length === 1 ? types[0] : undefined;
  const { items } = await dastra.list(readTags, { workspaceId }, { type });
  return items.filter((item) => item.type === undefined || types.some((one) => one === item.type));
};

/**
 * The tags with the given IDs, whole. Without IDs there is no call.
 * @param kept tags that a record has and keeps; they follow, whole where the workspace lists them
 * @throws DastraError `invalid` on `tagIds`, naming the IDs that this workspace does not have
 */
export const tagsByIds = async (
  dastra: Dastra,
  workspaceId: number,
  types: TagTypes,
  ids: readonly number[] = [],
  kept: readonly { id?: string | undefined; label?: string | undefined }[] = [],
) => {
  if (ids.length === 0) return undefined;
  const tags = await listTags(dastra, workspaceId, types);
  const known = ids.flatMap((one) => tags.find((item) => Number(item.id) === one) ?? []);
  const unknown = ids.filter((one) => !tags.some((item) => Number(item.id) === one));
  if (unknown.length > 0) {
    throw invalid(
      'tagIds',
      `has no such tag in this workspace: ${unknown.join(', ')}. Choose from the list.`,
    );
  }
  const others = kept.flatMap(({ id: one, label }) => {
    const whole = tags.find((item) => item.id === one);
    if (one === undefined || ids.includes(Number(one))) return [];
    return whole ?? { id: one, label, type: tags[0]?.type ?? types[0], color: undefined };
  });
  return [...known, ...others].map((item) => ({ ...item, id: Number(item.id) }));
};
