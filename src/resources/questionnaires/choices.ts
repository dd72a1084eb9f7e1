/** The labels of what can be chosen for a questionnaire, by the API's own names. */
import type { LabelsOf } from '../labels.ts';
import type { OUTCOMES, QUESTIONNAIRE_OBJECT_TYPES } from './schema.ts';

export const outcomes: LabelsOf<typeof OUTCOMES> = {
  Finalized: 'Finalized',
  Validated: 'Validated',
  Refused: 'Refused',
};

export const questionnaireObjectTypes: LabelsOf<typeof QUESTIONNAIRE_OBJECT_TYPES> = {
  Actor: 'Actor',
  Asset: 'Asset',
  DataProcessing: 'Processing',
  DataBreach: 'Data Breach',
  DataSubject: 'Rights Request',
  SecurityMeasure: 'Security Measure',
  DataRetentionRule: 'Dataset',
  RiskEvaluation: 'Risk Evaluation',
  Application: 'Application',
};
