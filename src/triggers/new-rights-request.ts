import type { Trigger } from 'zapier-platform-core';
import * as z from 'zod/mini';
import {
  getRightsRequest,
  newestRightsRequests,
  PURPOSES,
  rightsRequest,
  ZAPIER_CHANNEL,
} from '../dastra/rights-requests.ts';
import * as sent from '../dastra/values-sent.ts';
import { requestTypes } from '../fields/choices.ts';
import { defineForm } from '../fields/form.ts';
import { organizationalUnitField } from '../fields/organizational-unit.ts';
import { workspaceField } from '../fields/workspace.ts';
import { rightsRequestRecord } from '../records/rights-request.ts';
import { all, other, same, someOf } from './filters.ts';
import { defineHook } from './hook.ts';

const filter = z.object({
  workspaceId: sent.recordId,
  areaId: z.optional(sent.recordId),
  purposes: z.optional(sent.listOf(sent.oneOf(PURPOSES))),
  skipCreatedByZapier: z.optional(sent.flag),
});

const form = defineForm(filter, {
  workspaceId: workspaceField,
  areaId: {
    ...organizationalUnitField,
    helpText: 'Only requests that this entity or department handles. Leave it blank for all.',
  },
  purposes: {
    label: 'Request Types',
    helpText: 'Only requests of at least one of these types. Leave it blank for all.',
    choices: requestTypes,
  },
  skipCreatedByZapier: {
    label: 'Skip Requests Created by Zapier',
    helpText:
      'Choose yes if another step or Zap of yours creates requests, so that none goes round in circles.',
  },
});

const hook = defineHook({
  form,
  record: rightsRequestRecord,
  schema: rightsRequest,
  // Whether a request made with the widget fires one of them or both is unknown (fact sheet §5).
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

export default {
  key: 'new_rights_request',
  noun: 'Rights Request',
  display: {
    label: 'New Rights Request',
    description: 'Triggers when a new data subject rights request is created.',
  },
  operation: {
    type: 'hook',
    inputFields: form.inputFields,
    ...hook,
    sample: rightsRequestRecord.sample,
    outputFields: rightsRequestRecord.outputFields,
  },
} satisfies Trigger;
