import { listProjects } from '../../dastra/projects.ts';
import { defineDropdown, inWorkspace } from './dropdown.ts';

export default defineDropdown({
  key: 'list_projects',
  noun: 'Project',
  form: inWorkspace,
  list: (dastra, { input }) => listProjects(dastra, input.workspaceId),
});
