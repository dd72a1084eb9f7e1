import * as z from 'zod/mini';
import { maybeFlag, maybeText } from '../../dastra/received.ts';
import { whenCreated } from '../../zapier/created.ts';
import { namedLabels, tagLabels, userLabels } from '../../zapier/labels.ts';
import { defineRecord, extendRecord } from '../../zapier/record.ts';
import { task } from './schema.ts';

/** What Zapier gets of a task, from the trigger, the list and the action alike. */
export const taskRecord = defineRecord(
  task,
  {
    id: 'Task ID',
    label: 'Title',
    descriptionPlainText: 'Description',
    descriptionHtml: 'Description (HTML)',
    priority: 'Priority',
    state: 'Status',
    deadline: 'Due Date',
    remainingDays: 'Remaining Days',
    workFlowStepId: 'Step ID',
    workFlowStep: namedLabels('Step'),
    assignedToUserId: 'Assigned To ID',
    assignedToUser: userLabels('Assigned To'),
    ownerId: 'Owner ID',
    owner: userLabels('Owner'),
    areaId: 'Organizational Unit ID',
    area: namedLabels('Organizational Unit'),
    projectId: 'Project ID',
    project: namedLabels('Project'),
    iterationId: 'Iteration ID',
    iteration: namedLabels('Iteration'),
    objectType: 'Related Item Type',
    objectId: 'Related Item ID',
    objectTypeDetails: { value: 'Related Item Value', text: 'Related Item' },
    tags: tagLabels,
    parentId: 'Parent Task ID',
    nbSubTasks: 'Number of Sub-Tasks',
    nbSubTasksClosed: 'Number of Closed Sub-Tasks',
    color: 'Color',
    ref: 'Reference',
    source: 'Source',
    startDate: 'Start Date',
    dateCreation: 'Date Created',
    dateUpdate: 'Date Updated',
    dateActivated: 'Date Activated',
    dateClosed: 'Date Closed',
    closingTime: 'Closing Time (Days)',
    archived: 'Archived',
    creator: userLabels('Creator'),
    workspaceId: 'Workspace ID',
    workSpace: namedLabels('Workspace'),
    customFields: null,
  },
  {
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
    objectTypeDetails: { value: '57', text: 'Lumeo Hosting' },
    tags: [{ id: '3', label: 'Contracts' }],
    nbSubTasks: 0,
    nbSubTasksClosed: 0,
  },
  (source) => ({
    ...source,
    areaId: source.areaId ?? source.area?.id,
    workspaceId: source.workspaceId ?? source.workSpace?.id,
    projectId: source.projectId ?? source.project?.id,
    iterationId: source.iterationId ?? source.iteration?.id,
    workFlowStepId: source.workFlowStepId ?? source.workFlowStep?.id,
    ownerId: source.ownerId ?? source.owner?.id,
    assignedToUserId: source.assignedToUserId ?? source.assignedToUser?.id,
  }),
);

/** What Zapier gets of a task from the action that creates it. */
export const createdTaskRecord = whenCreated(taskRecord);

/** What Zapier gets of a task from the action that completes it. */
export const completedTaskRecord = extendRecord(
  taskRecord,
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
