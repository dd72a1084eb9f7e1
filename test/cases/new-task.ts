import type { HookCase } from './case.ts';

export default {
  french: 'Nouvelle tâche',
  events: ['TaskCreation'],
  record: '/v1/ws/101/Tasks/2002',
  filters: {
    areaId: { passes: '203', stops: '201' },
    assignedToUserId: { passes: '14', stops: '11' },
    priority: { passes: 'High', stops: 'Low' },
  },
} satisfies HookCase;
