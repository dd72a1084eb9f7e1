import type { Case } from './case.ts';

export default {
  french: 'Demande d’exercice de droits bientôt due ou en retard',
  input: {},
  values: { daysBefore: '90', operatorId: '13', purposes: ['Rectification', 'Access'] },
  situations: [
    { when: 'as a rule', input: { areaId: '203' }, calls: 1 },
    { when: 'a month ahead', input: { areaId: '202', daysBefore: '30' }, calls: 1 },
  ],
  sentAs: { operatorId: 'users', daysBefore: 'here' },
} satisfies Case;
