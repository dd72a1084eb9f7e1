/** The labels of what can be chosen for a task, by the API's own names. */
import type { LabelsOf } from '../labels.ts';
import type { OBJECT_TYPES, PRIORITIES } from './schema.ts';

export const priorities: LabelsOf<typeof PRIORITIES> = {
  High: 'High',
  Medium: 'Medium',
  Low: 'Low',
};

export const relatedItemTypes: LabelsOf<typeof OBJECT_TYPES> = {
  DataProcessing: 'Processing',
  DataSubject: 'Rights Request',
  DataBreach: 'Data Breach',
  AuditResponse: 'Questionnaire',
  Actor: 'Actor',
  Asset: 'Asset',
  DataRetentionRule: 'Dataset',
  RiskEvaluation: 'Risk Evaluation',
  ControlPoint: 'Control',
  SecurityMeasure: 'Security Measure',
};
