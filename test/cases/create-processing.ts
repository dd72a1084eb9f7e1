import type { Case } from './case.ts';

export default {
  french: 'Créer un traitement',
  ownTests: ['detailsProblem'],
  input: { label: 'Newsletter', areaId: '201' },
  situations: [
    { when: 'as a rule', calls: 1 },
    { when: 'with details', input: { ref: 'NEWS-1' }, calls: 3 },
    { when: 'with details and tags', input: { ref: 'NEWS-1', tagIds: ['301'] }, calls: 4 },
  ],
  writesTo: '/v1/ws/101/DataProcessings?size=500',
  sentAs: { tagIds: 'tags' },
} satisfies Case;
