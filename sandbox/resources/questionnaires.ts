/** Questionnaires and their templates (docs/dastra-api.md, Questionnaires). */
import { serverDate } from '../engine/dates.ts';
import { defineResource } from '../engine/define.ts';
import { ref } from '../engine/document.ts';
import { invalidField } from '../engine/problems.ts';
import { COLLEAGUE_ID, type Fields, guid, Scope } from '../engine/world.ts';

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
    102: [
      { id: guid(102, 12, 1), label: 'Revue des hôpitaux', type: 'Vendor', objectType: 'Actor' },
    ],
  }),
  many: (number) => ({ label: `Template ${number}` }),
});

/** What an outcome does: its events, and what becomes of the questionnaire. */
const outcomeOf = (outcome: unknown, needsNone: boolean, { switches }: Scope) => {
  const now = serverDate(new Date());
  const validated = { state: 'Published', publishedDate: now };
  const names = ['AuditResponseFinalized', 'AuditResponseValidated'];
  switch (outcome) {
    case 'Finalized': {
      const fields = { state: 'PendingValidation', responseDate: now };
      if (!needsNone) return { events: names.slice(0, 1), fields };
      const events = { finalized: names.slice(0, 1), validated: names.slice(1), both: names };
      const { unreviewedEvents } = switches;
      return { events: events[unreviewedEvents], fields: { ...fields, ...validated } };
    }
    case 'Validated':
      return { events: names.slice(1), fields: validated };
    case 'Refused':
      return { events: ['AuditResponseRefused'], fields: { state: switches.refusedState } };
    default:
      throw invalidField('Outcome', 'Expected Finalized, Validated or Refused');
  }
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
        const { workspaceId, id, outcome, noValidation = false } = body as Fields;
        const scope = new Scope(state, Number(workspaceId));
        const { events, fields } = outcomeOf(outcome, noValidation === true, scope);
        const row = scope.row('AuditResponses', id);
        Object.assign(row, fields, { dateUpdate: serverDate(new Date()) });
        questionnaires.announce({ scope, hooks }, row, events, COLLEAGUE_ID);
        return body;
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
      102: [
        row(1, 'Revue de l’hôpital', 5, {
          ...{ id: guid(102, 6, 1), areaId: 231, templateId: guid(102, 12, 1), ...answered },
          ...{ state: 'PendingValidation', responseDate: day(-1) },
        }),
      ],
    };
  },
  many: (number) => ({
    label: `Questionnaire ${number}`,
    templateId: TEMPLATE,
    state: 'PendingValidation',
  }),
});
