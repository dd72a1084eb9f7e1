import * as z from 'zod/mini';
import * as sent from '../dastra/sent.ts';
import { getTask, newestTasks } from '../resources/tasks/calls.ts';
import { priorities } from '../resources/tasks/choices.ts';
import { passes, taskFilterFields, taskFilters } from '../resources/tasks/filters.ts';
import { taskRecord } from '../resources/tasks/record.ts';
import { PRIORITIES, task } from '../resources/tasks/schema.ts';
import { workspaceField } from '../zapier/fields.ts';
import { all, same } from '../zapier/filters.ts';
import { defineForm } from '../zapier/form.ts';
import { defineHook } from '../zapier/hook.ts';

const filter = z.object({
  ...taskFilters,
  priority: z.optional(sent.oneOf(PRIORITIES)),
});

const form = defineForm(filter, {
  workspaceId: workspaceField,
  ...taskFilterFields,
  priority: {
    label: 'Priority',
    helpText: 'Only tasks of this priority. Leave it blank for all.',
    choices: priorities,
  },
});

export default defineHook({
  key: 'new_task',
  noun: 'Task',
  label: 'New Task',
  description:
    'Triggers when a new task is created in a workspace, optionally only for one unit, person or priority.',
  form,
  record: taskRecord,
  schema: task,
  events: ['TaskCreation'],
  concerns: () => true,
  isComplete: (found) => found.area !== undefined && found.label !== undefined,
  get: getTask,
  list: (dastra, { workspaceId, ...narrowed }, size) =>
    newestTasks(dastra, workspaceId, narrowed, size),
  accepts: (found, { priority, ...wanted }) =>
    all(passes(found, wanted), same(found.priority, priority)),
  mayBeEmpty: ['assignedToUserId'],
});
