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
  title: { label: 'Title' },
  purposes: {
    label: 'Request Types',
    helpText:
      'The rights that the person exercises. You can also map answers such as `Access`, `Right of access` or `Droit d’accès`, several of them separated by commas.',
    choices: requestTypes,
  },
  areaId: organizationalUnitField,
  locale: {
    label: 'Language',
    helpText:
      'The language in which the requester is answered. Another one can be typed, by its name or a code such as `pt-BR`.',
    choices: languages,
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
  }),
  ...inGroup(detailsGroup, {
    refId: {
      label: 'External Reference',
      helpText:
        'Your reference for this request, such as the ID of a form entry. Not a customer number: one customer can make several requests.',
    },
    returnExisting: {
      label: 'Avoid Duplicates',
      helpText:
        'Select yes to get the open request instead of a second one, if it has the same External Reference and the same requester (Email, or First and Last Name) and covers these Request Types. Without Email and names, a new request is always created.',
    },
    description: {
      label: 'Internal Notes',
      helpText: 'For your team; the requester does not see them.',
      multiline: true,
    },
    operatorId: userField('Assigned To', 'Who handles the request.'),
    complex: {
      label: 'Complex Request',
      helpText: 'Select yes for a deadline of 90 days instead of 30.',
    },
    dateDemand: {
      label: 'Date Received',
      helpText: 'When the request reached you. Dastra may use the date of creation instead.',
    },
    tagIds: tagsField('list_rights_request_tags'),
    customFields: customFieldsField,
  }),
  ...inGroup(advancedGroup, {
    userId: {
      label: 'Customer Number',
      helpText: "The requester's ID in your own system; the same in each of their requests.",
    },
    expiryTime: {
      label: 'Due Date',
      helpText: 'Leave it blank: Dastra sets the legal deadline.',
    },
    workFlowStepId: {
      label: 'Step',
      helpText: 'Leave it blank for the first step.',
      ...listedBy('list_rights_request_steps'),
    },
    sendNotification: {
      label: 'Send Notification',
      helpText: 'Select yes to have Dastra notify the requester by email.',
    },
    referrerUrl: { label: 'Source URL', helpText: 'The page that the request came from.' },
  }),
});

export default defineCreate({
  key: 'create_rights_request',
  noun: 'Rights Request',
  label: 'Create Rights Request',
  description:
    'Creates a data subject rights request (GDPR access, erasure, objection and so on) in a workspace, with its legal deadline. Use it when a person asks to exercise a right. With Avoid Duplicates, it returns the open request that is already there.',
  form,
  record: createdRightsRequestRecord,
  perform: createRightsRequest,
});
