import { createRightsRequest } from '../resources/rights-requests/calls.ts';
import { languages, requestTypes } from '../resources/rights-requests/choices.ts';
import { createdRightsRequestRecord } from '../resources/rights-requests/record.ts';
import { newRightsRequest } from '../resources/rights-requests/schema.ts';
import { defineCreate } from '../zapier/define.ts';
import {
  addressFields,
  advancedGroup,
  customFieldsField,
  detailsGroup,
  inGroup,
  listedBy,
  organizationalUnitField,
  requesterGroup,
  tagsField,
  userField,
  workspaceField,
} from '../zapier/fields.ts';
import { defineForm } from '../zapier/form.ts';

const form = defineForm(newRightsRequest, {
  workspaceId: workspaceField,
  title: { label: 'Title', helpText: "Dastra's own form takes titles of up to 240 characters." },
  purposes: {
    label: 'Request Types',
    helpText: 'The rights that the person exercises.',
    choices: requestTypes,
  },
  areaId: organizationalUnitField,
  locale: {
    label: 'Language',
    helpText: 'The language in which the requester is answered.',
    choices: languages,
    default: 'en',
    required: true,
  },
  email: {
    label: 'Email',
    helpText: "The requester's address, needed to answer and to check the identity.",
  },
  givenName: { label: 'First Name' },
  familyName: { label: 'Last Name' },
  message: { label: 'Message', helpText: 'What the requester wrote.', multiline: true },
  ...inGroup(requesterGroup, {
    phoneNumber: { label: 'Phone' },
    ...addressFields,
    personCategory: {
      label: 'Data Subject Category',
      helpText:
        'What the requester is to your organization, such as a client. If you leave it blank, Dastra stores “Other” or none.',
      ...listedBy('list_subject_categories'),
    },
    refId: {
      label: 'External Reference',
      helpText:
        'One reference for each request, such as the ID of a form entry. Do not use a customer number: one customer can make several requests.',
    },
    returnExisting: {
      label: 'Return Existing Request',
      helpText:
        'Choose yes to get the open request instead of a second one, if its External Reference and its requester (by Email, else by First and Last Name) are the same and it covers these Request Types. Without Email and names, a new request is always created.',
    },
  }),
  ...inGroup(detailsGroup, {
    description: {
      label: 'Internal Notes',
      helpText: 'For your team; the requester does not see them.',
      multiline: true,
    },
    operatorId: userField('Assigned To', 'Who handles the request.'),
    complex: {
      label: 'Complex Request',
      helpText: 'A complex request has 90 days instead of 30.',
    },
    dateDemand: {
      label: 'Date Received',
      helpText: 'When the request reached you. Dastra may use the date of creation instead.',
    },
    tagIds: tagsField('list_rights_request_tags'),
    customFields: customFieldsField,
  }),
  ...inGroup(advancedGroup, {
    userId: { label: 'User ID', helpText: "The requester's ID in your own system." },
    expiryTime: {
      label: 'Due Date',
      helpText: 'Leave it blank for the legal deadline, which Dastra works out.',
    },
    workFlowStepId: {
      label: 'Step',
      helpText: 'Leave it blank for the first step.',
      ...listedBy('list_rights_request_steps'),
    },
    sendNotification: {
      label: 'Send Notification',
      helpText: 'Whether Dastra tells the requester by email. It does not unless you choose yes.',
    },
    referrerUrl: { label: 'Source URL', helpText: 'The page that the request came from.' },
  }),
});

export default defineCreate({
  key: 'create_rights_request',
  noun: 'Rights Request',
  label: 'Create Rights Request',
  description: 'Creates a new data subject rights request.',
  form,
  record: createdRightsRequestRecord,
  perform: createRightsRequest,
});
