import type { Display } from '../zapier/form.ts';
import { listedBy } from './workspace.ts';

/** The unit that handles a record: an entity, or a department of it. */
export const organizationalUnitField: Display = {
  label: 'Organizational Unit',
  helpText: 'The entity or department that handles it.',
  ...listedBy('list_organizational_units'),
};
