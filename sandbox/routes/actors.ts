import { z } from 'zod';
import type { App, Context } from '../context.ts';
import { selector, selectQuery } from '../listing.ts';
import { newActor } from '../records/new-actor.ts';
import { checkReferences, tagReferences } from '../references.ts';
import { actorBody, actorDto } from '../schemas/actor.ts';
import { actorReferences, actorTypes } from '../schemas/enums.ts';
import { queryFlag, queryInt, queryList, text } from '../schemas/fields.ts';
import { findById, scopeOf } from '../scope.ts';
import { actorDisplayName, actorView } from '../views/actor.ts';
import { API_USER_ID } from '../world.ts';
import { addWorkspaceList, listed, workspaceParams } from './workspace-list.ts';

/** Actors (fact sheet §2.5). */
export function addActorRoutes(app: App, context: Context): void {
  const { state } = context;

  addWorkspaceList(app, context, 'Actors', {
    query: selectQuery.extend({
      ids: queryList(queryInt),
      includeScore: queryFlag.optional(),
      tags: queryList(queryInt),
      countries: queryList(text()),
      referencedAs: z.enum(actorReferences).optional(),
      types: queryList(z.enum(actorTypes)),
    }),
    dto: actorDto,
    rows: ({ workspace }, query) =>
      workspace.actors.filter(
        (actor) =>
          listed(query.ids, actor.id) &&
          listed(query.tags, ...actor.tagIds) &&
          listed(query.countries, actor.countryCode) &&
          listed(query.types, actor.actorType) &&
          (query.referencedAs === undefined ||
            workspace.links.some(
              ({ actorId, type, recipientType }) =>
                actorId === actor.id &&
                [type, recipientType].some((is) => is === query.referencedAs),
            )),
      ),
    view: actorView,
    searched: (actor) => [
      actorDisplayName(actor),
      actor.email,
      actor.companyName,
      actor.givenName,
      actor.familyName,
    ],
  });

  app.get(
    '/v1/ws/:workspaceId/Actors/:id',
    {
      schema: {
        params: workspaceParams.extend({ id: queryInt }),
        querystring: z.strictObject({ select: text().optional() }),
      },
    },
    async ({ params, query }) => {
      const scope = scopeOf(state, params.workspaceId);
      const actor = findById(scope.workspace.actors, params.id, 'Actor');
      return selector(query.select, actorDto)(actorView(scope, actor));
    },
  );

  app.post(
    '/v1/ws/:workspaceId/Actors',
    { schema: { params: workspaceParams, body: actorBody } },
    async ({ params, body }) => {
      const scope = scopeOf(state, params.workspaceId);
      checkReferences(tagReferences(scope, body.tags, 'Actor'));
      const origin = { id: state.world.nextId++, creatorId: API_USER_ID, now: new Date() };
      const actor = newActor(body, origin);
      scope.workspace.actors.push(actor);
      return actorView(scope, actor);
    },
  );
}
