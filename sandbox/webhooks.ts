import { createHmac } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { serverDate, toJson } from './dates.ts';
import { notificationChannels } from './schemas/enums.ts';
import type { Delivery, State } from './state.ts';
import type { Switches } from './switches.ts';
import { API_USER_ID, type World } from './world.ts';

export type HookEvent = (typeof notificationChannels)[number];
type WebhookUrl = World['webhookUrls'][number];

/** Errors a webhook URL may gather before it is blocked (fact sheet §5, Delivery). */
const ERROR_THRESHOLD = 5;

/** Delivers events to the subscribed URLs (fact sheet §5): later, once, never again. */
export class HookSender {
  readonly #state: State;
  readonly #pending = new Set<Promise<void>>();
  #cancelling = new AbortController();

  constructor(state: State) {
    this.#state = state;
  }

  /**
   * Sends an event to every URL that subscribed to it.
   * @param workspaceId only to URLs of this workspace or of all; undefined: to any
   * @param data `data` of the envelope
   * @param signature what to put in the header, if not what the switch says
   */
  fire(
    event: HookEvent,
    workspaceId: number | undefined,
    data: unknown,
    signature: Switches['signature'] = this.#state.switches.signature,
  ): void {
    for (const hook of this.#state.world.webhookUrls) {
      const reaches =
        workspaceId === undefined || hook.workSpaceId == null || hook.workSpaceId === workspaceId;
      if (!reaches || hook.inError || !hook.subscribedEvents.includes(event)) continue;
      const delivery = this.#deliver(hook, event, data, signature);
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

  async #deliver(
    hook: WebhookUrl,
    event: HookEvent,
    data: unknown,
    signatureKind: Switches['signature'],
  ): Promise<void> {
    const { switches, deliveries } = this.#state;
    const cancelled = this.#cancelling.signal;
    const body = toJson(envelope(hook, event, data, switches), switches.datesWithZone);
    const signature = sign(body, hook.signatureKey, signatureKind);
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

function envelope(hook: WebhookUrl, event: HookEvent, data: unknown, switches: Switches) {
  return {
    webhookId: hook.id,
    signatureUrl: hook.url,
    userId: API_USER_ID,
    date: serverDate(new Date()),
    eventType: switches.eventType === 'name' ? event : notificationChannels.indexOf(event),
    // The documents call it a label of the event and show none; its name in words stands in [I].
    eventName: event.replace(/(?<!^)([A-Z])/g, ' $1'),
    data,
  };
}

/** Base64 of the HMAC-SHA256 of the raw body under the key's text (fact sheet §5, Signature). */
function sign(body: string, key: string, kind: Switches['signature']): string | null {
  if (kind === 'missing') return null;
  const usedKey = kind === 'valid' ? key : `not ${key}`;
  return createHmac('sha256', usedKey).update(body).digest('base64');
}

async function post(
  url: string,
  body: string,
  signature: string | null,
  timeoutMs: number,
  cancelled: AbortSignal,
): Promise<Pick<Delivery, 'status' | 'error'>> {
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
}

/** What went wrong on the network, which `fetch` wraps. */
function reasonOf(error: unknown): string {
  const cause = typeof error === 'object' && error !== null && 'cause' in error && error.cause;
  return String(cause || error);
}

function countError(hook: WebhookUrl, message: string): void {
  hook.nbErrors += 1;
  hook.errorMessage = message;
  hook.dateLastError = serverDate(new Date());
  hook.inError = hook.nbErrors > ERROR_THRESHOLD;
}
