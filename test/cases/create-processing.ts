import type { Case } from './case.ts';

export default {
  french: 'Créer un traitement',
  input: { label: 'Newsletter', areaId: '201' },
  situations: [
    { when: 'as a rule', calls: 1, readsBack: true },
    { when: 'with details', input: { ref: 'NEWS-1' }, calls: 3, readsBack: true },
    {
      when: 'with details and tags',
      input: { ref: 'NEWS-1', tagIds: ['301'] },
      calls: 4,
      readsBack: true,
    },
    { when: 'whose details are refused', input: { ownerId: '999' }, calls: 3, readsBack: true },
  ],
  writesTo: '/v1/ws/101/DataProcessings?size=500',
  distinct: (index) => ({ label: `Processing ${index} of many` }),
  sentAs: { tagIds: 'tags' },
} satisfies Case;
