import { natures, reasons, scores } from '../resources/data-breaches/choices.ts';
import { createDataBreach } from '../resources/data-breaches/create.ts';
import { createdDataBreachRecord } from '../resources/data-breaches/record.ts';
import { newDataBreach } from '../resources/data-breaches/schema.ts';
import { personCategories } from '../resources/rights-requests/choices.ts';
import { defineCreate } from '../zapier/define.ts';
import {
  advancedGroup,
  customFieldsField,
  detailsGroup,
  inGroup,
  listedBy,
  organizationalUnitField,
  tagsField,
  userField,
  workspaceField,
} from '../zapier/fields.ts';
import { defineForm } from '../zapier/form.ts';

const HTML = 'HTML such as `<b>` and `<ul>` is allowed.';

const form = defineForm(newDataBreach, {
  workspaceId: workspaceField,
  label: { label: 'Title' },
  areaId: { ...organizationalUnitField, helpText: 'The entity or department that it concerns.' },
  nature: {
    label: 'Nature of Breach',
    helpText: 'What was affected. Choose all that apply.',
    choices: natures,
  },
  startDate: {
    label: 'Start',
    helpText: 'When the breach began. Dastra keeps the day and the hour of your time zone.',
  },
  constatationDate: {
    label: 'Aware Since',
    helpText:
      'When you became aware of the breach: the 72 hours to notify the authority count from then. Leave it blank for the moment at which this step runs.',
  },
  endDate: { label: 'End', helpText: 'When the breach ended. Leave it blank if it is ongoing.' },
  descriptionHtml: { label: 'Description', helpText: `What happened. ${HTML}`, multiline: true },
  operatorId: userField('Assigned To', 'Who handles the breach.'),
  returnExisting: {
    label: 'Avoid Duplicates',
    helpText:
      'Select yes to get the open breach instead of a second one, if it has the same Title and Organizational Unit.',
  },
  ...inGroup(detailsGroup, {
    location: { label: 'Location', helpText: 'Where the breach happened.' },
    reason: { label: 'Cause', choices: reasons, default: 'Unknown' },
    personCategories: {
      label: 'Data Subject Categories',
      helpText: 'Whose data are concerned.',
      choices: personCategories,
    },
    dataDescriptionHtml: {
      label: 'Data Affected',
      helpText: `Which data are concerned. ${HTML}`,
      multiline: true,
    },
    sensitiveData: { label: 'Sensitive Data', helpText: 'Whether sensitive data are concerned.' },
    dataVolume: { label: 'Number of Records', helpText: 'How many records are concerned.' },
    processorInvolved: {
      label: 'Processor Involved',
      helpText: 'Whether a processor has part in the breach.',
    },
    securityMeasures: {
      label: 'Security Measures Before',
      helpText: 'What protected the data before the breach.',
      multiline: true,
    },
    adoptedSecurityMeasures: {
      label: 'Security Measures Taken',
      helpText: 'What was done because of the breach.',
      multiline: true,
    },
    complementaryInformations: { label: 'Further Information', multiline: true },
    tagIds: tagsField('list_data_breach_tags'),
    customFields: customFieldsField,
  }),
  ...inGroup(advancedGroup, {
    reasonDescription: { label: 'Cause Description', multiline: true },
    dataSupport: { label: 'Data Medium', helpText: 'What held the data, such as a laptop.' },
    probabilityScore: {
      label: 'Probability',
      helpText: 'How likely the consequences for people are.',
      choices: scores,
      default: 'Unset',
    },
    impactScore: {
      label: 'Impact',
      helpText: 'How serious the consequences for people are.',
      choices: scores,
      default: 'Unset',
    },
    dataProcessingId: {
      label: 'Processing',
      helpText: 'The processing that is concerned.',
      ...listedBy('list_processings'),
      search: 'find_processing.id',
    },
  }),
});

export default defineCreate({
  key: 'create_data_breach',
  noun: 'Data Breach',
  label: 'Create Data Breach',
  description:
    'Creates a data breach in a workspace, with the moment from which the 72 hours to notify the authority count. With Avoid Duplicates, it returns the open breach that is already there.',
  form,
  record: createdDataBreachRecord,
  perform: (dastra, input, { bundle }) => createDataBreach(dastra, input, bundle.meta?.timezone),
});
