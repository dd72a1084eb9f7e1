/** A file of a rights request, as Dastra takes it and as it answers. */
import * as z from 'zod/mini';
import * as received from '../../dastra/received.ts';
import * as sent from '../../dastra/sent.ts';

/** The form that attaches a file. `skipAttached` is ours: a file that is there is returned. */
export const newFile = z.object({
  workspaceId: sent.recordId,
  requestId: sent.recordId,
  file: sent.file,
  fileName: z.optional(sent.trimmedText(355)),
  skipAttached: z._default(sent.flag, true),
});
export type NewFile = z.infer<typeof newFile>;

/** A file as Dastra answers (`DataSubjectAttachmentDto`). */
export const attachment = z.object({
  id: received.id,
  fileName: received.maybeText,
  extension: received.maybeText,
  size: received.maybeNumber,
  label: received.maybeText,
  transmitted: received.maybeFlag,
  userRequestId: received.maybeId,
  userRequestMessageId: received.maybeId,
  dateCreation: received.maybeDate,
  expiration: received.maybeDate,
  expired: received.maybeFlag,
  deleted: received.maybeFlag,
  creator: received.maybeUser,
});
export type Attachment = z.infer<typeof attachment>;
