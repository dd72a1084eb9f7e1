import type { HookCase } from './case.ts';

export default {
  french: 'Questionnaire finalisé ou examiné',
  events: ['AuditResponseFinalized'],
  record: '/v1/ws/101/AuditResponses/00000101-0006-4000-8000-000000000001',
  filters: {
    templateId: {
      passes: '00000101-0012-4000-8000-000000000001',
      stops: '00000101-0012-4000-8000-000000000002',
    },
    areaId: { passes: '201', stops: '206' },
    objectType: { passes: 'Actor', stops: 'Asset' },
    // The event tells it, so that a light webhook passes it.
    outcomes: { passes: ['Finalized'], stops: ['Refused'] },
  },
  again: { state: 'InProgress' },
} satisfies HookCase;
