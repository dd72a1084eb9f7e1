import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { type Dastra, path } from './client.ts';
import { isFault } from './errors.ts';
import * as received from './values-received.ts';

/** The events of Dastra that this app subscribes to (`NotificationChannel`; fact sheet §5). */
export const WEBHOOK_EVENTS = [
  'DataSubjectCreation',
  'DataSubjectWidgetCreation',
  'TaskCreation',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** A subscription (`WebHookUrlDto`): its ID, and the key that signs what it delivers. */
export const subscription = z.object({ id: received.id, signatureKey: received.maybeText });
type Subscription = z.infer<typeof subscription>;

/** The subscriptions of a workspace that post to `url`. */
const subscriptionsTo = async (dastra: Dastra, workspaceId: number, url: string) => {
  const { items } = await dastra.list(
    path`/v1/WebHookUrls`,
    z.object({ ...subscription.shape, url: received.maybeText }),
    { doing: 'look for a subscription to events', workspaceId, query: { workspaceId } },
  );
  return items.filter((item) => item.url === url);
};

/**
 * Has Dastra post the given events of a workspace to `url`. What posted there before is ended: a
 * Zap that was turned off while Dastra was away, or whose first attempt to subscribe had no answer,
 * would else get each event twice. A blocked subscription (fact sheet §5, Delivery) starts anew.
 */
export const subscribe = async (
  dastra: Dastra,
  workspaceId: number,
  url: string,
  events: readonly WebhookEvent[],
): Promise<Subscription> => {
  for (const { id } of await subscriptionsTo(dastra, workspaceId, url)) {
    await unsubscribe(dastra, id);
  }
  return dastra.post(
    path`/v1/WebHookUrls`,
    { url, workSpaceId: workspaceId, subscribedEvents: events },
    { doing: 'subscribe to events', workspaceId, repeatable: true, answer: subscription },
  );
};

/** Ends a subscription; one that is gone already is ended (fact sheet §5). */
export const unsubscribe = async (dastra: Dastra, subscriptionId: string): Promise<void> => {
  await dastra
    .delete(path`/v1/WebHookUrls/${subscriptionId}`, { doing: 'end the subscription to events' })
    .catch((error: unknown) => {
      if (!isFault(error, 'not-found')) throw error;
    });
};

/** The name of the header that carries the signature. */
export const SIGNATURE_HEADER = 'dastra-signature';

/**
 * Tells whether a webhook was signed with a subscription's key: Base64 of the HMAC-SHA256 of the raw
 * body, keyed with the text form of `signatureKey` (fact sheet §5, Signature).
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
 * What Dastra posts. `eventType` is the event's name in one document and its number in another; what
 * `data` holds is unspecified, presumably the record (fact sheet §5, Envelope).
 */
export const envelope = z.object({ eventType: received.maybeText, data: z.unknown() });

const dataWithId = z.looseObject({ id: received.id });

/**
 * Reads the event of a webhook and the ID of its record.
 * @param body the parsed body, any JSON
 * @param events what the subscription is for
 * @returns undefined if it is no event of these, or holds no record. `event` is undefined where
 *   Dastra gave a number, which no document explains
 */
export const readEvent = (
  body: unknown,
  events: readonly WebhookEvent[],
): { event: WebhookEvent | undefined; id: string; data: unknown } | undefined => {
  const result = z.safeParse(envelope, body);
  if (!result.success) return undefined;
  const { eventType, data } = result.data;
  const event = events.find((name) => name.toLowerCase() === eventType?.toLowerCase());
  const isNumber = eventType === undefined || /^\d+$/.test(eventType);
  if (!event && !isNumber) return undefined;
  const record = z.safeParse(dataWithId, data);
  // Only a number can be the ID of a task or a request: nothing else gets near a path.
  if (!record.success || !/^\d+$/.test(record.data.id)) return undefined;
  return { event, id: record.data.id, data };
};
