import type { HookCase } from './case.ts';

export default {
  french: 'Nouveau traitement',
  events: ['ProcessingCreation'],
  record: '/v1/ws/101/DataProcessings/00000101-0001-4000-8000-000000000001',
  filters: {
    areaId: { passes: '203', stops: '202' },
    processingType: { passes: 'Default', stops: 'Vendor' },
  },
} satisfies HookCase;
