import * as z from 'zod/mini';
import * as sent from '../dastra/sent.ts';
import { getDataBreach, newestDataBreaches } from '../resources/data-breaches/calls.ts';
import { breachStates } from '../resources/data-breaches/choices.ts';
import { dataBreachRecord } from '../resources/data-breaches/record.ts';
import { dataBreach, STATES } from '../resources/data-breaches/schema.ts';
import { listedBy, organizationalUnitField, workspaceField } from '../zapier/fields.ts';
import { all, among, same } from '../zapier/filters.ts';
import { defineForm } from '../zapier/form.ts';
import { defineHook } from '../zapier/hook.ts';

const filter = z.object({
  workspaceId: sent.recordId,
  areaId: z.optional(sent.recordId),
  states: z.optional(sent.listOf(sent.oneOf(STATES))),
  workFlowStepId: z.optional(sent.recordId),
});

const form = defineForm(filter, {
  workspaceId: workspaceField,
  areaId: {
    ...organizationalUnitField,
    helpText: 'Only breaches of this entity or department. Leave it blank for all.',
  },
  states: {
    label: 'New Status',
    helpText: 'Only breaches that come to one of these statuses. Leave it blank for all.',
    choices: breachStates,
  },
  workFlowStepId: {
    label: 'New Step',
    helpText: 'Only breaches that come to this step of the workflow. Leave it blank for all.',
    ...listedBy('list_data_breach_steps'),
  },
});

export default defineHook({
  key: 'data_breach_status_changed',
  noun: 'Data Breach',
  label: 'Data Breach Status Changed',
  description: 'Triggers when a data breach comes to another step or status of its workflow.',
  form,
  record: dataBreachRecord,
  schema: dataBreach,
  id: sent.guid,
  events: ['DataBreachChangeState'],
  concerns: () => true,
  isComplete: ({ area, state, workFlowStep }) =>
    area !== undefined && state !== undefined && workFlowStep !== undefined,
  get: getDataBreach,
  list: (dastra, { workspaceId, areaId, states, workFlowStepId: step }, size) => {
    const workflows = step === undefined ? undefined : [step];
    return newestDataBreaches(
      dastra,
      workspaceId,
      { areaId, states, workflows },
      size,
      'dateUpdate',
    );
  },
  accepts: (breach, { areaId, states, workFlowStepId }) =>
    all(
      same(breach.areaId ?? breach.area?.id, areaId),
      among(breach.state, states),
      same(breach.workFlowStep?.id, workFlowStepId),
    ),
  // Each change counts: it has a date of its own, or leads to another step (assumption A57).
  identity: ({ id, state, workFlowStep, dateUpdate }, { date }) =>
    [id, ...(date ? [date] : [dateUpdate, state, workFlowStep?.id])].join('-'),
});
