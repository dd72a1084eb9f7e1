/**
 * What forms choose from (docs/dastra-api.md, Choices): units, tags, steps, projects, iterations
 * and categories of data subjects.
 */
import { addDays, parseDate } from '../engine/dates.ts';
import { defineResource } from '../engine/define.ts';
import { type amend, amendEnum, ref } from '../engine/document.ts';
import { notFound } from '../engine/problems.ts';
import type { Query } from '../engine/validate.ts';
import { type Fields, guid, type Row } from '../engine/world.ts';

// The newer name of requests, in a sample of 2023 (assumption A25).
for (const name of ['TagType', 'WorkflowType', 'TaskObjectType']) {
  amendEnum(name, 'DataSubjectRequest');
}

/** Orders by a text. @param asc what a missing `asc` means */
const by = (property: string, ascending: boolean) => (records: Row[], query: Query) => {
  const { asc = ascending } = query;
  const sorted = records.toSorted((a, b) => String(a[property]).localeCompare(String(b[property])));
  return asc ? sorted : sorted.reverse();
};

const area = (id: number, label: string, parentId: number | null, extra: Fields = {}) => ({
  id,
  label,
  type: parentId === null ? 'Entity' : 'Area',
  parentId,
  order: id,
  countryCode: 'FR',
  ...extra,
});

export const areas = defineResource({
  path: 'Areas',
  name: 'Unit',
  serves: ['list'],
  searched: ['label', 'ref'],
  filters: { ref: 'ref', parentId: 'parentId' },
  seed: () => ({
    101: [
      area(201, 'Brumelune SAS', null, { ref: 'FR-01', city: 'Lyon', zipCode: '69003' }),
      area(202, 'Direction commerciale', 201, { ref: 'FR-01-COM' }),
      area(203, 'Ressources humaines', 201, { ref: 'FR-01-RH' }),
      area(204, 'Service client', 202, { ref: 'FR-01-COM-SC' }),
      area(205, 'Brumelune Belgique SRL', null, { ref: 'BE-01', city: 'Namur', countryCode: 'BE' }),
      area(206, 'Logistique', 205, { ref: 'BE-01-LOG', countryCode: 'BE' }),
    ],
    102: [
      area(231, 'Brumelune Santé SAS', null, { ref: 'SANTE', city: 'Rennes' }),
      area(232, 'Laboratoire de photothérapie', 231),
    ],
    103: [area(261, 'Ateliers Velours', null)],
  }),
});

const tag = (id: number, type: string, label: string, color: string) => ({
  id,
  type,
  label,
  color,
});

export const tags = defineResource({
  path: 'Tags',
  name: 'Tag',
  serves: ['list'],
  arrange: by('label', true),
  seed: () => ({
    101: [
      tag(301, 'DataProcessing', 'Données sensibles', '#C0392B'),
      tag(302, 'DataSubject', 'Urgent', '#E67E22'),
      tag(303, 'DataSubject', 'Boutique en ligne', '#2980B9'),
      tag(304, 'DataBreach', 'À notifier', '#8E44AD'),
      tag(305, 'Task', 'Audit 2026', '#16A085'),
      tag(306, 'Task', 'Urgent', '#E67E22'),
      tag(307, 'Actor', 'Fournisseur clé', '#2C3E50'),
      tag(308, 'Actor', 'Hors UE', '#7F8C8D'),
      tag(309, 'SecurityMeasure', 'Chiffrement', '#27AE60'),
      tag(310, 'Asset', 'Cloud', '#3498DB'),
      tag(311, 'Risk', 'Élevé', '#C0392B'),
      tag(312, 'DataRetentionRule', 'Légal', '#95A5A6'),
      tag(313, 'AuditTemplate', 'Sous-traitants', '#D35400'),
    ],
    102: [
      tag(331, 'Task', 'Essai clinique', '#16A085'),
      tag(332, 'DataSubject', 'Patient', '#2980B9'),
      tag(333, 'Actor', 'Hôpital', '#2C3E50'),
    ],
  }),
});

/**
 * The default steps of tasks (docs/dastra-api.md, Workspace parts), and of the others in their
 * manner.
 */
const STEPS: [type: string, label: string, mappedState: string][] = [
  ['Task', 'New', 'Open'],
  ['Task', 'Additional information needed', 'Active'],
  ['Task', 'In progress', 'Active'],
  ['Task', 'Done', 'Closed'],
  ['DataSubject', 'New', 'Open'],
  ['DataSubject', 'Identity check', 'IdentityValidation'],
  ['DataSubject', 'Processing', 'Processing'],
  ['DataSubject', 'Communication', 'Active'],
  ['DataSubject', 'Closed', 'Closed'],
  ['DataProcessing', 'Draft', 'Draft'],
  ['DataProcessing', 'Published', 'Active'],
  ['DataBreach', 'New', 'Open'],
  ['DataBreach', 'Closed', 'Closed'],
];

const stepsFrom = (firstId: number) =>
  STEPS.map(([type, label, mappedState], index) => ({
    id: firstId + index,
    type,
    label,
    mappedState,
    color: '#1E8EE1',
    order: index,
    finalStep: mappedState === 'Closed',
    initialStep: STEPS.findIndex(([other]) => other === type) === index,
  }));

/** Only newer documents know the list; requests go by one of two names (assumption A25). */
export const steps = defineResource({
  path: 'Workflows',
  name: 'Workflow',
  dto: ref('WorkFlowStepDto'),
  routes: [
    {
      method: 'GET',
      path: '/v1/ws/{workspaceId}/Workflows/{type}',
      answer: { items: ref('WorkFlowStepDto') },
      handle({ scope, params }) {
        const found = scope
          .rows('Workflows')
          .map((step) => scope.complete('Workflows', step))
          .filter(({ type }) => String(type).toLowerCase() === params.type?.toLowerCase());
        if (found.length === 0) throw notFound('Workflow');
        return found;
      },
    },
  ],
  seed: () => ({ 101: stepsFrom(401), 102: stepsFrom(431), 103: stepsFrom(461) }),
});

export const projects = defineResource({
  path: 'Projects',
  name: 'Project',
  id: 'guid',
  serves: ['list'],
  joins: {
    nbTasks: ({ id }, scope) =>
      scope.rows('Tasks').filter(({ projectId }) => projectId === id).length,
  },
  seed: (day) => {
    const project = (number: number, label: string, age: number, archived = false) => ({
      id: guid(101, 2, number),
      label,
      archived,
      dateCreation: day(-age),
    });
    return {
      101: [
        project(1, 'Mise en conformité 2026', 200),
        project(2, 'Refonte de la boutique', 90),
        project(3, 'Déménagement 2023', 900, true),
      ],
    };
  },
});

const isDone = ({ end }: Row) => addDays(parseDate(String(end)), 1) <= new Date();
const isFuture = ({ start }: Row) => parseDate(String(start)) > new Date();

/** Current iterations; `past` and `future` add theirs, their names being all there is. */
export const iterations = defineResource({
  path: 'Iterations',
  name: 'Iteration',
  id: 'guid',
  serves: ['list'],
  joins: {
    displayName: ({ label, start, end }) =>
      `${label} (${String(start).slice(0, 10)} – ${String(end).slice(0, 10)})`,
    done: isDone,
    current: (iteration) => !isDone(iteration) && !isFuture(iteration),
  },
  filters: { past: () => true, future: () => true },
  arrange: (records, query) =>
    by('start', false)(
      records.filter((one) => (isDone(one) ? query.past : isFuture(one) ? query.future : true)),
      query,
    ),
  seed: (day) => ({
    101: [
      { id: guid(101, 3, 1), label: 'Sprint 12', start: day(-20), end: day(-7) },
      { id: guid(101, 3, 2), label: 'Sprint 13', start: day(-6), end: day(8) },
      { id: guid(101, 3, 3), label: 'Sprint 14', start: day(9), end: day(22) },
    ],
  }),
});

const category: Parameters<typeof amend>[1] = {
  id: { type: 'integer' },
  label: { type: 'string' },
};

/** Only newer documents know it; id and label are an inference (assumption A24). */
export const subjectCategories = defineResource({
  path: 'SubjectCategories',
  name: 'Category',
  dto: { type: 'object', properties: category },
  serves: ['list'],
  seed: () => ({
    101: [
      { id: 501, label: 'Clients' },
      { id: 502, label: 'Salariés' },
      { id: 503, label: 'Candidats' },
    ],
    102: [{ id: 531, label: 'Patients' }],
  }),
});
