import type { HookCase } from './case.ts';

export default {
  french: 'Tâche terminée',
  events: ['TaskChangeState', 'TaskEdit'],
  record: '/v1/ws/101/Tasks/2006',
  filters: {
    areaId: { passes: '204', stops: '201' },
    assignedToUserId: { passes: '15', stops: '11' },
    projectId: {
      passes: '00000101-0002-4000-8000-000000000002',
      stops: '00000101-0002-4000-8000-000000000001',
    },
    objectType: { passes: 'DataProcessing', stops: 'Actor' },
  },
  calls: { subscribe: 2 },
  rare: true,
  light: { state: 'Closed' },
  mustRead: true,
  again: { dateClosed: '2026-11-24T10:31:30' },
} satisfies HookCase;
