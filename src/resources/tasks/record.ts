import * as z from 'zod/mini';
import { maybeFlag, maybeText } from '../../dastra/received.ts';
import { whenCreated } from '../../zapier/created.ts';
import { namedLabels, tagLabels, userLabels } from '../../zapier/labels.ts';
import { defineRecord, extendRecord, named, timestamp, withExample } from '../../zapier/record.ts';
import { priorities, relatedItemTypes } from './choices.ts';
import { taskStatuses } from './names.ts';
import { type Task, task } from './schema.ts';

const example: Task = {
  id: '4812',
  label: 'Review the processor contract with Lumeo Hosting',
  descriptionHtml: '<p>Check the annex on <strong>sub-processors</strong>.</p>',
  descriptionPlainText: 'Check the annex on sub-processors.',
  priority: 'High',
  state: 'Open',
  deadline: '2026-12-18T17:00:00.000Z',
  remainingDays: 24,
  archived: false,
  dateCreation: '2026-11-24T09:12:45.123Z',
  workspaceId: '101',
  workSpace: { id: '101', label: 'Exemplia' },
  areaId: '12',
  area: { id: '12', label: 'Legal Department' },
  workFlowStepId: '31',
  workFlowStep: { id: '31', label: 'New' },
  ownerId: '7',
  owner: { id: '7', displayName: 'Claire Martin', email: 'claire.martin@example.com' },
  assignedToUserId: '9',
  assignedToUser: { id: '9', displayName: 'Hugo Bernard', email: 'hugo.bernard@example.com' },
  creator: { id: '7', displayName: 'Claire Martin', email: 'claire.martin@example.com' },
  objectType: 'Actor',
  objectId: '57',
  objectTypeDetails: { text: 'Lumeo Hosting' },
  tags: [{ id: '3', label: 'Contracts' }],
  nbSubTasks: 0,
  nbSubTasksClosed: 0,
};

/** What Zapier gets of a task, from the trigger, the list and the action alike. */
export const taskRecord = defineRecord(
  task,
  {
    label: 'Title',
    priority: named('Priority', priorities),
    deadline: 'Due Date',
    remainingDays: 'Remaining Days',
    assignedToUser: userLabels('Assigned To'),
    state: named('Status', taskStatuses),
    workFlowStep: namedLabels('Step'),
    area: namedLabels('Organizational Unit'),
    owner: userLabels('Owner'),
    objectTypeDetails: { text: 'Related Item' },
    objectType: named('Related Item Type', relatedItemTypes),
    descriptionPlainText: 'Description',
    descriptionHtml: 'Description (HTML)',
    project: namedLabels('Project'),
    iteration: namedLabels('Iteration'),
    tags: tagLabels,
    ref: 'Reference',
    nbSubTasks: 'Number of Sub-Tasks',
    nbSubTasksClosed: 'Number of Closed Sub-Tasks',
    startDate: 'Start Date',
    dateCreation: 'Date Created',
    dateClosed: 'Date Closed',
    closingTime: 'Closing Time (Days)',
    dateUpdate: timestamp('Date Updated'),
    dateActivated: timestamp('Date Activated'),
    archived: 'Archived',
    color: 'Color',
    source: 'Source',
    creator: userLabels('Creator'),
    workSpace: namedLabels('Workspace'),
    id: 'Task ID',
    objectId: 'Related Item ID',
    areaId: 'Organizational Unit ID',
    assignedToUserId: 'Assigned To ID',
    ownerId: 'Owner ID',
    workFlowStepId: 'Step ID',
    projectId: 'Project ID',
    iterationId: 'Iteration ID',
    parentId: 'Parent Task ID',
    workspaceId: 'Workspace ID',
    customFields: null,
  },
  example,
);

/** What Zapier gets of a task from the actions that create and update it. */
export const createdTaskRecord = whenCreated(taskRecord);

/** What Zapier gets of a task that is completed. */
export const completedTaskRecord = withExample(taskRecord, {
  state: 'Closed',
  workFlowStepId: '34',
  workFlowStep: { id: '34', label: 'Done' },
  dateUpdate: '2026-12-10T09:00:00.000Z',
  dateClosed: '2026-12-10T09:00:00.000Z',
  closingTime: 16,
});

/** What Zapier gets of a task from the action that completes it, or finds it completed. */
export const completingTaskRecord = extendRecord(
  completedTaskRecord,
  z.object({ alreadyCompleted: maybeFlag }),
  { alreadyCompleted: 'Already Completed' },
  { alreadyCompleted: false },
);

/** What Zapier gets of a task that is due. */
export const dueTaskRecord = extendRecord(
  taskRecord,
  z.object({ dueDay: maybeText }),
  { dueDay: 'Due Day' },
  { dueDay: '2026-12-18' },
);
