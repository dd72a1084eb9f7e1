import type { Case } from './case.ts';

export default {
  french: 'Créer un actif',
  input: { label: 'Payroll', type: 'Software' },
  values: { zipCode: '75001', countryCode: 'FR', customFields: { '51_text': 'A value' } },
  situations: [
    { when: 'as a rule', calls: 1 },
    { when: 'that is no software', input: { type: 'Building' }, calls: 1 },
    { when: 'with tags', input: { tagIds: ['310'] }, calls: 2 },
  ],
  writesTo: '/v1/ws/101/Assets?size=500',
  distinct: (index) => ({ label: `Asset ${index} of many` }),
  sentAs: { tagIds: 'tags' },
} satisfies Case;
