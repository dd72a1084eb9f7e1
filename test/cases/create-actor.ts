import type { Case } from './case.ts';

export default {
  french: 'Créer un acteur',
  input: { actorType: 'Morale', companyName: 'Example Ltd' },
  values: {
    countryCode: 'FR',
    dpaSignatureDate: '2026-01-31',
    customFields: { '31_text': 'A value' },
  },
  situations: [
    { when: 'as a rule', calls: 1 },
    {
      when: 'that is a person',
      input: { actorType: 'Physical', companyName: undefined, familyName: 'Martin' },
      calls: 1,
    },
    { when: 'with tags', input: { tagIds: ['307'] }, calls: 2 },
  ],
  writesTo: '/v1/ws/101/Actors?size=500',
  sentAs: { tagIds: 'tags' },
} satisfies Case;
