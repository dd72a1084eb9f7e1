import * as z from 'zod/mini';
import { actor } from '../../src/resources/actors/schema.ts';
import { link } from '../../src/resources/processings/schema.ts';
import { rightsRequest } from '../../src/resources/rights-requests/schema.ts';
import { task } from '../../src/resources/tasks/schema.ts';
import { firstDifference } from '../resilience/first-difference.ts';
import { operationOf, useSandbox } from '../support/sandbox.ts';

const user = (id: number) => ({
  id,
  displayName: `User ${id}`,
  givenName: 'Given',
  familyName: 'Family',
  email: `user${id}@example.com`,
  tenantId: 7,
});
const userRecord = (id: number) => ({
  id: String(id),
  displayName: `User ${id}`,
  email: `user${id}@example.com`,
});
const named = (id: number | string, label: string) => ({ id, label });
const namedRecord = (id: number | string, label: string) => ({ id: String(id), label });
const DATE = '2026-11-24T10:31:30.6882299';
const DATE_RECORD = '2026-11-24T10:31:30.688Z';
/** A date that people read, under its key. */
const dated = (key: string) => ({
  [key]: DATE_RECORD,
  [`${key}Day`]: '2026-11-24',
  [`${key}Text`]: '24 November 2026',
  [`${key}TextFr`]: '24 novembre 2026',
});
/** The same in a record that says which language to use. */
const datedLocally = (key: string) => ({
  ...dated(key),
  [`${key}TextLocal`]: '24 novembre 2026',
});
/** A choice, with its names. */
const chosen = (key: string, value: string, name: string, french: string) => ({
  [key]: value,
  [`${key}Name`]: name,
  [`${key}NameFr`]: french,
});
const there = { workspaceId: '101', workspaceUrl: 'https://app.dastra.eu/workspace/101' };
const withoutId = ({ id: _id, ...rest }: { id: string; [key: string]: string }) => rest;
const GUID = '3fa85f64-5717-4562-b3fc-2c963f66afa6';

/** Of each resource: an answer with every property, and the record that Zapier is to get of it. */
const taskCase = {
  answer: {
    id: 1,
    label: 'Task',
    descriptionHtml: '<p>Text</p>',
    descriptionPlainText: 'Text',
    priority: 'High',
    state: 'Open',
    archived: false,
    color: '#FFF',
    deadline: DATE,
    startDate: DATE,
    dateCreation: DATE,
    dateUpdate: DATE,
    dateActivated: DATE,
    dateClosed: DATE,
    remainingDays: 0,
    closingTime: 4,
    workspaceId: 101,
    workSpace: { ...named(101, 'Workspace'), tenantId: 7 },
    areaId: 201,
    area: named(201, 'Unit'),
    projectId: GUID,
    project: named(GUID, 'Project'),
    iterationId: GUID,
    iteration: named(GUID, 'Iteration'),
    workFlowStepId: 401,
    workFlowStep: { ...named(401, 'Step'), type: 'Task' },
    ownerId: 11,
    owner: user(11),
    assignedToUserId: 12,
    assignedToUser: user(12),
    creator: user(13),
    tags: [{ ...named(305, 'Tag'), type: 'Task', color: null }],
    objectType: 'Actor',
    objectId: '57',
    objectTypeDetails: { value: '57', text: 'Lumeo', valueId: 57 },
    parentId: 5,
    nbSubTasks: 2,
    nbSubTasksClosed: 1,
    ref: 'T-1',
    source: 'Api',
    customFields: { '21_text': 'x', '22_list': ['a', 'b'] },
    children: [],
    unknown: { to: 'us' },
  },
  record: {
    id: '1',
    label: 'Task',
    descriptionHtml: '<p>Text</p>',
    descriptionPlainText: 'Text',
    ...chosen('priority', 'High', 'High', 'Haute'),
    ...chosen('state', 'Open', 'Open', 'Ouverte'),
    archived: false,
    color: '#FFF',
    ...dated('deadline'),
    ...dated('startDate'),
    ...dated('dateCreation'),
    dateUpdate: DATE_RECORD,
    dateActivated: DATE_RECORD,
    ...dated('dateClosed'),
    remainingDays: 0,
    closingTime: 4,
    ...there,
    workSpace: withoutId(namedRecord(101, 'Workspace')),
    areaId: '201',
    area: withoutId(namedRecord(201, 'Unit')),
    projectId: GUID,
    project: withoutId(namedRecord(GUID, 'Project')),
    iterationId: GUID,
    iteration: withoutId(namedRecord(GUID, 'Iteration')),
    workFlowStepId: '401',
    workFlowStep: withoutId(namedRecord(401, 'Step')),
    ownerId: '11',
    owner: withoutId(userRecord(11)),
    assignedToUserId: '12',
    assignedToUser: withoutId(userRecord(12)),
    creator: userRecord(13),
    tags: [namedRecord(305, 'Tag')],
    ...chosen('objectType', 'Actor', 'Actor', 'Acteur'),
    objectId: '57',
    objectTypeDetails: { text: 'Lumeo' },
    parentId: '5',
    nbSubTasks: 2,
    nbSubTasksClosed: 1,
    ref: 'T-1',
    source: 'Api',
    customFields: { '21_text': 'x', '22_list': ['a', 'b'] },
  },
};

const rightsRequestCase = {
  answer: {
    id: 1,
    demandId: 'X6GIONQS',
    title: 'Request',
    purposes: ['Access', 'SomethingNew'],
    state: 'Open',
    channel: 'Widget',
    locale: 'fr',
    email: 'lea@example.com',
    givenName: 'Léa',
    familyName: 'Moreau',
    phoneNumber: '+33',
    address: 'Street',
    zipCode: '69003',
    city: 'Lyon',
    countryCode: 'FR',
    message: 'Hello',
    description: 'Notes',
    refId: 'R-1',
    userId: 'U-1',
    complex: true,
    expiryTime: DATE,
    remainingDays: -6,
    dateDemand: DATE,
    dateCreation: DATE,
    dateUpdate: DATE,
    dateClosed: DATE,
    closingTime: 0,
    closedReason: 'None',
    closedReasonDescription: 'Why',
    resolutionMessage: 'Done',
    archived: true,
    archivedDate: DATE,
    personCategory: 'Client',
    subjectCategoryId: 501,
    subjectCategory: named(501, 'Clients'),
    areaId: 201,
    area: { ...named(201, 'Unit'), children: [] },
    workFlowStepId: 405,
    workFlowStep: named(405, 'New'),
    operatorId: 11,
    operator: user(11),
    creator: user(12),
    closedByUser: user(13),
    tags: [named(302, 'Tag')],
    attachments: [{ id: GUID, fileName: 'id.pdf', size: 12, deleted: false }],
    nbMessages: 3,
    nbMessagesNotViewed: 2,
    nbMessagesIncoming: 1,
    lastMessageDate: DATE,
    mailValidated: true,
    emailValidationDate: DATE,
    identityValidated: false,
    dateIdentityValidated: DATE,
    userNotified: false,
    dateUserNotified: DATE,
    referrerUrl: 'https://example.com',
    widgetId: 61,
    customFields: { '13_long': 'x' },
    additionalDatas: { any: 'thing' },
  },
  record: {
    id: '1',
    demandId: 'X6GIONQS',
    title: 'Request',
    purposes: ['Access', 'SomethingNew'],
    purposesNames: 'Access, Something new',
    purposesNamesFr: 'Accès, Something new',
    ...chosen('state', 'Open', 'Open', 'Ouverte'),
    ...chosen('channel', 'Widget', 'Widget', 'Widget'),
    ...chosen('locale', 'fr', 'French', 'Français'),
    email: 'lea@example.com',
    givenName: 'Léa',
    familyName: 'Moreau',
    phoneNumber: '+33',
    address: 'Street',
    zipCode: '69003',
    city: 'Lyon',
    ...chosen('countryCode', 'FR', 'France', 'France'),
    message: 'Hello',
    description: 'Notes',
    refId: 'R-1',
    userId: 'U-1',
    complex: true,
    ...datedLocally('expiryTime'),
    remainingDays: -6,
    ...datedLocally('dateDemand'),
    ...datedLocally('dateCreation'),
    dateUpdate: DATE_RECORD,
    ...datedLocally('dateClosed'),
    closingTime: 0,
    ...chosen('closedReason', 'None', 'None', 'Aucun'),
    closedReasonDescription: 'Why',
    resolutionMessage: 'Done',
    archived: true,
    archivedDate: DATE_RECORD,
    personCategoryName: 'Clients',
    personCategoryNameFr: 'Clients',
    subjectCategoryId: '501',
    areaId: '201',
    area: withoutId(namedRecord(201, 'Unit')),
    workFlowStepId: '405',
    workFlowStep: withoutId(namedRecord(405, 'New')),
    operatorId: '11',
    operator: withoutId(userRecord(11)),
    creator: userRecord(12),
    closedByUser: userRecord(13),
    tags: [namedRecord(302, 'Tag')],
    attachments: [{ id: GUID, fileName: 'id.pdf', size: 12 }],
    nbMessages: 3,
    nbMessagesNotViewed: 2,
    nbMessagesIncoming: 1,
    lastMessageDate: DATE_RECORD,
    mailValidated: true,
    emailValidationDate: DATE_RECORD,
    identityValidated: false,
    dateIdentityValidated: DATE_RECORD,
    userNotified: false,
    dateUserNotified: DATE_RECORD,
    referrerUrl: 'https://example.com',
    widgetId: '61',
    customFields: { '13_long': 'x' },
    ...there,
  },
};

const role = { type: 'Recipient', recipientType: 'Vendor', jobTitle: 'Other' };
const roleNames = {
  typeName: 'Recipient',
  typeNameFr: 'Destinataire',
  recipientTypeName: 'Processor',
  recipientTypeNameFr: 'Sous-traitant',
  jobTitleName: 'Other',
  jobTitleNameFr: 'Autre',
};
const actorCase = {
  answer: {
    id: 1,
    displayName: 'Lumeo',
    actorType: 'Morale',
    companyName: 'Lumeo',
    givenName: 'Léa',
    familyName: 'Moreau',
    email: 'dpo@example.com',
    phoneNumber: '+33',
    description: 'Hosting',
    websiteUrl: 'https://example.com',
    contactName: 'Inès',
    contactPosition: 'DPO',
    immatriculationNumber: '123',
    address: 'Street',
    zipCode: '69003',
    city: 'Lyon',
    countryCode: 'FR',
    vendorType: 'B2B',
    accessLevel: 'None',
    dpaSignatureDate: DATE,
    tags: [named(307, 'Tag')],
    recipients: [{ id: GUID, label: 'Payroll', ref: 'T-1', ...role }],
    nbReferences: 1,
    creator: user(11),
    dateCreation: DATE,
    dateUpdate: DATE,
    customFields: { '31_text': 'x' },
    logoUrl: null,
    readonly: false,
  },
  record: {
    id: '1',
    displayName: 'Lumeo',
    ...chosen('actorType', 'Morale', 'Organization', 'Organisation'),
    companyName: 'Lumeo',
    givenName: 'Léa',
    familyName: 'Moreau',
    email: 'dpo@example.com',
    phoneNumber: '+33',
    description: 'Hosting',
    websiteUrl: 'https://example.com',
    contactName: 'Inès',
    contactPosition: 'DPO',
    immatriculationNumber: '123',
    address: 'Street',
    zipCode: '69003',
    city: 'Lyon',
    ...chosen('countryCode', 'FR', 'France', 'France'),
    vendorType: 'B2B',
    ...chosen('accessLevel', 'None', 'None', 'Aucun'),
    ...dated('dpaSignatureDate'),
    tags: [namedRecord(307, 'Tag')],
    recipients: [{ id: GUID, label: 'Payroll', ...role, ...roleNames }],
    nbReferences: 1,
    creator: userRecord(11),
    ...dated('dateCreation'),
    dateUpdate: DATE_RECORD,
    customFields: { '31_text': 'x' },
    ...there,
  },
};

const linkCase = {
  answer: [
    {
      id: GUID,
      ...role,
      label: 'Label',
      description: 'Description',
      actorId: 1001,
      actor: { id: 1001, displayName: 'Lumeo', actorType: 'Morale' },
      dataProcessing: { id: GUID, label: 'Payroll', ref: 'T-1', archived: false },
    },
  ],
  record: {
    id: GUID,
    alreadyAttached: true,
    ...role,
    ...roleNames,
    label: 'Label',
    description: 'Description',
    actorId: '1001',
    actor: { displayName: 'Lumeo' },
    dataProcessingId: GUID,
    dataProcessing: { label: 'Payroll', ref: 'T-1' },
    ...there,
  },
};

const inWorkspace = { workspaceId: '101' };
/** What creating adds: the names of custom fields that Dastra does not know. */
const customFields = { unknown: 'x' };
const ignored = { ignoredCustomFields: ['unknown'] };
const cases: [
  key: string,
  path: string,
  example: { answer: object; record: object },
  input: object,
][] = [
  [
    'create_task',
    'Tasks',
    { ...taskCase, record: { ...taskCase.record, ...ignored } },
    { label: 'x', areaId: '201', customFields },
  ],
  [
    'create_rights_request',
    'DataSubjectRequests/*',
    {
      ...rightsRequestCase,
      record: { ...rightsRequestCase.record, alreadyExisted: false, ...ignored },
    },
    { title: 'x', purposes: ['Access'], areaId: '201', locale: 'fr', customFields },
  ],
  [
    'create_actor',
    'Actors',
    { ...actorCase, record: { ...actorCase.record, ...ignored } },
    { actorType: 'Morale', companyName: 'x', customFields },
  ],
  [
    'find_actor',
    'Actors/*',
    { ...actorCase, record: { ...actorCase.record, numberOfMatches: 1 } },
    { actorId: '1' },
  ],
  [
    'attach_actor_to_processing',
    'DataProcessings/recipients/*',
    linkCase,
    { dataProcessingId: GUID, actorId: '1001', ...role },
  ],
];

/** The keys of output fields that a record fills: `area__label`, `tags[]id`, … */
const keysOf = (value: object, prefix = ''): string[] =>
  Object.entries(value).flatMap(([name, item]: [string, unknown]) => {
    const key = `${prefix}${name}`;
    if (name === 'customFields') return [];
    if (Array.isArray(item)) {
      return item.every((one) => typeof one === 'object') ? keysOf(item[0], `${key}[]`) : [key];
    }
    return typeof item === 'object' && item !== null ? keysOf(item, `${key}__`) : [key];
  });

/** What an operation adds that no answer holds. */
const ADDED: Record<string, object> = {
  create_rights_request: { alreadyExisted: false },
  attach_actor_to_processing: { alreadyAttached: false },
  find_actor: { numberOfMatches: 1 },
};

describe('The sample of', () => {
  it.each<[string, z.ZodMiniType]>([
    ['create_task', task],
    ['create_rights_request', rightsRequest],
    ['create_actor', actor],
    ['attach_actor_to_processing', link],
    ['find_actor', actor],
  ])('%s is what the mapper makes of what the client reads', (key, schema) => {
    const sample = operationOf(key).sample as Record<string, unknown>;
    expect(sample).toMatchObject({ ...there, ...ADDED[key] });
    const added = Object.keys(ADDED[key] ?? {});
    const shown = Object.fromEntries(
      Object.entries(sample).filter(([name]) => !added.includes(name)),
    );
    const read = z.parse(schema, shown) as object;
    const { dataProcessingId } = shown;
    const more = { personCategory: 'Client', dataProcessingId };
    expect(firstDifference(shown, { ...read, ...more })).toBeUndefined();
  });
});

describe('The record of', () => {
  const sandbox = useSandbox();

  it.each(cases)(
    '%s holds every value that Dastra answers, and nothing else',
    async (key, path, example, input) => {
      await sandbox.control('faults', { path: `/v1/ws/101/${path}`, body: example.answer });
      const result = await sandbox.run(key, { ...inWorkspace, ...input });
      expect([result].flat()).toEqual([example.record]);
    },
  );

  it.each(cases)('%s declares each of these values, and no other', (key, _path, example) => {
    const declared = operationOf(key).outputFields as { key: string }[];
    expect(declared.map((field) => field.key).sort()).toEqual(keysOf(example.record).sort());
  });

  it.each(cases.slice(0, 4))(
    '%s leaves out what is null or absent',
    async (key, path, example, input) => {
      const nulls = Object.fromEntries(Object.keys(example.answer).map((name) => [name, null]));
      await sandbox.control('faults', { path: `/v1/ws/101/${path}`, body: { ...nulls, id: 1 } });
      const result = await sandbox.run(key, { ...inWorkspace, ...input });
      expect([result].flat()).toEqual([{ id: '1', ...there, ...ADDED[key] }]);
    },
  );
});
