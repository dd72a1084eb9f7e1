import * as z from 'zod/mini';
import { listWorkspaces } from '../../dastra/workspaces.ts';
import { defineForm } from '../../fields/form.ts';
import { defineDropdown } from './dropdown.ts';

export default defineDropdown({
  key: 'list_workspaces',
  noun: 'Workspace',
  form: defineForm(z.object({}), {}),
  paged: true,
  list: (dastra, { page, size }) => listWorkspaces(dastra, page, size),
});
