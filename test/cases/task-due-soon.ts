import type { Case } from './case.ts';

export default {
  french: 'Tâche bientôt due ou en retard',
  input: {},
  values: { daysBefore: '30', projectId: '00000101-0002-4000-8000-000000000002' },
  situations: [
    { when: 'as a rule', calls: 1 },
    { when: 'a month ahead', input: { daysBefore: '30' }, calls: 1 },
  ],
  sentAs: { daysBefore: 'here', assignedToUserId: 'users' },
} satisfies Case;
