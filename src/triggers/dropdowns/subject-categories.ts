import { isFault } from '../../dastra/errors.ts';
import { PERSON_CATEGORIES } from '../../dastra/rights-requests.ts';
import { listSubjectCategories } from '../../dastra/subject-categories.ts';
import { defineDropdown, inWorkspace } from './dropdown.ts';

/** `FormerClient` becomes "Former Client". */
const spaced = (name: string) => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');

/** The workspace's own categories; where this Dastra has none, the fixed ones of its older documents. */
export default defineDropdown({
  key: 'list_subject_categories',
  noun: 'Data Subject Category',
  form: inWorkspace,
  list: async (dastra, { input }) => {
    try {
      return await listSubjectCategories(dastra, input.workspaceId);
    } catch (error) {
      if (!isFault(error, 'not-found')) throw error;
      return PERSON_CATEGORIES.map((name) => ({ id: name, label: spaced(name) }));
    }
  },
});
