import * as z from 'zod/mini';
import { dateOf } from '../dastra/received.ts';
import * as sent from '../dastra/sent.ts';
import { completedTasks, getTask } from '../resources/tasks/calls.ts';
import { relatedItemTypes } from '../resources/tasks/choices.ts';
import { completedTaskRecord } from '../resources/tasks/record.ts';
import { CLOSED, OBJECT_TYPES, relatedItemType, task } from '../resources/tasks/schema.ts';
import {
  listedBy,
  organizationalUnitField,
  skipOwnChangesField,
  userField,
  workspaceField,
} from '../zapier/fields.ts';
import { all, other, same } from '../zapier/filters.ts';
import { defineForm } from '../zapier/form.ts';
import { defineHook, isLongAfter } from '../zapier/hook.ts';

const filter = z.object({
  workspaceId: sent.recordId,
  areaId: z.optional(sent.recordId),
  assignedToUserId: z.optional(sent.recordId),
  projectId: z.optional(sent.guid),
  objectType: z.optional(sent.oneOf(OBJECT_TYPES)),
  skipOwnChanges: z.optional(sent.flag),
});

const form = defineForm(filter, {
  workspaceId: workspaceField,
  areaId: {
    ...organizationalUnitField,
    helpText: 'Only tasks of this entity or department. Leave it blank for all.',
  },
  assignedToUserId: userField('Assigned To', 'Only tasks of this person. Leave it blank for all.'),
  projectId: {
    label: 'Project',
    helpText: 'Only tasks of this project. Leave it blank for all.',
    ...listedBy('list_projects'),
  },
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
  accepts: (found, { areaId, assignedToUserId, projectId, objectType }) =>
    all(
      same(found.state, CLOSED),
      // The date tells one completion from another.
      found.dateClosed === undefined ? undefined : true,
      other(found.archived === undefined ? undefined : String(found.archived), 'true'),
      same(found.areaId ?? found.area?.id, areaId),
      same(found.assignedToUser?.id ?? found.assignedToUserId, assignedToUserId),
      same(found.project?.id ?? found.projectId, projectId),
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
