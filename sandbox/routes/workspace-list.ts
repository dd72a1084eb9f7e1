import { z } from 'zod';
import type { App, Context } from '../context.ts';
import { type PagedQuery, pageOf } from '../listing.ts';
import { type Scope, scopeOf } from '../scope.ts';

export const workspaceParams = z.object({ workspaceId: z.string() });

/** A paged list of one kind of record of a workspace. */
export interface WorkspaceList<Row extends object, Query extends PagedQuery> {
  query: z.ZodType<Query>;
  dto: z.ZodObject;
  rows(scope: Scope, query: Query): Row[];
  view(scope: Scope, row: Row): object;
  searched(row: Row): (string | null | undefined)[];
  /** Answers the rows of the page alone: some lists do (fact sheet §1, Paging). */
  bare?: boolean;
}

/** Serves `GET /v1/ws/{workspaceId}/{resource}`. */
export function addWorkspaceList<Row extends object, Query extends PagedQuery>(
  app: App,
  { state }: Context,
  resource: string,
  list: WorkspaceList<Row, Query>,
): void {
  app.get(
    `/v1/ws/:workspaceId/${resource}`,
    { schema: { params: workspaceParams, querystring: list.query } },
    async (request) => {
      const scope = scopeOf(state, request.params.workspaceId);
      // Fastify's types cannot see that the schema of a type parameter yields that very type.
      const query = request.query as Query;
      const kind = {
        dto: list.dto,
        view: (row: Row) => list.view(scope, row),
        searched: list.searched,
      };
      const page = pageOf(list.rows(scope, query), kind, query, state.switches);
      return list.bare ? page.items : page;
    },
  );
}

/** Whether a value is among those a query parameter lists; a parameter left out admits all. */
export function listed<Value>(
  wanted: Value[] | undefined,
  ...actual: (Value | null | undefined)[]
) {
  return wanted === undefined || actual.some((value) => value != null && wanted.includes(value));
}

/** Whether a value is the one a query parameter names; a parameter left out admits all. */
export function equals<Value>(wanted: Value | undefined, actual: Value | null | undefined) {
  return wanted === undefined || wanted === actual;
}
