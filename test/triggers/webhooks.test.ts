/** What the instant triggers make of webhooks that say less, or say it otherwise, than they might. */
import newTask from '../../src/triggers/new-task.ts';
import { useSandbox } from '../support/sandbox.ts';
import { event, webhook } from '../support/webhooks.ts';

const inWorkspace = { workspaceId: '101' };
const REQUEST = '/v1/ws/101/DataSubjectRequests/3004';
const TASK = '/v1/ws/101/Tasks/2002';

const sandbox = useSandbox();
type Records = { id: string }[];
const onRequest = (hook: object, filters: object = {}) =>
  sandbox.run<Records>('new_rights_request', { ...inWorkspace, ...filters }, hook);
const onTask = (hook: object, filters: object = {}) =>
  sandbox.run<Records>(newTask.key, { ...inWorkspace, ...filters }, hook);
const failureOf = (key: string, hook: object, filters: object = {}) =>
  sandbox.failure(key, { ...inWorkspace, ...filters }, hook);
const failing = (path: string, status: number) =>
  sandbox.control('faults', { path, status, times: 99 });
const callsOf = async (run: () => Promise<unknown>) => {
  const before = (await sandbox.calls()).length;
  await run();
  return (await sandbox.calls()).length - before;
};

describe('A filter whose value is not in a signed webhook', () => {
  const lightRequest = webhook(event('DataSubjectCreation', { id: 3004 }));
  // Complete at first sight: it has its title and its unit.
  const task = webhook(event('TaskCreation', { id: 2002, label: 'x', area: { id: 203 } }));

  const REQUEST_FILTERS: [what: string, filters: object, records: number][] = [
    ['the unit', { areaId: '202' }, 1],
    ['another unit', { areaId: '204' }, 0],
    ['the type', { purposes: ['Portability'] }, 1],
    ['another type', { purposes: ['Erasure'] }, 0],
    ['the channel', { skipCreatedByZapier: true }, 1],
  ];
  const TASK_FILTERS: [what: string, filters: object, records: number][] = [
    ['the priority', { priority: 'High' }, 1],
    ['another priority', { priority: 'Low' }, 0],
    ['the assignee', { assignedToUserId: '14' }, 1],
    ['another assignee', { assignedToUserId: '16' }, 0],
  ];

  it.each(REQUEST_FILTERS)('is read for requests: %s', async (_what, filters, count) => {
    expect(await onRequest(lightRequest, filters)).toHaveLength(count);
    expect(await sandbox.calls()).toMatchObject([{ path: REQUEST }]);
  });

  it.each(TASK_FILTERS)('is read for tasks: %s', async (_what, filters, count) => {
    expect(await onTask(task, filters)).toHaveLength(count);
    expect(await sandbox.calls()).toMatchObject([{ path: TASK }]);
  });

  it.each([
    [429, /^ThrottledError: /],
    [401, /^ExpiredAuthError: /],
    [403, /^AppError: This API key lacks the permission/],
    [404, /^AppError: Webhook: .*record 3004 in workspace 101.*replay/],
    [400, /^AppError: Webhook: .*record 3004 in workspace 101.*replay/],
    [503, /^AppError: Dastra had a problem/],
  ])(
    'fails the run, rather than to lose the event, where the read ends in %d',
    async (status, message) => {
      await failing(REQUEST, status);
      for (const [, filters] of REQUEST_FILTERS) {
        expect(await failureOf('new_rights_request', lightRequest, filters)).toMatch(message);
      }
    },
  );

  it('fails the run where Dastra does not say it either', async () => {
    for (const { path, key, hook, filters } of [
      {
        path: REQUEST,
        key: 'new_rights_request',
        hook: lightRequest,
        filters: { skipCreatedByZapier: 'yes' },
      },
      { path: TASK, key: newTask.key, hook: task, filters: { priority: 'High' } },
    ]) {
      await sandbox.control('faults', { path, body: { id: path.split('/').at(-1), title: 'x' } });
      expect(await failureOf(key, hook, filters)).toMatch(/^AppError: Webhook: .*filters compare/);
    }
  });

  it('fails so that a replay starts the Zap once', async () => {
    await sandbox.control('faults', { path: REQUEST, status: 503, times: 3 });
    expect(await failureOf('new_rights_request', lightRequest, { areaId: '202' })).toMatch(
      /^AppError/,
    );
    expect(await onRequest(lightRequest, { areaId: '202' })).toHaveLength(1);
    expect(await onRequest(lightRequest, { areaId: '202' })).toEqual([]);
  });

  it('does not matter where another filter refuses the record anyway', async () => {
    await failing(TASK, 503);
    expect(await onTask(task, { areaId: '201', priority: 'High' })).toEqual([]);
    expect(await sandbox.calls()).toEqual([]);
  });

  it('does not matter where no filter is set: the Zap starts with less', async () => {
    await failing(REQUEST, 503);
    expect(await onRequest(lightRequest)).toEqual([
      { id: '3004', workspaceId: '101', workspaceUrl: 'https://app.dastra.eu/workspace/101' },
    ]);
  });

  it('is not that of a task which is assigned to nobody, in a webhook or in an answer', async () => {
    const created = await sandbox.run('create_task', { ...inWorkspace, label: 'x', areaId: '203' });
    const data = {
      ...(await sandbox.api(`/v1/ws/101/Tasks/${created.id}`)),
      assignedToUserId: null,
    };
    const full = webhook(event('TaskCreation', data));
    const light = webhook(event('TaskCreation', { id: Number(created.id) }));
    const filters = { assignedToUserId: '14' };
    expect(await callsOf(async () => expect(await onTask(full, filters)).toEqual([]))).toBe(0);
    expect(await callsOf(async () => expect(await onTask(light, filters)).toEqual([]))).toBe(1);
  });
});

describe('A signed webhook', () => {
  const creation = 'DataSubjectCreation';
  const widget = 'DataSubjectWidgetCreation';

  it.each([
    ['its number', { ...event(12, { id: 3004 }) }],
    ['no event', { data: { id: 3004 } }],
    ['an empty event', { eventType: '', data: { id: 3004 } }],
    [
      'its number, and some of the request',
      event(12, { id: 3004, title: 'x', email: 'a@b.example' }),
    ],
  ])('whose event stands as %s is that of its subscription', async (_what, body) => {
    expect(await onRequest(webhook(body, { by: creation }))).toMatchObject([
      { id: '3004', title: 'Portabilité des données de fidélité' },
    ]);
  });

  it('that may be of two subscriptions with one key is that of the one which it names', async () => {
    const hook = webhook({ ...event(12, { id: 3004 }), webhookId: 77 });
    const [first, second] = hook.subscribeData.subscriptions;
    const signatureKey = first?.signatureKey;
    const subscriptions = [first, { ...second, signatureKey }];
    const both = { ...hook, subscribeData: { id: '77', subscriptions } };
    expect(await onRequest(both)).toMatchObject([{ id: '3004' }]);
  });

  const full = () => sandbox.api(REQUEST);
  const inPascalCase = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inPascalCase);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        name.charAt(0).toUpperCase() + name.slice(1),
        name === 'customFields' ? item : inPascalCase(item),
      ]),
    );
  };

  it.each<[what: string, bodyOf: (data: object) => unknown]>([
    ['names in PascalCase', (data) => inPascalCase(event(creation, data))],
    ['data in PascalCase', (data) => event(creation, inPascalCase(data))],
    ['data as JSON in a text', (data) => event(creation, JSON.stringify(data))],
    ['data as a list of one', (data) => event(creation, [data])],
  ])('with %s gives the same record, without any call', async (_what, bodyOf) => {
    const data = await full();
    const [expected] = await onRequest({ ...webhook(event(creation, data)) });
    const other = webhook(bodyOf(data), { by: creation });
    const hook = { ...other, subscribeData: { ...other.subscribeData, id: '99' } };
    expect(await callsOf(async () => expect(await onRequest(hook)).toEqual([expected]))).toBe(0);
  });

  it('about a request from the web form is one where its types are missing, but not its number', async () => {
    const data = { ...(await full()), purposes: null };
    expect(await onRequest(webhook(event(widget, data)))).toMatchObject([
      { id: '3004', purposes: ['Portability'] },
    ]);
  });

  it.each([
    ['another event', event('DataSubjectUpdate', { id: 3004, purposes: ['Access'] }), 'eventType'],
    ['an event that is an object', event({} as string, { id: 3004 }), 'eventType'],
    ['what may be a new widget', event(widget, { id: 3004, label: 'Widget' }), 'data'],
    ['the ID of what may be a new widget', event(widget, { id: 3004 }), 'data'],
    ['no data', event(creation, null), 'data'],
    ['data in a text that is no JSON', event(creation, 'Request 3004'), 'data'],
    ['two records', event(creation, [{ id: 3004 }, { id: 3005 }]), 'data'],
    ['no ID', event(creation, { purposes: ['Access'] }), 'data.id'],
    ['an ID that leads elsewhere', event(creation, { id: '../Tasks/2002' }), 'data.id'],
    [
      'a GUID where records have numbers',
      event(creation, { id: '00000101-0001-4000-8000-000000000001' }),
      'data.id',
    ],
    ['neither event nor data', { id: 3004 }, 'data'],
    ['a list', [1, 2], 'body'],
    ['a text', 'hello', 'body'],
    ['null', null, 'body'],
  ])('with %s is an error that somebody sees', async (_what, body, place) => {
    expect(await failureOf('new_rights_request', webhook(body))).toBe(
      `AppError: Webhook: Dastra sent an event that this trigger does not understand, at “${place}”. Look in Dastra for what was created at that time. If it happens again, ask Dastra’s support.`,
    );
    expect(await sandbox.calls()).toEqual([]);
  });

  it('that is no JSON is an error that somebody sees', async () => {
    const hook = webhook(null, { by: 'TaskCreation', content: '<html>' });
    expect(await failureOf(newTask.key, hook)).toMatch(/at “body”/);
  });

  it('for another trigger is an error that somebody sees', async () => {
    const hook = webhook(event(creation, { id: 2002, label: 'x' }), { by: 'TaskCreation' });
    expect(await failureOf(newTask.key, hook)).toMatch(/at “eventType”/);
  });

  it.each([
    ['its workspace', { workspaceId: 102 }],
    ['its workspace in another spelling', { workSpaceId: 102 }],
    ['what it belongs to', { workspaceId: null, workSpace: { id: 102, label: 'x' } }],
  ])('of another workspace starts nothing, by %s', async (_what, home) => {
    const data = { id: 2002, label: 'x', area: { id: 203 }, ...home };
    expect(await onTask(webhook(event('TaskCreation', data)))).toEqual([]);
    expect(await sandbox.calls()).toEqual([]);
  });

  it.each([{}, { workspaceId: 0 }, { workspaceId: '101' }, { workSpace: null }])(
    'of this workspace, or that does not say, starts the Zap: %j',
    async (home) => {
      const data = { id: 2002, label: 'x', area: { id: 203 }, ...home };
      expect(await onTask(webhook(event('TaskCreation', data)))).toHaveLength(1);
    },
  );
});

describe('A webhook without signature', () => {
  const hook = webhook(event('DataSubjectCreation', { id: 3004 }), { signature: false });

  it.each([
    ['another event', event('DataSubjectUpdate', { id: 3004, purposes: ['Access'] })],
    ['a number that may be any event', event(27, { id: 3004, label: 'Widget' })],
    ['the ID of what may be a new widget', event('DataSubjectWidgetCreation', { id: 3004 })],
    ['no data', event('DataSubjectCreation', null)],
    ['no ID', event('DataSubjectCreation', {})],
    ['a list', [1, 2]],
    ['text', 'hello'],
    ['nothing', null],
  ])('with %s yields nothing, and asks nothing', async (_what, body) => {
    expect(await onRequest(webhook(body, { signature: false }))).toEqual([]);
    expect(await sandbox.calls()).toEqual([]);
  });

  it.each([
    [401, /^ExpiredAuthError: Dastra refused the API key/],
    [403, /^AppError: This API key lacks the permission/],
    [402, /^AppError: Dastra refused/],
    [503, /^AppError: Dastra had a problem/],
  ])('does not hide that the key or Dastra fails with %d', async (status, message) => {
    await failing(REQUEST, status);
    expect(await failureOf('new_rights_request', hook)).toMatch(message);
  });

  it.each([404, 400])(
    'of a record that Dastra answers with %d to yields nothing',
    async (status) => {
      await failing(REQUEST, status);
      expect(await onRequest(hook)).toEqual([]);
    },
  );
});
