import * as z from 'zod/mini';
import { dateOf } from '../dastra/received.ts';
import * as sent from '../dastra/sent.ts';
import { completedTasks, getTask } from '../resources/tasks/calls.ts';
import { relatedItemTypes } from '../resources/tasks/choices.ts';
import { passes, projectTaskFilterFields, projectTaskFilters } from '../resources/tasks/filters.ts';
import { completedTaskRecord } from '../resources/tasks/record.ts';
import { CLOSED, OBJECT_TYPES, relatedItemType, task } from '../resources/tasks/schema.ts';
import { skipOwnChangesField, workspaceField } from '../zapier/fields.ts';
import { all, other, same } from '../zapier/filters.ts';
import { defineForm } from '../zapier/form.ts';
import { defineHook, isLongAfter } from '../zapier/hook.ts';

const filter = z.object({
  ...projectTaskFilters,
  objectType: z.optional(sent.oneOf(OBJECT_TYPES)),
  skipOwnChanges: z.optional(sent.flag),
});

const form = defineForm(filter, {
  workspaceId: workspaceField,
  ...projectTaskFilterFields,
  objectType: {
    label: 'Related Item Type',
    helpText: 'Only tasks about this kind of record. Leave it blank for all.',
    choices: relatedItemTypes,
  },
  skipOwnChanges: skipOwnChangesField,
});

export default defineHook({
  key: 'task_completed',
  noun: 'Task',
  label: 'Task Completed',
  description: 'Triggers when a task is completed.',
  form,
  record: completedTaskRecord,
  schema: task,
  // Which of them completing fires is unknown: a change of state, or of fields (assumption A69).
  events: ['TaskChangeState', 'TaskEdit'],
  skipsOwnChanges: true,
  concerns: () => true,
  isComplete: ({ area, label, dateClosed }) =>
    area !== undefined && label !== undefined && dateClosed !== undefined,
  get: getTask,
  list: (dastra, { workspaceId, ...narrowed }, size) =>
    completedTasks(dastra, workspaceId, narrowed, size),
  accepts: (found, { objectType, ...wanted }) =>
    all(
      same(found.state, CLOSED),
      // The date tells one completion from another.
      found.dateClosed === undefined ? undefined : true,
      other(found.archived === undefined ? undefined : String(found.archived), 'true'),
      passes(found, wanted),
      same(relatedItemType(found), objectType),
    ),
  mayBeEmpty: ['archived', 'dateClosed', 'assignedToUserId', 'projectId', 'objectType'],
  // A completed task may be edited later, which completes nothing; reopened and completed again, it has another date.
  identity: ({ id, dateClosed, dateUpdate }, { event, date }) => {
    const at = dateOf(date) ?? dateUpdate;
    return isLongAfter(at, dateClosed) && event === 'TaskEdit'
      ? undefined
      : `${id}-${dateClosed ?? at ?? ''}`;
  },
});
