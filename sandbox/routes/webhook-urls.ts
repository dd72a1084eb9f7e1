import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { App, Context } from '../context.ts';
import { invalid } from '../problems.ts';
import { checkReferences } from '../references.ts';
import { queryInt } from '../schemas/fields.ts';
import { webhookUrlBody, webhookUrlDto } from '../schemas/webhook-url.ts';
import { findById } from '../scope.ts';
import { workspaceView } from '../views/organization.ts';
import { present } from '../views/present.ts';
import type { World } from '../world.ts';

const idParams = z.object({ id: queryInt });

/** Subscriptions (fact sheet §2.8 and §5). */
export function addWebhookUrlRoutes(app: App, { state }: Context): void {
  const view = (hook: World['webhookUrls'][number]) => {
    const workspace = state.world.workspaces.find(({ info }) => info.id === hook.workSpaceId);
    return present(webhookUrlDto, { ...hook, workSpace: workspace && workspaceView(workspace) });
  };
  const checkWorkspace = (id: number | null | undefined) =>
    checkReferences([
      { field: 'WorkSpaceId', id, among: state.world.workspaces.map(({ info }) => info) },
    ]);

  app.get(
    '/v1/WebHookUrls',
    { schema: { querystring: z.strictObject({ workspaceId: queryInt.optional() }) } },
    async ({ query }) =>
      state.world.webhookUrls
        .filter((hook) => query.workspaceId === undefined || hook.workSpaceId === query.workspaceId)
        .map(view),
  );

  app.get('/v1/WebHookUrls/:id', { schema: { params: idParams } }, async ({ params }) =>
    view(findById(state.world.webhookUrls, params.id, 'Webhook URL')),
  );

  app.post('/v1/WebHookUrls', { schema: { body: webhookUrlBody } }, async ({ body }) => {
    checkWorkspace(body.workSpaceId);
    const first = state.world.webhookUrls.find(({ url }) => url === body.url);
    if (first && state.switches.secondSubscription === 'refuse') {
      throw invalid({ Url: ['There is a webhook with this URL already.'] });
    }
    if (first && state.switches.secondSubscription === 'replace') {
      return view(Object.assign(first, body));
    }
    const hook = {
      ...body,
      id: state.world.nextId++,
      subscribedEvents: body.subscribedEvents ?? [],
      signatureKey: randomUUID(),
      nbErrors: 0,
      inError: false,
    };
    state.world.webhookUrls.push(hook);
    return view(hook);
  });

  app.put(
    '/v1/WebHookUrls/:id',
    { schema: { params: idParams, body: webhookUrlBody } },
    async ({ params, body }) => {
      const hook = findById(state.world.webhookUrls, params.id, 'Webhook URL');
      checkWorkspace(body.workSpaceId);
      return view(Object.assign(hook, body));
    },
  );

  /** Answers 200 without a body: no schema is documented. */
  app.delete('/v1/WebHookUrls/:id', { schema: { params: idParams } }, async ({ params }, reply) => {
    const hook = findById(state.world.webhookUrls, params.id, 'Webhook URL');
    state.world.webhookUrls.splice(state.world.webhookUrls.indexOf(hook), 1);
    return reply.send();
  });
}
