import * as z from 'zod/mini';
import { dateOf } from '../dastra/received.ts';
import * as sent from '../dastra/sent.ts';
import { getRightsRequest, newestRightsRequests } from '../resources/rights-requests/calls.ts';
import { closedReasons } from '../resources/rights-requests/choices.ts';
import { requestFilterFields, requestFilters } from '../resources/rights-requests/filters.ts';
import { closedRightsRequestRecord } from '../resources/rights-requests/record.ts';
import { CLOSED, CLOSED_REASONS, rightsRequest } from '../resources/rights-requests/schema.ts';
import { skipOwnChangesField, workspaceField } from '../zapier/fields.ts';
import { all, among, same, someOf } from '../zapier/filters.ts';
import { defineForm } from '../zapier/form.ts';
import { defineHook, isLongAfter } from '../zapier/hook.ts';

const filter = z.object({
  ...requestFilters,
  closedReasons: z.optional(sent.listOf(sent.oneOf(CLOSED_REASONS))),
  skipOwnChanges: z.optional(sent.flag),
});

const form = defineForm(filter, {
  workspaceId: workspaceField,
  ...requestFilterFields,
  closedReasons: {
    label: 'Reason',
    helpText: 'Only requests that are closed for one of these reasons. Leave it blank for all.',
    choices: closedReasons,
  },
  skipOwnChanges: skipOwnChangesField,
});

export default defineHook({
  key: 'rights_request_closed',
  noun: 'Rights Request',
  label: 'Rights Request Closed',
  description: 'Triggers when a data subject rights request is closed.',
  form,
  record: closedRightsRequestRecord,
  schema: rightsRequest,
  // Which of them closing fires is unknown: a change of state, or of fields.
  events: ['DataSubjectStateChange', 'DataSubjectUpdate'],
  skipsOwnChanges: true,
  concerns: () => true,
  isComplete: ({ area, purposes, closedReason, dateClosed }) =>
    [area, purposes, closedReason, dateClosed].every((value) => value !== undefined),
  get: getRightsRequest,
  list: (dastra, { workspaceId, areaId, purposes }, size) => {
    const narrowed = { areaId, purposes, states: [CLOSED as typeof CLOSED] };
    return newestRightsRequests(dastra, workspaceId, narrowed, size, 'dateClosed');
  },
  // It may have none (null), but where it is unknown, so is whether this closing has started the Zap.
  mayBeEmpty: ['dateClosed'],
  accepts: (request, { areaId, purposes, closedReasons: reasons }) =>
    all(
      same(request.state, CLOSED),
      request.dateClosed === undefined ? undefined : true,
      same(request.areaId ?? request.area?.id, areaId),
      someOf(request.purposes, purposes),
      among(request.closedReason, reasons),
    ),
  // A closed request may be edited later, which is no closing; one that is opened and closed again has another date.
  identity: ({ id, dateClosed = '', dateUpdate }, { event, date }) => {
    const at = dateOf(date) ?? dateUpdate;
    return isLongAfter(at, dateClosed) && event === 'DataSubjectUpdate'
      ? undefined
      : `${id}-${dateClosed}`;
  },
});
