import * as z from 'zod/mini';
import { type Dastra, path } from './client.ts';
import * as received from './values-received.ts';

export const project = z.object({ id: received.id, label: received.maybeText });
export const iteration = z.object({
  id: received.id,
  label: received.maybeText,
  displayName: received.maybeText,
});

/** The projects of a workspace that are not archived; a bare list, without pages. */
export const listProjects = async (dastra: Dastra, workspaceId: number) => {
  const { items } = await dastra.list(path`/v1/ws/${workspaceId}/Projects`, project, {
    doing: 'list the projects',
    workspaceId,
  });
  return items;
};

/** The current and coming iterations of a workspace; a bare list, without pages. */
export const listIterations = async (dastra: Dastra, workspaceId: number) => {
  const { items } = await dastra.list(path`/v1/ws/${workspaceId}/Iterations`, iteration, {
    doing: 'list the iterations',
    workspaceId,
    query: { future: true, asc: true },
  });
  return items;
};
