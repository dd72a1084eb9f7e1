import type { Case } from './case.ts';

export default {
  french: 'Rechercher un utilisateur',
  input: {},
  values: { email: 'user14@brumelune.example.com', name: 'Théodule Brasquier' },
  situations: [
    {
      when: 'by email',
      input: { email: 'user14@brumelune.example.com' },
      calls: 1,
      fallsBack: ['forbidden', 'not-found'],
    },
    {
      when: 'by name',
      input: { name: 'Théodule Brasquier' },
      calls: 1,
      fallsBack: ['forbidden', 'not-found'],
    },
    {
      when: 'by an email that is not there',
      input: { email: 'nobody@example.com' },
      calls: 2,
      fallsBack: ['forbidden', 'not-found'],
      findsNothing: true,
    },
    {
      when: 'by a name that is not there',
      input: { name: 'Nobody' },
      calls: 2,
      fallsBack: ['forbidden', 'not-found'],
      findsNothing: true,
    },
  ],
  sentAs: { email: 'text', name: 'text' },
  refuses: [{ input: {}, message: 'Email is missing. To find a user, fill in Email or Name.' }],
} satisfies Case;
