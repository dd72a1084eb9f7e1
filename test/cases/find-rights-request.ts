import type { Case } from './case.ts';

export default {
  french: 'Rechercher une demande d’exercice de droits',
  input: {},
  values: { purposes: ['Erasure'] },
  situations: [
    { when: 'by number', input: { demandId: 'BRUM3004' }, calls: 1 },
    {
      when: 'by number and type',
      input: { demandId: 'BRUM3004', purposes: ['Portability'], openOnly: 'no' },
      calls: 1,
    },
    { when: 'by email', input: { email: 'clovis@example.com' }, calls: 1 },
    { when: 'by ID', input: { requestId: '3004' }, calls: 1 },
    {
      when: 'by a number that is not there',
      input: { demandId: 'NOTTHERE' },
      calls: 2,
      findsNothing: true,
    },
    {
      when: 'by a reference that is not there',
      input: { refId: 'NONE' },
      calls: 1,
      findsNothing: true,
    },
    {
      when: 'by an ID that is not there',
      input: { requestId: '999999' },
      calls: 1,
      findsNothing: true,
    },
  ],
  sentAs: {
    demandId: 'text',
    refId: 'text',
    email: 'text',
    requestId: 'text',
    purposes: 'calls',
    openOnly: 'calls',
  },
  refuses: [
    {
      input: {},
      message:
        'Request Number is missing. To find a request, fill in Request Number, External Reference or Email.',
    },
  ],
} satisfies Case;
