import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import type { Dastra } from './client.ts';
import { defineEndpoint, defineList } from './endpoint.ts';
import { isFault } from './fault.ts';
import * as received from './received.ts';
import * as sent from './sent.ts';

/**
 * The events of Dastra that this app subscribes to (`NotificationChannel`; docs/dastra-api.md,
 * Events).
 */
export const WEBHOOK_EVENTS = [
  'DataSubjectCreation',
  'DataSubjectWidgetCreation',
  'DataSubjectUpdate',
  'DataSubjectStateChange',
  'DataSubjectIdentityValidated',
  'DataSubjectMessage',
  'TaskCreation',
  'TaskChangeState',
  'TaskEdit',
  'ProcessingCreation',
  'ProcessingPublished',
  'DataBreachCreation',
  'DataBreachChangeState',
  'AuditResponseFinalized',
  'AuditResponseValidated',
  'AuditResponseRefused',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/**
 * A subscription (`WebHookUrlDto`): its ID, the key that signs what it delivers, and what it delivers.
 */
export const subscription = z.object({
  id: received.id,
  signatureKey: received.maybeText,
  events: z.array(z.enum(WEBHOOK_EVENTS)),
});
export type Subscription = z.infer<typeof subscription>;

const HOOKS = '/v1/WebHookUrls';

export const readSubscriptions = defineList({
  path: HOOKS,
  doing: 'manage webhooks',
  query: { workspaceId: sent.recordId },
  items: z.object({ id: received.id, url: received.maybeText }),
  in: 'array',
});

export const postSubscription = defineEndpoint({
  method: 'POST',
  path: HOOKS,
  effect: 'create',
  doing: 'manage webhooks',
  body: {
    url: z.string(),
    workSpaceId: sent.recordId,
    subscribedEvents: z.array(z.literal(WEBHOOK_EVENTS)),
  },
  answer: z.object({ id: received.id, signatureKey: received.maybeText }),
});

export const deleteSubscription = defineEndpoint({
  method: 'DELETE',
  path: `${HOOKS}/{id}`,
  effect: 'remove',
  doing: 'manage webhooks',
});

/** The IDs of a workspace's subscriptions that post to `url`. */
const subscriptionsTo = async (dastra: Dastra, workspaceId: number, url: string) => {
  const { items } = await dastra.list(readSubscriptions, { workspaceId }, { workspaceId });
  return items.filter((item) => item.url === url).map(({ id }) => id);
};

/**
 * Has Dastra post the given events of a workspace to `url`, by one subscription an event, so that
 * the key that signs a webhook tells its event (docs/dastra-api.md, Envelope). What posted there
 * before is ended afterwards: a Zap that was turned off while Dastra was away, or whose first
 * attempt to subscribe had no answer, would else get each event twice. If subscribing fails, what
 * was there stays. A blocked subscription (docs/dastra-api.md, Delivery) starts anew.
 *
 * No document says whether an address may have several subscriptions. Where Dastra refuses a second
 * one, or changes the first one instead, there is one for all events.
 */
export const subscribe = async (
  dastra: Dastra,
  workspaceId: number,
  url: string,
  events: readonly WebhookEvent[],
): Promise<Subscription[]> => {
  const post = async (...subscribedEvents: WebhookEvent[]): Promise<Subscription> => ({
    ...(await dastra.call(
      postSubscription,
      { workspaceId },
      { body: { url, workSpaceId: workspaceId, subscribedEvents }, looksFirst: true },
    )),
    events: subscribedEvents,
  });
  const before = await subscriptionsTo(dastra, workspaceId, url);
  const made: Subscription[] = [];
  try {
    for (const event of events) made.push(await post(event));
  } catch (error) {
    const others = [...before, ...made.map(({ id }) => id)];
    if (!isFault(error, 'invalid', 'conflict') || others.length === 0) throw error;
    await unsubscribe(dastra, others);
    return [await post(...events)];
  }
  const ids = new Set(made.map(({ id }) => id));
  const result = ids.size < made.length ? [await post(...events)] : made;
  await unsubscribe(
    dastra,
    before.filter((id) => !result.some((one) => one.id === id)),
  );
  return result;
};

/**
 * Ends subscriptions; one that is gone already is ended (assumption A45). All are tried.
 * @throws DastraError with the first fault
 */
export const unsubscribe = async (dastra: Dastra, ids: readonly string[]): Promise<void> => {
  const endings = await Promise.allSettled(
    ids.map((id) => dastra.call(deleteSubscription, { id })),
  );
  for (const ending of endings) {
    if (ending.status === 'rejected' && !isFault(ending.reason, 'not-found')) throw ending.reason;
  }
};

/** The name of the header that carries the signature. */
export const SIGNATURE_HEADER = 'dastra-signature';

/**
 * Tells whether a webhook was signed with a subscription's key: Base64 of the HMAC-SHA256 of the
 * raw body, keyed with the text form of `signatureKey` (docs/dastra-api.md, Signature).
 * @param body the body as it came, not parsed and written again
 */
export const isSigned = (
  body: string,
  signature: string | undefined,
  signatureKey: string | undefined,
): boolean => {
  if (!signature || !signatureKey) return false;
  const expected = createHmac('sha256', signatureKey).update(body, 'utf8').digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
};

/**
 * What Dastra posts. `eventType` is the event's name in one document and its number in another;
 * what `data` holds is unspecified, presumably the record (docs/dastra-api.md, Envelope).
 */
export const envelope = z.object({
  webhookId: received.maybeId,
  userId: received.maybeId,
  date: received.maybeText,
  eventType: received.maybeText,
  data: z.unknown(),
});

/** A webhook that is understood. */
export interface Delivery {
  /** Undefined where neither a name nor the subscription tells it. */
  event: WebhookEvent | undefined;
  /** When it happened, as Dastra writes it. */
  date: string | undefined;
  /** The user who did it. */
  userId: string | undefined;
  data: Readonly<Record<string, unknown>>;
}

/** Where a webhook is not understood: a path of property names, such as "data". */
interface Unclear {
  unclear: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * .NET's own names (`EventType`) as JSON usually has them (`eventType`). The names of custom fields
 * are the customer's.
 * @param depth so deep a webhook is nested at most; what lies deeper is left as it is
 */
const inCamelCase = (value: unknown, depth = 10): unknown => {
  if (depth === 0) return value;
  if (Array.isArray(value)) return value.map((item) => inCamelCase(item, depth - 1));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name.charAt(0).toLowerCase() + name.slice(1),
      /^customFields$/i.test(name) ? item : inCamelCase(item, depth - 1),
    ]),
  );
};

const fromJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The record in `data`, which may also come as JSON in a text, or as a list of one. */
const recordIn = (data: unknown): Record<string, unknown> | undefined => {
  const value = typeof data === 'string' ? fromJson(data) : data;
  const one = Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;
  const record = isObject(one) && !Object.hasOwn(one, 'id') ? inCamelCase(one) : one;
  return isObject(record) ? record : undefined;
};

/**
 * Reads the event of a webhook, and the record that it is about.
 * @param body the parsed body, any JSON
 * @param events what the trigger is for
 * @param signers the subscriptions whose key signed it; none if it is not signed. They tell the event
 *   where the webhook does not name it: no document explains its number
 */
export const readDelivery = (
  body: unknown,
  events: readonly WebhookEvent[],
  signers: readonly Subscription[],
): Delivery | Unclear => {
  const isPascalCase = isObject(body) && !Object.hasOwn(body, 'data');
  const result = z.safeParse(envelope, isPascalCase ? inCamelCase(body) : body);
  if (!result.success) return { unclear: result.error.issues[0]?.path.join('.') || 'body' };
  const { webhookId, userId, date, eventType = '', data } = result.data;
  const named = events.find((name) => name.toLowerCase() === eventType.toLowerCase());
  if (!named && !/^\d*$/.test(eventType)) return { unclear: 'eventType' };
  const record = recordIn(data);
  if (!record) return { unclear: 'data' };
  const senders = signers.filter(({ id }) => signers.length === 1 || id === webhookId);
  const possible = senders.length > 0 ? senders.flatMap((sender) => sender.events) : events;
  const event = named ?? (possible.length === 1 ? possible[0] : undefined);
  return { event, date, userId, data: record };
};

const home = z.object({
  workspaceId: received.ifFits(received.id),
  workSpaceId: received.ifFits(received.id),
  workSpace: received.ifFits(z.object({ id: received.id })),
});

/** Whether a record says that it is of another workspace. A number that was never set is 0 in .NET. */
export const isElsewhere = (data: Delivery['data'], workspaceId: number): boolean => {
  const { workspaceId: one, workSpaceId, workSpace } = z.parse(home, data);
  const said = [one, workSpaceId, workSpace?.id].filter((id) => id !== undefined && id !== '0');
  return said.length > 0 && !said.includes(String(workspaceId));
};
