import { listActors } from '../../dastra/actors.ts';
import { defineDropdown, inWorkspace } from './dropdown.ts';

export default defineDropdown({
  key: 'list_actors',
  noun: 'Actor',
  form: inWorkspace,
  paged: true,
  list: async (dastra, { input, page, size }) => {
    const { items } = await listActors(dastra, input.workspaceId, page, size);
    return items.map(({ id, displayName, email }) => ({ id, label: displayName ?? email }));
  },
});
