/** Typical answers of forms and spreadsheets in two languages: each lands right, or is refused by its label. */
import { operationOf, useSandbox } from '../support/sandbox.ts';

const workspaceId = '101';

/** What each operation is run with beside the answer. */
const REQUIRED: Record<string, Record<string, unknown>> = {
  create_rights_request: {
    workspaceId,
    title: 'Demande',
    purposes: 'Accès',
    areaId: '204',
    locale: 'fr',
  },
  create_task: { workspaceId, label: 'Relire', areaId: '204' },
  create_actor: { workspaceId, actorType: 'Organisation', companyName: 'Lumeo' },
  attach_actor_to_processing: {
    workspaceId,
    dataProcessingId: '00000101-0001-4000-8000-000000000002',
    actorId: '1012',
    type: 'Recipient',
    recipientType: 'Tiers',
  },
};

/** The operation, the field, the answer, what Dastra gets for it, and what the answer needs beside it. */
type Right = [key: string, field: string, answer: unknown, sent: object, more?: object];
const right: Right[] = [
  ['create_rights_request', 'purposes', "Droit d'accès", { purposes: ['Access'] }],
  ['create_rights_request', 'purposes', 'Le droit d’accès', { purposes: ['Access'] }],
  ['create_rights_request', 'purposes', 'right of access', { purposes: ['Access'] }],
  ['create_rights_request', 'purposes', 'Access (Art. 15)', { purposes: ['Access'] }],
  ['create_rights_request', 'purposes', 'Acces', { purposes: ['Access'] }],
  ['create_rights_request', 'purposes', 'Effacement', { purposes: ['Erasure'] }],
  ['create_rights_request', 'purposes', "L'effacement", { purposes: ['Erasure'] }],
  ['create_rights_request', 'purposes', 'Suppression', { purposes: ['Erasure'] }],
  ['create_rights_request', 'purposes', 'Deletion', { purposes: ['Erasure'] }],
  ['create_rights_request', 'purposes', 'Droit à l’oubli', { purposes: ['Erasure'] }],
  ['create_rights_request', 'purposes', 'rectification', { purposes: ['Rectification'] }],
  [
    'create_rights_request',
    'purposes',
    'La limitation du traitement',
    { purposes: ['Restriction'] },
  ],
  ['create_rights_request', 'purposes', 'portabilite', { purposes: ['Portability'] }],
  ['create_rights_request', 'purposes', 'Objection', { purposes: ['Opposition'] }],
  ['create_rights_request', 'purposes', "Droit d'opposition", { purposes: ['Opposition'] }],
  [
    'create_rights_request',
    'purposes',
    'Accès, rectification et effacement',
    { purposes: ['Access', 'Rectification', 'Erasure'] },
  ],
  [
    'create_rights_request',
    'purposes',
    'Access; Portability',
    { purposes: ['Access', 'Portability'] },
  ],
  ['create_rights_request', 'complex', 'Oui', { complex: true }],
  ['create_rights_request', 'complex', 'vrai', { complex: true }],
  ['create_rights_request', 'complex', ' NON ', { complex: false }],
  ['create_rights_request', 'complex', 'Faux', { complex: false }],
  ['create_rights_request', 'complex', 'Yes', { complex: true }],
  ['create_rights_request', 'countryCode', 'France', { countryCode: 'FR' }],
  ['create_rights_request', 'countryCode', 'Belgique', { countryCode: 'BE' }],
  ['create_rights_request', 'countryCode', 'Germany', { countryCode: 'DE' }],
  ['create_rights_request', 'countryCode', 'FRA', { countryCode: 'FR' }],
  ['create_rights_request', 'countryCode', 'Les Pays-Bas', { countryCode: 'NL' }],
  ['create_rights_request', 'countryCode', 'Cote d’Ivoire', { countryCode: 'CI' }],
  ['create_rights_request', 'countryCode', 'uk', { countryCode: 'GB' }],
  ['create_rights_request', 'locale', 'Français', { locale: 'fr' }],
  ['create_rights_request', 'locale', 'anglais', { locale: 'en' }],
  ['create_rights_request', 'locale', 'German', { locale: 'de' }],
  ['create_rights_request', 'locale', 'fr_FR', { locale: 'fr-FR' }],
  ['create_rights_request', 'locale', 'Norvégien', { locale: 'no' }],
  ['create_rights_request', 'email', ' lea@example.com\u00a0', { email: 'lea@example.com' }],
  ['create_rights_request', 'email', 'Léa M <lea@example.com>', { email: 'lea@example.com' }],
  ['create_rights_request', 'personCategory', 'SALARIÉS', { subjectCategoryId: 502 }],
  ['create_rights_request', 'operatorId', 'user14@brumelune.example.com', { operatorId: 14 }],
  ['create_task', 'priority', 'Haute', { priority: 'High' }],
  ['create_task', 'priority', 'élevée', { priority: 'High' }],
  ['create_task', 'priority', 'Normale', { priority: 'Medium' }],
  ['create_task', 'priority', 'low', { priority: 'Low' }],
  ['create_task', 'areaId', '204\u00a0', { areaId: 204 }],
  ['create_task', 'areaId', '204,0', { areaId: 204 }],
  ['create_task', 'parentId', '2\u202f002', { parentId: 2002 }],
  ['create_task', 'areaId', 'Service client', { areaId: 204 }],
  [
    'create_task',
    'objectType',
    'Demande de droits',
    { objectType: 'DataSubject' },
    { objectId: '3004' },
  ],
  [
    'create_task',
    'objectType',
    'le traitement',
    { objectType: 'DataProcessing' },
    { objectId: '00000101-0001-4000-8000-000000000002' },
  ],
  ['create_actor', 'actorType', 'Société', { actorType: 'Morale' }],
  ['create_actor', 'actorType', 'Company', { actorType: 'Morale' }],
  [
    'create_actor',
    'actorType',
    'Une personne',
    { actorType: 'Physical' },
    { familyName: 'Moreau' },
  ],
  ['create_actor', 'accessLevel', 'Restreint', { accessLevel: 'Restricted' }],
  ['attach_actor_to_processing', 'recipientType', 'le sous-traitant', { recipientType: 'Vendor' }],
  ['attach_actor_to_processing', 'recipientType', 'Data processor', { recipientType: 'Vendor' }],
  ['attach_actor_to_processing', 'type', 'Responsable de traitement', { type: 'DataController' }],
  [
    'attach_actor_to_processing',
    'jobTitle',
    'DPO',
    { jobTitle: 'DataProtectionOfficer' },
    { type: 'Partie prenante' },
  ],
];

/** The same of what is refused: with the sentence that says so. */
const REFUSED: [key: string, field: string, answer: unknown, sentence: string, more?: object][] = [
  [
    'create_rights_request',
    'purposes',
    'Remboursement',
    'Request Types must be one of: Access (Art. 15), ',
  ],
  [
    'create_rights_request',
    'purposes',
    'Accès, Remboursement',
    'Request Types (item 2) must be one of: Access (Art. 15), ',
  ],
  ['create_rights_request', 'complex', 'peut-être', 'Complex Request must be yes or no'],
  [
    'create_rights_request',
    'countryCode',
    'Atlantide',
    'Country must be a country, such as France',
  ],
  ['create_rights_request', 'countryCode', 'ZZ', 'Country must be a country'],
  ['create_rights_request', 'locale', 'zz', 'Language must be a language, such as French'],
  ['create_rights_request', 'locale', '', 'Fill in Language.'],
  ['create_rights_request', 'email', 'not an email', 'Email must be one email address'],
  ['create_task', 'priority', 'bientôt', 'Priority must be one of: High, Medium, Low.'],
  ['create_task', 'areaId', '204,5', 'Organizational Unit: Choose it from the list, or map its ID'],
  ['create_actor', 'actorType', 'Robot', 'Actor Type must be one of: Organization, Person.'],
  [
    'create_task',
    'objectType',
    'Facture',
    'Related Item Type must be one of: Processing, Rights Request, ',
  ],
  [
    'attach_actor_to_processing',
    'type',
    'Processor',
    'Role must be one of: Recipient, Stakeholder, Controller, Contact Person.',
  ],
  [
    'attach_actor_to_processing',
    'jobTitle',
    'Le responsable',
    'Stakeholder Role can mean Joint Controller, Implementation Manager or Controller. Choose one of them.',
    { type: 'Stakeholder' },
  ],
];

describe('An answer', () => {
  const sandbox = useSandbox();

  it('is one of more than sixty that are tried', () => {
    expect(right.length + REFUSED.length).toBeGreaterThanOrEqual(60);
    for (const [key] of right) expect(operationOf(key)).toBeDefined();
  });

  it.each(right)('lands right: %s, %s: %j', async (key, field, answer, sent, more = {}) => {
    await sandbox.run(key, { ...REQUIRED[key], ...more, [field]: answer });
    const post = (await sandbox.calls()).find(({ method }) => method === 'POST');
    expect(post?.body).toMatchObject(sent);
  });

  it.each(REFUSED)(
    'is refused by its label, before any call: %s, %s: %j',
    async (key, field, answer, sentence, more = {}) => {
      const failure = await sandbox.failure(key, { ...REQUIRED[key], ...more, [field]: answer });
      expect(failure).toContain(`HaltedError: ${sentence}`);
      expect(await sandbox.calls()).toEqual([]);
    },
  );
});
