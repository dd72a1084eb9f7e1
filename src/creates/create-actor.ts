import { createActor } from '../resources/actors/calls.ts';
import { accessLevels, actorTypes, vendorTypes } from '../resources/actors/choices.ts';
import { createdActorRecord } from '../resources/actors/record.ts';
import { newActor } from '../resources/actors/schema.ts';
import { choiceIn } from '../zapier/choices.ts';
import { defineCreate } from '../zapier/define.ts';
import {
  addressFields,
  advancedGroup,
  contactGroup,
  customFieldsField,
  detailsGroup,
  inGroup,
  tagsField,
  workspaceField,
} from '../zapier/fields.ts';
import { defineForm } from '../zapier/form.ts';

const isPerson = (data: Record<string, unknown>) =>
  choiceIn(actorTypes, data.actorType) === 'Physical';

const form = defineForm(newActor, {
  workspaceId: workspaceField,
  actorType: {
    label: 'Actor Type',
    helpText:
      'Organization: a company or public body, such as a processor. Person: an individual, such as a contact. Dastra also calls actors stakeholders.',
    choices: actorTypes,
    altersDynamicFields: true,
  },
  givenName: (data) =>
    isPerson(data)
      ? { label: 'First Name', helpText: 'A person needs a first name or a last name.' }
      : undefined,
  familyName: (data) => (isPerson(data) ? { label: 'Last Name' } : undefined),
  companyName: (data) =>
    isPerson(data)
      ? { label: 'Organization Name', helpText: "The person's employer." }
      : { label: 'Organization Name', required: true },
  email: { label: 'Email' },
  phoneNumber: { label: 'Phone' },
  description: { label: 'Description', multiline: true },
  websiteUrl: { label: 'Website' },
  dpaSignatureDate: {
    label: 'DPA Signed On',
    helpText: 'The day on which you both signed the data processing agreement.',
  },
  contactName: (data) =>
    isPerson(data)
      ? undefined
      : {
          label: 'Contact Name',
          helpText: 'The person to talk to at the organization.',
          group: contactGroup,
        },
  contactPosition: (data) =>
    isPerson(data)
      ? undefined
      : {
          label: 'Contact Position',
          helpText: 'What the contact does at the organization.',
          group: contactGroup,
        },
  ...inGroup(contactGroup, addressFields),
  immatriculationNumber: (data) =>
    isPerson(data)
      ? undefined
      : {
          label: 'Registration Number',
          helpText: 'The number of the organization in the companies register.',
          group: detailsGroup,
        },
  ...inGroup(detailsGroup, {
    tagIds: tagsField('list_actor_tags'),
    customFields: customFieldsField,
  }),
  ...inGroup(advancedGroup, {
    vendorType: {
      label: 'Vendor Type',
      helpText: 'For vendors only. If you leave it blank, Dastra may store B2B.',
      choices: vendorTypes,
    },
    accessLevel: {
      label: 'Access Level',
      helpText: 'How far the actor can access personal data.',
      choices: accessLevels,
    },
  }),
});

export default defineCreate({
  key: 'create_actor',
  noun: 'Actor',
  label: 'Create Actor',
  description:
    'Creates an actor in a workspace: an organization or a person that processes personal data or has a role in it, such as a processor. It does not check whether the actor exists; Find or Create Actor does.',
  form,
  record: createdActorRecord,
  perform: createActor,
});
