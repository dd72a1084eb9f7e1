import type { HookCase } from './case.ts';

export default {
  french: 'Demande d’exercice de droits clôturée',
  events: ['DataSubjectStateChange', 'DataSubjectUpdate'],
  record: '/v1/ws/101/DataSubjectRequests/3002',
  filters: {
    areaId: { passes: '204', stops: '201' },
    purposes: { passes: ['Erasure', 'Access'], stops: ['Access'] },
    closedReasons: { passes: ['Accepted', 'Other'], stops: ['Duplicate'] },
  },
  calls: { subscribe: 2 },
  rare: true,
  light: { state: 'Closed' },
  mustRead: true,
  again: { dateClosed: '2026-11-24T10:31:30' },
} satisfies HookCase;
