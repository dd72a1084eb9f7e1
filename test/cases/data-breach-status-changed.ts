import { BREACH_DUE_DATE, type HookCase } from './case.ts';

export default {
  french: 'Changement de statut d’une violation de données',
  // Dastra's document has hours only.
  ownTests: BREACH_DUE_DATE,
  events: ['DataBreachChangeState'],
  record: '/v1/ws/101/DataBreachs/00000101-0005-4000-8000-000000000001',
  filters: {
    areaId: { passes: '202', stops: '206' },
    states: { passes: ['Open', 'Closed'], stops: ['Closed'] },
    workFlowStepId: { passes: '412', stops: '413' },
  },
  light: { state: 'Open' },
  again: { state: 'Closed', workFlowStep: { id: 413, label: 'Closed' } },
} satisfies HookCase;
