import { relatedItemTypes } from '../resources/tasks/choices.ts';
import { findTask, taskQuery } from '../resources/tasks/find.ts';
import { taskRecord } from '../resources/tasks/record.ts';
import { defineSearch } from '../zapier/define.ts';
import { listedBy, workspaceField } from '../zapier/fields.ts';
import { defineForm } from '../zapier/form.ts';

const form = defineForm(taskQuery, {
  workspaceId: workspaceField,
  label: {
    label: 'Title',
    helpText: 'The whole title; upper and lower case do not matter.',
  },
  objectType: {
    label: 'Related Item Type',
    helpText:
      'To find the tasks of a record, with or without Title: its kind. Then choose the record itself.',
    choices: relatedItemTypes,
    altersDynamicFields: true,
  },
  // Shown also while it holds a value: without a type that is a mistake to correct, not to hide.
  objectId: ({ objectType, objectId }) =>
    objectType || objectId
      ? {
          label: 'Related Item',
          helpText: 'The record that the task is about.',
          ...listedBy('list_related_items', 'objectType'),
        }
      : undefined,
  openOnly: {
    label: 'Open Tasks Only',
    helpText: 'Whether to skip tasks that are completed. Choose no to find those too.',
    default: 'yes',
  },
  taskId: {
    label: 'Task',
    helpText: 'To read a task whose ID you have; then leave the other fields blank.',
    ...listedBy('list_tasks'),
  },
});

export default defineSearch({
  key: 'find_task',
  noun: 'Task',
  label: 'Find Task',
  description: 'Finds a task by title, by the record that it is about, or by ID.',
  form,
  record: taskRecord,
  perform: findTask,
});
