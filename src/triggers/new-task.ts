import type { Trigger } from 'zapier-platform-core';
import * as z from 'zod/mini';
import { getTask, newestTasks, PRIORITIES, task } from '../dastra/tasks.ts';
import * as sent from '../dastra/values-sent.ts';
import { priorities } from '../fields/choices.ts';
import { defineForm } from '../fields/form.ts';
import { organizationalUnitField } from '../fields/organizational-unit.ts';
import { userField } from '../fields/user.ts';
import { workspaceField } from '../fields/workspace.ts';
import { taskRecord } from '../records/task.ts';
import { all, same } from './filters.ts';
import { defineHook } from './hook.ts';

const filter = z.object({
  workspaceId: sent.recordId,
  areaId: z.optional(sent.recordId),
  assignedToUserId: z.optional(sent.recordId),
  priority: z.optional(sent.oneOf(PRIORITIES)),
});

const form = defineForm(filter, {
  workspaceId: workspaceField,
  areaId: {
    ...organizationalUnitField,
    helpText: 'Only tasks of this entity or department. Leave it blank for all.',
  },
  assignedToUserId: userField('Assigned To', 'Only tasks of this person. Leave it blank for all.'),
  priority: {
    label: 'Priority',
    helpText: 'Only tasks of this priority. Leave it blank for all.',
    choices: priorities,
  },
});

const hook = defineHook({
  form,
  record: taskRecord,
  schema: task,
  events: ['TaskCreation'],
  concerns: () => true,
  isComplete: (found) => found.area !== undefined && found.label !== undefined,
  get: getTask,
  list: (dastra, { workspaceId, ...narrowed }, size) =>
    newestTasks(dastra, workspaceId, narrowed, size),
  accepts: (found, { areaId, assignedToUserId, priority }) =>
    all(
      same(found.areaId ?? found.area?.id, areaId),
      same(found.assignedToUser?.id ?? found.assignedToUserId, assignedToUserId),
      same(found.priority, priority),
    ),
  mayBeEmpty: ['assignedToUserId'],
});

export default {
  key: 'new_task',
  noun: 'Task',
  display: { label: 'New Task', description: 'Triggers when a new task is created.' },
  operation: {
    type: 'hook',
    inputFields: form.inputFields,
    ...hook,
    sample: taskRecord.sample,
    outputFields: taskRecord.outputFields,
  },
} satisfies Trigger;
