import { z } from 'zod';
import type { App, Context } from '../context.ts';
import { parseDate } from '../dates.ts';
import { selectQuery } from '../listing.ts';
import { newRequest } from '../records/new-request.ts';
import { checkReferences, tagReferences } from '../references.ts';
import { purposes, requestStates } from '../schemas/enums.ts';
import { queryFlag, queryInt, queryList } from '../schemas/fields.ts';
import { type RequestBody, requestBody, requestDto } from '../schemas/request.ts';
import { findById, type Scope, scopeOf, usersOf } from '../scope.ts';
import { requestLightView, requestView } from '../views/request.ts';
import type { HookEvent } from '../webhooks.ts';
import { API_USER_ID, type RequestRow } from '../world.ts';
import { addWorkspaceList, equals, listed, workspaceParams } from './workspace-list.ts';

/** Data subject requests (fact sheet §2.3). */
export function addRequestRoutes(app: App, context: Context): void {
  const { state } = context;

  addWorkspaceList(app, context, 'DataSubjectRequests', {
    query: selectQuery.extend({
      overtaking: queryFlag.optional(),
      archived: queryFlag.default(false),
      widgetId: queryInt.optional(),
      workflows: queryList(queryInt),
      states: queryList(z.enum(requestStates)),
      purposes: queryList(z.enum(purposes)),
      areaId: queryInt.optional(),
      users: queryList(queryInt),
      ids: queryList(queryInt),
      tags: queryList(queryInt),
    }),
    dto: requestDto,
    rows: ({ workspace }, query) =>
      workspace.requests.filter(
        (request) =>
          // Left out, it presumably hides archived rows [I] (fact sheet §6).
          request.archived === query.archived &&
          (!query.overtaking || isOvertaking(request)) &&
          equals(query.widgetId, request.widgetId) &&
          listed(query.workflows, request.workFlowStepId) &&
          listed(query.states, request.state) &&
          listed(query.purposes, ...request.purposes) &&
          equals(query.areaId, request.areaId) &&
          listed(query.users, request.operatorId) &&
          listed(query.ids, request.id) &&
          listed(query.tags, ...request.tagIds),
      ),
    view: requestView,
    searched: (request) => [request.title],
  });

  app.get(
    '/v1/ws/:workspaceId/DataSubjectRequests/:id',
    { schema: { params: workspaceParams.extend({ id: queryInt }) } },
    async ({ params }) => {
      const scope = scopeOf(state, params.workspaceId);
      return requestView(scope, findById(scope.workspace.requests, params.id, 'Request'));
    },
  );

  app.post(
    '/v1/ws/:workspaceId/DataSubjectRequests',
    { schema: { params: workspaceParams, body: requestBody } },
    async ({ params, body }) => {
      const scope = scopeOf(state, params.workspaceId);
      return requestLightView(scope, createRequest(context, scope, body, ['DataSubjectCreation']));
    },
  );
}

/** Checks, stores and announces a request. */
export function createRequest(
  { state, hooks }: Context,
  scope: Scope,
  body: RequestBody,
  events: HookEvent[],
): RequestRow {
  const { areas, steps, subjectCategories, requests, info } = scope.workspace;
  checkReferences([
    { field: 'AreaId', id: body.areaId, among: areas },
    { field: 'OperatorId', id: body.operatorId, among: usersOf(scope) },
    {
      field: 'WorkFlowStepId',
      id: body.workFlowStepId,
      among: steps.filter(({ type }) => type === 'DataSubject'),
    },
    { field: 'SubjectCategoryId', id: body.subjectCategoryId, among: subjectCategories },
    ...tagReferences(scope, body.tags, 'DataSubject'),
  ]);
  const origin = { id: state.world.nextId++, creatorId: API_USER_ID, now: new Date() };
  const request = newRequest(scope.workspace, body, origin);
  requests.push(request);
  const data =
    state.switches.hookData === 'full'
      ? requestView(scope, request)
      : requestLightView(scope, request);
  for (const event of events) hooks.fire(event, info.id, data);
  return request;
}

/** The legal delay has passed (fact sheet §2.3, list filters). */
function isOvertaking({ expiryTime, state }: RequestRow): boolean {
  return state !== 'Closed' && expiryTime != null && parseDate(expiryTime) < new Date();
}
