import type { Case } from './case.ts';

export default {
  french: 'Créer un actif',
  input: { label: 'Payroll', type: 'Software' },
  values: { countryCode: 'FR', customFields: { '51_text': 'A value' } },
  situations: [
    { when: 'as a rule', calls: 1 },
    { when: 'with tags', input: { tagIds: ['310'] }, calls: 2 },
  ],
  writesTo: '/v1/ws/101/Assets?size=500',
  sentAs: { tagIds: 'tags' },
} satisfies Case;
