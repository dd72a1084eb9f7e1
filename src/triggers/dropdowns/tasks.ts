import { listTasks } from '../../dastra/tasks.ts';
import { defineDropdown, inWorkspace } from './dropdown.ts';

export default defineDropdown({
  key: 'list_tasks',
  noun: 'Task',
  form: inWorkspace,
  paged: true,
  list: async (dastra, { input, page, size }) =>
    (await listTasks(dastra, input.workspaceId, page, size)).items,
});
