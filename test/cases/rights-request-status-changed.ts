import type { HookCase } from './case.ts';

export default {
  french: 'Changement de statut d’une demande d’exercice de droits',
  events: ['DataSubjectStateChange'],
  record: '/v1/ws/101/DataSubjectRequests/3004',
  filters: {
    areaId: { passes: '202', stops: '201' },
    purposes: { passes: ['Portability', 'Access'], stops: ['Erasure'] },
    states: { passes: ['IdentityValidation', 'Closed'], stops: ['Closed'] },
    workFlowStepId: { passes: '406', stops: '407' },
  },
  // One for those that changed, and where there are none, one for the newest.
  calls: { subscribe: 2, list: 2 },
  light: { state: 'IdentityValidation' },
  again: { state: 'Processing', workFlowStepId: 407 },
} satisfies HookCase;
