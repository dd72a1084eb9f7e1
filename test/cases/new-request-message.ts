import type { HookCase } from './case.ts';

export default {
  french: 'Nouveau message sur une demande d’exercice de droits',
  events: ['DataSubjectMessage'],
  record: '/v1/ws/101/DataSubjectMessages/00000101-0012-4000-8000-000000000003',
  filters: {
    from: { passes: 'requester', stops: 'team' },
    areaId: { passes: '203', stops: '202' },
    operatorId: { passes: '13', stops: '14' },
  },
  light: { user: null, message: 'Voici mon nouveau relevé bancaire.' },
  adds: ['request'],
  forOwn: { from: 'team' },
  happens: async (control) => {
    const message = { workspaceId: 101, dataSubjectRequestId: 3004, message: 'Bonjour.' };
    return (await control<{ id: string }>('messages', message)).id;
  },
  // The message, and its request; of a list, all requests at once.
  calls: { list: 2, full: 2, light: 2, subscribe: 2 },
} satisfies HookCase;
