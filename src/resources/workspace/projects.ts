/** Projects and iterations, which group tasks by scope and by period. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { defineList } from '../../dastra/endpoint.ts';
import * as query from '../../dastra/query.ts';
import * as received from '../../dastra/received.ts';

export const readProjects = defineList({
  path: '/v1/ws/{workspaceId}/Projects',
  doing: 'list the projects',
  query: { archived: query.flag },
  items: z.object({
    id: received.id,
    label: received.maybeText,
    archived: received.maybeFlag,
  }),
  in: 'array',
  choices: true,
});

export const readIterations = defineList({
  path: '/v1/ws/{workspaceId}/Iterations',
  doing: 'list the iterations',
  query: { future: query.flag, asc: query.flag },
  items: z.object({
    id: received.id,
    label: received.maybeText,
    displayName: received.maybeText,
  }),
  in: 'array',
  choices: true,
});

/** The projects of a workspace that are not archived; a bare list, without pages. */
export const listProjects = async (dastra: Dastra, workspaceId: number) => {
  const { items } = await dastra.list(readProjects, { workspaceId }, { archived: false });
  // What Dastra lists where it does not know the parameter is undocumented.
  return items.filter((item) => item.archived !== true);
};

/** The current and coming iterations of a workspace; a bare list, without pages. */
export const listIterations = async (dastra: Dastra, workspaceId: number) =>
  (await dastra.list(readIterations, { workspaceId }, { future: true, asc: true })).items;
