/** The control plane, for tests and demos. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { faultSchema } from './faults.ts';
import { EVENTS, type HookSender } from './hooks.ts';
import { parse } from './problems.ts';
import { createState, type State } from './state.ts';
import { switchesSchema } from './switches.ts';

/** The longest that `?settled=true` waits. */
const SETTLE_MS = 15_000;

const deliveriesQuery = z.strictObject({ settled: z.literal('true').optional() });

const hookBody = z.strictObject({
  event: z.enum(EVENTS as [string, ...string[]]),
  data: z.unknown().optional(),
  userId: z.int32().optional(),
  signature: switchesSchema.shape.signature.removeDefault().optional(),
});

/**
 * No key, no log, no rate limit. JSON in and out.
 *
 * | Call | Effect |
 * |---|---|
 * | `GET /_sandbox/requests` | API calls so far, in order; `DELETE` forgets them |
 * | `GET /_sandbox/deliveries` | webhook deliveries so far; `?settled=true` first waits (up to 15 s) until none is on its way |
 * | `POST /_sandbox/reset` | back to the seed, without faults, logs and changed switches |
 * | `GET`, `POST`, `DELETE /_sandbox/faults` | what is left of the injected faults; injects one (`faultSchema`); forgets all |
 * | `GET`, `POST /_sandbox/switches` | reads them; sets those in the body (`switchesSchema`) |
 * | `POST /_sandbox/widget-requests` | makes a request as through Dastra's web form (rights-requests.ts) |
 * | `POST /_sandbox/moves/DataSubjectRequests`, or another path | moves a record to a step, by its ID or label, as a colleague in Dastra's own pages (define.ts) |
 * | `POST /_sandbox/identity-validations` | validates the identity of a requester, or says that it is not valid, as a colleague |
 * | `POST /_sandbox/messages` | writes a message as the requester does (messages.ts) |
 * | `POST /_sandbox/questionnaire-outcomes` | finalizes, validates or refuses a questionnaire, as a colleague |
 * | `POST /_sandbox/hooks` | delivers any event, with any data and user, to the URLs subscribed to it |
 */
export const addControlRoutes = (app: FastifyInstance, state: State, hooks: HookSender): void => {
  app.get('/_sandbox/requests', async () => state.calls);
  app.delete('/_sandbox/requests', async () => {
    state.calls = [];
    return state.calls;
  });

  app.get('/_sandbox/deliveries', async ({ query }) => {
    if (parse(deliveriesQuery, query).settled) await hooks.settle(SETTLE_MS);
    return state.deliveries;
  });

  app.post('/_sandbox/reset', async () => {
    hooks.cancel();
    Object.assign(state, createState(state.resources, state.records, state.seededAt));
    return state.switches;
  });

  app.get('/_sandbox/faults', async () => state.faults);
  app.post('/_sandbox/faults', async ({ body }) => {
    state.faults.push(parse(faultSchema, body));
    return state.faults;
  });
  app.delete('/_sandbox/faults', async () => {
    state.faults = [];
    return state.faults;
  });

  app.get('/_sandbox/switches', async () => state.switches);
  app.post('/_sandbox/switches', async ({ body }) => {
    // With the others as they are, none falls back to its default.
    return Object.assign(
      state.switches,
      parse(switchesSchema, { ...state.switches, ...(body as object) }),
    );
  });

  app.post('/_sandbox/hooks', async ({ body }) => {
    const { event, ...message } = parse(hookBody, body);
    hooks.fire(event, { data: undefined, ...message });
    return body;
  });
};
