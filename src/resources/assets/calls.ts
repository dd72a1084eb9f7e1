/** The calls about assets. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { type Created, created } from '../../dastra/custom-fields.ts';
import { defineEndpoint } from '../../dastra/endpoint.ts';
import { type TagTypes, tagsByIds, wholeTags } from '../workspace/tags.ts';
import { type Asset, asset, type NewAsset, newFields } from './schema.ts';

export const assetTags: TagTypes = ['Asset'];

export const postAsset = defineEndpoint({
  method: 'POST',
  path: '/v1/ws/{workspaceId}/Assets',
  effect: 'create',
  doing: 'create an asset',
  body: { ...newFields, tags: z.optional(wholeTags) },
  answer: asset,
});

/** Creates an asset: one call, and one before it that reads the tags where there are any. */
export const createAsset = async (dastra: Dastra, input: NewAsset): Promise<Created<Asset>> => {
  const { workspaceId, tagIds, applicationType, applicationState, ...others } = input;
  const { hostingType, developmentType, maintenanceType, supportType, ...fields } = others;
  const ofSoftware = {
    ...{ applicationType, applicationState },
    ...{ hostingType, developmentType, maintenanceType, supportType },
  };
  const tags = await tagsByIds(dastra, workspaceId, assetTags, tagIds);
  const body = { ...fields, ...(fields.type === 'Software' ? ofSoftware : {}), tags };
  return created(await dastra.call(postAsset, { workspaceId }, { body }), fields.customFields);
};
