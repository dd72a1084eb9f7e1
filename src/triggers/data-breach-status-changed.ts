import * as z from 'zod/mini';
import * as sent from '../dastra/sent.ts';
import { getDataBreach, newestDataBreaches } from '../resources/data-breaches/calls.ts';
import { states } from '../resources/data-breaches/choices.ts';
import { dataBreachRecord } from '../resources/data-breaches/record.ts';
import { dataBreach, STATES } from '../resources/data-breaches/schema.ts';
import { listedBy, organizationalUnitField, workspaceField } from '../zapier/fields.ts';
import { all, same } from '../zapier/filters.ts';
import { defineForm } from '../zapier/form.ts';
import { defineHook, eachTime } from '../zapier/hook.ts';

const filter = z.object({
  workspaceId: sent.recordId,
  areaId: z.optional(sent.recordId),
  state: z.optional(sent.oneOf(STATES)),
  stepId: z.optional(sent.recordId),
});

const form = defineForm(filter, {
  workspaceId: workspaceField,
  areaId: {
    ...organizationalUnitField,
    helpText: 'Only breaches of this entity or department. Leave it blank for all.',
  },
  state: {
    label: 'New Status',
    helpText: 'Only breaches that now have this status. Leave it blank for all.',
    choices: states,
  },
  stepId: {
    label: 'New Step',
    helpText: 'Only breaches that are now in this step. Leave it blank for all.',
    ...listedBy('list_data_breach_steps'),
  },
});

export default defineHook({
  key: 'data_breach_status_changed',
  noun: 'Data Breach',
  label: 'Data Breach Status Changed',
  description: 'Triggers when a data breach moves to another step or status.',
  form,
  record: dataBreachRecord,
  schema: dataBreach,
  id: sent.guid,
  events: ['DataBreachChangeState'],
  concerns: () => true,
  isComplete: (breach) => breach.area !== undefined && breach.workFlowStep !== undefined,
  get: getDataBreach,
  list: (dastra, { workspaceId, ...narrowed }, size) =>
    newestDataBreaches(dastra, workspaceId, narrowed, size),
  accepts: (breach, { areaId, state, stepId }) =>
    all(
      same(breach.areaId ?? breach.area?.id, areaId),
      same(breach.state, state),
      same(breach.workFlowStep?.id, stepId),
    ),
  identity: ({ id, state, workFlowStep }, delivery) =>
    eachTime({ id, state, stepId: workFlowStep?.id }, delivery),
});
