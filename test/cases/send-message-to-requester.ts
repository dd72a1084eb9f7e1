import type { Case } from './case.ts';

const looksAfterwards = { readsBack: true, unconfirmed: true, failsWhere: ['empty'] } as const;

const sent = { requestId: '3006', message: 'We have received your request.' };

export default {
  french: 'Envoyer un message au demandeur',
  input: { requestId: '3004', message: 'Your request is done.' },
  values: { attachments: ['00000101-0011-4000-8000-000000000001'] },
  situations: [
    { when: 'as a rule', calls: 4, repeatable: true, ...looksAfterwards },
    {
      when: 'with a file',
      input: { attachments: ['00000101-0011-4000-8000-000000000001'] },
      calls: 4,
      ...looksAfterwards,
    },
    { when: 'that is sent', input: sent, calls: 2, repeatable: true, failsWhere: ['empty'] },
    { when: 'in any case', input: { ...sent, skipSent: false }, calls: 4, ...looksAfterwards },
  ],
  writesTo: '/v1/ws/101/DataSubjectMessages?size=500',
  distinct: (index) => ({ message: `Message ${index} of many.` }),
  sentAs: { requestId: 'dataSubjectRequestId', skipSent: 'calls' },
  refuses: [
    {
      input: { requestId: '3003' },
      message:
        'Request has no email address, so that Dastra could not reach the requester. Fill in the email of the request in Dastra first.',
    },
  ],
} satisfies Case;
