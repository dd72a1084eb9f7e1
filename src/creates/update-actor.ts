import { accessLevels, vendorTypes } from '../resources/actors/choices.ts';
import { createdActorRecord } from '../resources/actors/record.ts';
import { actorUpdate, CLEARABLE, updateActor } from '../resources/actors/update.ts';
import { defineCreate } from '../zapier/define.ts';
import {
  addressFields,
  advancedGroup,
  contactGroup,
  customFieldsField,
  detailsGroup,
  inGroup,
  listedBy,
  tagsField,
  workspaceField,
} from '../zapier/fields.ts';
import { type Display, defineForm } from '../zapier/form.ts';
import { fieldsToClearField, tagModeField } from '../zapier/update.ts';

const fields = {
  companyName: {
    label: 'Organization Name',
    helpText: 'The name of an organization, or the employer of a person.',
  },
  givenName: { label: 'First Name', helpText: 'Of a person.' },
  familyName: { label: 'Last Name', helpText: 'Of a person.' },
  email: { label: 'Email' },
  phoneNumber: { label: 'Phone' },
  description: { label: 'Description', multiline: true },
  websiteUrl: { label: 'Website' },
  ...inGroup(contactGroup, {
    contactName: {
      label: 'Contact Name',
      helpText: 'The person to talk to at the organization.',
    },
    contactPosition: {
      label: 'Contact Position',
      helpText: 'What the contact does at the organization.',
    },
    ...addressFields,
  }),
  ...inGroup(detailsGroup, {
    immatriculationNumber: {
      label: 'Registration Number',
      helpText: 'The number of the organization in the companies register.',
    },
    tagIds: tagsField('list_actor_tags'),
    tagMode: tagModeField,
    customFields: {
      ...customFieldsField,
      helpText: `${customFieldsField.helpText} Custom fields that you do not name stay as they are.`,
    },
  }),
  ...inGroup(advancedGroup, {
    vendorType: { label: 'Vendor Type', choices: vendorTypes },
    accessLevel: { label: 'Access Level', choices: accessLevels },
    dpaSignatureDate: {
      label: 'DPA Signed On',
      helpText: 'The day on which the data processing agreement was signed.',
    },
  }),
} satisfies Record<string, Display>;

const form = defineForm(actorUpdate, {
  workspaceId: workspaceField,
  actorId: {
    label: 'Actor',
    helpText:
      'The organization or person to update. What you leave blank below stays as it is. Dastra also calls actors stakeholders.',
    search: 'find_actor.id',
    ...listedBy('list_actors'),
  },
  ...fields,
  fieldsToClear: { ...fieldsToClearField(fields, CLEARABLE), group: advancedGroup },
});

export default defineCreate({
  key: 'update_actor',
  noun: 'Actor',
  label: 'Update Actor',
  description:
    'Updates an actor, an organization or a person: changes the fields that are filled in.',
  form,
  record: createdActorRecord,
  perform: updateActor,
});
