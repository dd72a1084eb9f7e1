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
  happens: async (control) => {
    const { id } = await control<{ id: number }>('widget-requests', { workspaceId: 101 });
    await control('identity-validations', { workspaceId: 101, id });
    return String(id);
  },
} satisfies HookCase;
