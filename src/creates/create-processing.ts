import { createProcessing } from '../resources/processings/activities.ts';
import { processingStages, processingTypes } from '../resources/processings/choices.ts';
import { createdProcessingRecord } from '../resources/processings/record.ts';
import { newProcessing } from '../resources/processings/schema.ts';
import { defineCreate } from '../zapier/define.ts';
import {
  detailsGroup,
  inGroup,
  organizationalUnitField,
  tagsField,
  userField,
  workspaceField,
} from '../zapier/fields.ts';
import { defineForm } from '../zapier/form.ts';
import { reasonOf } from '../zapier/outcomes.ts';

const form = defineForm(newProcessing, {
  workspaceId: workspaceField,
  label: { label: 'Name' },
  areaId: organizationalUnitField,
  processingType: {
    label: 'Processing Type',
    helpText:
      "Whether it belongs into the controller's record, or into the record of what you do as a processor for others.",
    choices: processingTypes,
    default: 'Default',
  },
  ...inGroup(detailsGroup, {
    ref: { label: 'Reference', helpText: 'Your own reference of the processing.' },
    description: { label: 'Description', multiline: true },
    ownerId: userField('Owner', 'Who answers for the processing.'),
    processingState: {
      label: 'Stage',
      helpText: 'How far the processing itself has come.',
      choices: processingStages,
    },
    tagIds: tagsField('list_processing_tags'),
  }),
});

export default defineCreate({
  key: 'create_processing',
  noun: 'Processing',
  label: 'Create Processing',
  description:
    'Creates a processing activity as a draft in the record. Its details are saved in a second step: Details Saved tells whether they were.',
  form,
  record: createdProcessingRecord,
  perform: async (dastra, input, { bundle }) => {
    const { processing, failure } = await createProcessing(dastra, input);
    const labelOf = (field: string) => form.labelOf(field, bundle.inputData);
    const detailsProblem =
      failure && `${reasonOf(failure, labelOf)} Check the details of the processing in Dastra.`;
    return { of: processing, added: { detailsSaved: !failure, detailsProblem } };
  },
});
