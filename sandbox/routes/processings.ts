import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { App, Context } from '../context.ts';
import { selector, selectQuery } from '../listing.ts';
import { invalid } from '../problems.ts';
import { processingRecordStates, processingTypes } from '../schemas/enums.ts';
import { guid, queryFlag, queryInt, queryList, text } from '../schemas/fields.ts';
import { attachBody, detachBody, processingDto } from '../schemas/processing.ts';
import { findById, sameId, scopeOf } from '../scope.ts';
import { linkView, processingView } from '../views/processing.ts';
import { addWorkspaceList, equals, listed, workspaceParams } from './workspace-list.ts';

/** Processings and the actors attached to them (fact sheet §2.6 and §3). */
export function addProcessingRoutes(app: App, context: Context): void {
  const { state } = context;

  addWorkspaceList(app, context, 'DataProcessings', {
    query: selectQuery.extend({
      actorId: queryInt.optional(),
      areaId: queryInt.optional(),
      archived: queryFlag.default(false),
      tags: queryList(queryInt),
      workflows: queryList(queryInt),
      states: queryList(z.enum(processingRecordStates)),
      type: z.enum(processingTypes).optional(),
      ids: queryList(guid),
    }),
    dto: processingDto,
    rows: ({ workspace }, query) =>
      workspace.processings.filter(
        (processing) =>
          processing.archived === query.archived &&
          equals(query.areaId, processing.areaId) &&
          equals(query.type, processing.processingType) &&
          listed(query.tags, ...processing.tagIds) &&
          listed(query.workflows, processing.workFlowStepId) &&
          listed(query.states, processing.state) &&
          (query.ids === undefined || query.ids.some((id) => sameId(id, processing.id))) &&
          (query.actorId === undefined ||
            workspace.links.some(
              (link) => link.actorId === query.actorId && link.processingId === processing.id,
            )),
      ),
    view: processingView,
    searched: (processing) => [processing.label, processing.ref],
  });

  app.get(
    '/v1/ws/:workspaceId/DataProcessings/:id',
    {
      schema: {
        params: workspaceParams.extend({ id: guid }),
        querystring: z.strictObject({ select: text().optional() }),
      },
    },
    async ({ params, query }) => {
      const scope = scopeOf(state, params.workspaceId);
      const processing = findById(scope.workspace.processings, params.id, 'Processing');
      return selector(query.select, processingDto)(processingView(scope, processing));
    },
  );

  app.get(
    '/v1/ws/:workspaceId/DataProcessings/recipients/:actorId',
    { schema: { params: workspaceParams.extend({ actorId: queryInt }) } },
    async ({ params }) => {
      const scope = scopeOf(state, params.workspaceId);
      const actor = findById(scope.workspace.actors, params.actorId, 'Actor');
      const { recipientsListRecipientsOnly } = state.switches;
      return scope.workspace.links
        .filter(({ actorId }) => actorId === actor.id)
        .filter(({ type }) => !recipientsListRecipientsOnly || type === 'Recipient')
        .map((link) =>
          linkView(
            scope,
            link,
            findById(scope.workspace.processings, link.processingId, 'Processing'),
          ),
        );
    },
  );

  /** Attaches actors; answers the number of links added [I] (fact sheet §3). */
  app.post(
    '/v1/ws/:workspaceId/DataProcessings/recipients/batch',
    { schema: { params: workspaceParams, body: attachBody } },
    async ({ params, body }) => {
      const { workspace } = scopeOf(state, params.workspaceId);
      const { actorIds, dataProcessingId, type, recipientType, jobTitle } = body;
      const processing = findById(workspace.processings, dataProcessingId, 'Processing');
      const added = actorIds.map((actorId) => ({
        id: randomUUID(),
        processingId: processing.id,
        actorId: findById(workspace.actors, actorId, 'Actor').id,
        type,
        recipientType,
        jobTitle,
        label: body.label ?? null,
        description: body.description ?? null,
      }));
      const duplicate = added.find((one) =>
        workspace.links.some(
          (link) =>
            link.actorId === one.actorId &&
            link.processingId === one.processingId &&
            link.type === type &&
            link.recipientType === recipientType &&
            link.jobTitle === jobTitle,
        ),
      );
      if (duplicate && state.switches.duplicateLinks === 'refuse') {
        throw invalid({ ActorIds: [`ActorIds: actor ${duplicate.actorId} has this link already`] });
      }
      workspace.links.push(...added);
      return added.length;
    },
  );

  /** Answers the number of links removed [I] (fact sheet §3, Idempotency). */
  app.post(
    '/v1/ws/:workspaceId/DataProcessings/recipients/delete/batch',
    { schema: { params: workspaceParams, body: detachBody } },
    async ({ params, body }) => {
      const { workspace } = scopeOf(state, params.workspaceId);
      const kept = workspace.links.filter(
        (link) => !body.relationshipIds.some((id) => sameId(id, link.id)),
      );
      const removed = workspace.links.length - kept.length;
      workspace.links = kept;
      return removed;
    },
  );
}
