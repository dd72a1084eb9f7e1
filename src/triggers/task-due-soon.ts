import * as z from 'zod/mini';
import * as sent from '../dastra/sent.ts';
import { narrowedBy, readTasks } from '../resources/tasks/calls.ts';
import { passes, projectTaskFilterFields, projectTaskFilters } from '../resources/tasks/filters.ts';
import { dueTaskRecord } from '../resources/tasks/record.ts';
import { CLOSED } from '../resources/tasks/schema.ts';
import { dueRecords } from '../zapier/due-soon.ts';
import { workspaceField } from '../zapier/fields.ts';
import { defineForm } from '../zapier/form.ts';
import { definePolling } from '../zapier/polling.ts';

const filter = z.object({
  ...projectTaskFilters,
  daysBefore: z._default(sent.wholeNumber(0, 90), 7),
});

const form = defineForm(filter, {
  workspaceId: workspaceField,
  daysBefore: {
    label: 'Days Before',
    helpText:
      'How many days before its due date a task starts the Zap: 0 to 90, where 0 is the due date itself. What is due or overdue when you turn on the Zap does not start it, only what becomes due afterwards.',
    default: '7',
  },
  ...projectTaskFilterFields,
});

export default definePolling({
  key: 'task_due_soon',
  noun: 'Task',
  label: 'Task Due Soon or Overdue',
  description: 'Triggers when an open task is about to be due, or is overdue.',
  form,
  record: dueTaskRecord,
  // A deadline that is moved to another day starts the Zap again.
  seenBy: ['id', 'dueDay'],
  list: async (dastra, { workspaceId, daysBefore, ...wanted }) => {
    const due = await dueRecords(
      dastra,
      readTasks,
      { workspaceId },
      {
        ...narrowedBy(wanted),
        excludeDone: true,
        archived: false,
      },
      { field: 'deadline', daysBefore, narrowedBy: 'areaId' },
    );
    // Dastra has filtered as far as it can: what a row does not tell is no reason to hide it.
    return due.filter(
      ({ of: task }) => passes(task, wanted) !== false && task.state !== CLOSED && !task.archived,
    );
  },
});
