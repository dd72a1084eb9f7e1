import { BREACH_DUE_DATE, type HookCase } from './case.ts';

export default {
  french: 'Nouvelle violation de données',
  // Dastra's document has hours only.
  ownTests: BREACH_DUE_DATE,
  events: ['DataBreachCreation'],
  record: '/v1/ws/101/DataBreachs/00000101-0005-4000-8000-000000000001',
  filters: {
    areaId: { passes: '202', stops: '206' },
    nature: { passes: ['Access'], stops: ['Integrity'] },
  },
} satisfies HookCase;
