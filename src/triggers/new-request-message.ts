import type { Bundle, ZObject } from 'zapier-platform-core';
import * as z from 'zod/mini';
import { DastraError, isFault } from '../dastra/fault.ts';
import * as sent from '../dastra/sent.ts';
import { isElsewhere, readDelivery, type WebhookEvent } from '../dastra/webhooks.ts';
import {
  getMessage,
  isFromRequester,
  newestMessages,
  recentMessages,
} from '../resources/messages/calls.ts';
import { authors } from '../resources/messages/choices.ts';
import { messageRecord } from '../resources/messages/record.ts';
import {
  AUTHORS,
  announcedMessage,
  type MessageWithRequest,
} from '../resources/messages/schema.ts';
import {
  organizationalUnitField,
  skipOwnChangesField,
  userField,
  workspaceField,
} from '../zapier/fields.ts';
import { type Answer, all, same } from '../zapier/filters.ts';
import { defineForm } from '../zapier/form.ts';
import { defineHook, NOT_UNDERSTOOD, receive } from '../zapier/hook.ts';
import { OUTCOMES } from '../zapier/outcomes.ts';
import { performWith } from '../zapier/perform.ts';
import type { ZapierRecord } from '../zapier/record.ts';

const filter = z.object({
  workspaceId: sent.recordId,
  from: z._default(sent.oneOf(AUTHORS), 'requester'),
  areaId: z.optional(sent.recordId),
  operatorId: z.optional(sent.recordId),
  skipOwnChanges: z.optional(sent.flag),
});

const form = defineForm(filter, {
  workspaceId: workspaceField,
  from: {
    label: 'From',
    helpText:
      'Whose messages start the Zap. With “Your Team” or “Anyone”, messages that Zapier sends start it too, unless you skip those of this connection.',
    choices: authors,
    default: 'requester',
  },
  areaId: {
    ...organizationalUnitField,
    helpText:
      'Only messages on requests that this entity or department handles. Leave it blank for all.',
  },
  operatorId: userField(
    'Assigned To',
    'Only messages on requests of this person. Leave it blank for all.',
  ),
  skipOwnChanges: skipOwnChangesField,
});

const EVENTS: readonly WebhookEvent[] = ['DataSubjectMessage'];

/** Whether a message is from whom it is to be. */
const isFrom = (author: Answer, wanted: (typeof AUTHORS)[number]): Answer => {
  if (wanted === 'anyone') return true;
  return author === undefined ? undefined : author === (wanted === 'requester');
};

/** The trigger, which reads a message by its ID as `get` does. */
const hookReading = (
  get: (...[dastra, workspaceId, id]: Parameters<typeof getMessage>) => Promise<MessageWithRequest>,
) =>
  defineHook({
    key: 'new_request_message',
    noun: 'Message',
    label: 'New Message on Rights Request',
    description: 'Triggers when a message is written on a data subject rights request.',
    form,
    record: messageRecord,
    schema: announcedMessage,
    id: sent.guid,
    events: EVENTS,
    skipsOwnChanges: true,
    // No webhook is known to hold the request, which templates map.
    alwaysReads: true,
    concerns: () => true,
    isComplete: () => false,
    get,
    list: (dastra, { workspaceId, from }, size) =>
      newestMessages(
        dastra,
        workspaceId,
        size,
        (message) => isFrom(isFromRequester(message, message.request), from) !== false,
      ),
    accepts: ({ user, request }, { from, areaId, operatorId }) =>
      all(
        isFrom(user === undefined ? undefined : isFromRequester({ user }, request), from),
        same(request === undefined ? undefined : (request?.area?.id ?? null), areaId),
        same(request === undefined ? undefined : (request?.operator?.id ?? null), operatorId),
      ),
    mayBeEmpty: ['user'],
  });

const hook = hookReading(getMessage);

/** The request that a webhook is about, where its data are a request and not a message. */
const requestIn = (bundle: Bundle) => {
  const { body, signers } = receive(bundle);
  const delivery = readDelivery(body, EVENTS, signers);
  if ('unclear' in delivery) return undefined;
  const id = z.safeParse(sent.recordId, delivery.data.id);
  const { data, userId } = delivery;
  return id.success ? { id: id.data, data, userId, isTrusted: signers.length > 0 } : undefined;
};

/**
 * The `data` of the event may be the message or its request, no document says which (assumption A42). Of
 * a request, its newest messages are read; then each goes the way of a webhook that is not signed and
 * names only the message, so that each starts the Zap once.
 */
const perform = async (zapier: ZObject, bundle: Bundle): Promise<ZapierRecord[]> => {
  const announced = requestIn(bundle);
  if (!announced) return hook.operation.perform(zapier, bundle);
  const { id: requestId, data, userId, isTrusted } = announced;
  const read = performWith(form, async (dastra, { workspaceId }) => {
    if (isElsewhere(data, workspaceId)) return [];
    const notRead = () =>
      new zapier.errors.Error(NOT_UNDERSTOOD.record(String(requestId), workspaceId), 'webhook');
    try {
      const messages = await recentMessages(dastra, workspaceId, requestId);
      if (messages.length === 0 && isTrusted) throw notRead();
      return messages;
    } catch (error) {
      if (!(error instanceof DastraError)) throw error;
      // As of a message: a forger may name any ID, and what halts an action cannot be replayed.
      if (!isTrusted && isFault(error, 'not-found', 'invalid')) return [];
      throw OUTCOMES[error.fault].effect === 'halt' ? notRead() : error;
    }
  });
  const { ids } = (bundle.subscribeData ?? {}) as { ids?: object };
  const messages = await read(zapier, {
    ...bundle,
    inputData: { ...bundle.inputData, ...ids },
  });
  const known = new Map(messages.map((message) => [message.id, message]));
  const { perform: performOne } = hookReading(
    async (dastra, workspaceId, id) => known.get(id) ?? getMessage(dastra, workspaceId, id),
  ).operation;
  const results: ZapierRecord[] = [];
  for (const { id } of messages) {
    const cleanedRequest = { eventType: EVENTS[0], userId, data: { id } };
    results.push(
      ...(await performOne(zapier, { ...bundle, rawRequest: undefined, cleanedRequest })),
    );
  }
  return results;
};

export default { ...hook, operation: { ...hook.operation, perform } };
