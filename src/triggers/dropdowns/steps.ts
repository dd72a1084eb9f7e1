import { listSteps } from '../../dastra/workflows.ts';
import { defineDropdown, inWorkspace } from './dropdown.ts';

export const taskSteps = defineDropdown({
  key: 'list_task_steps',
  noun: 'Step',
  form: inWorkspace,
  list: (dastra, { input }) => listSteps(dastra, input.workspaceId, 'Task'),
});

export const rightsRequestSteps = defineDropdown({
  key: 'list_rights_request_steps',
  noun: 'Step',
  form: inWorkspace,
  list: (dastra, { input }) => listSteps(dastra, input.workspaceId, 'RightsRequest'),
});
