import { type Case, FILE_URL } from './case.ts';

export default {
  french: 'Joindre un fichier à une demande d’exercice de droits',
  input: { requestId: '3005', file: FILE_URL },
  situations: [
    { when: 'as a rule', calls: 2, readsBack: true },
    {
      when: 'that may be attached',
      input: { skipAttached: true },
      calls: 2,
      repeatable: true,
      readsBack: true,
    },
  ],
  writesTo: '/v1/ws/101/DataSubjectAttachments/3005',
  sentAs: { requestId: 'text', file: 'calls', fileName: 'calls', skipAttached: 'calls' },
} satisfies Case;
