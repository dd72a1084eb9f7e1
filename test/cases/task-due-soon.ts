import type { Case } from './case.ts';

export default {
  french: 'Tâche à échéance proche ou en retard',
  input: {},
  values: { daysBefore: 30 },
  situations: [{ when: 'as a rule', calls: 1 }],
  sentAs: { daysBefore: 'calls', assignedToUserId: 'users' },
} satisfies Case;
