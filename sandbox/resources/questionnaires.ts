/** Questionnaires and their templates (docs/dastra-api.md, Questionnaires). */
import { serverDate } from '../engine/dates.ts';
import { defineResource } from '../engine/define.ts';
import { ref } from '../engine/document.ts';
import { invalidField } from '../engine/problems.ts';
import { type Fields, guid, Scope } from '../engine/world.ts';

const TEMPLATE = guid(101, 12, 1);

export const templates = defineResource({
  path: 'AuditTemplates',
  name: 'Template',
  id: 'guid',
  dto: ref('AuditTemplateLightDto'),
  serves: ['list'],
  seed: () => ({
    101: [
      { id: TEMPLATE, label: 'Revue des sous-traitants', type: 'Vendor', objectType: 'Actor' },
      { id: guid(101, 12, 2), label: 'AIPD', type: 'PIA', objectType: 'DataProcessing' },
      {
        id: guid(101, 12, 3),
        label: 'Revue des sous-traitants',
        isRevision: true,
        parentId: TEMPLATE,
      },
    ],
  }),
  many: (number) => ({ label: `Template ${number}` }),
});

/** What an outcome does: its event, and the state that the questionnaire is then in. */
const OUTCOMES: Record<string, { event: string; fields: () => Fields }> = {
  Finalized: {
    event: 'AuditResponseFinalized',
    fields: () => ({ state: 'PendingValidation', responseDate: serverDate(new Date()) }),
  },
  Validated: {
    event: 'AuditResponseValidated',
    fields: () => ({ state: 'Published', publishedDate: serverDate(new Date()) }),
  },
  Refused: { event: 'AuditResponseRefused', fields: () => ({ state: 'InProgress' }) },
};

/** A person inside a questionnaire; who is outside has an email alone. */
const person = (number: number, displayName: string, email: string) => ({
  id: guid(101, 13, number),
  displayName,
  email,
});

export const questionnaires = defineResource({
  path: 'AuditResponses',
  name: 'Questionnaire',
  id: 'guid',
  dto: ref('AuditResponseLightDto'),
  serves: ['list', 'get'],
  joins: {
    template: ({ templateId }, scope) => scope.find('AuditTemplates', templateId),
  },
  searched: ['label'],
  filters: { templateIds: 'templateId', objectType: 'objectType', objectId: 'objectId' },
  controls: [
    {
      method: 'POST',
      path: '/_sandbox/questionnaire-outcomes',
      handle({ body, state, hooks }) {
        const { workspaceId, id, outcome } = body as Fields;
        const { event, fields } = OUTCOMES[String(outcome)] ?? {};
        if (!event || !fields) {
          throw invalidField('Outcome', `Expected one of ${Object.keys(OUTCOMES).join(', ')}`);
        }
        const scope = new Scope(state, Number(workspaceId));
        return questionnaires.alter({ scope, hooks }, id, fields(), [event]);
      },
    },
  ],
  // One of each state in which somebody has answered, one that nobody has.
  seed: (day) => {
    const row = (number: number, label: string, daysOld: number, extra: Fields) => ({
      ...{ id: guid(101, 6, number), label, daysOld, areaId: 201, templateId: TEMPLATE },
      ...{ objectType: 'Actor', objectId: '1001', objectLabel: 'Hélianthe Paie' },
      owners: [person(1, 'Maëlle Oursignac', 'user13@brumelune.example.com')],
      respondants: [person(2, 'Contact', 'contact@helianthe.example.com')],
      ...{ maxScore: 25, nbQuestions: 32, ...extra },
    });
    const answered = { readiness: 86, score: 21.5, completionRate: 100, nbAnswers: 32 };
    return {
      101: [
        row(1, 'Revue annuelle du sous-traitant de paie', 30, {
          ...answered,
          ...{ state: 'PendingValidation', responseDate: day(-2), deadline: day(10) },
        }),
        row(2, 'AIPD vidéosurveillance', 60, {
          ...{ templateId: guid(101, 12, 2), objectType: 'DataProcessing', areaId: 206 },
          ...{ objectId: guid(101, 1, 5), objectLabel: 'Vidéosurveillance des entrepôts' },
          ...{ ...answered, state: 'Published', responseDate: day(-50), publishedDate: day(-45) },
        }),
        row(3, 'Revue du transporteur', 20, {
          ...answered,
          responseDate: day(-8),
          state: 'InProgress',
        }),
        row(4, 'Revue de l’hébergeur', 3, { state: 'InProgress', nbAnswers: 4 }),
      ],
    };
  },
  many: (number) => ({
    label: `Questionnaire ${number}`,
    templateId: TEMPLATE,
    state: 'PendingValidation',
  }),
});
