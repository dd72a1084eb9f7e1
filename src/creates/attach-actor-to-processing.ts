import { attachActor } from '../resources/processings/calls.ts';
import { jobTitles, recipientTypes, roles } from '../resources/processings/choices.ts';
import { linkRecord } from '../resources/processings/link-record.ts';
import { newLink } from '../resources/processings/schema.ts';
import { defineCreate } from '../zapier/define.ts';
import { listedBy, workspaceField } from '../zapier/fields.ts';
import { defineForm } from '../zapier/form.ts';

const hasRole = (data: Record<string, unknown>, role: keyof typeof roles) =>
  [role, roles[role]].some((name) => name === (data.type ?? 'Recipient'));

const form = defineForm(newLink, {
  workspaceId: workspaceField,
  dataProcessingId: {
    label: 'Processing',
    helpText: 'The processing, from the record of processing activities.',
    search: 'find_processing.id',
    ...listedBy('list_processings'),
  },
  actorId: {
    label: 'Actor',
    helpText: 'The organization or person to attach. Dastra also calls actors stakeholders.',
    search: 'find_actor.id',
    ...listedBy('list_actors'),
  },
  type: {
    label: 'Role',
    helpText: 'What the actor is in this processing.',
    choices: roles,
    default: 'Recipient',
    required: true,
    altersDynamicFields: true,
  },
  recipientType: (data) =>
    hasRole(data, 'Recipient')
      ? {
          label: 'Recipient Type',
          helpText: 'What kind of recipient the actor is.',
          choices: recipientTypes,
          required: true,
        }
      : undefined,
  jobTitle: (data) =>
    hasRole(data, 'Stakeholder')
      ? {
          label: 'Job Title',
          helpText: 'The function of the stakeholder.',
          choices: jobTitles,
          required: true,
        }
      : undefined,
  label: { label: 'Label', helpText: 'A short note that Dastra shows with the actor.' },
  description: { label: 'Description', multiline: true },
});

export default defineCreate({
  key: 'attach_actor_to_processing',
  noun: 'Actor',
  label: 'Attach Actor to Processing',
  description:
    'Attaches an actor to an existing processing in a given role, unless it has that role there already.',
  form,
  record: linkRecord,
  perform: attachActor,
});
