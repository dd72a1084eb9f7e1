import * as z from 'zod/mini';
import { type Dastra, path } from '../../dastra/client.ts';
import * as received from '../../dastra/received.ts';
import { listOn } from '../../dastra/rows.ts';

export const workspace = z.object({
  id: received.id,
  label: received.maybeText,
  state: received.maybeText,
});
export type Workspace = z.infer<typeof workspace>;

/**
 * The workspaces that the key can see, without archived ones. The documents show three shapes of this
 * list, two of them without `total` (fact sheet §1, Workspaces).
 */
export const listWorkspaces = (dastra: Dastra): Promise<Workspace[]> =>
  listOn(
    dastra,
    path`/v1/WorkSpaces`,
    workspace,
    { doing: 'list the workspaces', query: { state: 'Active' }, names: ['workSpaces'] },
    {
      wanted: Number.POSITIVE_INFINITY,
      keep: ({ state }) => state === undefined || state === 'Active',
    },
  );
