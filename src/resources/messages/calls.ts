/** The calls about the messages of rights requests (docs/dastra-api.md, Messages). */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { defineEndpoint, defineList } from '../../dastra/endpoint.ts';
import { DastraError, invalid, isFault, UNCERTAIN } from '../../dastra/fault.ts';
import { newestFirst } from '../../dastra/newest.ts';
import * as query from '../../dastra/query.ts';
import * as received from '../../dastra/received.ts';
import * as sent from '../../dastra/sent.ts';
import { comparableText, searchText } from '../../dastra/text.ts';
import {
  type Message,
  type MessageWithRequest,
  message,
  type NewMessage,
  newMessage,
  type RequestOfMessage,
  requestOfMessage,
  type SentMessage,
  sentMessage,
} from './schema.ts';

const MESSAGES = '/v1/ws/{workspaceId}/DataSubjectMessages';
const REQUESTS = '/v1/ws/{workspaceId}/DataSubjectRequests';

export const readMessages = defineList({
  path: MESSAGES,
  doing: 'list the messages',
  query: { ...query.paging, ...query.sorting, dataSubjectRequestId: sent.recordId },
  items: message,
  in: 'page',
});

export const readMessage = defineEndpoint({
  method: 'GET',
  path: `${MESSAGES}/{id}`,
  effect: 'read',
  doing: 'read the message',
  records: ['message {id}'],
  answer: message,
});

export const postMessage = defineEndpoint({
  method: 'POST',
  path: MESSAGES,
  effect: 'create',
  doing: 'send a message to the requester',
  records: ['rights request {dataSubjectRequestId}'],
  body: {
    dataSubjectRequestId: sent.recordId,
    message: newMessage.shape.message,
    attachments: z.optional(z.array(z.object({ id: sent.guid }))),
  },
  // No document has a schema for it; what it says is taken if it is the message.
  answer: received.ifFits(sentMessage),
});

export const readRequestOfMessage = defineEndpoint({
  method: 'GET',
  path: `${REQUESTS}/{id}`,
  effect: 'read',
  doing: 'read the rights request',
  records: ['rights request {id}'],
  answer: requestOfMessage,
});

export const readRequestsOfMessages = defineList({
  path: REQUESTS,
  doing: 'list the rights requests',
  query: { size: query.paging.size, ids: z.array(sent.recordId) },
  items: requestOfMessage,
  in: 'page',
});

/**
 * Whether the requester wrote a message: it names no user, or the requester. No document says how Dastra
 * tells its own users from requesters (assumption A53).
 * @returns undefined where that depends on the request, which is not known
 */
export const isFromRequester = (
  { user }: { user?: Message['user'] | null },
  request: RequestOfMessage | null | undefined,
): boolean | undefined => {
  // A number that was never set is 0 in .NET.
  if (!user?.id || user.id === '0') return true;
  if (!user.email) return false;
  return request ? comparableText(user.email) === comparableText(request.email) : undefined;
};

/** The ID of the request that a message belongs to; undefined where what it says is none. */
const requestIdOf = ({ userRequestId = '' }: Message): number | undefined =>
  z.safeParse(sent.recordId, userRequestId).data;

/** Reads a message and its request. */
export const getMessage = async (
  dastra: Dastra,
  workspaceId: number,
  messageId: string,
): Promise<MessageWithRequest> => {
  const found = await dastra.call(readMessage, { workspaceId, id: messageId });
  const id = requestIdOf(found);
  if (id === undefined) return found;
  const request = await dastra.call(readRequestOfMessage, { workspaceId, id });
  return { ...found, request };
};

/**
 * So many of the newest messages, the newest first, with their requests: in two calls.
 * @param keep which messages count; so that there are enough of them, twice as many are read
 */
export const newestMessages = async (
  dastra: Dastra,
  workspaceId: number,
  size: number,
  keep: (one: MessageWithRequest) => boolean,
): Promise<MessageWithRequest[]> => {
  const newest = await newestFirst(dastra, readMessages, { workspaceId }, 2 * size);
  const ids = new Set(newest.flatMap((one) => requestIdOf(one) ?? []));
  if (ids.size === 0) return newest.filter(keep).slice(0, size);
  const { items } = await dastra.list(
    readRequestsOfMessages,
    { workspaceId },
    { ids: [...ids], size: 2 * size },
  );
  const requests = new Map(items.map((request) => [request.id, request]));
  return newest
    .map((one) => ({ ...one, request: requests.get(String(requestIdOf(one))) }))
    .filter(keep)
    .slice(0, size);
};

/** How many messages of a request are looked at: more than it gets in a day. */
const RECENT = 50;

const messagesOf = (dastra: Dastra, workspaceId: number, dataSubjectRequestId: number) =>
  newestFirst(dastra, readMessages, { workspaceId }, RECENT, { dataSubjectRequestId });

/** How long an event may take from a message to us, in milliseconds; two minutes at most, they say. */
const ON_ITS_WAY = 10 * 60 * 1000;

/** The messages that an event about a request may be about, the oldest first. */
export const recentMessages = async (
  dastra: Dastra,
  workspaceId: number,
  requestId: number,
): Promise<MessageWithRequest[]> => {
  const request = await dastra.call(readRequestOfMessage, { workspaceId, id: requestId });
  const messages = await messagesOf(dastra, workspaceId, requestId);
  const since = new Date(Date.now() - ON_ITS_WAY).toISOString();
  return messages
    .filter(({ dateCreation = '' }, index) => index === 0 || dateCreation >= since)
    .map((one) => ({ ...one, userRequestId: String(requestId), request }))
    .reverse();
};

/**
 * For how long the same message again is taken for a repetition of the step, in milliseconds: Zapier
 * repeats a failed step for most of a day. Who wrote in between does not matter: a requester may well
 * have answered what nobody here knows to be sent.
 */
const REPEATED_WITHIN = 24 * 60 * 60 * 1000;

/** Text without tags, as it is compared: Dastra may keep a message as HTML or as plain text. */
const plainText = (text: string | undefined) => searchText((text ?? '').replace(/<[^>]*>/g, ' '));

/** A message, and how it came about. */
interface Sent {
  of: SentMessage;
  added: {
    /** It was there before, and nothing was sent. */
    alreadySent: boolean;
  };
}

/**
 * Sends a message to the requester, who gets an email. With `skipSent`, one of the last day with the same
 * text and these files is returned instead: the step was repeated. Afterwards the message is looked for in the
 * list of the request (assumption A67): it counts as sent if it is there, though the answer was lost, and
 * not if Dastra accepted it and shows nothing of it.
 * @throws DastraError `invalid` on `requestId` if the request has no email address; with `maybeDone` where
 *   nobody knows whether it was sent
 */
export const sendMessage = async (dastra: Dastra, input: NewMessage): Promise<Sent> => {
  const { workspaceId, requestId, message: text, attachments = [], skipSent } = input;
  const request = await dastra.call(readRequestOfMessage, { workspaceId, id: requestId });
  if (!request.email) {
    throw invalid(
      'requestId',
      'has no email address, so that Dastra could not reach the requester. Fill in the email of the request in Dastra first.',
    );
  }
  // Dastra may keep HTML and files otherwise than they were sent.
  const isComparable = !/[<&]/.test(text) && attachments.length === 0;
  const isSame = (one: Message) =>
    plainText(one.message) === plainText(text) &&
    (!one.attachments ||
      attachments.every((id) => one.attachments?.some((file) => file.id === id)));
  const mayBeSame = (one: Message) => !isComparable || /[<&]/.test(one.message ?? '');
  const done = (of: SentMessage, alreadySent: boolean): Sent => ({
    of: { ...of, userRequestId: of.userRequestId ?? String(requestId), request },
    added: { alreadySent },
  });

  const before = await messagesOf(dastra, workspaceId, requestId);
  const since = new Date(Date.now() - REPEATED_WITHIN).toISOString();
  const sent = before.find((one) => isSame(one) && (one.dateCreation ?? '') >= since);
  if (skipSent && sent) return done(sent, true);

  const { answer, lost } = await dastra
    .call(
      postMessage,
      { workspaceId, dataSubjectRequestId: requestId },
      {
        body: {
          dataSubjectRequestId: requestId,
          message: text,
          attachments: attachments.length > 0 ? attachments.map((id) => ({ id })) : undefined,
        },
        looksFirst: skipSent && isComparable,
      },
    )
    .then(
      (given) => ({ answer: given, lost: undefined }),
      (error: unknown) => {
        if (!isFault(error, ...UNCERTAIN)) throw error;
        return { answer: undefined, lost: error };
      },
    );

  const ids = new Set(before.map(({ id }) => id));
  const after = await messagesOf(dastra, workspaceId, requestId).catch(unlessFault);
  const added = after?.filter(({ id }) => !ids.has(id));
  const found = added?.find(isSame);
  if (found) return done(found, false);
  if (lost) throw lost;
  // Accepted, but the list shows nothing of it. Where it cannot be read, what Dastra accepted is sent.
  if (added && !answer?.id && !added.some(mayBeSame)) {
    throw new DastraError('unreadable', { doing: postMessage.doing, workspaceId, maybeDone: true });
  }
  return done({ message: text, ...answer }, false);
};

/** @throws the error if it is not Dastra's */
const unlessFault = (error: unknown): undefined => {
  if (!(error instanceof DastraError)) throw error;
};
