import * as z from 'zod/mini';
import { maybeFlag, maybeText } from '../../dastra/received.ts';
import { createdPart, whenCreated } from '../../zapier/created.ts';
import { namedLabels, tagLabels, userLabels } from '../../zapier/labels.ts';
import { countries, nameOf } from '../../zapier/readable.ts';
import { defineRecord, extendRecord, named, timestamp, withExample } from '../../zapier/record.ts';
import { languages, personCategories, requestStates, requestTypes } from './choices.ts';
import { channels, closingReasons } from './names.ts';
import { type RightsRequest, rightsRequest } from './schema.ts';

/**
 * Whom the request is about: in the workspace's own words, or the name of a member of the older fixed
 * list. Its first member, Prospect, says nothing where Dastra has the newer property: an enumeration that
 * nobody filled in holds it (assumptions A8 and A24).
 */
const categoryOf = (request: RightsRequest) => {
  const { subjectCategory, personCategory } = request;
  if (subjectCategory?.label) {
    return {
      personCategoryName: subjectCategory.label,
      personCategoryNameFr: subjectCategory.label,
    };
  }
  const isUnset = personCategory === 'Prospect' && 'subjectCategoryId' in request;
  if (personCategory === undefined || isUnset) return {};
  return {
    personCategoryName: nameOf(personCategories, personCategory, 'en'),
    personCategoryNameFr: nameOf(personCategories, personCategory, 'fr'),
  };
};

const { personCategory: _fixed, subjectCategory: _own, ...shape } = rightsRequest.shape;

const example: RightsRequest = {
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
};

/** What Zapier gets of a rights request, from the trigger, the list and the action alike. */
export const rightsRequestRecord = defineRecord(
  z.object({ ...shape, personCategoryName: maybeText, personCategoryNameFr: maybeText }),
  {
    demandId: 'Request Number',
    title: 'Title',
    purposes: named('Request Types', requestTypes),
    expiryTime: 'Due Date',
    remainingDays: 'Remaining Days',
    givenName: 'First Name',
    familyName: 'Last Name',
    email: 'Email',
    area: namedLabels('Organizational Unit'),
    operator: userLabels('Assigned To'),
    state: named('Status', requestStates),
    workFlowStep: namedLabels('Step'),
    personCategoryName: 'Data Subject Category (Name)',
    personCategoryNameFr: 'Data Subject Category (French Name)',
    message: 'Message',
    description: 'Internal Notes',
    phoneNumber: 'Phone',
    locale: named('Language', languages),
    channel: named('Channel', channels),
    complex: 'Complex Request',
    tags: tagLabels,
    dateDemand: 'Date Received',
    dateCreation: 'Date Created',
    address: 'Address',
    zipCode: 'Postal Code',
    city: 'City',
    countryCode: named('Country', countries),
    refId: 'External Reference',
    attachments: {
      fileName: 'Attachments',
      size: 'Attachment Sizes (Bytes)',
      id: 'Attachment IDs',
    },
    closedReason: named('Closing Reason', closingReasons),
    closedReasonDescription: 'Closing Reason Description',
    resolutionMessage: 'Resolution Message',
    dateClosed: 'Date Closed',
    closingTime: 'Closing Time (Days)',
    closedByUser: userLabels('Closed By'),
    nbMessages: 'Number of Messages',
    nbMessagesNotViewed: 'Number of Unread Messages',
    nbMessagesIncoming: 'Number of Incoming Messages',
    lastMessageDate: timestamp('Date of Last Message'),
    mailValidated: 'Email Validated',
    emailValidationDate: timestamp('Date Email Validated'),
    identityValidated: 'Identity Validated',
    dateIdentityValidated: timestamp('Date Identity Validated'),
    userNotified: 'Requester Notified',
    dateUserNotified: timestamp('Date Requester Notified'),
    archived: 'Archived',
    archivedDate: timestamp('Date Archived'),
    dateUpdate: timestamp('Date Updated'),
    referrerUrl: 'Source URL',
    creator: userLabels('Creator'),
    id: 'Request ID',
    areaId: 'Organizational Unit ID',
    operatorId: 'Assigned To ID',
    workFlowStepId: 'Step ID',
    subjectCategoryId: 'Data Subject Category ID',
    userId: 'Customer Number',
    widgetId: 'Widget ID',
    customFields: null,
  },
  example,
  (source: RightsRequest) => ({
    ...source,
    subjectCategoryId: source.subjectCategoryId ?? source.subjectCategory?.id,
    ...categoryOf(source),
  }),
  ({ locale }) => locale,
);

/** What Zapier gets of a rights request from the action that creates it, or finds it there. */
export const createdRightsRequestRecord = extendRecord(
  rightsRequestRecord,
  z.object({ alreadyExisted: maybeFlag, ...createdPart.schema }),
  { alreadyExisted: 'Already Existed', ...createdPart.labels },
  { alreadyExisted: false, ...createdPart.example },
);

/** What Zapier gets of a rights request from the action that updates it. */
export const updatedRightsRequestRecord = whenCreated(rightsRequestRecord);

/** What Zapier gets of a rights request that has been closed. */
export const closedRightsRequestRecord = withExample(rightsRequestRecord, {
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
export const validatedRightsRequestRecord = withExample(rightsRequestRecord, {
  state: 'IdentityValidation',
  workFlowStepId: '22',
  workFlowStep: { id: '22', label: 'Identity check' },
  dateUpdate: '2026-11-25T08:12:04.000Z',
  identityValidated: true,
  dateIdentityValidated: '2026-11-25T08:12:04.000Z',
});

/** What Zapier gets of a rights request that is due. */
export const dueRightsRequestRecord = extendRecord(
  rightsRequestRecord,
  z.object({ dueDay: maybeText }),
  { dueDay: 'Due Day' },
  { dueDay: '2026-12-24' },
);
