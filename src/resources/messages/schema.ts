/** A message of a rights request, as Dastra takes it and as it answers. */
import * as z from 'zod/mini';
import * as received from '../../dastra/received.ts';
import * as sent from '../../dastra/sent.ts';

/** Who may have written a message: the two sides of a request, or either. */
export const AUTHORS = ['requester', 'team', 'anyone'] as const;

/** The most characters of a message (`DataSubjectMessageCreationDto`). */
export const LONGEST_MESSAGE = 3000;

/**
 * The form of a message to the requester, with the files of the request by their IDs. `skipSent` is ours: a
 * message that is there is returned.
 */
export const newMessage = z.object({
  workspaceId: sent.recordId,
  requestId: sent.recordId,
  message: sent.text(LONGEST_MESSAGE),
  attachments: z.optional(sent.listOf(sent.guid)),
  skipSent: z._default(sent.flag, true),
});
export type NewMessage = z.infer<typeof newMessage>;

/** What a message says beside its ID (`DataSubjectMessageDto`). */
const parts = {
  message: received.maybeText,
  dateCreation: received.maybeDate,
  dateSend: received.maybeDate,
  dateViewed: received.maybeDate,
  user: received.maybeUser,
  userRequestId: received.maybeId,
  attachments: received.maybeList(
    z.object({
      id: received.maybeId,
      fileName: received.maybeText,
      size: received.maybeNumber,
    }),
  ),
};

export const message = z.object({ id: received.id, ...parts });
export type Message = z.infer<typeof message>;

/** What a message has to say of the request that it belongs to. */
export const requestOfMessage = z.object({
  id: received.id,
  demandId: received.maybeText,
  title: received.maybeText,
  purposes: received.maybeList(z.string()),
  state: received.maybeText,
  locale: received.maybeText,
  email: received.maybeText,
  givenName: received.maybeText,
  familyName: received.maybeText,
  refId: received.maybeText,
  area: received.maybeNamed,
  operator: received.maybeUser,
  expiryTime: received.maybeDate,
});
export type RequestOfMessage = z.infer<typeof requestOfMessage>;

const ofRequest = { request: z.optional(requestOfMessage) };

/** A message with its request, as far as that could be read. */
export const messageWithRequest = z.object({ ...message.shape, ...ofRequest });
export type MessageWithRequest = z.infer<typeof messageWithRequest>;

/** A message that was sent; Dastra may not say which one it has become. */
export const sentMessage = z.object({ id: received.maybeId, ...parts, ...ofRequest });
export type SentMessage = z.infer<typeof sentMessage>;
