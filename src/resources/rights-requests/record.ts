import * as z from 'zod/mini';
import { maybeFlag, maybeText } from '../../dastra/received.ts';
import { createdPart, whenCreated } from '../../zapier/created.ts';
import { namedLabels, tagLabels, userLabels } from '../../zapier/labels.ts';
import { defineRecord, extendRecord } from '../../zapier/record.ts';
import { rightsRequest } from './schema.ts';

/** What Zapier gets of a rights request, from the trigger, the list and the action alike. */
export const rightsRequestRecord = defineRecord(
  rightsRequest,
  {
    id: 'Request ID',
    demandId: 'Request Number',
    title: 'Title',
    purposes: 'Request Types',
    state: 'Status',
    channel: 'Channel',
    email: 'Email',
    givenName: 'First Name',
    familyName: 'Last Name',
    phoneNumber: 'Phone',
    locale: 'Language',
    message: 'Message',
    description: 'Internal Notes',
    areaId: 'Organizational Unit ID',
    area: namedLabels('Organizational Unit'),
    operatorId: 'Assigned To ID',
    operator: userLabels('Assigned To'),
    workFlowStepId: 'Step ID',
    workFlowStep: namedLabels('Step'),
    expiryTime: 'Due Date',
    remainingDays: 'Remaining Days',
    complex: 'Complex Request',
    address: 'Address',
    zipCode: 'Postal Code',
    city: 'City',
    countryCode: 'Country',
    refId: 'External Reference',
    userId: 'User ID',
    personCategory: 'Data Subject Category',
    subjectCategoryId: 'Data Subject Category ID',
    subjectCategory: namedLabels('Data Subject Category'),
    tags: tagLabels,
    attachments: {
      id: 'Attachment IDs',
      fileName: 'Attachments',
      size: 'Attachment Sizes (Bytes)',
    },
    dateDemand: 'Date Received',
    dateCreation: 'Date Created',
    dateUpdate: 'Date Updated',
    dateClosed: 'Date Closed',
    closingTime: 'Closing Time (Days)',
    closedReason: 'Closing Reason',
    closedReasonDescription: 'Closing Reason Description',
    resolutionMessage: 'Resolution Message',
    closedByUser: userLabels('Closed By'),
    archived: 'Archived',
    archivedDate: 'Date Archived',
    nbMessages: 'Number of Messages',
    nbMessagesNotViewed: 'Number of Unread Messages',
    nbMessagesIncoming: 'Number of Incoming Messages',
    lastMessageDate: 'Date of Last Message',
    mailValidated: 'Email Validated',
    emailValidationDate: 'Date Email Validated',
    identityValidated: 'Identity Validated',
    dateIdentityValidated: 'Date Identity Validated',
    userNotified: 'Requester Notified',
    dateUserNotified: 'Date Requester Notified',
    referrerUrl: 'Source URL',
    widgetId: 'Widget ID',
    creator: userLabels('Creator'),
    customFields: null,
  },
  {
    id: '1306',
    demandId: 'K7WQ2MZD',
    title: 'Access request from Léa Moreau',
    purposes: ['Access', 'Portability'],
    state: 'Open',
    channel: 'Widget',
    locale: 'fr',
    email: 'lea.moreau@example.com',
    givenName: 'Léa',
    familyName: 'Moreau',
    phoneNumber: '+33 1 99 00 12 34',
    message: 'Please send me a copy of all data that you hold about me.',
    complex: false,
    dateCreation: '2026-11-24T10:31:30.688Z',
    expiryTime: '2026-12-24T10:31:30.688Z',
    remainingDays: 30,
    archived: false,
    closedReason: 'None',
    personCategory: 'Client',
    refId: 'CUST-20418',
    areaId: '12',
    area: { id: '12', label: 'Customer Service' },
    workFlowStepId: '21',
    workFlowStep: { id: '21', label: 'New' },
    operatorId: '7',
    operator: { id: '7', displayName: 'Claire Martin', email: 'claire.martin@example.com' },
    tags: [{ id: '5', label: 'Loyalty programme' }],
    nbMessages: 0,
    nbMessagesNotViewed: 0,
    mailValidated: true,
    identityValidated: false,
    userNotified: false,
  },
  (source) => ({
    ...source,
    areaId: source.areaId ?? source.area?.id,
    operatorId: source.operatorId ?? source.operator?.id,
    workFlowStepId: source.workFlowStepId ?? source.workFlowStep?.id,
    subjectCategoryId: source.subjectCategoryId ?? source.subjectCategory?.id,
  }),
);

/** What Zapier gets of a rights request from the action that creates it, or finds it there. */
export const createdRightsRequestRecord = extendRecord(
  rightsRequestRecord,
  z.object({ alreadyExisted: maybeFlag, ...createdPart.schema }),
  { alreadyExisted: 'Already Existed', ...createdPart.labels },
  { alreadyExisted: false, ...createdPart.example },
);

/** What Zapier gets of a rights request that is due. */
export const dueRightsRequestRecord = extendRecord(
  rightsRequestRecord,
  z.object({ dueDay: maybeText }),
  { dueDay: 'Due Day' },
  { dueDay: '2026-12-24' },
);

/** What Zapier gets of a rights request from the action that updates it. */
export const updatedRightsRequestRecord = whenCreated(rightsRequestRecord);

/** The same record, with another sample. */
const withSample = (values: object) => ({
  ...rightsRequestRecord,
  sample: { ...rightsRequestRecord.sample, ...values },
});

/** What Zapier gets of a rights request that has been closed. */
export const closedRightsRequestRecord = withSample({
  state: 'Closed',
  workFlowStepId: '25',
  workFlowStep: { id: '25', label: 'Closed' },
  closedReason: 'Accepted',
  closedReasonDescription: 'You will find a copy of your data attached.',
  dateUpdate: '2026-12-10T09:00:00.000Z',
  dateClosed: '2026-12-10T09:00:00.000Z',
  closingTime: 16,
});

/** What Zapier gets of a rights request from the action that closes it, or finds it closed. */
export const closingRightsRequestRecord = extendRecord(
  closedRightsRequestRecord,
  z.object({ alreadyClosed: maybeFlag }),
  { alreadyClosed: 'Already Closed' },
  { alreadyClosed: false },
);

/** What Zapier gets of a rights request whose requester has been identified. */
export const validatedRightsRequestRecord = withSample({
  state: 'IdentityValidation',
  workFlowStepId: '22',
  workFlowStep: { id: '22', label: 'Identity check' },
  dateUpdate: '2026-11-25T08:12:04.000Z',
  identityValidated: true,
  dateIdentityValidated: '2026-11-25T08:12:04.000Z',
});
