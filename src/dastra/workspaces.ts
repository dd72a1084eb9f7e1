import * as z from 'zod/mini';
import { type Dastra, path } from './client.ts';
import * as received from './values-received.ts';

export const workspace = z.object({
  id: received.id,
  label: received.maybeText,
  state: received.maybeText,
});
export type Workspace = z.infer<typeof workspace>;

/**
 * A page of the workspaces that the key can see, without archived ones. The documents show three
 * shapes of this list (fact sheet §1, Workspaces); in the two without `total` it has no further page.
 * @param page counts from 1
 */
export const listWorkspaces = async (
  dastra: Dastra,
  page: number,
  size: number,
): Promise<Workspace[]> => {
  const { items, total } = await dastra.list(path`/v1/WorkSpaces`, workspace, {
    doing: 'list the workspaces',
    query: { state: 'Active', page, size },
    names: ['workSpaces'],
  });
  if (total === undefined && page > 1) return [];
  return items.filter((item) => item.state === undefined || item.state === 'Active');
};
