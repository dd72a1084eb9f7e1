/** Webhooks: events delivered to the subscribed URLs (docs/dastra-api.md, Delivery). */
import { createHmac } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { serverDate, toJson } from './dates.ts';
import { membersOf, ref } from './document.ts';
import type { Delivery, State } from './state.ts';
import type { Switches } from './switches.ts';
import { API_USER_ID, type Row } from './world.ts';

/** The events that a webhook URL can subscribe to, in the order that numbers them. */
export const EVENTS: readonly string[] = membersOf(ref('NotificationChannel'));
export type HookEvent = string;

interface WebhookUrl extends Row {
  url: string;
  workSpaceId?: number | null;
  subscribedEvents?: HookEvent[] | null;
  signatureKey: string;
  nbErrors?: number;
  inError?: boolean;
}

/** What is delivered. */
interface Message {
  /** Only to URLs of this workspace or of all; undefined: to any. */
  workspaceId?: number;
  /** `data` of the envelope. */
  data: unknown;
  /** Who did it, if not the key's user. */
  userId?: number;
  /** What to put in the header, if not what the switch says. */
  signature?: Switches['signature'];
}

/** Errors a webhook URL may gather before it is blocked (docs/dastra-api.md, Delivery). */
const ERROR_THRESHOLD = 5;

/**
 * Delivers events to the subscribed URLs (docs/dastra-api.md, Delivery): later, once, never again.
 */
export class HookSender {
  readonly #state: State;
  readonly #pending = new Set<Promise<void>>();
  #cancelling = new AbortController();

  constructor(state: State) {
    this.#state = state;
  }

  /** Sends an event to every URL that subscribed to it. */
  fire(event: HookEvent, message: Message): void {
    if (!EVENTS.includes(event)) throw new Error(`There is no event ${event}`);
    const { workspaceId } = message;
    if (message.userId === undefined && this.#state.switches.ownChanges === 'silent') return;
    for (const hook of this.#state.world.table('WebHookUrls', 0) as WebhookUrl[]) {
      const reaches =
        workspaceId === undefined || hook.workSpaceId == null || hook.workSpaceId === workspaceId;
      if (!reaches || hook.inError || !hook.subscribedEvents?.includes(event)) continue;
      const delivery = this.#deliver(hook, event, message);
      this.#pending.add(delivery);
      void delivery.finally(() => this.#pending.delete(delivery));
    }
  }

  /** Waits until nothing is on its way, but no longer than so many milliseconds. */
  async settle(atMostMs: number): Promise<void> {
    const timer = new AbortController();
    const signal = AbortSignal.any([timer.signal, this.#cancelling.signal]);
    const limit = delay(atMostMs, undefined, { signal }).catch(() => {});
    const settled = (async () => {
      while (this.#pending.size > 0) await Promise.all(this.#pending);
    })();
    await Promise.race([settled, limit]);
    timer.abort();
  }

  /** Gives up everything on its way. */
  cancel(): void {
    this.#cancelling.abort();
    this.#cancelling = new AbortController();
  }

  async #deliver(hook: WebhookUrl, event: HookEvent, message: Message): Promise<void> {
    const { switches, deliveries } = this.#state;
    const cancelled = this.#cancelling.signal;
    const body = toJson(envelope(hook, event, message, switches), switches.datesWithZone);
    const signature = sign(body, hook.signatureKey, message.signature ?? switches.signature);
    try {
      await delay(switches.hookDelayMs, undefined, { signal: cancelled });
    } catch {
      return;
    }
    const outcome = await post(hook.url, body, signature, switches.hookTimeoutMs, cancelled);
    if (cancelled.aborted) return;
    const at = new Date().toISOString();
    deliveries.push({
      webhookId: hook.id,
      url: hook.url,
      event,
      body: JSON.parse(body),
      signature,
      ...outcome,
      at,
    });
    if (outcome.error !== null) countError(hook, outcome.error);
  }
}

const envelope = (
  hook: WebhookUrl,
  event: HookEvent,
  { data, userId }: Message,
  switches: Switches,
) => ({
  webhookId: hook.id,
  signatureUrl: hook.url,
  userId: userId ?? (switches.ownChanges === 'unnamed' ? null : API_USER_ID),
  date: serverDate(new Date()),
  eventType: switches.eventType === 'name' ? event : EVENTS.indexOf(event),
  // The documents call it a label of the event and show none; its name in words stands in.
  eventName: event.replace(/(?<!^)([A-Z])/g, ' $1'),
  data,
});

/**
 * Base64 of the HMAC-SHA256 of the raw body under the key's text (docs/dastra-api.md, Signature).
 */
const sign = (body: string, key: string, kind: Switches['signature']): string | null => {
  if (kind === 'missing') return null;
  const usedKey = kind === 'valid' ? key : `not ${key}`;
  return createHmac('sha256', usedKey).update(body).digest('base64');
};

const post = async (
  url: string,
  body: string,
  signature: string | null,
  timeoutMs: number,
  cancelled: AbortSignal,
): Promise<Pick<Delivery, 'status' | 'error'>> => {
  const headers = {
    'content-type': 'application/json',
    ...(signature !== null && { 'dastra-signature': signature }),
  };
  const signal = AbortSignal.any([cancelled, AbortSignal.timeout(timeoutMs)]);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      signal,
      redirect: 'manual',
    });
    await response.body?.cancel();
    const { status } = response;
    return { status, error: status === 200 ? null : `The receiver answered ${status}` };
  } catch (error) {
    return { status: null, error: reasonOf(error) };
  }
};

/** What went wrong on the network, which `fetch` wraps. */
const reasonOf = (error: unknown): string => {
  const cause = typeof error === 'object' && error !== null && 'cause' in error && error.cause;
  return String(cause || error);
};

const countError = (hook: WebhookUrl, message: string): void => {
  hook.nbErrors = (hook.nbErrors ?? 0) + 1;
  hook.errorMessage = message;
  hook.dateLastError = serverDate(new Date());
  hook.inError = hook.nbErrors > ERROR_THRESHOLD;
};
