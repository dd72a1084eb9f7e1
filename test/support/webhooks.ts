/** Webhooks as Zapier hands them to a trigger, and what a trigger needs to tell true from forged. */
import { createHmac } from 'node:crypto';
import { WEBHOOK_EVENTS, type WebhookEvent } from '../../src/dastra/webhooks.ts';
import type { TestSandbox } from './sandbox.ts';

/** The subscription to an event: each has a key of its own, with which Dastra signs. */
const subscriptionTo = (event: WebhookEvent) => {
  const number = 77 + WEBHOOK_EVENTS.indexOf(event);
  return {
    id: String(number),
    signatureKey: `0b8c1f6e-7a51-4b52-9d10-${String(number).padStart(12, '0')}`,
    events: [event],
  };
};

/** The user that the connection speaks for, as in the sandbox. */
export const OWN_USER_ID = 19;

/** What the trigger's own `performSubscribe` returned, had it subscribed to every event. */
const subscriptions = WEBHOOK_EVENTS.map(subscriptionTo);
const subscribeData = { id: subscriptions[0]?.id, subscriptions, userId: String(OWN_USER_ID) };

/** The signature that Dastra's documents describe, made here without the app's own code. */
const signed = (body: string, key: string) =>
  createHmac('sha256', Buffer.from(key, 'utf8')).update(Buffer.from(body, 'utf8')).digest('base64');

interface Options {
  /** The name that the signature's header arrives under. */
  header?: string;
  /** The signature itself; `false` leaves the header out. */
  signature?: string | false;
  /** The event whose subscription it comes from, if not that of the body. */
  by?: WebhookEvent;
  /** The key that signs, if not that of this subscription. */
  key?: string;
  /** The body as text, if not what it is as JSON. */
  content?: string;
}

const eventOf = (body: unknown): WebhookEvent => {
  const { eventType } = (body ?? {}) as { eventType?: unknown };
  return WEBHOOK_EVENTS.find((event) => event === eventType) ?? 'DataSubjectCreation';
};

/** What a trigger's `perform` gets for a webhook with this body. */
export const webhook = (
  body: unknown,
  {
    header = 'Http-Dastra-Signature',
    signature,
    by = eventOf(body),
    key = subscriptionTo(by).signatureKey,
    content = JSON.stringify(body),
  }: Options = {},
) => {
  const value = signature ?? signed(content, key);
  return {
    subscribeData,
    cleanedRequest: body,
    rawRequest: {
      method: 'POST' as const,
      querystring: '',
      headers: {
        'Content-Type': 'application/json',
        ...(value === false ? {} : { [header]: value }),
      },
      content,
    },
  };
};

/** The envelope of an event (docs/dastra-api.md, Envelope). */
export const event = (eventType: string | number, data: unknown) => ({
  webhookId: 77,
  signatureUrl: 'https://hooks.zapier.com/1',
  userId: 11,
  date: '2026-11-24T10:31:30.6882299',
  eventType,
  eventName: 'Event',
  data,
});

/**
 * The webhook that announces a record to any trigger: an event that the trigger subscribes to, with
 * the record as Dastra's API gives it.
 * @param key of the trigger
 * @param id of a record in the sandbox, of the kind that the trigger lists
 */
export const webhookFor = async (
  { run, calls, api }: TestSandbox,
  key: string,
  inputData: object,
  id: unknown,
) => {
  const targetUrl = 'http://127.0.0.1:9/hook';
  await run(key, inputData, { method: 'performSubscribe', targetUrl });
  const before = await calls();
  const subscription = before.findLast(({ method }) => method === 'POST')?.body as
    | { subscribedEvents: string[] }
    | undefined;
  await run(key, inputData, { method: 'performList' });
  const [list] = (await calls()).slice(before.length);
  const data = await api(`${list?.path}/${id}`);
  return webhook(event(subscription?.subscribedEvents[0] ?? '', data));
};
