/** Workspaces. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { defineList } from '../../dastra/endpoint.ts';
import * as query from '../../dastra/query.ts';
import * as received from '../../dastra/received.ts';
import { listOn } from '../../dastra/rows.ts';

const workspace = z.object({
  id: received.id,
  label: received.maybeText,
  state: received.maybeText,
});
export type Workspace = z.infer<typeof workspace>;

export const readWorkspaces = defineList({
  path: '/v1/WorkSpaces',
  doing: 'list the workspaces',
  query: { ...query.paging, state: z.literal('Active') },
  items: workspace,
  in: 'workSpaces',
  choices: true,
});

/**
 * The workspaces that the key can see, without archived ones. The documents show three shapes of
 * this list, two of them without `total` (assumption A3).
 */
export const listWorkspaces = (dastra: Dastra): Promise<Workspace[]> =>
  listOn(
    dastra,
    readWorkspaces,
    {},
    { state: 'Active' },
    {
      wanted: Number.POSITIVE_INFINITY,
      keep: (item) => item.state === undefined || item.state === 'Active',
    },
  );
