/** Subscriptions to events (fact sheet §2.8 and §5). `workSpaceId` null stands for every workspace. */
import { randomUUID } from 'node:crypto';
import { defineResource } from '../engine/define.ts';

export const webhookUrls = defineResource({
  path: 'WebHookUrls',
  name: 'Webhook URL',
  ofAccount: true,
  serves: ['list', 'post'],
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
