/** The labels of what can be chosen for an actor, by the API's own names. */
import type { LabelsOf } from '../labels.ts';
import type { ACCESS_LEVELS, ACTOR_TYPES, VENDOR_TYPES } from './schema.ts';

export const actorTypes: LabelsOf<typeof ACTOR_TYPES> = {
  Morale: 'Organization',
  Physical: 'Person',
};

export const vendorTypes: LabelsOf<typeof VENDOR_TYPES> = { B2B: 'B2B', B2C: 'B2C' };

export const accessLevels: LabelsOf<typeof ACCESS_LEVELS> = {
  None: 'None',
  Restricted: 'Restricted',
  Full: 'Full',
};
