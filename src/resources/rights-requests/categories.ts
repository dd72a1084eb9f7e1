/** The categories of data subjects that a workspace has set for itself. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { defineList } from '../../dastra/endpoint.ts';
import * as received from '../../dastra/received.ts';

export const readSubjectCategories = defineList({
  path: '/v1/ws/{workspaceId}/SubjectCategories',
  doing: 'list the categories of data subjects',
  items: z.object({ id: received.id, label: received.maybeText }),
  in: 'page',
  choices: true,
});

/**
 * The categories of a workspace, which newer documents name and Dastra's OpenAPI document does not
 * (assumption A24).
 * @throws DastraError `not-found` where this Dastra has none
 */
export const listSubjectCategories = async (dastra: Dastra, workspaceId: number) =>
  (await dastra.list(readSubjectCategories, { workspaceId })).items;
