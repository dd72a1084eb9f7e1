import { BREACH_DUE_DATE, type Case } from './case.ts';

export default {
  french: 'Créer une violation de données',
  // Dastra's document has hours only.
  ownTests: BREACH_DUE_DATE,
  input: {
    label: 'Mail to the wrong list',
    areaId: '201',
    nature: ['Access'],
    startDate: '2026-11-23T17:40:00+01:00',
    // Otherwise it is now, which no two runs have in common.
    constatationDate: '2026-11-24T08:15:00+01:00',
  },
  values: { customFields: { '61_text': 'A value' } },
  situations: [
    { when: 'as a rule', calls: 1 },
    { when: 'with tags', input: { tagIds: ['304'] }, calls: 2 },
    { when: 'that may exist', input: { returnExisting: true }, calls: 3, repeatable: true },
    {
      when: 'that may exist, with tags',
      input: { returnExisting: true, tagIds: ['304'] },
      calls: 4,
      repeatable: true,
    },
  ],
  writesTo: '/v1/ws/101/DataBreachs?size=500',
  distinct: (index) => ({ label: `Breach ${index} of many` }),
  // A day and its hour, a flag for each nature and an object for each category go out for these.
  sentAs: {
    nature: 'calls',
    startDate: 'calls',
    constatationDate: 'calls',
    endDate: 'calls',
    personCategories: 'calls',
    tagIds: 'tags',
    dataProcessingId: 'dataProcessings',
    returnExisting: 'calls',
  },
} satisfies Case;
