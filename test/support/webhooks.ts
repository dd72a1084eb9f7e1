/** Webhooks as Zapier hands them to a trigger, and what a trigger needs to tell true from forged. */
import { createHmac } from 'node:crypto';
import type { TestSandbox } from './sandbox.ts';

/** A subscription for each event, each with a key of its own. */
export const SUBSCRIPTIONS = {
  DataSubjectCreation: {
    id: '77',
    signatureKey: '0b8c1f6e-7a51-4b52-9d10-6f0f2f6f7a01',
    events: ['DataSubjectCreation'],
  },
  DataSubjectWidgetCreation: {
    id: '78',
    signatureKey: '5d0f2f3c-2c1b-4f0e-8a56-0a7b8f0c9e02',
    events: ['DataSubjectWidgetCreation'],
  },
  DataSubjectStateChange: {
    id: '80',
    signatureKey: '7c0a4d0e-53b6-4a53-8f4e-6a1f6d1c3d04',
    events: ['DataSubjectStateChange'],
  },
  DataSubjectUpdate: {
    id: '81',
    signatureKey: 'a2f1d8b4-4f0b-4b0e-9a56-1d7e3c5b9f05',
    events: ['DataSubjectUpdate'],
  },
  DataSubjectIdentityValidated: {
    id: '82',
    signatureKey: '3e9b7c21-8d5f-4c1a-b0e4-9f6a2d8c7e06',
    events: ['DataSubjectIdentityValidated'],
  },
  DataSubjectMessage: {
    id: '83',
    signatureKey: '3b1c9f77-58f0-4a0a-8f0e-2f6f1d7c9a04',
    events: ['DataSubjectMessage'],
  },
  TaskChangeState: {
    id: '93',
    signatureKey: 'b61f0c8d-2e7a-4c39-9d15-4a8e6b0f1d07',
    events: ['TaskChangeState'],
  },
  TaskEdit: {
    id: '94',
    signatureKey: 'd8407e2f-6c9b-4a51-8e37-0f5b9c2a4e08',
    events: ['TaskEdit'],
  },
  TaskCreation: {
    id: '79',
    signatureKey: 'e7c9d6a2-9f43-4d7b-b1f5-3c2a1d0e8b03',
    events: ['TaskCreation'],
  },
  DataBreachCreation: {
    id: '83',
    signatureKey: '1f7d3c52-90ab-4e6c-8d21-5b3e7f9a1c07',
    events: ['DataBreachCreation'],
  },
  DataBreachChangeState: {
    id: '84',
    signatureKey: '7a2b9e41-33c5-4f0d-a6b8-0c9d1e2f3a08',
    events: ['DataBreachChangeState'],
  },
  AuditResponseFinalized: {
    id: '85',
    signatureKey: '2d6e8a10-4b7c-4f95-8e13-a0b1c2d3e409',
    events: ['AuditResponseFinalized'],
  },
  AuditResponseValidated: {
    id: '86',
    signatureKey: '6b0f2c84-7d9e-4a31-b5f7-1c2d3e4f5a10',
    events: ['AuditResponseValidated'],
  },
  AuditResponseRefused: {
    id: '87',
    signatureKey: 'e91a3d57-8c0f-4b26-a7d9-3e4f5a6b7c11',
    events: ['AuditResponseRefused'],
  },
};
type Event = keyof typeof SUBSCRIPTIONS;

/** Events that one trigger subscribes to. */
const TOGETHER: readonly Event[][] = [
  ['DataSubjectCreation', 'DataSubjectWidgetCreation'],
  ['DataSubjectStateChange', 'DataSubjectUpdate'],
  ['TaskChangeState', 'TaskEdit'],
  ['AuditResponseFinalized', 'AuditResponseValidated', 'AuditResponseRefused'],
];

/** The user that the connection speaks for, as in the sandbox. */
export const OWN_USER_ID = 19;

/** What the trigger's own `performSubscribe` returned. */
const subscribeDataOf = (event: Event) => {
  const events = TOGETHER.find((group) => group.includes(event)) ?? [event];
  const subscriptions = events.map((name) => SUBSCRIPTIONS[name]);
  return { id: subscriptions[0]?.id, subscriptions, userId: String(OWN_USER_ID) };
};

/** The signature that Dastra's documents describe, made here without the app's own code. */
const signed = (body: string, key: string) =>
  createHmac('sha256', Buffer.from(key, 'utf8')).update(Buffer.from(body, 'utf8')).digest('base64');

interface Options {
  /** The name that the signature's header arrives under. */
  header?: string;
  /** The signature itself; `false` leaves the header out. */
  signature?: string | false;
  /** The event whose subscription it comes from, if not that of the body. */
  by?: Event;
  /** The key that signs, if not that of this subscription. */
  key?: string;
  /** The body as text, if not what it is as JSON. */
  content?: string;
}

const eventOf = (body: unknown): Event => {
  const { eventType } = (body ?? {}) as { eventType?: unknown };
  const named = typeof eventType === 'string' && Object.hasOwn(SUBSCRIPTIONS, eventType);
  return named ? (eventType as Event) : 'DataSubjectCreation';
};

/** What a trigger's `perform` gets for a webhook with this body. */
export const webhook = (
  body: unknown,
  {
    header = 'Http-Dastra-Signature',
    signature,
    by = eventOf(body),
    key = SUBSCRIPTIONS[by].signatureKey,
    content = JSON.stringify(body),
  }: Options = {},
) => {
  const value = signature ?? signed(content, key);
  return {
    subscribeData: subscribeDataOf(by),
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
