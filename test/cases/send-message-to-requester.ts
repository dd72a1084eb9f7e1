import type { Case } from './case.ts';

export default {
  french: 'Envoyer un message au demandeur',
  input: { requestId: '3004', message: 'Your request is done.' },
  values: { attachments: ['00000101-0011-4000-8000-000000000001'] },
  situations: [
    { when: 'as a rule', calls: 4, repeatable: true, readsBack: true, failsWhere: ['empty'] },
    {
      when: 'with a file',
      input: { attachments: ['00000101-0011-4000-8000-000000000001'] },
      calls: 4,
      readsBack: true,
      failsWhere: ['empty'],
    },
  ],
  writesTo: '/v1/ws/101/DataSubjectMessages?size=500',
  distinct: (index) => ({ message: `Message ${index} of many` }),
  sentAs: { requestId: 'dataSubjectRequestId' },
  refuses: [
    {
      input: { requestId: '3003' },
      message:
        'Request has no email address, so that Dastra could not reach the requester. Fill in the email of the request in Dastra first.',
    },
  ],
} satisfies Case;
