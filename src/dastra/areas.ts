import * as z from 'zod/mini';
import { type Dastra, type Page, path } from './client.ts';
import * as received from './values-received.ts';

/** An organizational unit (`AreaDto`): a legal entity, or a department below one (fact sheet §2.1). */
export const area = z.object({
  id: received.id,
  label: received.maybeText,
  parentId: received.maybeId,
});
export type Area = z.infer<typeof area>;

/** A page of a workspace's organizational units, all levels in one list. @param page counts from 1 */
export const listAreas = (
  dastra: Dastra,
  workspaceId: number,
  page: number,
  size: number,
): Promise<Page<Area>> =>
  dastra.list(path`/v1/ws/${workspaceId}/Areas`, area, {
    doing: 'list the organizational units',
    workspaceId,
    query: { page, size },
    select: ['id', 'label', 'parentId'],
  });
