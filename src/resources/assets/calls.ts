/** The calls about assets. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { type Created, created } from '../../dastra/custom-fields.ts';
import { defineEndpoint } from '../../dastra/endpoint.ts';
import { type TagTypes, tagsByIds, wholeTags } from '../workspace/tags.ts';
import { type Asset, asset, type NewAsset, newFields, ofSoftware } from './schema.ts';

export const assetTags: TagTypes = ['Asset'];

export const postAsset = defineEndpoint({
  method: 'POST',
  path: '/v1/ws/{workspaceId}/Assets',
  effect: 'create',
  doing: 'create an asset',
  body: { ...newFields, tags: z.optional(wholeTags) },
  answer: asset,
});

/** Takes away what only software has. */
const WITHOUT: Record<string, undefined> = Object.fromEntries(
  Object.keys(ofSoftware).map((name) => [name, undefined]),
);

/** Creates an asset: one call, and one before it that reads the tags where there are any. */
export const createAsset = async (
  dastra: Dastra,
  { workspaceId, tagIds, ...fields }: NewAsset,
): Promise<Created<Asset>> => {
  const tags = await tagsByIds(dastra, workspaceId, assetTags, tagIds);
  const body = { ...fields, ...(fields.type === 'Software' ? {} : WITHOUT), tags };
  return created(await dastra.call(postAsset, { workspaceId }, { body }), fields.customFields);
};
