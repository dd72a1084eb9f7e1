import { findDataBreaches } from '../resources/data-breaches/find.ts';
import { dataBreachRecord } from '../resources/data-breaches/record.ts';
import { dataBreachQuery } from '../resources/data-breaches/schema.ts';
import { defineSearch } from '../zapier/define.ts';
import { listedBy, organizationalUnitField, workspaceField } from '../zapier/fields.ts';
import { defineForm } from '../zapier/form.ts';

const form = defineForm(dataBreachQuery, {
  workspaceId: workspaceField,
  label: { label: 'Title', helpText: 'The whole title, in upper or lower case.' },
  areaId: {
    ...organizationalUnitField,
    helpText: 'Only breaches of this entity or department. Leave it blank for all.',
  },
  openOnly: {
    label: 'Open Only',
    helpText: 'Whether to leave out breaches that are closed.',
    default: 'true',
  },
  dataBreachId: {
    label: 'Data Breach',
    helpText: 'To read a breach whose ID you have; then leave the title blank.',
    ...listedBy('list_data_breaches'),
  },
});

export default defineSearch({
  key: 'find_data_breach',
  noun: 'Data Breach',
  label: 'Find Data Breach',
  description: 'Finds a data breach by its title or its ID, the newest first.',
  form,
  record: dataBreachRecord,
  perform: findDataBreaches,
});
