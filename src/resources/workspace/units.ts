import * as z from 'zod/mini';
import { type Dastra, path } from '../../dastra/client.ts';
import * as received from '../../dastra/received.ts';
import { listOn } from '../../dastra/rows.ts';

/** An organizational unit (`AreaDto`): a legal entity, or a department below one (fact sheet §2.1). */
export const area = z.object({
  id: received.id,
  label: received.maybeText,
  parentId: received.maybeId,
});
export type Area = z.infer<typeof area>;

/** A workspace's organizational units, all levels in one list. */
export const listAreas = (dastra: Dastra, workspaceId: number): Promise<Area[]> =>
  listOn(
    dastra,
    path`/v1/ws/${workspaceId}/Areas`,
    area,
    {
      doing: 'list the organizational units',
      workspaceId,
      select: Object.keys(area.shape),
    },
    // A unit's parents can be on any page.
    { wanted: Number.POSITIVE_INFINITY },
  );
