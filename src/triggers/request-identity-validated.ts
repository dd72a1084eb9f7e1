import * as z from 'zod/mini';
import { getRightsRequest } from '../resources/rights-requests/calls.ts';
import { requestFilterFields, requestFilters } from '../resources/rights-requests/filters.ts';
import { isValidated, validatedRightsRequests } from '../resources/rights-requests/find.ts';
import { validatedRightsRequestRecord } from '../resources/rights-requests/record.ts';
import { rightsRequest } from '../resources/rights-requests/schema.ts';
import { workspaceField } from '../zapier/fields.ts';
import { all, same, someOf } from '../zapier/filters.ts';
import { defineForm } from '../zapier/form.ts';
import { defineHook } from '../zapier/hook.ts';

const form = defineForm(z.object(requestFilters), {
  workspaceId: workspaceField,
  ...requestFilterFields,
});

export default defineHook({
  key: 'request_identity_validated',
  noun: 'Rights Request',
  label: 'Requester Identity Validated',
  description: 'Triggers when the identity of the person behind a rights request is validated.',
  form,
  record: validatedRightsRequestRecord,
  schema: rightsRequest,
  events: ['DataSubjectIdentityValidated'],
  // The event may carry the request as it was before, and may also mean that it is not valid any more.
  alwaysReads: true,
  concerns: () => true,
  isComplete: () => true,
  get: getRightsRequest,
  list: (dastra, { workspaceId, areaId, purposes }, size) =>
    validatedRightsRequests(dastra, workspaceId, { areaId, purposes }, size),
  accepts: (request, { areaId, purposes }) =>
    all(
      isValidated(request),
      same(request.areaId ?? request.area?.id, areaId),
      someOf(request.purposes, purposes),
    ),
  identity: ({ id, dateIdentityValidated = '' }) => `${id}-${dateIdentityValidated}`,
});
