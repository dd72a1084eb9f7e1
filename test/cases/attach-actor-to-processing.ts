import type { Case } from './case.ts';

/** How many the sandbox has. */
const ACTORS = 12;
const PROCESSINGS = 8;

/** Those that no actor has in the sandbox. */
const ROLES = [
  'InternalService',
  'JointController',
  'DataSubject',
  'PublicOrganism',
  'InstitutionalPartner',
  'AuthorizedThirdParty',
];

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
  writesTo: '/v1/ws/101/DataProcessings/recipients/{actorId}',
  distinct: (index) => ({
    actorId: String(1001 + (index % ACTORS)),
    dataProcessingId: `00000101-0001-4000-8000-${String(
      1 + (Math.floor(index / ACTORS) % PROCESSINGS),
    ).padStart(12, '0')}`,
    recipientType: ROLES[Math.floor(index / (ACTORS * PROCESSINGS)) % ROLES.length],
  }),
  refuses: [
    {
      input: { recipientType: undefined },
      message: 'Fill in Recipient Type.',
    },
  ],
  sentAs: { actorId: 'actorIds' },
} satisfies Case;
