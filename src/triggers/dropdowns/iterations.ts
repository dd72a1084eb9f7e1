import { listIterations } from '../../dastra/projects.ts';
import { defineDropdown, inWorkspace } from './dropdown.ts';

export default defineDropdown({
  key: 'list_iterations',
  noun: 'Iteration',
  form: inWorkspace,
  list: async (dastra, { input }) => {
    const iterations = await listIterations(dastra, input.workspaceId);
    return iterations.map(({ id, label, displayName }) => ({ id, label: displayName ?? label }));
  },
});
