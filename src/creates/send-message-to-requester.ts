import { sendMessage } from '../resources/messages/calls.ts';
import { sentMessageRecord } from '../resources/messages/record.ts';
import { newMessage } from '../resources/messages/schema.ts';
import { defineCreate } from '../zapier/define.ts';
import { rightsRequestField, workspaceField } from '../zapier/fields.ts';
import { defineForm } from '../zapier/form.ts';

const form = defineForm(newMessage, {
  workspaceId: workspaceField,
  requestId: {
    ...rightsRequestField,
    helpText: 'The request whose requester gets the message. It needs an email address.',
  },
  message: {
    label: 'Message',
    helpText:
      'Dastra tells the requester by email, and shows the message behind a code. It is sent as you type it: whether Dastra shows HTML as such is not known.',
    multiline: true,
  },
  attachments: {
    label: 'Attachments',
    helpText: 'Files of the same request, each by the ID that Attach File to Rights Request gives.',
  },
  skipSent: {
    label: 'Skip If Sent',
    helpText:
      'If the same text with the same attachments was sent within a day, nothing is sent and you get that message. So a step that runs twice sends one message. Choose no if several messages get the same answer.',
    default: 'yes',
  },
});

export default defineCreate({
  key: 'send_message_to_requester',
  noun: 'Message',
  label: 'Send Message to Requester',
  description: 'Sends a message to the requester of a rights request.',
  form,
  record: sentMessageRecord,
  perform: sendMessage,
});
