import { attachActor } from '../resources/processings/calls.ts';
import { jobTitles, recipientTypes, roles } from '../resources/processings/choices.ts';
import { linkRecord } from '../resources/processings/link-record.ts';
import { newLink } from '../resources/processings/schema.ts';
import { choiceIn } from '../zapier/choices.ts';
import { defineCreate } from '../zapier/define.ts';
import { listedBy, workspaceField } from '../zapier/fields.ts';
import { defineForm } from '../zapier/form.ts';

const hasRole = (data: Record<string, unknown>, role: keyof typeof roles) =>
  choiceIn(roles, data.type ?? 'Recipient') === role;

const form = defineForm(newLink, {
  workspaceId: workspaceField,
  dataProcessingId: {
    label: 'Processing',
    helpText: 'The processing, from the record of processing activities.',
    ...listedBy('list_processings'),
    search: 'find_processing.id',
  },
  actorId: {
    label: 'Actor',
    helpText: 'The organization or person to attach.',
    search: 'find_actor.id',
    ...listedBy('list_actors'),
  },
  type: {
    label: 'Role',
    helpText:
      'Recipient: receives the data, such as a processor. Stakeholder: has a role in governance, such as the DPO. Controller: decides on the processing; in the record of a processor, the client. For a processor, choose Recipient, then Processor.',
    choices: roles,
    default: 'Recipient',
    required: true,
    altersDynamicFields: true,
  },
  recipientType: (data) =>
    hasRole(data, 'Recipient')
      ? {
          label: 'Recipient Type',
          helpText: 'Choose Processor for a subcontractor that works on your behalf.',
          choices: recipientTypes,
          required: true,
        }
      : undefined,
  jobTitle: (data) =>
    hasRole(data, 'Stakeholder')
      ? {
          label: 'Stakeholder Role',
          helpText: 'What the stakeholder does in this processing.',
          choices: jobTitles,
          required: true,
        }
      : undefined,
  label: { label: 'Label', helpText: 'A short note that Dastra shows beside the actor.' },
  description: { label: 'Description', multiline: true },
});

export default defineCreate({
  key: 'attach_actor_to_processing',
  noun: 'Actor',
  label: 'Attach Actor to Processing',
  description:
    'Attaches an existing actor to an existing processing in the record of processing activities, as recipient (such as a processor), stakeholder, controller or contact person. If the actor already has that role there, nothing changes.',
  form,
  record: linkRecord,
  perform: attachActor,
});
