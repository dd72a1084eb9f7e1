import { startReceiver, useSandboxApi, validTask } from './client.ts';

const { deliveries, get, post, send, set, subscribe } = useSandboxApi();

const REQUEST = '/v1/ws/101/DataSubjectRequests/3003';
const TASK = '/v1/ws/101/Tasks/2004';
const BREACH = '/v1/ws/101/DataBreachs/00000101-0005-4000-8000-000000000001';
const PROCESSING = '/v1/ws/101/DataProcessings/00000101-0001-4000-8000-000000000001';

const JSON_PATCH = 'application/json-patch+json';

const patch = <Body = { errors?: Record<string, string[]> }>(
  path: string,
  operations: unknown,
  contentType = JSON_PATCH,
) =>
  send<Body>('PATCH', path, {
    body: JSON.stringify(operations),
    headers: { 'content-type': contentType },
  });
const replace = (path: string, value: unknown) => ({ op: 'replace', path, value });
const read = async (path: string) => (await get<Record<string, unknown>>(path)).body;

describe('PATCH', () => {
  it.each([
    [REQUEST, 'title', 'Rectification faite'],
    [TASK, 'label', 'Fiche à jour'],
    ['/v1/ws/101/Actors/1003', 'city', 'Cahors'],
    [BREACH, 'location', 'Lyon'],
    [PROCESSING, 'ref', 'T-100'],
  ])('%s changes the %s, its date, and nothing else', async (path, property, value) => {
    const before = await read(path);
    expect(await patch(path, [replace(`/${property}`, value)])).toMatchObject({
      status: 200,
      body: '',
    });
    const dateUpdate = expect.stringMatching(/^\d{4}-/);
    expect(await read(path)).toEqual({ ...before, [property]: value, dateUpdate });
  });

  it.each([JSON_PATCH, 'application/json', 'application/json; charset=utf-8'])(
    'takes %s',
    async (contentType) => {
      expect((await patch(TASK, [replace('/label', 'x')], contentType)).status).toBe(200);
      expect(await read(TASK)).toMatchObject({ label: 'x' });
    },
  );

  it('names properties in any casing, as .NET does', async () => {
    await patch(TASK, [replace('/Priority', 'Low')]);
    expect(await read(TASK)).toMatchObject({ priority: 'Low' });
  });

  it('applies all operations in order', async () => {
    const operations = [
      { op: 'test', path: '/priority', value: 'Medium' },
      { op: 'add', path: '/descriptionHtml', value: '<p>Un</p>' },
      { op: 'remove', path: '/deadline', value: '2030-01-01' },
      { op: 'add', path: '/customFields/21_text', value: 'a/b' },
      { op: 'add', path: '/tags/-', value: { id: 306, label: 'any', type: 'Task' } },
      { op: 'remove', path: '/tags/0' },
    ];
    expect((await patch(TASK, operations)).status).toBe(200);
    expect(await read(TASK)).toMatchObject({
      descriptionHtml: '<p>Un</p>',
      deadline: null,
      customFields: { '21_text': 'a/b' },
      tags: [{ id: 306, label: 'Urgent' }],
    });
  });

  it('stores dates as a create does', async () => {
    await patch(TASK, [replace('/deadline', '2030-01-02T03:04:05+01:00')]);
    expect(await read(TASK)).toMatchObject({ deadline: '2030-01-02T02:04:05.0000000' });
  });

  it('writes nothing of a patch that fails', async () => {
    const before = await read(TASK);
    await patch(TASK, [replace('/label', 'x'), { op: 'test', path: '/label', value: 'y' }]);
    expect(await read(TASK)).toEqual(before);
  });

  it.each<[what: string, path: string, operations: unknown, field: string]>([
    ['no list', TASK, { label: 'x' }, 'Body'],
    ['another operation', TASK, [{ op: 'copy', path: '/label', from: '/ref' }], '[0].Op'],
    ['no path', TASK, [{ op: 'replace', value: 1 }], '[0].Path'],
    ['an unknown property', TASK, [replace('/nothing', 1)], 'Path'],
    ['a path without slash', TASK, [replace('label', 'x')], 'Path'],
    ['what the server sets', REQUEST, [replace('/state', 'Closed')], 'Path'],
    ['a test of another value', TASK, [{ op: 'test', path: '/label', value: 'x' }], 'Path'],
    ['an item that is not there', TASK, [{ op: 'remove', path: '/tags/7' }], 'Path'],
    ['a text past its limit', TASK, [replace('/label', 'x'.repeat(121))], 'Label'],
    ['a required text without value', TASK, [{ op: 'remove', path: '/label' }], 'Label'],
    ['another type', TASK, [replace('/areaId', '201')], 'AreaId'],
    ['an unknown member', TASK, [replace('/priority', 'Urgent')], 'Priority'],
    ['a date that is none', TASK, [replace('/deadline', 'soon')], 'Deadline'],
    ['no such record', TASK, [replace('/assignedToUserId', 999)], 'AssignedToUserId'],
    ['no such tag', TASK, [replace('/tags', [{ id: 1, label: 'x', type: 'Task' }])], 'Tags[0].Id'],
    ['half a link', TASK, [replace('/objectId', null)], 'ObjectId'],
  ])('refuses %s', async (_what, path, operations, field) => {
    const { status, body } = await patch(path, operations);
    expect(status).toBe(400);
    expect(Object.keys(body.errors ?? {})).toEqual([field]);
  });

  it.each(['/v1/ws/101/Tasks/999999', '/v1/ws/102/Tasks/2004', '/v1/ws/101/DataBreachs/1'])(
    '%s is not there',
    async (path) => {
      expect((await patch(path, [])).status).toBe(404);
    },
  );

  it('patchMediaTypes json refuses json-patch+json', async () => {
    await set({ patchMediaTypes: 'json' });
    expect((await patch(TASK, [replace('/label', 'x')])).status).toBe(415);
    expect((await patch(TASK, [replace('/label', 'x')], 'application/json')).status).toBe(200);
  });

  it('patchAnswer record answers the record', async () => {
    await set({ patchAnswer: 'record' });
    const { body } = await patch(TASK, [replace('/label', 'x')]);
    expect(body).toEqual(await read(TASK));
  });

  it('fails on a mandatory custom field that the record never had', async () => {
    await set({ mandatoryCustomFields: ['13_long'] });
    const change = replace('/title', 'x');
    const { status, body } = await patch(REQUEST, [change]);
    expect([status, Object.keys(body.errors ?? {})]).toEqual([400, ['CustomFields.13_long']]);
    const given = replace('/customFields', { '13_long': 'Dossier 7' });
    expect((await patch(REQUEST, [change, given])).status).toBe(200);
    expect((await patch(TASK, [replace('/label', 'x')])).status).toBe(200);
  });
});

it('a mandatory custom field is asked of a create too', async () => {
  await set({ mandatoryCustomFields: ['21_text'] });
  expect((await post('/v1/ws/101/Tasks', validTask)).status).toBe(400);
  const customFields = { '21_text': 'x' };
  expect((await post('/v1/ws/101/Tasks', { ...validTask, customFields })).status).toBe(200);
});

describe('POST workflow', () => {
  it.each([
    ['DataSubjectRequests', 3006, 407, 'Processing'],
    ['Tasks', 2004, 403, 'Active'],
    ['DataBreachs', '00000101-0005-4000-8000-000000000001', 413, 'Closed'],
    ['DataProcessings', '00000101-0001-4000-8000-000000000007', 411, 'Active'],
  ])('moves the step of %s, and the state with it', async (resource, id, stepId, state) => {
    const answer = await post(`/v1/ws/101/${resource}/workflow`, { id, stepId });
    expect(answer).toMatchObject({ status: 200, body: '' });
    const record = await read(`/v1/ws/101/${resource}/${id}`);
    expect(record).toMatchObject({ state, dateUpdate: expect.stringMatching(/^\d{4}-/) });
    expect(record.workFlowStep ?? record.workflowStep).toMatchObject({ id: stepId });
  });

  it('closing says when and who', async () => {
    await post('/v1/ws/101/DataSubjectRequests/workflow', { id: 3003, stepId: 409 });
    expect(await read(REQUEST)).toMatchObject({
      state: 'Closed',
      dateClosed: expect.stringMatching(/^\d{4}-/),
      closedByUser: { id: 19 },
      remainingDays: null,
      closingTime: 46,
    });
  });

  it.each<[string, object, number]>([
    ['Tasks', { id: 999_999, stepId: 403 }, 404],
    ['Tasks', { id: 2004, stepId: 405 }, 404],
    ['Tasks', { id: '2004', stepId: 403 }, 400],
    ['Tasks', { id: 2004, step: 403 }, 400],
    ['DataBreachs', { id: 5, stepId: 413 }, 400],
  ])('of %s refuses %j with %d', async (resource, body, status) => {
    expect((await post(`/v1/ws/101/${resource}/workflow`, body)).status).toBe(status);
  });
});

describe('events of a change', () => {
  const ALL = [
    ...['DataSubjectUpdate', 'DataSubjectStateChange', 'TaskEdit', 'TaskChangeState'],
    ...['DataBreachCreation', 'DataBreachModification', 'DataBreachChangeState'],
    ...['ProcessingModification', 'ProcessingStateChange', 'ProcessingPublished'],
  ];
  beforeEach(async () => {
    await subscribe((await startReceiver()).url, ALL);
  });
  const events = async () => (await deliveries()).map(({ event }) => event).sort();

  it.each([
    [REQUEST, 'title', ['DataSubjectUpdate']],
    [TASK, 'label', ['TaskEdit']],
    [BREACH, 'label', ['DataBreachModification']],
    [PROCESSING, 'label', ['ProcessingModification']],
  ])('PATCH %s', async (path, property, expected) => {
    await patch(path, [replace(`/${property}`, 'Autre')]);
    expect(await events()).toEqual(expected);
    expect((await deliveries())[0]?.body.data).toEqual(await read(path));
  });

  it.each([
    ['Tasks', 2004, 403, ['TaskChangeState']],
    ['DataBreachs', '00000101-0005-4000-8000-000000000001', 413, ['DataBreachChangeState']],
    [
      'DataProcessings',
      '00000101-0001-4000-8000-000000000007',
      411,
      ['ProcessingPublished', 'ProcessingStateChange'],
    ],
  ])('a step of %s', async (resource, id, stepId, expected) => {
    await post(`/v1/ws/101/${resource}/workflow`, { id, stepId });
    expect(await events()).toEqual(expected);
  });

  it('a new record with a GUID', async () => {
    const breach = { label: 'Courrier perdu', startDate: '2026-10-01', areaId: 201 };
    const { body } = await post<{ id: string }>('/v1/ws/101/DataBreachs', breach);
    expect(body.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(await deliveries()).toMatchObject([
      { event: 'DataBreachCreation', body: { userId: 19, data: { id: body.id, state: 'Open' } } },
    ]);
  });

  it.each([
    ['state', ['DataSubjectStateChange']],
    ['update', ['DataSubjectUpdate']],
    ['both', ['DataSubjectStateChange', 'DataSubjectUpdate']],
  ])('closing, as closeEvents %s says', async (closeEvents, expected) => {
    await set({ closeEvents });
    await post('/v1/ws/101/DataSubjectRequests/workflow', { id: 3003, stepId: 409 });
    expect(await events()).toEqual(expected);
  });

  it('a refused change has none', async () => {
    await patch(TASK, [replace('/label', '')]);
    await post('/v1/ws/101/Tasks/workflow', { id: 2004, stepId: 405 });
    expect(await events()).toEqual([]);
  });

  it('say who did it', async () => {
    await post('/_sandbox/hooks', { event: 'TaskEdit', data: { id: 2004 }, userId: 14 });
    expect((await deliveries())[0]?.body).toMatchObject({ userId: 14, data: { id: 2004 } });
  });
});
