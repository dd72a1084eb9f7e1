import type { Create } from 'zapier-platform-core';
import { ignoredCustomFields } from '../dastra/custom-fields.ts';
import { addressFields } from '../fields/address.ts';
import { accessLevels, actorTypes, vendorTypes } from '../fields/choices.ts';
import { customFieldsField } from '../fields/custom-fields.ts';
import { tagsField } from '../fields/tags.ts';
import { workspaceField } from '../fields/workspace.ts';
import { createActor, newActor } from '../resources/actors/calls.ts';
import { createdActorRecord } from '../zapier/created.ts';
import { defineForm } from '../zapier/form.ts';
import { advancedGroup, contactGroup, detailsGroup, inGroup } from '../zapier/groups.ts';
import { operation } from '../zapier/perform.ts';

const isPerson = (data: Record<string, unknown>) =>
  data.actorType === 'Physical' || data.actorType === actorTypes.Physical;

const form = defineForm(newActor, {
  workspaceId: workspaceField,
  actorType: {
    label: 'Actor Type',
    helpText:
      'An organization (such as a processor or a controller) or a person (such as a contact). Dastra also calls actors stakeholders.',
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
  contactName: (data) =>
    isPerson(data)
      ? undefined
      : {
          label: 'Contact Name',
          helpText: 'The person to talk to at the organization.',
          group: contactGroup.key,
        },
  contactPosition: (data) =>
    isPerson(data)
      ? undefined
      : {
          label: 'Contact Position',
          helpText: 'What the contact does at the organization.',
          group: contactGroup.key,
        },
  ...inGroup(contactGroup, addressFields),
  immatriculationNumber: (data) =>
    isPerson(data)
      ? undefined
      : {
          label: 'Registration Number',
          helpText: 'The number of the organization in the companies register.',
          group: detailsGroup.key,
        },
  ...inGroup(detailsGroup, {
    tagIds: tagsField('list_actor_tags'),
    customFields: customFieldsField,
  }),
  ...inGroup(advancedGroup, {
    vendorType: {
      label: 'Vendor Type',
      helpText: 'If you leave it blank, Dastra may store B2B.',
      choices: vendorTypes,
    },
    accessLevel: { label: 'Access Level', choices: accessLevels },
    dpaSignatureDate: {
      label: 'DPA Signed On',
      helpText: 'The day on which the data processing agreement was signed.',
    },
  }),
});

export default {
  key: 'create_actor',
  noun: 'Actor',
  display: {
    label: 'Create Actor',
    description: 'Creates a new actor: an organization or a person.',
  },
  operation: {
    inputFieldGroups: [contactGroup, detailsGroup, advancedGroup],
    inputFields: form.inputFields,
    perform: operation(form, async (dastra, input) => {
      const actor = await createActor(dastra, input);
      const ignored = ignoredCustomFields(input.customFields, actor.customFields);
      return createdActorRecord.toRecord(actor, { ignoredCustomFields: ignored });
    }),
    sample: createdActorRecord.sample,
    outputFields: createdActorRecord.outputFields,
  },
} satisfies Create;
