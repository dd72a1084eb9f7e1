import type { Case } from './case.ts';

const findable = { email: 'anna@one.example', refId: 'CRM-1', returnExisting: true };

export default {
  french: 'Créer une demande d’exercice de droits',
  input: { title: 'My data', purposes: ['Access'], areaId: '201' },
  values: { locale: 'fr', countryCode: 'FR', customFields: { '13_long': 'A value' } },
  situations: [
    { when: 'as a rule', calls: 2 },
    { when: 'with tags', input: { tagIds: ['302'] }, calls: 3 },
    { when: 'that may exist', input: findable, calls: 3, repeatable: true },
    {
      when: 'that may exist, with tags',
      input: { ...findable, tagIds: ['302'] },
      calls: 4,
      repeatable: true,
    },
  ],
  writesTo: '/v1/ws/101/DataSubjectRequests?size=500',
  sentAs: { tagIds: 'tags', personCategory: 'subjectCategoryId', returnExisting: 'calls' },
} satisfies Case;
