/** What can be chosen for a data breach, by the API's own names. */
import type { Choices, ChoicesOf } from '../../zapier/choices.ts';
import type { NATURES, REASONS, SCORES, STATES } from './schema.ts';

export const natures: ChoicesOf<typeof NATURES> = {
  Access: { label: 'Confidentiality', fr: 'Confidentialité', also: ['access', 'accès'] },
  Integrity: { label: 'Integrity', fr: 'Intégrité' },
  Availability: { label: 'Availability', fr: 'Disponibilité' },
};

export const breachStates: ChoicesOf<typeof STATES> = {
  Open: { label: 'Open', fr: 'Ouverte', also: ['nouvelle', 'new'] },
  Active: { label: 'Active', fr: 'Active', also: ['en cours', 'in progress'] },
  Closed: { label: 'Closed', fr: 'Clôturée', also: ['fermée'] },
};

export const reasons: ChoicesOf<typeof REASONS> = {
  Unknown: { label: 'Unknown', fr: 'Inconnue' },
  InternalIntentional: { label: 'Internal, Intentional', fr: 'Interne, intentionnelle' },
  InternalAccident: { label: 'Internal, Accidental', fr: 'Interne, accidentelle' },
  ExternalIntentional: { label: 'External, Intentional', fr: 'Externe, intentionnelle' },
  ExternalAccident: { label: 'External, Accidental', fr: 'Externe, accidentelle' },
  Other: { label: 'Other', fr: 'Autre' },
};

export const scores: ChoicesOf<typeof SCORES> = {
  Unset: { label: 'Not Set', fr: 'Non définie' },
  VeryLow: { label: 'Very Low', fr: 'Très faible' },
  Limited: { label: 'Limited', fr: 'Limitée' },
  Important: { label: 'Important', fr: 'Importante' },
  Maximal: { label: 'Maximal', fr: 'Maximale' },
};

/** `DataBreachRiskLevel`, which Dastra works out of the scores. */
export const riskLevels: Choices = {
  Low: { label: 'Low', fr: 'Faible' },
  Medium: { label: 'Medium', fr: 'Moyen' },
  High: { label: 'High', fr: 'Élevé' },
};
