import type { HookCase } from './case.ts';

export default {
  french: 'Changement de statut d’une violation de données',
  ownTests: ['nature', 'hoursToNotify', 'notificationDueDate'],
  events: ['DataBreachChangeState'],
  record: '/v1/ws/101/DataBreachs/00000101-0005-4000-8000-000000000001',
  filters: {
    areaId: { passes: '202', stops: '206' },
    state: { passes: 'Open', stops: 'Closed' },
    stepId: { passes: '412', stops: '413' },
  },
  again: { state: 'Closed', workFlowStep: { id: 413, label: 'Closed' } },
} satisfies HookCase;
