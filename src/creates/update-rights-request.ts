import { requestTypes } from '../resources/rights-requests/choices.ts';
import { updatedRightsRequestRecord } from '../resources/rights-requests/record.ts';
import { CLEARABLE, updatedRightsRequest } from '../resources/rights-requests/schema.ts';
import { updateRightsRequest } from '../resources/rights-requests/update.ts';
import { defineCreate } from '../zapier/define.ts';
import {
  customFieldsField,
  detailsGroup,
  inGroup,
  listedBy,
  organizationalUnitField,
  requesterGroup,
  rightsRequestField,
  tagsField,
  userField,
  workspaceField,
} from '../zapier/fields.ts';
import { type Display, defineForm } from '../zapier/form.ts';
import { fieldsToClearField, tagModeField } from '../zapier/update.ts';

const fields = {
  workFlowStepId: {
    label: 'Step',
    helpText: 'The step of the workflow to move the request to; its status follows.',
    ...listedBy('list_rights_request_steps'),
  },
  operatorId: userField('Assigned To', 'Who handles the request.'),
  expiryTime: { label: 'Due Date', helpText: 'Until when the request is to be answered.' },
  description: {
    label: 'Internal Notes',
    helpText: 'For your team; the requester does not see them.',
    multiline: true,
  },
  descriptionMode: {
    label: 'Internal Notes Mode',
    helpText:
      'Whether Internal Notes take the place of those that are there, or are added after them. What the notes already end with is not added again.',
    choices: {
      Replace: { label: 'Replace', fr: 'Remplacer' },
      Append: { label: 'Append', fr: 'Ajouter' },
    },
    default: 'Replace',
  },
  tagIds: tagsField('list_rights_request_tags'),
  tagMode: tagModeField,
  ...inGroup(detailsGroup, {
    title: { label: 'Title' },
    purposes: {
      label: 'Request Types',
      helpText: 'All rights that the person exercises; they replace those of the request.',
      choices: requestTypes,
    },
    areaId: organizationalUnitField,
    complex: {
      label: 'Complex Request',
      helpText: 'A complex request has 90 days instead of 30. Dastra may move the due date.',
    },
    customFields: {
      ...customFieldsField,
      helpText: `${customFieldsField.helpText} Custom fields that you do not name stay as they are.`,
    },
  }),
  ...inGroup(requesterGroup, {
    email: { label: 'Email' },
    givenName: { label: 'First Name' },
    familyName: { label: 'Last Name' },
    phoneNumber: { label: 'Phone' },
    personCategory: {
      label: 'Data Subject Category',
      helpText: 'What the requester is to your organization, such as a client.',
      ...listedBy('list_subject_categories'),
    },
    refId: {
      label: 'External Reference',
      helpText: 'What another system calls the request, such as the ID of a form entry.',
    },
  }),
} satisfies Record<string, Display>;

const form = defineForm(updatedRightsRequest, {
  workspaceId: workspaceField,
  requestId: rightsRequestField,
  ...fields,
  fieldsToClear: fieldsToClearField(fields, CLEARABLE),
});

export default defineCreate({
  key: 'update_rights_request',
  noun: 'Rights Request',
  label: 'Update Rights Request',
  description:
    'Updates a data subject rights request: its step, assignee, due date and more. Fields that you leave blank stay as they are.',
  form,
  record: updatedRightsRequestRecord,
  perform: updateRightsRequest,
});
