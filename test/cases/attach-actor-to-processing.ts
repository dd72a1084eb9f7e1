import type { Case } from './case.ts';

export default {
  french: 'Attacher un acteur à un traitement existant',
  input: {
    dataProcessingId: '00000101-0001-4000-8000-000000000001',
    actorId: '1012',
    type: 'Recipient',
    recipientType: 'Vendor',
  },
  // One that is attached to no processing yet.
  values: { actorId: '1012' },
  situations: [
    { when: 'as a recipient', calls: 3, repeatable: true, readsBack: true },
    {
      when: 'as a controller',
      input: {
        dataProcessingId: '00000101-0001-4000-8000-000000000002',
        type: 'DataController',
        recipientType: undefined,
      },
      calls: 3,
      repeatable: true,
      readsBack: true,
    },
    {
      when: 'to which it is attached',
      input: { actorId: '1001' },
      calls: 1,
      repeatable: true,
    },
  ],
  writesTo: '/v1/ws/101/DataProcessings/recipients/1012',
  sentAs: { actorId: 'actorIds' },
} satisfies Case;
