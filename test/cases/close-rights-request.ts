import type { Case } from './case.ts';

export default {
  french: 'Clôturer une demande d’exercice de droits',
  input: { requestId: '3004', closedReason: 'Duplicate' },
  situations: [
    {
      when: 'as a rule',
      calls: 3,
      repeatable: true,
      readsBack: true,
      unchanged:
        'Request is still open, though Dastra did not refuse to close it. Close it in Dastra.',
      hasOtherWay: true,
      failsWhere: ['empty'],
    },
    {
      when: 'that is closed',
      input: { requestId: '3002' },
      calls: 1,
      repeatable: true,
      failsWhere: ['empty'],
    },
  ],
  writesTo: '/v1/ws/101/DataSubjectRequests/{requestId}',
  changes: (requestId) => ({ requestId, closedReason: 'Duplicate' }),
  sentAs: { requestId: 'text' },
} satisfies Case;
