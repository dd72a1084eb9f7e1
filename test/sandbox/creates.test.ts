import { useSandboxApi, validActor, validRequest, validTask } from './client.ts';

const { get, post } = useSandboxApi();

const SERVER_DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{7}$/;
const DAY_MS = 86_400_000;
const moment = (serverDate: string) => new Date(`${serverDate}Z`).getTime();

interface RequestAnswer {
  id: number;
  demandId: string;
  dateCreation: string;
  expiryTime: string;
  remainingDays: number;
}

describe('a request', () => {
  const path = '/v1/ws/101/DataSubjectRequests';
  const create = async (change: object = {}) =>
    (await post<RequestAnswer>(path, { ...validRequest, ...change })).body;

  it('gets what the server sets', async () => {
    const before = Date.now();
    const body = await create();
    expect(body).toMatchObject({
      id: expect.any(Number),
      demandId: expect.stringMatching(/^[A-Z0-9]{8}$/),
      state: 'Open',
      workFlowStep: { id: 405, initialStep: true, type: 'DataSubject', mappedState: 'Open' },
      workFlowStepId: 405,
      channel: 'Internal',
      closedReason: 'None',
      complex: false,
      archived: false,
      mailValidated: false,
      identityValidated: false,
      nbMessages: 0,
      nbMessagesNotViewed: 0,
      remainingDays: 30,
      emailValidationDate: '0001-01-01T00:00:00',
      dateClosed: null,
    });
    expect(body.dateCreation).toMatch(SERVER_DATE);
    expect(moment(body.dateCreation)).toBeGreaterThanOrEqual(before);
    expect(moment(body.expiryTime) - moment(body.dateCreation)).toBe(30 * DAY_MS);
  });

  it('answers the light form, and the full one when read again', async () => {
    const body = await create({ operatorId: 13 });
    for (const field of ['area', 'creator', 'operator', 'operatorId', 'attachments', 'tags']) {
      expect(body).not.toHaveProperty(field);
    }
    const full = await get(`${path}/${body.id}`);
    expect(full.body).toMatchObject({
      area: { id: 201, label: 'Brumelune SAS' },
      creator: { id: 19 },
      operator: { id: 13, displayName: 'Maëlle Oursignac' },
      operatorId: 13,
      tags: [],
      attachments: [],
    });
  });

  it('has 90 days when complex', async () => {
    const body = await create({ complex: true });
    expect(body).toMatchObject({ complex: true, remainingDays: 90 });
  });

  it('keeps what the caller sends', async () => {
    const sent = {
      givenName: 'Ombeline',
      familyName: 'Cazaubon',
      email: 'ombeline@example.com',
      channel: 'Zapier',
      personCategory: 'Client',
      sendNotification: true,
      subjectCategoryId: 501,
      additionalDatas: { source: 'form', nested: [1] },
      refId: 'C-77',
    };
    const body = await create({
      ...sent,
      expiryTime: '2030-01-02T03:04:05+01:00',
      dateDemand: '2026-01-05',
      customFields: { '13_long': ['a', 'b'], unknown: 'dropped' },
      workFlowStepId: 407,
    });
    expect(body).toMatchObject({
      ...sent,
      subjectCategory: { id: 501, label: 'Clients' },
      expiryTime: '2030-01-02T02:04:05.0000000',
      dateDemand: '2026-01-05T00:00:00.0000000',
      state: 'Processing',
      workFlowStepId: 407,
    });
    expect(body).toHaveProperty('customFields', { '13_long': ['a', 'b'] });
  });
});

describe('a task', () => {
  const path = '/v1/ws/101/Tasks';

  it('gets what the server sets', async () => {
    const { body } = await post(path, {
      ...validTask,
      descriptionHtml: '<p>Lire <b>vite</b> &amp; bien</p>',
    });
    expect(body).toMatchObject({
      id: expect.any(Number),
      state: 'Open',
      workFlowStep: { id: 401, label: 'New', type: 'Task' },
      priority: 'Medium',
      descriptionPlainText: 'Lire vite & bien',
      area: { id: 201, label: 'Brumelune SAS', type: 'Entity' },
      workspaceId: 101,
      workSpace: { id: 101 },
      creator: { id: 19 },
      nbSubTasks: 0,
      children: [],
      deadline: null,
      remainingDays: null,
      dateCreation: expect.stringMatching(SERVER_DATE),
    });
    expect(body).not.toHaveProperty('objectTypeDetails');
    expect(body).not.toHaveProperty('project');
  });

  it('without priority is High, the first member', async () => {
    expect((await post(path, { label: 'x' })).body).toMatchObject({ priority: 'High' });
  });

  it('resolves the records it names', async () => {
    const { body } = await post<{ id: number }>(path, {
      ...validTask,
      assignedToUserId: 14,
      ownerId: 13,
      projectId: '00000101-0002-4000-8000-000000000002',
      iterationId: '00000101-0003-4000-8000-000000000003',
      tags: [{ id: 306, label: 'any', type: 'Task' }],
      customFields: { '22_list': ['x'], nothing: 1 },
      deadline: '2030-05-01',
      parentId: 2004,
      workFlowStepId: 403,
    });
    expect(body).toMatchObject({
      assignedToUser: { id: 14, displayName: 'Théodule Brasquier' },
      owner: { id: 13 },
      project: { label: 'Refonte de la boutique', nbTasks: 2 },
      iteration: { label: 'Sprint 14', done: false, current: false },
      tags: [{ id: 306, label: 'Urgent', type: 'Task', color: '#E67E22' }],
      customFields: { '22_list': ['x'] },
      deadline: '2030-05-01T00:00:00.0000000',
      state: 'Active',
    });
    const parent = await get('/v1/ws/101/Tasks/2004');
    expect(parent.body).toMatchObject({ nbSubTasks: 1, children: [{ id: body.id }] });
  });

  it.each([
    ['DataProcessing', '00000101-0001-4000-8000-000000000001', 'Gestion de la paie', 0],
    ['DataSubject', '3004', 'Portabilité des données de fidélité', 3004],
    ['Actor', '1008', 'Éloïse Bréhaut', 1008],
    ['DataBreach', '00000101-0005-4000-8000-000000000001', 'Courriel envoyé au mauvais client', 0],
    ['AuditResponse', '00000101-0006-4000-8000-000000000002', 'AIPD vidéosurveillance', 0],
    ['Asset', '1101', 'Logiciel de paie', 1101],
    ['DataRetentionRule', '00000101-0007-4000-8000-000000000001', 'Bulletins de paie', 0],
    ['SecurityMeasure', '1201', 'Chiffrement des disques', 1201],
    ['RiskEvaluation', '00000101-0008-4000-8000-000000000001', 'Fuite de données clients', 0],
    ['ControlPoint', '00000101-0010-4000-8000-000000000001', 'Revue des accès', 0],
  ])('shows the linked %s', async (objectType, objectId, text, valueId) => {
    const { body } = await post(path, { ...validTask, objectType, objectId });
    const objectTypeDetails = { value: objectId, text, valueId };
    expect(body).toMatchObject({ objectType, objectId, objectTypeDetails });
  });
});

describe('an actor', () => {
  const path = '/v1/ws/101/Actors';

  it.each([
    [{ actorType: 'Morale', companyName: 'Verrerie Aubépine' }, 'Verrerie Aubépine'],
    [{ actorType: 'Physical', givenName: 'Zoé', familyName: 'Trémeur' }, 'Zoé Trémeur'],
    [{ actorType: 'Physical', familyName: 'Trémeur', companyName: 'X' }, 'Trémeur'],
  ])('%j is displayed as %s', async (body, displayName) => {
    expect((await post(path, body)).body).toMatchObject({ displayName });
  });

  it('gets the first member of each enumeration left out', async () => {
    const { body } = await post(path, {});
    expect(body).toMatchObject({ actorType: 'Physical', vendorType: 'B2B', accessLevel: 'None' });
  });

  it('is stored with its tags and known custom fields', async () => {
    const { body } = await post<{ id: number }>(path, {
      ...validActor,
      tags: [{ id: 307, label: 'any', type: 'Actor' }],
      customFields: { '31_text': 'kept', other: 'dropped' },
      dpaSignatureDate: '2026-03-01',
    });
    expect(body).toMatchObject({
      tags: [{ label: 'Fournisseur clé' }],
      recipients: [],
      nbReferences: 0,
      creator: { id: 19 },
      dateCreation: expect.stringMatching(SERVER_DATE),
      dpaSignatureDate: '2026-03-01T00:00:00.0000000',
    });
    expect(body).toHaveProperty('customFields', { '31_text': 'kept' });
    expect((await get(`${path}/${body.id}`)).body).toEqual(body);
  });

  it('may have the name and email of another', async () => {
    const [one, two] = await Promise.all([
      post<{ id: number }>(path, validActor),
      post<{ id: number }>(path, validActor),
    ]);
    expect(one.body.id).not.toBe(two.body.id);
  });
});
