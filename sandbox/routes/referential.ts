import { z } from 'zod';
import type { App, Context } from '../context.ts';
import { selectQuery } from '../listing.ts';
import { notFound } from '../problems.ts';
import { areaTypes, tagTypes } from '../schemas/enums.ts';
import { queryFlag, queryInt, text } from '../schemas/fields.ts';
import { areaDto } from '../schemas/organization.ts';
import { scopeOf } from '../scope.ts';
import {
  areaView,
  driftedType,
  iterationView,
  projectView,
  stepView,
  tagViews,
} from '../views/organization.ts';
import { addWorkspaceList, equals, workspaceParams } from './workspace-list.ts';

const noQuery = z.strictObject({});

/** What forms choose from (fact sheet §1, drop-downs): units paged, the rest bare arrays. */
export function addReferentialRoutes(app: App, context: Context): void {
  const { state } = context;

  addWorkspaceList(app, context, 'Areas', {
    query: selectQuery.extend({
      type: z.enum(areaTypes).optional(),
      ref: text().optional(),
      parentId: queryInt.optional(),
    }),
    dto: areaDto,
    rows: ({ workspace }, query) =>
      workspace.areas.filter(
        (area) =>
          equals(query.type, area.type) &&
          equals(query.ref, area.ref) &&
          equals(query.parentId, area.parentId),
      ),
    view: (_scope, area) => areaView(area),
    searched: (area) => [area.label, area.ref],
  });

  app.get(
    '/v1/ws/:workspaceId/Tags',
    {
      schema: {
        params: workspaceParams,
        querystring: z.strictObject({
          type: z.enum(tagTypes).optional(),
          asc: queryFlag.default(true),
        }),
      },
    },
    async ({ params, query }) => {
      const scope = scopeOf(state, params.workspaceId);
      const ids = scope.workspace.tags.map(({ id }) => id);
      const tags = tagViews(scope, ids).filter((tag) => equals(query.type, tag.type));
      tags.sort((a, b) => a.label.localeCompare(b.label));
      return query.asc ? tags : tags.reverse();
    },
  );

  app.get(
    '/v1/ws/:workspaceId/Projects',
    {
      schema: {
        params: workspaceParams,
        querystring: z.strictObject({ archived: queryFlag.default(false) }),
      },
    },
    async ({ params, query }) => {
      const scope = scopeOf(state, params.workspaceId);
      return scope.workspace.projects
        .filter(({ archived }) => archived === query.archived)
        .map((project) => projectView(scope, project));
    },
  );

  /** Current iterations; `past` and `future` add theirs [I], their names being all there is. */
  app.get(
    '/v1/ws/:workspaceId/Iterations',
    {
      schema: {
        params: workspaceParams,
        querystring: z.strictObject({
          past: queryFlag.default(false),
          future: queryFlag.default(false),
          asc: queryFlag.default(false),
        }),
      },
    },
    async ({ params, query }) => {
      const iterations = scopeOf(state, params.workspaceId)
        .workspace.iterations.map(iterationView)
        .filter(({ done, current }) => current || (done ? query.past : query.future));
      iterations.sort((a, b) => a.start.localeCompare(b.start));
      return query.asc ? iterations : iterations.reverse();
    },
  );

  /** Only newer documents know it; requests go by one of two names (fact sheet §9, 4). */
  app.get(
    '/v1/ws/:workspaceId/Workflows/:type',
    { schema: { params: workspaceParams.extend({ type: z.string() }), querystring: noQuery } },
    async ({ params }) => {
      const scope = scopeOf(state, params.workspaceId);
      const wanted = params.type.toLowerCase();
      const steps = scope.workspace.steps.filter(
        ({ type }) => driftedType(state.switches, type).toLowerCase() === wanted,
      );
      if (steps.length === 0) throw notFound('Workflow');
      return steps.map(({ id }) => stepView(scope, id));
    },
  );

  /** Only newer documents know it (fact sheet §9, 3). */
  app.get(
    '/v1/ws/:workspaceId/SubjectCategories',
    { schema: { params: workspaceParams, querystring: noQuery } },
    async ({ params }) => scopeOf(state, params.workspaceId).workspace.subjectCategories,
  );
}
