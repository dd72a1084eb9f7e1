import { createTask } from '../resources/tasks/calls.ts';
import { priorities, relatedItemTypes } from '../resources/tasks/choices.ts';
import { createdTaskRecord } from '../resources/tasks/record.ts';
import { newTask } from '../resources/tasks/schema.ts';
import { defineCreate } from '../zapier/define.ts';
import {
  advancedGroup,
  customFieldsField,
  detailsGroup,
  inGroup,
  listedBy,
  organizationalUnitField,
  tagsField,
  userField,
  workspaceField,
} from '../zapier/fields.ts';
import { defineForm } from '../zapier/form.ts';

const relatedItemGroup = { key: 'relatedItem', label: 'Related Item' };

const form = defineForm(newTask, {
  workspaceId: workspaceField,
  label: { label: 'Title' },
  areaId: organizationalUnitField,
  descriptionHtml: {
    label: 'Description',
    helpText: 'What is to be done. HTML such as `<b>` and `<ul>` is allowed.',
    multiline: true,
  },
  priority: { label: 'Priority', choices: priorities, default: 'Medium' },
  deadline: { label: 'Due Date' },
  assignedToUserId: userField('Assigned To', 'Who does the task. Dastra tells them by email.'),
  ...inGroup(detailsGroup, {
    ownerId: userField('Owner', 'Who answers for the task.'),
    projectId: { label: 'Project', ...listedBy('list_projects') },
    iterationId: { label: 'Iteration', ...listedBy('list_iterations') },
    workFlowStepId: {
      label: 'Step',
      helpText: 'The column of the task board. Leave it blank for the first one.',
      ...listedBy('list_task_steps'),
    },
    tagIds: tagsField('list_task_tags'),
    customFields: customFieldsField,
  }),
  ...inGroup(relatedItemGroup, {
    objectType: {
      label: 'Related Item Type',
      helpText: 'The kind of record that the task is about. Then choose the record itself.',
      choices: relatedItemTypes,
      altersDynamicFields: true,
    },
  }),
  // Shown also while it holds a value: without a type that is a mistake to correct, not to hide.
  objectId: ({ objectType, objectId }) =>
    objectType || objectId
      ? {
          label: 'Related Item',
          helpText: 'The record that the task is about.',
          ...listedBy('list_related_items', 'objectType'),
          group: relatedItemGroup,
        }
      : undefined,
  ...inGroup(advancedGroup, {
    parentId: {
      label: 'Parent Task',
      helpText: 'Makes this task a sub-task of another one.',
      ...listedBy('list_tasks'),
    },
    color: { label: 'Color', helpText: 'A color code, such as `#1E8EE1`.' },
  }),
});

export default defineCreate({
  key: 'create_task',
  noun: 'Task',
  label: 'Create Task',
  description: 'Creates a new task.',
  form,
  record: createdTaskRecord,
  perform: createTask,
});
