import * as z from 'zod/mini';
import * as sent from '../dastra/sent.ts';
import { getProcessing, newestProcessings } from '../resources/processings/activities.ts';
import { processingRecord } from '../resources/processings/record.ts';
import { processing } from '../resources/processings/schema.ts';
import { organizationalUnitField, tagsField, workspaceField } from '../zapier/fields.ts';
import { all, same, someOf } from '../zapier/filters.ts';
import { defineForm } from '../zapier/form.ts';
import { defineHook } from '../zapier/hook.ts';

const filter = z.object({
  workspaceId: sent.recordId,
  areaId: z.optional(sent.recordId),
  tagIds: z.optional(sent.listOf(sent.recordId)),
});

const form = defineForm(filter, {
  workspaceId: workspaceField,
  areaId: {
    ...organizationalUnitField,
    helpText: 'Only processings of this entity or department. Leave it blank for all.',
  },
  tagIds: {
    ...tagsField('list_processing_tags'),
    helpText: 'Only processings with at least one of these tags. Leave it blank for all.',
  },
});

export default defineHook({
  key: 'processing_published',
  noun: 'Processing',
  label: 'Processing Published',
  description:
    'Triggers when a processing is published in the record of processing activities, each time anew.',
  form,
  record: processingRecord,
  schema: processing,
  id: sent.guid,
  events: ['ProcessingPublished'],
  concerns: () => true,
  isComplete: (found) => found.area !== undefined && found.workflowStep !== undefined,
  get: getProcessing,
  list: (dastra, { workspaceId, ...narrowed }, size) =>
    newestProcessings(dastra, workspaceId, { ...narrowed, isPublished: true }, size),
  accepts: (found, { areaId, tagIds }) =>
    all(
      same(found.areaId ?? found.area?.id, areaId),
      someOf(
        found.tags?.map(({ id }) => String(id)),
        tagIds?.map(String),
      ),
    ),
  // Each publication counts: it has a date of its own (assumption A57).
  identity: ({ id, datePublication, dateUpdate }, { date }) =>
    [id, date ?? datePublication ?? dateUpdate].join('-'),
});
