/** What can be chosen for a message. */
import type { ChoicesOf } from '../../zapier/choices.ts';
import type { AUTHORS } from './schema.ts';

export const authors: ChoicesOf<typeof AUTHORS> = {
  requester: { label: 'Requester', fr: 'Demandeur' },
  team: { label: 'Your Team', fr: 'Votre équipe', also: ['team', 'équipe'] },
  anyone: { label: 'Anyone', fr: 'Tout le monde', also: ['both', 'les deux'] },
};
