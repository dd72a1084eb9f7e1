/** The names of what Dastra says of a processing, and that no form offers. */
import type { Choices } from '../../zapier/choices.ts';

/** `DataProcessingState`. */
export const processingStatuses: Choices = {
  Active: { label: 'Active', fr: 'Actif' },
  Draft: { label: 'Draft', fr: 'Brouillon' },
  Archived: { label: 'Archived', fr: 'Archivé' },
  Deleted: { label: 'Deleted', fr: 'Supprimé' },
};
