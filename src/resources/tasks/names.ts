/** The names of what Dastra says of a task, and that no form offers. */
import type { Choices } from '../../zapier/choices.ts';

/** `TaskState`. */
export const taskStatuses: Choices = {
  Open: { label: 'Open', fr: 'Ouverte' },
  Active: { label: 'Active', fr: 'Active' },
  Closed: { label: 'Closed', fr: 'Clôturée' },
  Archived: { label: 'Archived', fr: 'Archivée' },
};
