/** The filters that all triggers of rights requests have. */
import * as z from 'zod/mini';
import * as sent from '../../dastra/sent.ts';
import { organizationalUnitField } from '../../zapier/fields.ts';
import { requestTypes } from './choices.ts';
import { PURPOSES } from './schema.ts';

export const requestFilters = {
  workspaceId: sent.recordId,
  areaId: z.optional(sent.recordId),
  purposes: z.optional(sent.listOf(sent.oneOf(PURPOSES))),
};

export const requestFilterFields = {
  areaId: {
    ...organizationalUnitField,
    helpText: 'Only requests that this entity or department handles. Leave it blank for all.',
  },
  purposes: {
    label: 'Request Types',
    helpText: 'Only requests of at least one of these types. Leave it blank for all.',
    choices: requestTypes,
  },
};
