import { findProcessing, processingQuery } from '../resources/processings/find.ts';
import { processingRecord } from '../resources/processings/record.ts';
import { defineSearch } from '../zapier/define.ts';
import { listedBy, organizationalUnitField, workspaceField } from '../zapier/fields.ts';
import { defineForm } from '../zapier/form.ts';

const form = defineForm(processingQuery, {
  workspaceId: workspaceField,
  ref: {
    label: 'Reference',
    helpText:
      'The surest way. If it is filled in, the name and the unit only find a processing that has no reference yet.',
  },
  label: { label: 'Name', helpText: 'The whole name, in upper or lower case.' },
  areaId: {
    ...organizationalUnitField,
    helpText: 'Only processings of this entity or department. Leave it blank for all.',
  },
  dataProcessingId: {
    label: 'Processing',
    helpText: 'To read a processing whose ID you have; then leave the other fields blank.',
    ...listedBy('list_processings'),
  },
});

export default defineSearch({
  key: 'find_processing',
  noun: 'Processing',
  label: 'Find Processing',
  description:
    'Finds a processing that is not archived by its reference or its name, or any by its ID.',
  form,
  record: processingRecord,
  perform: findProcessing,
});
