import type { HookCase } from './case.ts';

export default {
  french: 'Traitement publié',
  events: ['ProcessingPublished'],
  record: '/v1/ws/101/DataProcessings/00000101-0001-4000-8000-000000000001',
  filters: {
    areaId: { passes: '203', stops: '202' },
    tagIds: { passes: ['301'], stops: ['302'], given: { tags: [] } },
  },
  again: { workflowStep: { id: 410, label: 'Draft' } },
} satisfies HookCase;
