import * as z from 'zod/mini';
import * as sent from '../dastra/sent.ts';
import { getRightsRequest, newestRightsRequests } from '../resources/rights-requests/calls.ts';
import { requestFilterFields, requestFilters } from '../resources/rights-requests/filters.ts';
import { rightsRequestRecord } from '../resources/rights-requests/record.ts';
import { rightsRequest, ZAPIER_CHANNEL } from '../resources/rights-requests/schema.ts';
import { workspaceField } from '../zapier/fields.ts';
import { all, other, same, someOf } from '../zapier/filters.ts';
import { defineForm } from '../zapier/form.ts';
import { defineHook } from '../zapier/hook.ts';

const filter = z.object({
  ...requestFilters,
  skipCreatedByZapier: z.optional(sent.flag),
});

const form = defineForm(filter, {
  workspaceId: workspaceField,
  ...requestFilterFields,
  skipCreatedByZapier: {
    label: 'Skip Requests Created by Zapier',
    helpText:
      'Select yes if one of your Zaps also creates rights requests, to avoid an endless loop.',
  },
});

export default defineHook({
  key: 'new_rights_request',
  noun: 'Rights Request',
  label: 'New Rights Request',
  description:
    'Triggers when a new data subject rights request (GDPR access, erasure, objection and so on) is created in a workspace.',
  form,
  record: rightsRequestRecord,
  schema: rightsRequest,
  // Whether a request made with the widget fires one of them or both is unknown (assumption A43).
  events: ['DataSubjectCreation', 'DataSubjectWidgetCreation'],
  // The widget event may also mean a new widget, whose IDs overlap: only requests have these two.
  concerns: (event, { purposes, demandId }) =>
    event === 'DataSubjectCreation' || Array.isArray(purposes) || typeof demandId === 'string',
  isComplete: (request) => request.area !== undefined && request.purposes !== undefined,
  get: getRightsRequest,
  list: (dastra, { workspaceId, areaId, purposes }, size) =>
    newestRightsRequests(dastra, workspaceId, { areaId, purposes }, size),
  accepts: (request, { areaId, purposes, skipCreatedByZapier }) =>
    all(
      same(request.areaId ?? request.area?.id, areaId),
      someOf(request.purposes, purposes),
      other(request.channel, skipCreatedByZapier ? ZAPIER_CHANNEL : undefined),
    ),
});
