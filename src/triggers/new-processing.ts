import * as z from 'zod/mini';
import * as sent from '../dastra/sent.ts';
import { getProcessing, newestProcessings } from '../resources/processings/activities.ts';
import { processingTypes } from '../resources/processings/choices.ts';
import { processingRecord } from '../resources/processings/record.ts';
import { PROCESSING_TYPES, processing } from '../resources/processings/schema.ts';
import { organizationalUnitField, workspaceField } from '../zapier/fields.ts';
import { all, same } from '../zapier/filters.ts';
import { defineForm } from '../zapier/form.ts';
import { defineHook } from '../zapier/hook.ts';

const filter = z.object({
  workspaceId: sent.recordId,
  areaId: z.optional(sent.recordId),
  processingType: z.optional(sent.oneOf(PROCESSING_TYPES)),
});

const form = defineForm(filter, {
  workspaceId: workspaceField,
  areaId: {
    ...organizationalUnitField,
    helpText: 'Only processings of this entity or department. Leave it blank for all.',
  },
  processingType: {
    label: 'Processing Type',
    helpText: 'Only processings of this type. Leave it blank for all.',
    choices: processingTypes,
  },
});

export default defineHook({
  key: 'new_processing',
  noun: 'Processing',
  label: 'New Processing',
  description: 'Triggers when a processing activity is created, most often as a draft.',
  form,
  record: processingRecord,
  schema: processing,
  id: sent.guid,
  events: ['ProcessingCreation'],
  concerns: () => true,
  isComplete: (found) => found.area !== undefined && found.label !== undefined,
  get: getProcessing,
  list: (dastra, { workspaceId, ...narrowed }, size) =>
    newestProcessings(dastra, workspaceId, narrowed, size),
  accepts: (found, { areaId, processingType }) =>
    all(same(found.areaId ?? found.area?.id, areaId), same(found.processingType, processingType)),
});
