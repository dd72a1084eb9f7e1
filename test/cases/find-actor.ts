import type { Case } from './case.ts';

export default {
  french: 'Rechercher un acteur',
  input: {},
  situations: [
    { when: 'by email', input: { email: 'contact@helianthe.example.com' }, calls: 1 },
    {
      when: 'by email and type',
      input: { email: 'contact@helianthe.example.com', actorType: 'Morale' },
      calls: 1,
    },
    {
      when: 'by name',
      input: { actorType: 'Morale', companyName: 'Hélianthe Paie' },
      calls: 1,
    },
    { when: 'by ID', input: { actorId: '1001' }, calls: 1 },
    {
      when: 'by an email that is not there',
      input: { email: 'nobody@example.com' },
      calls: 2,
      findsNothing: true,
    },
    {
      when: 'by a name that is not there',
      input: { givenName: 'No', familyName: 'Body' },
      calls: 2,
      findsNothing: true,
    },
    {
      when: 'by an ID that is not there',
      input: { actorId: '999999' },
      calls: 1,
      findsNothing: true,
    },
  ],
  sentAs: {
    email: 'text',
    companyName: 'text',
    givenName: 'text',
    familyName: 'text',
    actorType: 'text',
    actorId: 'text',
    match: 'calls',
  },
} satisfies Case;
