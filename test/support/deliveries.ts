/** Webhooks of any instant trigger, made of its case. */
import { createHmac } from 'node:crypto';
import type { Remote } from '../../sandbox/remote.ts';
import type { FaultHarness } from '../resilience/fault-harness.ts';
import { filledIn, type HookScenario, methodOf } from './scenarios.ts';

/** An address that a Zap could have; nobody listens there. */
export const TARGET_URL = 'http://127.0.0.1:9/hook';

interface Subscribed {
  id: string;
  subscriptions: { id: string; signatureKey: string; events: string[] }[];
}

/** Subscriptions as if made by `performSubscribe`, with keys of their own. */
export const subscriptionsOf = ({ hook }: HookScenario): Subscribed => {
  const subscriptions = hook.events.map((event, index) => ({
    id: String(77 + index),
    signatureKey: `0b8c1f6e-7a51-4b52-9d10-6f0f2f6f7a0${index}`,
    events: [event],
  }));
  return { id: '77', subscriptions };
};

/** Turns a trigger on. */
export const subscribed = (
  harness: FaultHarness,
  { hook, operation }: HookScenario,
): Promise<Subscribed> =>
  harness.run(methodOf(operation, 'performSubscribe'), {
    inputData: filledIn(hook.input, harness),
    targetUrl: TARGET_URL,
  });

/** The signature that Dastra's documents describe, made here without the app's own code. */
const signed = (body: string, key: string) =>
  createHmac('sha256', Buffer.from(key, 'utf8')).update(Buffer.from(body, 'utf8')).digest('base64');

/** What the data of a webhook hold. */
export type Form = 'full' | 'light' | object;

/** The data of a webhook about the record of a trigger's case. */
export const dataOf = async (
  { api }: Pick<Remote, 'api'>,
  { hook }: HookScenario,
  form: Form = 'full',
): Promise<Record<string, unknown>> => {
  const record = await api(hook.record);
  if (form === 'light') return { id: record.id, ...hook.light };
  return form === 'full' ? record : { ...record, ...form };
};

/** The envelope of an event (docs/dastra-api.md, Envelope). */
const envelopeOf = (scenario: HookScenario, event: number, data: object, date: string) => ({
  webhookId: Number(subscriptionsOf(scenario).subscriptions[event]?.id),
  signatureUrl: TARGET_URL,
  userId: 11,
  date,
  eventType: scenario.hook.events[event],
  eventName: 'Event',
  data,
});

/** What a trigger's `perform` gets for a body that the subscription to one of its events signed. */
export const signedDelivery = (
  scenario: HookScenario,
  event: number,
  body: unknown,
  isSigned = true,
) => {
  const subscribeData = subscriptionsOf(scenario);
  const content = JSON.stringify(body);
  const signature = signed(content, subscribeData.subscriptions[event]?.signatureKey ?? '');
  return {
    subscribeData,
    cleanedRequest: body,
    rawRequest: {
      method: 'POST',
      querystring: '',
      headers: {
        'Content-Type': 'application/json',
        ...(isSigned ? { 'Http-Dastra-Signature': signature } : {}),
      },
      content,
    },
  };
};

/**
 * What a trigger's `perform` gets for a webhook.
 * @param form all of the record of its case, little of it, or all with some properties changed
 * @param how whether it is signed, which of the trigger's events it is, when that was, and other data
 */
export const deliveryOf = async (
  api: Pick<Remote, 'api'>,
  scenario: HookScenario,
  form: Form = 'full',
  {
    isSigned = true,
    event = 0,
    date = '2026-11-24T10:31:30.6882299',
    data,
  }: { isSigned?: boolean; event?: number; date?: string; data?: object } = {},
) => {
  const body = envelopeOf(scenario, event, data ?? (await dataOf(api, scenario, form)), date);
  return signedDelivery(scenario, event, body, isSigned);
};
