import * as z from 'zod/mini';
import * as sent from '../dastra/sent.ts';
import { getRightsRequest } from '../resources/rights-requests/calls.ts';
import { requestStates } from '../resources/rights-requests/choices.ts';
import { requestFilterFields, requestFilters } from '../resources/rights-requests/filters.ts';
import { changedRightsRequests } from '../resources/rights-requests/find.ts';
import { rightsRequestRecord } from '../resources/rights-requests/record.ts';
import { rightsRequest, STATES } from '../resources/rights-requests/schema.ts';
import { listedBy, skipOwnChangesField, workspaceField } from '../zapier/fields.ts';
import { all, among, same, someOf } from '../zapier/filters.ts';
import { defineForm } from '../zapier/form.ts';
import { defineHook } from '../zapier/hook.ts';

const filter = z.object({
  ...requestFilters,
  states: z.optional(sent.listOf(sent.oneOf(STATES))),
  workFlowStepId: z.optional(sent.recordId),
  skipOwnChanges: z.optional(sent.flag),
});

const form = defineForm(filter, {
  workspaceId: workspaceField,
  ...requestFilterFields,
  states: {
    label: 'New Status',
    helpText: 'Only requests that come to one of these statuses. Leave it blank for all.',
    choices: requestStates,
  },
  workFlowStepId: {
    label: 'New Step',
    helpText: 'Only requests that come to this step of the workflow. Leave it blank for all.',
    ...listedBy('list_rights_request_steps'),
  },
  skipOwnChanges: skipOwnChangesField,
});

export default defineHook({
  key: 'rights_request_status_changed',
  noun: 'Rights Request',
  label: 'Rights Request Status Changed',
  description:
    'Triggers when a data subject rights request comes to another step or status of its workflow.',
  form,
  record: rightsRequestRecord,
  schema: rightsRequest,
  events: ['DataSubjectStateChange'],
  skipsOwnChanges: true,
  concerns: () => true,
  isComplete: ({ area, purposes, state }) =>
    area !== undefined && purposes !== undefined && state !== undefined,
  get: getRightsRequest,
  list: (dastra, { workspaceId, areaId, purposes, states, workFlowStepId: step }, size) => {
    const workflows = step === undefined ? undefined : [step];
    const narrowed = { areaId, purposes, states, workflows };
    return changedRightsRequests(dastra, workspaceId, narrowed, size);
  },
  accepts: (request, { areaId, purposes, states, workFlowStepId }) =>
    all(
      same(request.areaId ?? request.area?.id, areaId),
      someOf(request.purposes, purposes),
      among(request.state, states),
      same(request.workFlowStepId ?? request.workFlowStep?.id, workFlowStepId),
    ),
  // Each change counts: it has a date of its own, or leads to another step (assumption A57). A date is
  // enough: the same event delivered twice may be read while the request moves on.
  identity: ({ id, state, workFlowStepId, workFlowStep, dateUpdate }, { date }) =>
    [id, ...(date ? [date] : [dateUpdate, state, workFlowStepId ?? workFlowStep?.id])].join('-'),
});
