import type { Case } from './case.ts';

export default {
  french: 'Demande d’exercice de droits bientôt due ou en retard',
  input: {},
  values: {
    daysBefore: '30',
    areaId: '203',
    operatorId: '13',
    purposes: ['Rectification', 'Access'],
  },
  situations: [
    { when: 'as a rule', input: { areaId: '203' }, calls: 1 },
    { when: 'narrowed', input: { areaId: '203', operatorId: '13', daysBefore: '0' }, calls: 1 },
  ],
  sentAs: { operatorId: 'users', daysBefore: 'calls' },
} satisfies Case;
