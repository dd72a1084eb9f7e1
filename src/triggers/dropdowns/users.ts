import { listUsers, type User } from '../../dastra/users.ts';
import { defineDropdown, inWorkspace } from './dropdown.ts';

const labelOf = ({ displayName, givenName, familyName, email }: User) => {
  const name = displayName ?? [givenName, familyName].filter(Boolean).join(' ');
  return name && email && name !== email ? `${name} (${email})` : name || email;
};

export default defineDropdown({
  key: 'list_users',
  noun: 'User',
  form: inWorkspace,
  paged: true,
  list: async (dastra, { input, page, size }) => {
    const { items } = await listUsers(dastra, input.workspaceId, page, size);
    return items.map((user) => ({ id: user.id, label: labelOf(user) }));
  },
});
