/** Other records that a task can be linked to: lists for the choice of one. */
import { defineResource } from '../engine/define.ts';
import { guid } from '../engine/world.ts';

/** The second kind of GUID is that of the record itself (`guid`). */
const rows = (labels: string[], of: (label: string, number: number) => object) => ({
  101: labels.map((label, index) => ({ label, daysOld: 100, ...of(label, index + 1) })),
});

export const RELATED = [
  defineResource({
    path: 'DataRetentionRules',
    name: 'Retention rule',
    id: 'guid',
    serves: ['list'],
    searched: ['label'],
    seed: () =>
      rows(['Bulletins de paie', 'Commandes'], (_label, number) => ({ id: guid(101, 7, number) })),
  }),
  defineResource({
    path: 'SecurityMeasures',
    name: 'Security measure',
    serves: ['list'],
    searched: ['label'],
    seed: () =>
      rows(['Chiffrement des disques', 'Charte informatique'], (_label, number) => ({
        id: 1200 + number,
        type: number === 1 ? 'Technical' : 'Organizational',
      })),
  }),
  defineResource({
    path: 'RiskEvaluations',
    name: 'Risk evaluation',
    id: 'guid',
    serves: ['list'],
    searched: ['risk.label', 'risk.ref', 'description'],
    seed: () =>
      rows(['Fuite de données clients', 'Perte de disponibilité'], (label, number) => ({
        id: guid(101, 8, number),
        riskId: guid(101, 9, number),
        risk: { id: guid(101, 9, number), label, ref: `R-${number}` },
        areaId: 201,
      })),
  }),
  defineResource({
    path: 'ControlPoints',
    name: 'Control point',
    id: 'guid',
    serves: ['list'],
    // This list names its search `Query`, and has no `q`.
    filters: {
      Query: ({ label }, wanted: string) =>
        String(label).toLowerCase().includes(wanted.toLowerCase()),
    },
    seed: () =>
      rows(['Revue des accès', 'Test de restauration'], (_label, number) => ({
        id: guid(101, 10, number),
        ref: `C-${number}`,
        priority: number,
        answers: [{ label: 'Conforme' }, { label: 'Non conforme' }],
      })),
  }),
];
