import * as z from 'zod/mini';
import { type Dastra, path } from '../../dastra/client.ts';
import * as received from '../../dastra/received.ts';
import { listRows } from '../../dastra/rows.ts';

export const project = z.object({
  id: received.id,
  label: received.maybeText,
  archived: received.maybeFlag,
});
export const iteration = z.object({
  id: received.id,
  label: received.maybeText,
  displayName: received.maybeText,
});

/** The projects of a workspace that are not archived; a bare list, without pages. */
export const listProjects = async (dastra: Dastra, workspaceId: number) => {
  const { items } = await listRows(dastra, path`/v1/ws/${workspaceId}/Projects`, project, {
    doing: 'list the projects',
    workspaceId,
    query: { archived: false },
  });
  // What Dastra lists where it does not know the parameter is undocumented.
  return items.filter((item) => item.archived !== true);
};

/** The current and coming iterations of a workspace; a bare list, without pages. */
export const listIterations = async (dastra: Dastra, workspaceId: number) => {
  const { items } = await listRows(dastra, path`/v1/ws/${workspaceId}/Iterations`, iteration, {
    doing: 'list the iterations',
    workspaceId,
    query: { future: true, asc: true },
  });
  return items;
};
