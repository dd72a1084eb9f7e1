/**
 * Subscriptions to events (docs/dastra-api.md, Webhooks). `workSpaceId` null stands for every
 * workspace.
 */
import { randomUUID } from 'node:crypto';
import { defineResource } from '../engine/define.ts';
import { invalid } from '../engine/problems.ts';
import type { Resource } from '../engine/resource.ts';
import type { Fields } from '../engine/world.ts';

export const webhookUrls: Resource = defineResource({
  path: 'WebHookUrls',
  name: 'Webhook URL',
  ofAccount: true,
  serves: ['list'],
  filters: { workspaceId: 'workSpaceId' },
  writable: 'url workSpaceId subscribedEvents',
  references: { workSpaceId: 'WorkSpaces' },
  refuses: ({ url }) => ({
    url:
      !/^https?:$/.test(URL.parse(String(url))?.protocol ?? '') && 'Expected http:// or https://',
  }),
  fresh: () => ({ signatureKey: randomUUID() }),
  routes: [
    {
      method: 'POST',
      path: '/v1/WebHookUrls',
      handle(call) {
        const { scope } = call;
        const body = call.body as Fields;
        const { secondSubscription } = scope.switches;
        const first = scope.rows('WebHookUrls').find(({ url }) => url === body.url);
        if (first && secondSubscription === 'refuse') {
          throw invalid({ Url: ['There is a webhook with this URL already.'] });
        }
        const replaced = first && secondSubscription === 'replace' && Object.assign(first, body);
        return scope.complete('WebHookUrls', replaced || webhookUrls.create(call, body));
      },
    },
    {
      method: 'DELETE',
      path: '/v1/WebHookUrls/{id}',
      handle({ scope, params, reply }) {
        const rows = scope.rows('WebHookUrls');
        rows.splice(rows.indexOf(scope.row('WebHookUrls', params.id)), 1);
        // No schema is documented.
        return reply.send();
      },
    },
  ],
});
