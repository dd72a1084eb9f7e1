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
  label: {
    label: 'Title',
    helpText:
      'Dastra takes 120 characters. A longer title is cut, and the description begins with all of it.',
  },
  areaId: organizationalUnitField,
  descriptionHtml: {
    label: 'Description',
    helpText: 'What is to be done. HTML such as `<b>` and `<ul>` is allowed.',
    multiline: true,
  },
  priority: { label: 'Priority', choices: priorities, default: 'Medium' },
  deadline: {
    label: 'Due Date',
    helpText: 'A day such as `2026-12-31`, or with the time: `2026-12-31T17:00:00+01:00`.',
  },
  assignedToUserId: userField('Assigned To', 'Who does the task. Dastra tells them by email.'),
  ...inGroup(detailsGroup, {
    ownerId: userField('Owner', 'Who is responsible for the task; the person assigned does it.'),
    projectId: { label: 'Project', ...listedBy('list_projects') },
    iterationId: {
      label: 'Iteration',
      helpText: 'The period in which the task is planned. Only current and coming ones are listed.',
      ...listedBy('list_iterations'),
    },
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
      helpText: 'The kind of record that the task is about, such as a rights request.',
      choices: relatedItemTypes,
      altersDynamicFields: true,
    },
  }),
  // Shown also while it holds a value: without a type that is a mistake to correct, not to hide.
  objectId: ({ objectType, objectId }) =>
    objectType || objectId
      ? {
          label: 'Related Item',
          helpText:
            'The record itself. You can also map its ID, its exact name, or the number of a rights request.',
          ...listedBy('list_related_items', 'objectType'),
          group: relatedItemGroup,
        }
      : undefined,
  ...inGroup(advancedGroup, {
    parentId: {
      label: 'Parent Task',
      helpText: 'Makes this task a sub-task of another one.',
      ...listedBy('list_tasks'),
      search: 'find_task.id',
    },
    color: {
      label: 'Color',
      helpText: 'The color of the task in Dastra, as a code such as `#1E8EE1`.',
    },
  }),
});

export default defineCreate({
  key: 'create_task',
  noun: 'Task',
  label: 'Create Task',
  description:
    'Creates a task in a workspace, optionally with an assignee, a due date and a link to the rights request, processing, data breach or actor that it is about. Use it to have a person in the privacy team do something.',
  form,
  record: createdTaskRecord,
  perform: createTask,
});
