import { listProcessings } from '../../dastra/processings.ts';
import { defineDropdown, inWorkspace } from './dropdown.ts';

export default defineDropdown({
  key: 'list_processings',
  noun: 'Processing',
  form: inWorkspace,
  paged: true,
  list: async (dastra, { input, page, size }) => {
    const { items } = await listProcessings(dastra, input.workspaceId, page, size);
    return items.map(({ id, label, ref }) => ({ id, label: ref ? `${label} (${ref})` : label }));
  },
});
