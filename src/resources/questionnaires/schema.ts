/** A questionnaire that somebody answers, as Dastra answers it. */
import * as z from 'zod/mini';
import * as received from '../../dastra/received.ts';

/** What a questionnaire is about (`AuditObjectType`). */
export const QUESTIONNAIRE_OBJECT_TYPES = [
  'Actor',
  'Asset',
  'DataProcessing',
  'DataBreach',
  'DataSubject',
  'SecurityMeasure',
  'DataRetentionRule',
  'RiskEvaluation',
  'Application',
] as const;

/** What can become of the answers; Dastra has an event for each. */
export const OUTCOMES = ['Finalized', 'Validated', 'Refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** `AuditStakeHolderDto`: a user, or somebody outside who has an email only. */
const person = z.object({ displayName: received.maybeText, email: received.maybeText });

/** `AuditResponseLightDto`: all but the answers themselves. */
export const questionnaire = z.object({
  id: received.id,
  workspaceId: received.maybeId,
  label: received.maybeText,
  state: received.maybeText,
  templateId: received.maybeId,
  template: received.maybeNamed,
  areaId: received.maybeId,
  area: received.maybeNamed,
  objectType: received.maybeText,
  objectId: received.maybeText,
  objectLabel: received.maybeText,
  description: received.maybeText,
  deadline: received.maybeDate,
  responseDate: received.maybeDate,
  publishedDate: received.maybeDate,
  readiness: received.maybeNumber,
  score: received.maybeDecimal,
  maxScore: received.maybeDecimal,
  completionRate: received.maybeNumber,
  nbAnswers: received.maybeNumber,
  nbQuestions: received.maybeNumber,
  owners: received.maybeList(person),
  respondants: received.maybeList(person),
  archived: received.maybeFlag,
  dateCreation: received.maybeDate,
  dateUpdate: received.maybeDate,
});

/** A questionnaire, with what became of it. */
export const questionnaireResponse = z.object({
  ...questionnaire.shape,
  outcome: received.ifFits(z.enum(OUTCOMES)),
});
export type QuestionnaireResponse = z.infer<typeof questionnaireResponse>;
