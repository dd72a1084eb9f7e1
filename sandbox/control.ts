import { z } from 'zod';
import type { App, Context } from './context.ts';
import { faultSchema } from './faults.ts';
import { createRequest } from './routes/requests.ts';
import { notificationChannels } from './schemas/enums.ts';
import { int32 } from './schemas/fields.ts';
import { requestBody } from './schemas/request.ts';
import { scopeOf } from './scope.ts';
import { createState } from './state.ts';
import { switchesSchema } from './switches.ts';
import type { HookEvent } from './webhooks.ts';

/** The longest that `?settled=true` waits. */
const SETTLE_MS = 15_000;

const widgetRequestBody = z.strictObject({
  workspaceId: int32,
  ...requestBody.omit({ channel: true }).partial().shape,
});

const hookBody = z.strictObject({
  event: z.enum(notificationChannels),
  data: z.unknown().optional(),
  signature: switchesSchema.shape.signature.optional(),
});

/**
 * The control plane, for tests and demos; no key, no log, no rate limit. JSON in and out.
 *
 * | Call | Effect |
 * |---|---|
 * | `GET /_sandbox/requests` | API calls so far, in order; `DELETE` forgets them |
 * | `GET /_sandbox/deliveries` | webhook deliveries so far; `?settled=true` first waits (up to 15 s) until none is on its way |
 * | `POST /_sandbox/reset` | back to the seed, without faults, logs and changed switches |
 * | `GET`, `POST`, `DELETE /_sandbox/faults` | what is left of the planned faults; plans one (`faultSchema`); forgets all |
 * | `GET`, `POST /_sandbox/switches` | reads them; sets those in the body (`switchesSchema`) |
 * | `POST /_sandbox/widget-requests` | makes a request as through Dastra's web form |
 * | `POST /_sandbox/hooks` | delivers any event, with any data, to the URLs subscribed to it |
 */
export function addControlRoutes(app: App, context: Context): void {
  const { state, hooks } = context;

  app.get('/_sandbox/requests', async () => state.calls);
  app.delete('/_sandbox/requests', async () => {
    state.calls = [];
    return state.calls;
  });

  app.get(
    '/_sandbox/deliveries',
    { schema: { querystring: z.strictObject({ settled: z.literal('true').optional() }) } },
    async ({ query }) => {
      if (query.settled) await hooks.settle(SETTLE_MS);
      return state.deliveries;
    },
  );

  app.post('/_sandbox/reset', async () => {
    hooks.cancel();
    Object.assign(state, createState(state.records));
    return state.switches;
  });

  app.get('/_sandbox/faults', async () => state.faults);
  app.post('/_sandbox/faults', { schema: { body: faultSchema } }, async ({ body }) => {
    state.faults.push(body);
    return state.faults;
  });
  app.delete('/_sandbox/faults', async () => {
    state.faults = [];
    return state.faults;
  });

  app.get('/_sandbox/switches', async () => state.switches);
  app.post('/_sandbox/switches', { schema: { body: switchesSchema.partial() } }, async ({ body }) =>
    Object.assign(state.switches, body),
  );

  app.post(
    '/_sandbox/widget-requests',
    { schema: { body: widgetRequestBody } },
    async ({ body: { workspaceId, ...fields } }) => {
      const scope = scopeOf(state, String(workspaceId));
      const [firstArea] = scope.workspace.areas;
      const form = {
        title: 'Request through the web form',
        locale: 'fr',
        purposes: ['Access' as const],
        areaId: firstArea?.id ?? 0,
        ...fields,
        channel: 'Widget' as const,
      };
      const events: Record<typeof state.switches.widgetEvents, HookEvent[]> = {
        widget: ['DataSubjectWidgetCreation'],
        creation: ['DataSubjectCreation'],
        both: ['DataSubjectCreation', 'DataSubjectWidgetCreation'],
      };
      return createRequest(context, scope, form, events[state.switches.widgetEvents]);
    },
  );

  app.post('/_sandbox/hooks', { schema: { body: hookBody } }, async ({ body }) => {
    hooks.fire(body.event, undefined, body.data, body.signature);
    return body;
  });
}
