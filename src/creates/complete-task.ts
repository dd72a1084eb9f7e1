import { completeTask, completion } from '../resources/tasks/complete.ts';
import { completingTaskRecord } from '../resources/tasks/record.ts';
import { defineCreate } from '../zapier/define.ts';
import { taskField, workspaceField } from '../zapier/fields.ts';
import { defineForm } from '../zapier/form.ts';

const form = defineForm(completion, {
  workspaceId: workspaceField,
  taskId: taskField('The task that is done. Its sub-tasks stay as they are.'),
});

export default defineCreate({
  key: 'complete_task',
  noun: 'Task',
  label: 'Complete Task',
  description:
    'Completes a task: moves it to the step that closes tasks, unless it is completed already.',
  form,
  record: completingTaskRecord,
  perform: completeTask,
});
