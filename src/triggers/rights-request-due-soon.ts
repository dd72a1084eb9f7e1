import * as z from 'zod/mini';
import * as sent from '../dastra/sent.ts';
import { readOpenRightsRequests } from '../resources/rights-requests/calls.ts';
import { requestFilterFields, requestFilters } from '../resources/rights-requests/filters.ts';
import { dueRightsRequestRecord } from '../resources/rights-requests/record.ts';
import { CLOSED, OPEN_STATES } from '../resources/rights-requests/schema.ts';
import { dueRecords } from '../zapier/due-soon.ts';
import { userField, workspaceField } from '../zapier/fields.ts';
import { all, same, someOf } from '../zapier/filters.ts';
import { defineForm } from '../zapier/form.ts';
import { definePolling } from '../zapier/polling.ts';

const filter = z.object({
  ...requestFilters,
  daysBefore: z._default(sent.wholeNumber(0, 90), 7),
  operatorId: z.optional(sent.recordId),
});

const form = defineForm(filter, {
  workspaceId: workspaceField,
  daysBefore: {
    label: 'Days Before',
    helpText:
      'How many days before its due date a request starts the Zap: 0 to 90, where 0 is the due date itself. What is due or overdue when you turn on the Zap does not start it, only what becomes due afterwards.',
    default: '7',
  },
  ...requestFilterFields,
  operatorId: userField('Assigned To', 'Only requests of this person. Leave it blank for all.'),
});

export default definePolling({
  key: 'rights_request_due_soon',
  noun: 'Rights Request',
  label: 'Rights Request Due Soon or Overdue',
  description:
    'Triggers when an open data subject rights request is about to be due, or is overdue.',
  form,
  record: dueRightsRequestRecord,
  // A deadline that is moved to another day starts the Zap again.
  seenBy: ['id', 'dueDay'],
  list: async (dastra, { workspaceId, daysBefore, areaId, operatorId, purposes }) => {
    const due = await dueRecords(
      dastra,
      readOpenRightsRequests,
      { workspaceId },
      {
        states: [...OPEN_STATES],
        archived: false,
        areaId,
        users: operatorId === undefined ? undefined : [operatorId],
        purposes,
      },
      { field: 'expiryTime', daysBefore, narrowedBy: 'areaId' },
    );
    // Dastra has filtered as far as it can: what a row does not tell is no reason to hide it.
    return due.filter(
      ({ of: request }) =>
        all(
          same(request.areaId ?? request.area?.id, areaId),
          same(request.operatorId ?? request.operator?.id, operatorId),
          someOf(request.purposes, purposes),
        ) !== false &&
        request.state !== CLOSED &&
        !request.archived,
    );
  },
});
