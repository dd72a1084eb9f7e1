import { type Case, FILE_URL } from './case.ts';

export default {
  french: 'Joindre un fichier à une demande d’exercice de droits',
  input: { requestId: '3005', file: FILE_URL },
  situations: [
    { when: 'as a rule', calls: 2, repeatable: true, readsBack: true },
    { when: 'that is attached', input: { requestId: '3006' }, calls: 1, repeatable: true },
    {
      when: 'in any case',
      input: { requestId: '3006', skipAttached: false },
      calls: 2,
      readsBack: true,
    },
  ],
  writesTo: '/v1/ws/101/DataSubjectAttachments/{requestId}',
  distinct: (index) => ({ fileName: `file-${index}.txt` }),
  sentAs: { requestId: 'text', file: 'calls', fileName: 'calls', skipAttached: 'calls' },
} satisfies Case;
