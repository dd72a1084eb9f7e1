import type { HookCase } from './case.ts';

export default {
  french: 'Identité du demandeur validée',
  events: ['DataSubjectIdentityValidated'],
  record: '/v1/ws/101/DataSubjectRequests/3003',
  filters: {
    areaId: { passes: '203', stops: '201' },
    purposes: { passes: ['Rectification'], stops: ['Erasure'] },
  },
  // What it holds may be older than its event.
  calls: { full: 1 },
  rare: true,
} satisfies HookCase;
