import type { Case } from './case.ts';

export default {
  french: 'Terminer une tâche',
  input: { taskId: '2004' },
  situations: [
    {
      when: 'as a rule',
      calls: 4,
      repeatable: true,
      readsBack: true,
      unchanged:
        'Task is not completed, though Dastra did not refuse to complete it. Complete it in Dastra, where you see what its workflow expects.',
      failsWhere: ['empty'],
    },
    {
      when: 'that is completed',
      input: { taskId: '2006' },
      calls: 1,
      repeatable: true,
      failsWhere: ['empty'],
    },
  ],
  writesTo: '/v1/ws/101/Tasks/{taskId}',
  changes: (taskId) => ({ taskId }),
  sentAs: { taskId: 'text' },
} satisfies Case;
