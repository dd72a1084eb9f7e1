/** What can be chosen for a questionnaire, by the API's own names. */
import type { Choices, ChoicesOf } from '../../zapier/choices.ts';
import type { OUTCOMES, QUESTIONNAIRE_OBJECT_TYPES } from './schema.ts';

export const outcomes: ChoicesOf<typeof OUTCOMES> = {
  Finalized: { label: 'Finalized', fr: 'Finalisé' },
  Validated: { label: 'Validated', fr: 'Validé', also: ['published', 'publié'] },
  Refused: { label: 'Refused', fr: 'Refusé' },
};

/** `AuditResponseState`: where the answers are on their way. */
export const questionnaireStates: Choices = {
  Standby: { label: 'Standby', fr: 'En attente' },
  InProgress: { label: 'In Progress', fr: 'En cours' },
  PendingValidation: { label: 'Pending Validation', fr: 'En attente de validation' },
  Published: { label: 'Validated', fr: 'Validé' },
  Cancelled: { label: 'Canceled', fr: 'Annulé' },
};

export const questionnaireObjectTypes: ChoicesOf<typeof QUESTIONNAIRE_OBJECT_TYPES> = {
  Actor: { label: 'Actor', fr: 'Acteur' },
  Asset: { label: 'Asset', fr: 'Actif' },
  DataProcessing: { label: 'Processing', fr: 'Traitement' },
  DataBreach: { label: 'Data Breach', fr: 'Violation de données' },
  DataSubject: { label: 'Rights Request', fr: 'Demande de droits' },
  SecurityMeasure: { label: 'Security Measure', fr: 'Mesure de sécurité' },
  DataRetentionRule: { label: 'Dataset', fr: 'Jeu de données' },
  RiskEvaluation: { label: 'Risk Evaluation', fr: 'Évaluation de risque' },
  Application: { label: 'Application', fr: 'Application' },
};
