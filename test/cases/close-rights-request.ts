import type { Case } from './case.ts';

export default {
  french: 'Clôturer une demande d’exercice de droits',
  input: { requestId: '3004', closedReason: 'Duplicate' },
  situations: [
    { when: 'as a rule', calls: 3, repeatable: true, readsBack: true },
    { when: 'that is closed', input: { requestId: '3002' }, calls: 1, repeatable: true },
  ],
  writesTo: '/v1/ws/101/DataSubjectRequests/3004',
  sentAs: { requestId: 'text' },
} satisfies Case;
