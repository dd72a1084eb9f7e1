/**
 * What all instant triggers of this app share: the life of the subscription, and the way from a
 * webhook to a record that can be trusted. A trigger adds its events and its resource.
 */
import type { Bundle, Trigger, ZObject } from 'zapier-platform-core';
import * as z from 'zod/mini';
import type { Dastra } from '../dastra/client.ts';
import { DastraError, isFault } from '../dastra/fault.ts';
import * as sent from '../dastra/sent.ts';
import {
  type Delivery,
  isElsewhere,
  isSigned,
  readDelivery,
  SIGNATURE_HEADER,
  subscribe,
  subscription,
  unsubscribe,
  type WebhookEvent,
} from '../dastra/webhooks.ts';
import { whoAmI } from '../resources/workspace/users.ts';
import { type Named, partsOf } from './define.ts';
import type { Answer, Known } from './filters.ts';
import type { Form } from './form.ts';
import { leaf } from './leaf.ts';
import { OUTCOMES } from './outcomes.ts';
import { performWith } from './perform.ts';
import type { RecordType, ZapierRecord } from './record.ts';

/** How long two events about one record count as one, in seconds; Dastra needs at most two minutes. */
const REMEMBERED_SECONDS = 3600;

/**
 * How long Zapier's cache may take, in milliseconds: its client has no limit of its own, and Zapier
 * ends the run after 30 s. Tests shorten it.
 */
export const patience = { cache: 2_000 };

/** How many records a trigger lists, for the editor's test and for catching up; one page. */
const LIST_SIZE = 50;

/** How long after a record was closed an event may still be about that, in milliseconds. */
const CLOSING = 24 * 3600 * 1000;

/**
 * Whether something happened so long after a record was closed that it is no part of it: an edit.
 * @param at when, as ISO-8601; unknown dates are never long after
 */
export const isLongAfter = (at: string | undefined, dateClosed: string | undefined): boolean =>
  at !== undefined && dateClosed !== undefined && Date.parse(at) - Date.parse(dateClosed) > CLOSING;

/** What a builder reads where a webhook of the Zap's own subscription starts nothing. */
export const NOT_UNDERSTOOD = {
  /** @param place where, as a path of property names */
  event: (place: string) =>
    `Webhook: Dastra sent an event that this trigger does not understand, at “${place}”. Look in Dastra for what was created at that time. If it happens again, ask Dastra’s support.`,
  /** @param id the record's, @param workspaceId where it is */
  record: (id: string, workspaceId: number) =>
    `Webhook: Dastra announced record ${id} in workspace ${workspaceId}, but did not give the values that this trigger needs, such as those that its filters compare. Look at the record in Dastra, then replay this run. If it happens again, ask Dastra’s support.`,
};

/** What the form of a trigger has. */
interface Watched {
  workspaceId: number;
  skipOwnChanges?: boolean | undefined;
}

/** An instant trigger. */
interface Hook<Key extends string, Input extends Watched, Source extends { id: string }>
  extends Named<Key> {
  form: Form<Input>;
  record: RecordType<Source>;
  /** What it is for. */
  events: readonly WebhookEvent[];
  /** What to subscribe to, where the builder chooses among its events; all of them unless given. */
  eventsFor?(input: Input): readonly WebhookEvent[];
  /** What a record looks like, in a webhook and in an answer. */
  schema: z.ZodMiniType<Source>;
  /** What its ID looks like; a number unless said otherwise. Nothing else gets near a path. */
  id?: typeof sent.recordId | typeof sent.guid;
  /** Whether an event is about such a record at all; `event` is undefined where nothing tells it. */
  concerns(event: WebhookEvent | undefined, data: Delivery['data']): boolean;
  /** Adds what only the event tells, before anything looks at a record; without event, a guess. */
  withEvent?(source: Source, event: WebhookEvent | undefined): Source;
  /** Whether the data of a webhook hold all that a read would give. */
  isComplete(source: Source): boolean;
  /** Reads one record. */
  get(dastra: Dastra, workspaceId: number, id: string): Promise<Source>;
  /** So many of the newest records, the newest first. */
  list(dastra: Dastra, input: Input, size: number): Promise<Source[]>;
  /** Whether the builder's filters let a record pass; made of `filters.ts`. */
  accepts(source: Known<Source>, input: Input): Answer;
  /** What a record may well lack: `null` in a webhook, and absent from a record of Dastra, is "none". */
  mayBeEmpty?: readonly (keyof Source)[];
  /**
   * What two webhooks about the same thing have in common, such as ID and state of a record where
   * each change of its state counts; the ID unless said otherwise. Undefined: it is nothing new. The
   * date of the delivery is known only where Dastra signed it.
   */
  identity?(source: Source, delivery: Delivery): string | undefined;
  /** The form offers to skip what the connection itself has done (`skipOwnChangesField`). */
  skipsOwnChanges?: true;
  /** The record is read also where Dastra signed it, as it may be older than its event. */
  alwaysReads?: true;
  /**
   * Where the data of its events may also be what its records belong to, known by a number: the records
   * of that, of which any may be the one that an event is about; the oldest first.
   */
  recentOf?(dastra: Dastra, workspaceId: number, ownerId: number): Promise<Source[]>;
}

/** Zapier names headers anew (`Http-Dastra-Signature`); the case is not to be relied on. */
const signatureOf = (headers: Record<string, string> = {}): string | undefined =>
  Object.entries(headers).find(
    ([name]) => name.toLowerCase().replace(/^http-/, '') === SIGNATURE_HEADER,
  )?.[1];

/** What `performSubscribe` hands to Zapier, which gives it back as `bundle.subscribeData`. */
const subscribed = z.object({
  subscriptions: z.array(subscription),
  /** What the form named when the Zap was turned on: no webhook costs a call for that. */
  ids: z.optional(z.looseObject({})),
  /** Whom the connection speaks for. */
  userId: z.optional(z.string()),
});

type Subscribed = z.infer<typeof subscribed>;

const subscribedOf = ({ subscribeData }: Bundle): Subscribed =>
  z.safeParse(subscribed, subscribeData).data ?? { subscriptions: [] };

/** Whom the key speaks for; undefined where Dastra does not say it (assumption A60). */
const ownUserId = (dastra: Dastra): Promise<string | undefined> =>
  whoAmI(dastra).then(
    ({ id }) => id,
    (error: unknown) => {
      if (error instanceof DastraError) return undefined;
      throw error;
    },
  );

/**
 * What was posted, and the subscriptions whose key signed it. The signature covers the raw body, so
 * that is what is parsed. Without it, Zapier's parsed request is used, untrusted.
 */
const receive = ({ rawRequest, cleanedRequest }: Bundle, { subscriptions }: Subscribed) => {
  const text = rawRequest?.content ?? '';
  const signature = signatureOf(rawRequest?.headers);
  const signers = subscriptions.filter(({ signatureKey }) =>
    isSigned(text, signature, signatureKey),
  );
  if (signers.length === 0) return { body: cleanedRequest as unknown, signers };
  try {
    return { body: JSON.parse(text) as unknown, signers };
  } catch {
    return { body: undefined, signers };
  }
};

/** @throws Error where an answer takes longer than `patience` */
const inTime = async <Value>(asked: Promise<Value>): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('Zapier’s cache is silent.')), patience.cache);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
};

/**
 * Tells whether something has not been emitted yet, and remembers it. Without a cache all is new: two
 * runs are a nuisance, a lost one is a request that nobody answers.
 */
const isNew = async (cache: ZObject['cache'], bundle: Bundle, identity: string) => {
  const key = `hook-${bundle.subscribeData?.id ?? bundle.targetUrl ?? ''}-${identity}`;
  const note = async () =>
    !(await cache.get(key)) &&
    (await cache.set(key, true, REMEMBERED_SECONDS, undefined, true)) !== false;
  return inTime(note()).catch(() => true);
};

/** Makes an instant trigger. */
export const defineHook = <
  const Key extends string,
  Input extends Watched,
  Source extends { id: string },
>(
  hook: Hook<Key, Input, Source>,
) => {
  const { id: idKind = sent.recordId, mayBeEmpty = [], withEvent = (source) => source } = hook;
  /** Ends a subscription whatever the form holds: it may have become invalid meanwhile. */
  const unreadForm: Form<object> = { ...hook.form, read: () => ({}), names: () => [] };

  /** A record, with `null` for what `isEmpty` tells to be empty. */
  const known = (source: Source, isEmpty: (key: keyof Source) => boolean): Known<Source> => {
    const empty = mayBeEmpty.filter((key) => source[key] === undefined && isEmpty(key));
    return Object.assign({ ...source }, ...empty.map((key) => ({ [key]: null })));
  };
  const acceptsRead = (source: Source, input: Input): Answer =>
    hook.accepts(
      known(source, () => true),
      input,
    );

  /**
   * Finds the records of a webhook that pass the filters; it is one unless `recentOf` finds more. What
   * is signed is trusted, and read where it is light or lacks what a filter needs. What is not signed
   * only tells which record to read with the user's own key: nothing that a forger writes gets through,
   * and a mistake in our reading of the signature rule loses no event.
   * @throws DastraError, or an error that says what is missing, rather than to lose an event
   */
  const resolve = async (
    dastra: Dastra,
    input: Input,
    { id, ownerId, event, data, isTrusted, fail }: Announced,
  ): Promise<Source[]> => {
    const { workspaceId } = input;
    const isTaken = isTrusted && !hook.alwaysReads && ownerId === undefined;
    const parsed = isTaken ? z.safeParse(hook.schema, data).data : undefined;
    const light = parsed && withEvent(parsed, event);
    const notUnderstood = () => fail(NOT_UNDERSTOOD.record(id, workspaceId));
    const read = async (): Promise<Source[]> =>
      ownerId !== undefined && hook.recentOf
        ? hook.recentOf(dastra, workspaceId, ownerId)
        : [await hook.get(dastra, workspaceId, id)];
    const accepted =
      light &&
      hook.accepts(
        known(light, (key) => data[String(key)] === null),
        input,
      );
    if (accepted === false) return [];
    if (accepted && hook.isComplete(light)) return [light];
    try {
      const sources = (await read()).map((source) => withEvent(source, event));
      if (isTrusted && sources.length === 0) return notUnderstood();
      return sources.filter((source) => acceptsRead(source, input) ?? notUnderstood());
    } catch (error) {
      if (!(error instanceof DastraError)) throw error;
      if (accepted) return [light];
      // A forger may name any ID. All else is no fault of the webhook.
      if (!isTrusted && isFault(error, 'not-found', 'invalid')) return [];
      // What halts an action cannot be replayed.
      if (OUTCOMES[error.fault].effect !== 'halt') throw error;
      return notUnderstood();
    }
  };

  const start = (turnedOn: Subscribed) =>
    performWith(hook.form, async (dastra, input, { z: zapier, bundle }) => {
      const fail = (message: string): never => {
        throw new zapier.errors.Error(message, 'webhook');
      };
      const { body, signers } = receive(bundle, turnedOn);
      const isTrusted = signers.length > 0;
      const notUnderstood = (place: string) => (isTrusted ? fail(NOT_UNDERSTOOD.event(place)) : []);

      const delivery = readDelivery(body, hook.events, signers);
      if ('unclear' in delivery) return notUnderstood(delivery.unclear);
      const { event, data } = delivery;
      if (!hook.concerns(event, data)) return notUnderstood('data');
      const id = z.safeParse(idKind, data.id);
      const owner = hook.recentOf && !id.success ? z.safeParse(sent.recordId, data.id) : undefined;
      const about = owner ?? id;
      if (!about.success) return notUnderstood('data.id');
      if (isElsewhere(data, input.workspaceId)) return [];
      const { userId } = turnedOn;
      if (input.skipOwnChanges && userId && delivery.userId === userId) return [];

      const announced = {
        id: String(about.data),
        ownerId: owner?.data,
        event,
        data,
        isTrusted,
        fail,
      };
      const sources = await resolve(dastra, input, announced);
      const told = isTrusted ? delivery : { ...delivery, date: undefined };
      const records: ZapierRecord[] = [];
      for (const source of sources) {
        const identity = hook.identity ? hook.identity(source, told) : source.id;
        if (identity === undefined || !(await isNew(zapier.cache, bundle, identity))) continue;
        records.push(hook.record.toRecord(source, input));
      }
      return records;
    });

  const functions = {
    performSubscribe: performWith(hook.form, async (dastra, input, { bundle, ids }) => {
      const url = bundle.targetUrl ?? '';
      const userId = hook.skipsOwnChanges && (await ownUserId(dastra));
      const events = hook.eventsFor?.(input) ?? hook.events;
      const subscriptions = await subscribe(dastra, input.workspaceId, url, events);
      const named = Object.keys(ids).length > 0 ? { ids } : {};
      const own = userId ? { userId } : {};
      return { id: subscriptions[0]?.id, subscriptions, ...named, ...own };
    }),

    performUnsubscribe: performWith(unreadForm, async (dastra, _input, { bundle }) => {
      await unsubscribe(
        dastra,
        subscribedOf(bundle).subscriptions.map(({ id }) => id),
      );
      return {};
    }),

    perform: (zapier: ZObject, bundle: Bundle) => {
      const turnedOn = subscribedOf(bundle);
      const inputData = { ...bundle.inputData, ...turnedOn.ids };
      return start(turnedOn)(zapier, { ...bundle, inputData });
    },

    performList: performWith(hook.form, async (dastra, input): Promise<ZapierRecord[]> => {
      const sources = await hook.list(dastra, input, LIST_SIZE);
      // Dastra has filtered as far as it can: what a row does not tell is no reason to hide it.
      return sources
        .map((source) => withEvent(source, undefined))
        .filter((source) => acceptsRead(source, input) !== false)
        .map((source) => hook.record.toRecord(source, input));
    }),
  };
  const { key, noun, label, description } = hook;
  return {
    key,
    noun,
    display: leaf({ label, description }),
    operation: { type: 'hook', ...partsOf(hook.form, hook.record), ...functions },
  } satisfies Trigger;
};

/** A record that a webhook announces. */
interface Announced {
  id: string;
  /** The same, where it is what the trigger's records belong to. */
  ownerId: number | undefined;
  event: WebhookEvent | undefined;
  data: Delivery['data'];
  /** Whether Dastra signed it. */
  isTrusted: boolean;
  /** Ends the run with a message, so that it can be replayed. */
  fail(message: string): never;
}
