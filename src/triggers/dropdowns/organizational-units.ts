import { type Area, listAreas } from '../../dastra/areas.ts';
import { defineDropdown, inWorkspace } from './dropdown.ts';

/** Departments of several entities are often called the same: they show what they belong to. */
const withParents = (areas: Area[]) =>
  areas.map(({ id, label, parentId }) => {
    const parent = areas.find((area) => area.id === parentId);
    return { id, label: parent ? `${parent.label} › ${label}` : label };
  });

export default defineDropdown({
  key: 'list_organizational_units',
  noun: 'Organizational Unit',
  form: inWorkspace,
  paged: true,
  list: async (dastra, { input, page, size }) =>
    withParents((await listAreas(dastra, input.workspaceId, page, size)).items),
});
