/** The cases of all pairs of a search and an action. */
import type { PairCase } from './case.ts';

export const findOrCreateActor: PairCase = {
  french: 'Trouver un acteur ou le créer',
  input: { actorType: 'Morale', companyName: 'Example Ltd', email: 'new@example.com' },
};
