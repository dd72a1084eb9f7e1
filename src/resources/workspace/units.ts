/** Organizational units. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { defineList } from '../../dastra/endpoint.ts';
import * as query from '../../dastra/query.ts';
import * as received from '../../dastra/received.ts';
import { listOn } from '../../dastra/rows.ts';

/** `AreaDto`: a legal entity, or a department below one (docs/dastra-api.md, Notions). */
const unit = z.object({
  id: received.id,
  label: received.maybeText,
  parentId: received.maybeId,
});
export type Unit = z.infer<typeof unit>;

export const readUnits = defineList({
  path: '/v1/ws/{workspaceId}/Areas',
  doing: 'list the organizational units',
  query: query.paging,
  items: unit,
  in: 'page',
  choices: true,
  select: ['id', 'label', 'parentId'],
});

/** A workspace's organizational units, all levels in one list. */
export const listUnits = (dastra: Dastra, workspaceId: number): Promise<Unit[]> =>
  // A unit's parents can be on any page.
  listOn(dastra, readUnits, { workspaceId }, {}, { wanted: Number.POSITIVE_INFINITY });
