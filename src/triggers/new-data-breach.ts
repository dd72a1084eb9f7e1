import * as z from 'zod/mini';
import * as sent from '../dastra/sent.ts';
import { getDataBreach, natureOf, newestDataBreaches } from '../resources/data-breaches/calls.ts';
import { natures } from '../resources/data-breaches/choices.ts';
import { dataBreachRecord } from '../resources/data-breaches/record.ts';
import { dataBreach, NATURES } from '../resources/data-breaches/schema.ts';
import { organizationalUnitField, workspaceField } from '../zapier/fields.ts';
import { all, same, someOf } from '../zapier/filters.ts';
import { defineForm } from '../zapier/form.ts';
import { defineHook } from '../zapier/hook.ts';

const filter = z.object({
  workspaceId: sent.recordId,
  areaId: z.optional(sent.recordId),
  nature: z.optional(sent.listOf(sent.oneOf(NATURES))),
});

const form = defineForm(filter, {
  workspaceId: workspaceField,
  areaId: {
    ...organizationalUnitField,
    helpText: 'Only breaches of this entity or department. Leave it blank for all.',
  },
  nature: {
    label: 'Nature of Breach',
    helpText:
      'Only breaches of at least one of these. Leave it blank for all: somebody may fill it in later.',
    choices: natures,
  },
});

export default defineHook({
  key: 'new_data_breach',
  noun: 'Data Breach',
  label: 'New Data Breach',
  description: 'Triggers when a new data breach is recorded.',
  form,
  record: dataBreachRecord,
  schema: dataBreach,
  id: sent.guid,
  events: ['DataBreachCreation'],
  concerns: () => true,
  isComplete: (breach) => breach.area !== undefined && breach.label !== undefined,
  get: getDataBreach,
  list: (dastra, { workspaceId, areaId, nature }, size) =>
    newestDataBreaches(dastra, workspaceId, { areaId, types: nature }, size),
  accepts: (breach, { areaId, nature }) =>
    all(same(breach.areaId ?? breach.area?.id, areaId), someOf(natureOf(breach), nature)),
});
