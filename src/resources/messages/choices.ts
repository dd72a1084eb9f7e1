/** The labels of what can be chosen for a message. */
import type { LabelsOf } from '../labels.ts';
import type { AUTHORS } from './schema.ts';

export const authors: LabelsOf<typeof AUTHORS> = {
  requester: 'Requester',
  team: 'Your Team',
  anyone: 'Anyone',
};
