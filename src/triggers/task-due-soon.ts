import * as z from 'zod/mini';
import * as sent from '../dastra/sent.ts';
import { narrowedBy, readTasks } from '../resources/tasks/calls.ts';
import { dueTaskRecord } from '../resources/tasks/record.ts';
import { CLOSED } from '../resources/tasks/schema.ts';
import { dueRecords } from '../zapier/due-soon.ts';
import { listedBy, organizationalUnitField, userField, workspaceField } from '../zapier/fields.ts';
import { all, same } from '../zapier/filters.ts';
import { defineForm } from '../zapier/form.ts';
import { definePolling } from '../zapier/polling.ts';

const filter = z.object({
  workspaceId: sent.recordId,
  daysBefore: z._default(sent.wholeNumber(0, 90), 7),
  areaId: z.optional(sent.recordId),
  assignedToUserId: z.optional(sent.recordId),
  projectId: z.optional(sent.guid),
});

const form = defineForm(filter, {
  workspaceId: workspaceField,
  daysBefore: {
    label: 'Days Before',
    helpText:
      'How many days before its due date a task starts the Zap: 0 to 90, where 0 is the due date itself. What is due or overdue when you turn on the Zap does not start it, only what becomes due afterwards.',
    default: '7',
  },
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
  list: async (dastra, { workspaceId, daysBefore, areaId, assignedToUserId, projectId }) => {
    const due = await dueRecords(
      dastra,
      readTasks,
      { workspaceId },
      {
        ...narrowedBy({ areaId, assignedToUserId, projectId }),
        excludeDone: true,
        archived: false,
      },
      { field: 'deadline', daysBefore, narrowedBy: 'areaId' },
    );
    // Dastra has filtered as far as it can: what a row does not tell is no reason to hide it.
    return due.filter(
      ({ of: task }) =>
        all(
          same(task.areaId ?? task.area?.id, areaId),
          same(task.assignedToUserId ?? task.assignedToUser?.id, assignedToUserId),
          same(task.projectId ?? task.project?.id, projectId),
        ) !== false &&
        task.state !== CLOSED &&
        !task.archived,
    );
  },
});
