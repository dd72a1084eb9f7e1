/** What can be chosen for a task, by the API's own names. */
import type { ChoicesOf } from '../../zapier/choices.ts';
import type { OBJECT_TYPES, PRIORITIES } from './schema.ts';

export const priorities: ChoicesOf<typeof PRIORITIES> = {
  High: { label: 'High', fr: 'Haute', also: ['élevée', 'élevé', 'haut', 'urgent', 'urgente'] },
  Medium: { label: 'Medium', fr: 'Moyenne', also: ['moyen', 'normal', 'normale'] },
  Low: { label: 'Low', fr: 'Basse', also: ['faible', 'bas'] },
};

export const relatedItemTypes: ChoicesOf<typeof OBJECT_TYPES> = {
  DataProcessing: { label: 'Processing', fr: 'Traitement', also: ['traitement de données'] },
  DataSubject: {
    label: 'Rights Request',
    fr: 'Demande de droits',
    also: [
      'request',
      'demande',
      'DSAR',
      'demande de droit',
      "demande d'exercice de droits",
      "demande d'exercice des droits",
    ],
  },
  DataBreach: {
    label: 'Data Breach',
    fr: 'Violation de données',
    also: ['breach', 'violation', 'incident'],
  },
  AuditResponse: { label: 'Questionnaire', fr: 'Questionnaire', also: ['audit'] },
  Actor: { label: 'Actor', fr: 'Acteur', also: ['stakeholder', 'partie prenante'] },
  Asset: { label: 'Asset', fr: 'Actif' },
  DataRetentionRule: { label: 'Dataset', fr: 'Jeu de données' },
  RiskEvaluation: {
    label: 'Risk Evaluation',
    fr: 'Évaluation de risque',
    also: ['évaluation des risques'],
  },
  ControlPoint: { label: 'Control', fr: 'Contrôle', also: ['point de contrôle'] },
  SecurityMeasure: { label: 'Security Measure', fr: 'Mesure de sécurité' },
};
