import * as z from 'zod/mini';
import { maybeFlag } from '../../dastra/received.ts';
import { namedLabels, userLabels } from '../../zapier/labels.ts';
import { defineRecord, extendRecord, named } from '../../zapier/record.ts';
import { languages, requestStates, requestTypes } from '../rights-requests/choices.ts';
import { messageWithRequest, sentMessage } from './schema.ts';

const labels = {
  id: 'Message ID',
  message: 'Message',
  dateCreation: 'Date Created',
  dateSend: 'Date Sent',
  dateViewed: 'Date Viewed',
  user: userLabels('Author'),
  userRequestId: 'Request ID',
  attachments: {
    id: 'Attachment IDs',
    fileName: 'Attachments',
    size: 'Attachment Sizes (Bytes)',
  },
  request: {
    // The same as of the message, where a request is chosen from.
    id: 'Rights Request ID',
    demandId: 'Request Number',
    title: 'Request Title',
    purposes: named('Request Types', requestTypes),
    state: named('Request Status', requestStates),
    locale: named('Requester Language', languages),
    email: 'Requester Email',
    givenName: 'Requester First Name',
    familyName: 'Requester Last Name',
    refId: 'External Reference',
    area: namedLabels('Organizational Unit'),
    operator: userLabels('Assigned To'),
    expiryTime: 'Due Date',
  },
};

const example = {
  id: '7d3f1c52-4a1b-4f0e-9a67-2f8d5b0c6e11',
  dateCreation: '2026-11-25T08:14:02.000Z',
  dateSend: '2026-11-25T08:14:02.000Z',
  userRequestId: '1306',
  attachments: [
    { id: '0c9f6f6e-5c0e-4d0b-8f57-6f2b1a3d4e22', fileName: 'identity-card.pdf', size: 182_044 },
  ],
  request: {
    id: '1306',
    demandId: 'K7WQ2MZD',
    title: 'Access request from Léa Moreau',
    purposes: ['Access', 'Portability'],
    state: 'Processing',
    locale: 'fr',
    email: 'lea.moreau@example.com',
    givenName: 'Léa',
    familyName: 'Moreau',
    refId: 'CUST-20418',
    area: { id: '12', label: 'Customer Service' },
    operator: { id: '7', displayName: 'Claire Martin', email: 'claire.martin@example.com' },
    expiryTime: '2026-12-24T10:31:30.688Z',
  },
};

/** What Zapier gets of a message, with its request. */
export const messageRecord = defineRecord(messageWithRequest, labels, {
  ...example,
  message: 'Here is a copy of my identity card.',
});

/** What Zapier gets of a message that was sent to the requester. */
export const sentMessageRecord = extendRecord(
  defineRecord(sentMessage, labels, {
    ...example,
    message: 'We have received your request. Please send us a copy of your identity card.',
    user: { id: '19', displayName: 'Zapier', email: 'zapier@example.com' },
    attachments: undefined,
  }),
  z.object({ alreadySent: maybeFlag }),
  { alreadySent: 'Already Sent' },
  { alreadySent: false },
);
