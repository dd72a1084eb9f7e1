import type { Case } from './case.ts';

export default {
  french: 'Modifier un acteur',
  input: { actorId: '1002' },
  values: {
    countryCode: 'BE',
    zipCode: '44000',
    phoneNumber: '+33 1 23 45 67 89',
    customFields: { '31_text': 'A value' },
    vendorType: 'B2C',
    accessLevel: 'Full',
    dpaSignatureDate: '2030-01-31T00:00:00Z',
    fieldsToClear: ['email'],
  },
  situations: [
    { when: 'as a rule', input: { companyName: 'Another name' }, calls: 3, repeatable: true },
    {
      when: 'that is so already',
      input: { companyName: 'Nuage Cobalt' },
      calls: 1,
      repeatable: true,
    },
    {
      when: 'with tags',
      input: { tagIds: ['307'], tagMode: 'Replace' },
      calls: 4,
      repeatable: true,
    },
  ],
  writesTo: '/v1/ws/101/Actors/{actorId}',
  changes: (actorId) => ({ actorId, city: `Changed ${actorId}` }),
  sentAs: {
    actorId: 'text',
    tagIds: 'tags',
    tagMode: 'calls',
    customFields: 'calls',
    fieldsToClear: 'calls',
  },
  refuses: [
    {
      input: { city: 'Rennes', fieldsToClear: ['city'] },
      message: 'City is filled in and among the Fields to Clear. Choose one or the other.',
    },
  ],
} satisfies Case;
