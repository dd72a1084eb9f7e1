import type { Create } from 'zapier-platform-core';
import { ignoredCustomFields } from '../dastra/custom-fields.ts';
import { priorities, relatedItemTypes } from '../fields/choices.ts';
import { customFieldsField } from '../fields/custom-fields.ts';
import { organizationalUnitField } from '../fields/organizational-unit.ts';
import { tagsField } from '../fields/tags.ts';
import { userField } from '../fields/user.ts';
import { listedBy, workspaceField } from '../fields/workspace.ts';
import { createTask, newTask } from '../resources/tasks/calls.ts';
import { createdTaskRecord } from '../zapier/created.ts';
import { defineForm } from '../zapier/form.ts';
import { advancedGroup, detailsGroup, inGroup, relatedItemGroup } from '../zapier/groups.ts';
import { operation } from '../zapier/perform.ts';

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
          dynamic: 'list_related_items.id.label',
          dependsOn: ['workspaceId', 'objectType'],
          group: relatedItemGroup.key,
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

export default {
  key: 'create_task',
  noun: 'Task',
  display: { label: 'Create Task', description: 'Creates a new task.' },
  operation: {
    inputFieldGroups: [detailsGroup, relatedItemGroup, advancedGroup],
    inputFields: form.inputFields,
    perform: operation(form, async (dastra, input) => {
      const task = await createTask(dastra, input);
      const ignored = ignoredCustomFields(input.customFields, task.customFields);
      return createdTaskRecord.toRecord(task, { ignoredCustomFields: ignored });
    }),
    sample: createdTaskRecord.sample,
    outputFields: createdTaskRecord.outputFields,
  },
} satisfies Create;
