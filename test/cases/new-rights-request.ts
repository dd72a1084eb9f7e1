import type { HookCase } from './case.ts';

export default {
  french: 'Nouvelle demande d’exercice de droits',
  events: ['DataSubjectCreation', 'DataSubjectWidgetCreation'],
  record: '/v1/ws/101/DataSubjectRequests/3004',
  filters: {
    areaId: { passes: '202', stops: '201' },
    purposes: { passes: ['Portability', 'Access'], stops: ['Erasure'] },
    skipCreatedByZapier: { passes: 'yes', stops: 'yes', given: { channel: 'Zapier' } },
  },
  light: { purposes: ['Portability'] },
} satisfies HookCase;
