/** What can be chosen for an actor, by the API's own names. */
import type { ChoicesOf } from '../../zapier/choices.ts';
import type { ACCESS_LEVELS, ACTOR_TYPES, VENDOR_TYPES } from './schema.ts';

export const actorTypes: ChoicesOf<typeof ACTOR_TYPES> = {
  Morale: {
    label: 'Organization',
    fr: 'Organisation',
    also: [
      'organisme',
      'company',
      'business',
      'legal person',
      'société',
      'entreprise',
      'personne morale',
    ],
  },
  Physical: {
    label: 'Person',
    fr: 'Personne physique',
    also: ['personne', 'individual', 'natural person', 'particulier', 'individu', 'contact'],
  },
};

export const vendorTypes: ChoicesOf<typeof VENDOR_TYPES> = {
  B2B: { label: 'B2B', fr: 'B2B' },
  B2C: { label: 'B2C', fr: 'B2C' },
};

export const accessLevels: ChoicesOf<typeof ACCESS_LEVELS> = {
  None: { label: 'None', fr: 'Aucun', also: ['no access', 'aucun accès'] },
  Restricted: {
    label: 'Restricted',
    fr: 'Restreint',
    also: ['limited', 'limité', 'accès restreint'],
  },
  Full: { label: 'Full', fr: 'Complet', also: ['full access', 'total', 'accès complet'] },
};

/** How a search compares. */
export const matches: ChoicesOf<readonly ['exact', 'contains']> = {
  exact: { label: 'Exact', fr: 'Exact', also: ['exacte', 'equals', 'égal'] },
  contains: { label: 'Contains', fr: 'Contient' },
};
