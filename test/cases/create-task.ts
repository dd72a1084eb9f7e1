import type { Case } from './case.ts';

export default {
  french: 'Créer une tâche',
  input: { label: 'Repair the form', areaId: '201' },
  values: { color: '#1E8EE1', customFields: { '21_text': 'A value' } },
  situations: [
    { when: 'as a rule', calls: 1 },
    { when: 'with tags', input: { tagIds: ['305'] }, calls: 2 },
  ],
  writesTo: '/v1/ws/101/Tasks?size=500&includeChildren=true',
  sentAs: { tagIds: 'tags' },
} satisfies Case;
