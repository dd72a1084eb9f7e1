/**
 * What all instant triggers of this app share: the life of the subscription, and the way from a
 * webhook to a record that can be trusted. A trigger adds its events and its resource.
 */
import type { Bundle, ZObject } from 'zapier-platform-core';
import * as z from 'zod/mini';
import type { Dastra } from '../dastra/client.ts';
import { DastraError, type Fault, isFault, PASSING } from '../dastra/errors.ts';
import {
  isSigned,
  readEvent,
  SIGNATURE_HEADER,
  subscribe,
  subscription,
  unsubscribe,
  type WebhookEvent,
} from '../dastra/webhooks.ts';
import type { Form } from '../fields/form.ts';
import { operation } from '../operation.ts';
import type { RecordType, ZapierRecord } from '../records/record.ts';

/** How long two events about one record count as one, in seconds; Dastra needs at most two minutes. */
const REMEMBERED_SECONDS = 3600;

interface Hook<Input extends { workspaceId: number }, Source extends { id: string }> {
  form: Form<Input>;
  record: RecordType<Source>;
  /** What to subscribe to. */
  events: readonly WebhookEvent[];
  /** What a record looks like, in a webhook and in an answer. */
  schema: z.ZodMiniType<Source>;
  /** Whether an event is about such a record at all; `event` is undefined where Dastra numbers it. */
  concerns(event: WebhookEvent | undefined, data: unknown): boolean;
  /** Whether the data of a webhook hold all that a reading would give. */
  isComplete(source: Source): boolean;
  /** Reads one record. */
  get(dastra: Dastra, workspaceId: number, id: string): Promise<Source>;
  /** So many of the newest records, the newest first. */
  list(dastra: Dastra, input: Input, size: number): Promise<Source[]>;
  /** Whether the builder's filters let a record pass. */
  accepts(source: Source, input: Input): boolean;
  /** Whether a filter is set that Dastra does not apply to its list, so that few may be left of it. */
  filtersHere?(input: Input): boolean;
}

/** Zapier names headers anew (`Http-Dastra-Signature`); the case is not to be relied on. */
const signatureOf = (headers: Record<string, string> = {}): string | undefined =>
  Object.entries(headers).find(
    ([name]) => name.toLowerCase().replace(/^http-/, '') === SIGNATURE_HEADER,
  )?.[1];

/**
 * What was posted, and whether Dastra signed it. Only the raw text can be signed, so that it is also
 * what is read; Zapier's own reading of it does where there is none.
 */
const receive = ({ rawRequest, cleanedRequest, subscribeData }: Bundle) => {
  const text = rawRequest?.content ?? '';
  const { data } = z.safeParse(subscription, subscribeData);
  if (!isSigned(text, signatureOf(rawRequest?.headers), data?.signatureKey)) {
    return { body: cleanedRequest as unknown, isTrusted: false };
  }
  try {
    return { body: JSON.parse(text) as unknown, isTrusted: true };
  } catch {
    return { body: undefined, isTrusted: false };
  }
};

/**
 * Tells whether a record has not been emitted yet, and remembers it. Without a cache every record is
 * new: two runs are a nuisance, a lost one is a request that nobody answers.
 */
const isNew = async (cache: ZObject['cache'], bundle: Bundle, recordId: string) => {
  const key = `hook-${bundle.subscribeData?.id ?? bundle.targetUrl ?? ''}-${recordId}`;
  try {
    if (await cache.get(key)) return false;
    return (await cache.set(key, true, REMEMBERED_SECONDS, undefined, true)) !== false;
  } catch {
    return true;
  }
};

/** Faults that may be gone when the same webhook is handled again. */
const MAY_PASS: readonly Fault[] = [...PASSING, 'throttled', 'unreadable'];

/** How many records a trigger lists: a sample for the editor, or what may have come in the meantime. */
const SAMPLE_SIZE = 3;
const LIST_SIZE = 50;

/** Makes the four functions of an instant trigger. */
export const defineHook = <Input extends { workspaceId: number }, Source extends { id: string }>(
  hook: Hook<Input, Source>,
) => {
  /**
   * Trusts what is signed, and completes it from Dastra where it is light. What is not signed only
   * tells which record to read with the user's own key: nothing that a forger writes gets through,
   * and a mistake in our reading of the signature rule silences no Zap.
   */
  const resolve = async (
    dastra: Dastra,
    workspaceId: number,
    event: { id: string; data: unknown },
    isTrusted: boolean,
  ): Promise<Source | undefined> => {
    const { data: sent } = z.safeParse(hook.schema, event.data);
    if (isTrusted && sent && hook.isComplete(sent)) return sent;
    try {
      return await hook.get(dastra, workspaceId, event.id);
    } catch (error) {
      if (isTrusted && sent && error instanceof DastraError) return sent;
      // These may pass. Anything else comes again with every attempt, and must not count against the Zap.
      if (isFault(error, ...MAY_PASS)) throw error;
      if (error instanceof DastraError) return undefined;
      throw error;
    }
  };

  const accepted = (sources: Source[], input: Input): ZapierRecord[] =>
    sources.filter((source) => hook.accepts(source, input)).map(hook.record.toRecord);

  return {
    performSubscribe: operation(hook.form, async (dastra, { workspaceId }, { bundle }) => {
      const { id, signatureKey } = await subscribe(
        dastra,
        workspaceId,
        bundle.targetUrl ?? '',
        hook.events,
      );
      return { id, signatureKey };
    }),

    performUnsubscribe: operation(hook.form, async (dastra, _input, { bundle }) => {
      const { data } = z.safeParse(subscription, bundle.subscribeData);
      if (data) await unsubscribe(dastra, data.id);
      return {};
    }),

    perform: operation(hook.form, async (dastra, input, { z: zapier, bundle }) => {
      const { body, isTrusted } = receive(bundle);
      const event = readEvent(body, hook.events);
      if (!event || !hook.concerns(event.event, event.data)) return [];
      const source = await resolve(dastra, input.workspaceId, event, isTrusted);
      if (!source) return [];
      const records = accepted([source], input);
      if (records.length === 0) return [];
      return (await isNew(zapier.cache, bundle, source.id)) ? records : [];
    }),

    performList: operation(hook.form, async (dastra, input, { bundle }) => {
      const wanted = bundle.meta?.isLoadingSample ? SAMPLE_SIZE : LIST_SIZE;
      const size = hook.filtersHere?.(input) ? LIST_SIZE : wanted;
      return accepted(await hook.list(dastra, input, size), input).slice(0, wanted);
    }),
  };
};
