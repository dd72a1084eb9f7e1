import * as z from 'zod/mini';
import * as sent from '../dastra/sent.ts';
import {
  getMessage,
  isFromRequester,
  newestMessages,
  recentMessages,
} from '../resources/messages/calls.ts';
import { authors } from '../resources/messages/choices.ts';
import { messageRecord } from '../resources/messages/record.ts';
import { AUTHORS, messageWithRequest } from '../resources/messages/schema.ts';
import {
  organizationalUnitField,
  skipOwnChangesField,
  userField,
  workspaceField,
} from '../zapier/fields.ts';
import { type Answer, all, same } from '../zapier/filters.ts';
import { defineForm } from '../zapier/form.ts';
import { defineHook } from '../zapier/hook.ts';

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

/** Whether a message is from whom it is to be. */
const isFrom = (author: Answer, wanted: (typeof AUTHORS)[number]): Answer => {
  if (wanted === 'anyone') return true;
  return author === undefined ? undefined : author === (wanted === 'requester');
};

export default defineHook({
  key: 'new_request_message',
  noun: 'Message',
  label: 'New Message on Rights Request',
  description: 'Triggers when a message is written on a data subject rights request.',
  form,
  record: messageRecord,
  schema: messageWithRequest,
  id: sent.guid,
  events: ['DataSubjectMessage'],
  skipsOwnChanges: true,
  // No webhook is known to hold the request, which templates map.
  alwaysReads: true,
  concerns: () => true,
  isComplete: () => false,
  get: getMessage,
  // No document says which of the two the data are (assumption A42).
  recentOf: recentMessages,
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
