import * as z from 'zod/mini';
import * as sent from '../dastra/sent.ts';
import {
  EVENT_OF,
  getQuestionnaire,
  newestQuestionnaires,
  withOutcome,
} from '../resources/questionnaires/calls.ts';
import { outcomes, questionnaireObjectTypes } from '../resources/questionnaires/choices.ts';
import { questionnaireRecord } from '../resources/questionnaires/record.ts';
import {
  OUTCOMES,
  QUESTIONNAIRE_OBJECT_TYPES,
  questionnaireResponse,
} from '../resources/questionnaires/schema.ts';
import { listedBy, organizationalUnitField, workspaceField } from '../zapier/fields.ts';
import { all, same } from '../zapier/filters.ts';
import { defineForm } from '../zapier/form.ts';
import { defineHook } from '../zapier/hook.ts';

const filter = z.object({
  workspaceId: sent.recordId,
  outcomes: z._default(sent.listOf(sent.oneOf(OUTCOMES)), ['Finalized']),
  templateId: z.optional(sent.guid),
  areaId: z.optional(sent.recordId),
  objectType: z.optional(sent.oneOf(QUESTIONNAIRE_OBJECT_TYPES)),
});

const form = defineForm(filter, {
  workspaceId: workspaceField,
  outcomes: {
    label: 'Outcomes',
    helpText:
      'Finalized: the respondents have handed in their answers. Validated or refused: a reviewer has decided on them. Leave it blank for finalized. If some of your questionnaires need no validation, choose both: Dastra may call them validated at once.',
    choices: outcomes,
    default: 'Finalized',
  },
  templateId: {
    label: 'Template',
    helpText: 'Only questionnaires made of this template. Leave it blank for all.',
    ...listedBy('list_questionnaire_templates'),
  },
  areaId: {
    ...organizationalUnitField,
    helpText: 'Only questionnaires of this entity or department. Leave it blank for all.',
  },
  objectType: {
    label: 'Related Item Type',
    helpText: 'Only questionnaires about this kind of record. Leave it blank for all.',
    choices: questionnaireObjectTypes,
  },
});

export default defineHook({
  key: 'questionnaire_response',
  noun: 'Questionnaire',
  label: 'Questionnaire Finalized or Reviewed',
  description: 'Triggers when the answers to a questionnaire are finalized, validated or refused.',
  form,
  record: questionnaireRecord,
  schema: questionnaireResponse,
  id: sent.guid,
  events: Object.values(EVENT_OF),
  eventsFor: (input) => input.outcomes.map((outcome) => EVENT_OF[outcome]),
  withEvent: withOutcome,
  concerns: () => true,
  isComplete: (found) => found.area !== undefined && found.template !== undefined,
  get: getQuestionnaire,
  list: (dastra, { workspaceId, ...narrowed }, size) =>
    newestQuestionnaires(dastra, workspaceId, narrowed, size),
  accepts: ({ outcome, state, ...found }, input) =>
    all(
      // A state that shows no outcome is none.
      outcome || state ? input.outcomes.some((wanted) => wanted === outcome) : undefined,
      same(found.templateId ?? found.template?.id, input.templateId),
      same(found.areaId ?? found.area?.id, input.areaId),
      same(found.objectType, input.objectType),
    ),
  // Each event counts: it has a date of its own, or another outcome (assumption A57).
  identity: ({ id, state, outcome, dateUpdate }, { date }) =>
    [id, outcome, ...(date ? [date] : [dateUpdate, state])].join('-'),
});
