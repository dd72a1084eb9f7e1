import { priorities } from '../resources/tasks/choices.ts';
import { createdTaskRecord } from '../resources/tasks/record.ts';
import { CLEARABLE, taskUpdate, updateTask } from '../resources/tasks/update.ts';
import { defineCreate } from '../zapier/define.ts';
import {
  advancedGroup,
  customFieldsField,
  detailsGroup,
  inGroup,
  listedBy,
  organizationalUnitField,
  tagsField,
  taskField,
  userField,
  workspaceField,
} from '../zapier/fields.ts';
import { type Display, defineForm } from '../zapier/form.ts';
import { fieldsToClearField, tagModeField } from '../zapier/update.ts';

const fields = {
  label: { label: 'Title' },
  descriptionHtml: {
    label: 'Description',
    helpText: 'Takes the place of the description. HTML such as `<b>` and `<ul>` is allowed.',
    multiline: true,
  },
  priority: { label: 'Priority', choices: priorities },
  deadline: { label: 'Due Date' },
  assignedToUserId: userField(
    'Assigned To',
    'Who does the task. Dastra tells them and the owner by email of each change.',
  ),
  workFlowStepId: {
    label: 'Step',
    helpText: 'The column of the task board to move it to.',
    ...listedBy('list_task_steps'),
  },
  ...inGroup(detailsGroup, {
    ownerId: userField('Owner', 'Who answers for the task.'),
    areaId: organizationalUnitField,
    projectId: { label: 'Project', ...listedBy('list_projects') },
    iterationId: { label: 'Iteration', ...listedBy('list_iterations') },
    tagIds: tagsField('list_task_tags'),
    tagMode: tagModeField,
    customFields: {
      ...customFieldsField,
      helpText: `${customFieldsField.helpText} Custom fields that you do not name stay as they are.`,
    },
  }),
  ...inGroup(advancedGroup, {
    parentId: {
      label: 'Parent Task',
      helpText: 'Makes this task a sub-task of another one.',
      ...listedBy('list_tasks'),
      search: 'find_task.id',
    },
  }),
} satisfies Record<string, Display>;

const form = defineForm(taskUpdate, {
  workspaceId: workspaceField,
  taskId: taskField('The task to update. What you leave blank below stays as it is.'),
  ...fields,
  fieldsToClear: { ...fieldsToClearField(fields, CLEARABLE), group: advancedGroup },
});

export default defineCreate({
  key: 'update_task',
  noun: 'Task',
  label: 'Update Task',
  description: 'Updates a task: changes the fields that are filled in, and moves it to a step.',
  form,
  record: createdTaskRecord,
  perform: updateTask,
});
