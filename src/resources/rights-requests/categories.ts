import * as z from 'zod/mini';
import { type Dastra, path } from '../../dastra/client.ts';
import * as received from '../../dastra/received.ts';
import { listRows } from '../../dastra/rows.ts';

export const subjectCategory = z.object({ id: received.id, label: received.maybeText });

/**
 * The categories of data subjects of a workspace, which newer documents name and Dastra's OpenAPI
 * document does not (fact sheet §9, 3).
 * @throws DastraError `not-found` where this Dastra has none
 */
export const listSubjectCategories = async (dastra: Dastra, workspaceId: number) => {
  const { items } = await listRows(
    dastra,
    path`/v1/ws/${workspaceId}/SubjectCategories`,
    subjectCategory,
    { doing: 'list the categories of data subjects', workspaceId },
  );
  return items;
};
