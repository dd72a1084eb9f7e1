import { z } from 'zod';
import type { App, Context } from '../context.ts';
import { pagedQuery, pageOf, selectQuery } from '../listing.ts';
import { workSpaceStates } from '../schemas/enums.ts';
import { queryInt, queryList } from '../schemas/fields.ts';
import { userDto, workSpaceDto } from '../schemas/organization.ts';
import { scopeOf, usersOf } from '../scope.ts';
import { userView, workspaceView } from '../views/organization.ts';
import { API_USER_ID, type UserRow, type Workspace } from '../world.ts';
import { addWorkspaceList, equals, listed, workspaceParams } from './workspace-list.ts';

const userQuery = selectQuery.extend({ ids: queryList(queryInt) });

const userKind = {
  dto: userDto,
  view: userView,
  searched: (user: UserRow) => [user.displayName, user.email],
};

/** The key's own account, its workspaces and the organisation's users (fact sheet §1). */
export function addAccountRoutes(app: App, context: Context): void {
  const { state } = context;

  /** No schema is documented. */
  app.get('/status', async () => ({ status: 'ok' }));

  /** No schema is documented; a user-like object [I] (fact sheet §1, `GET /me`). */
  app.get('/me', async () => {
    const user = state.world.users.find(({ id }) => id === API_USER_ID);
    return user && userView(user);
  });

  app.get(
    '/v1/WorkSpaces',
    { schema: { querystring: pagedQuery.extend({ state: z.enum(workSpaceStates).optional() }) } },
    async ({ query }) => {
      const kind = {
        dto: workSpaceDto,
        view: workspaceView,
        searched: ({ info }: Workspace) => [info.label],
      };
      const rows = state.world.workspaces.filter(({ info }) => equals(query.state, info.state));
      const { items, total } = pageOf(rows, kind, query, state.switches);
      // Three documents, three shapes (fact sheet §1, Workspaces: the conflict).
      switch (state.switches.workspacesShape) {
        case 'workSpaces':
          return { workSpaces: items };
        case 'items':
          return { items, total };
        case 'array':
          return items;
      }
    },
  );

  app.get(
    '/v1/WorkSpaces/:workspaceId',
    { schema: { params: workspaceParams } },
    async ({ params }) => workspaceView(scopeOf(state, params.workspaceId).workspace),
  );

  app.get(
    '/v1/TenantUsers',
    { schema: { querystring: userQuery.extend({ workspaceId: queryInt.optional() }) } },
    async ({ query }) => {
      const rows = state.world.users.filter(
        (user) =>
          listed(query.ids, user.id) &&
          (query.workspaceId === undefined || user.workspaceIds.includes(query.workspaceId)),
      );
      return pageOf(rows, userKind, query, state.switches);
    },
  );

  addWorkspaceList(app, context, 'Users', {
    query: userQuery,
    dto: userDto,
    rows: (scope, query) => usersOf(scope).filter((user) => listed(query.ids, user.id)),
    view: (_scope, user) => userView(user),
    searched: userKind.searched,
  });
}
