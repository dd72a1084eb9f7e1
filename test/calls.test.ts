import app from '../index.ts';
import { MOST_CALLS } from '../src/zapier/throttle.ts';
import { operationOf, useSandbox } from './support/sandbox.ts';
import { event, webhook } from './support/webhooks.ts';

const workspaceId = '101';
const PROCESSING = '00000101-0001-4000-8000-000000000002';
const targetUrl = 'http://127.0.0.1:9/hook';
const link = { workspaceId, dataProcessingId: PROCESSING, actorId: '1012', type: 'DataController' };
const rightsRequest = { workspaceId, title: 'x', purposes: ['Access'], areaId: '201' };
const findable = { email: 'anna@one.example', refId: 'R', returnExisting: true };
const full = { id: 1, purposes: ['Access'], areaId: 201, area: { id: 201, label: 'Unit' } };
const fullTask = { id: 1, label: 'x', areaId: 201, area: { id: 201, label: 'Unit' } };

/** Of each operation in each case: how many calls it makes, and none more. */
const cases: [calls: number, key: string, when: string, input: object, more?: object][] = [
  [1, 'create_task', 'as a rule', { workspaceId, label: 'x', areaId: '201' }],
  [2, 'create_task', 'with tags', { workspaceId, label: 'x', areaId: '201', tagIds: ['305'] }],
  [1, 'create_actor', 'as a rule', { workspaceId, actorType: 'Morale', companyName: 'x' }],
  [
    2,
    'create_actor',
    'with tags',
    { workspaceId, actorType: 'Morale', companyName: 'x', tagIds: ['307'] },
  ],
  [2, 'create_rights_request', 'as a rule', rightsRequest],
  [3, 'create_rights_request', 'with tags', { ...rightsRequest, tagIds: ['302'] }],
  [3, 'create_rights_request', 'that may exist', { ...rightsRequest, ...findable }],
  [
    MOST_CALLS,
    'create_rights_request',
    'that may exist, with tags',
    { ...rightsRequest, ...findable, tagIds: ['302'] },
  ],
  [3, 'attach_actor_to_processing', 'that is new', link],
  [
    1,
    'attach_actor_to_processing',
    'that is attached',
    {
      workspaceId,
      dataProcessingId: '00000101-0001-4000-8000-000000000001',
      actorId: '1001',
      type: 'Recipient',
      recipientType: 'Vendor',
    },
  ],
  [1, 'find_actor', 'that is there', { workspaceId, email: 'contact@helianthe.example.com' }],
  [2, 'find_actor', 'that is not', { workspaceId, email: 'nobody@example.com' }],
  [
    2,
    'find_actor',
    'by a name that is not there',
    { workspaceId, givenName: 'No', familyName: 'Body' },
  ],
  [1, 'find_actor', 'by ID', { workspaceId, actorId: '1001' }],
  [1, 'find_actor', 'by an ID that is not', { workspaceId, actorId: '999999' }],
  [
    3,
    'new_rights_request',
    'turned on',
    { workspaceId },
    { method: 'performSubscribe', targetUrl },
  ],
  [
    2,
    'new_rights_request',
    'turned off',
    { workspaceId },
    { ...webhook(event('DataSubjectCreation', {})), method: 'performUnsubscribe' },
  ],
  [1, 'new_rights_request', 'listed', { workspaceId }, { method: 'performList' }],
  [
    0,
    'new_rights_request',
    'with a full webhook',
    { workspaceId },
    webhook(event('DataSubjectCreation', full)),
  ],
  [
    1,
    'new_rights_request',
    'with a light webhook',
    { workspaceId },
    webhook(event('DataSubjectCreation', { id: 3004 })),
  ],
  [
    1,
    'new_rights_request',
    'with a webhook that looks full, but does not say what a filter needs',
    { workspaceId, skipCreatedByZapier: true },
    webhook(event('DataSubjectCreation', { ...full, id: 3004 })),
  ],
  [
    0,
    'new_rights_request',
    'with a light webhook that a filter refuses',
    { workspaceId, purposes: ['Erasure'] },
    webhook(event('DataSubjectCreation', { id: 3004, purposes: ['Access'] })),
  ],
  [2, 'new_task', 'turned on', { workspaceId }, { method: 'performSubscribe', targetUrl }],
  [
    1,
    'new_task',
    'turned off',
    { workspaceId },
    { ...webhook(event('TaskCreation', {})), method: 'performUnsubscribe' },
  ],
  [1, 'new_task', 'listed', { workspaceId }, { method: 'performList' }],
  [0, 'new_task', 'with a full webhook', { workspaceId }, webhook(event('TaskCreation', fullTask))],
  [
    1,
    'new_task',
    'with a light webhook',
    { workspaceId },
    webhook(event('TaskCreation', { id: 2002 })),
  ],
  [
    1,
    'create_data_breach',
    'as a rule',
    { workspaceId, label: 'x', areaId: '201', nature: 'Access', startDate: '2026-11-24' },
  ],
  [1, 'create_processing', 'as a rule', { workspaceId, label: 'x', areaId: '201' }],
  [3, 'create_processing', 'with details', { workspaceId, label: 'x', areaId: '201', ref: 'x' }],
  [
    MOST_CALLS,
    'create_processing',
    'with details and tags',
    { workspaceId, label: 'x', areaId: '201', ref: 'x', tagIds: ['301'] },
  ],
  [1, 'create_asset', 'as a rule', { workspaceId, label: 'x', type: 'Software' }],
  [2, 'create_asset', 'with tags', { workspaceId, label: 'x', type: 'Data', tagIds: ['310'] }],
  [
    1,
    'find_data_breach',
    'that is there',
    { workspaceId, label: 'Courriel envoyé au mauvais client' },
  ],
  [2, 'find_data_breach', 'that is not', { workspaceId, label: 'None' }],
  [1, 'find_processing', 'that is there', { workspaceId, ref: 'T-001' }],
  [2, 'find_processing', 'that is not', { workspaceId, ref: 'NONE' }],
  [1, 'find_processing', 'by ID', { workspaceId, dataProcessingId: PROCESSING }],
];

/** Jest would take the place of what is left out. */
const complete = cases.map(([calls, key, when, input, more]) => ({
  calls,
  key,
  when,
  input,
  more,
}));

const dropdowns = Object.keys(app.triggers ?? {}).filter((key) => key.startsWith('list_'));

describe('The calls to Dastra', () => {
  const sandbox = useSandbox();

  it.each(complete)('are $calls for $key $when', async ({ calls, key, input, more }) => {
    await sandbox.run(key, input, more);
    expect(await sandbox.calls()).toHaveLength(calls);
    const isAction = !/^(new|list)_/.test(key);
    if (isAction) expect(calls).toBeLessThanOrEqual(MOST_CALLS);
  });

  it.each(dropdowns)('are one to open %s', async (key) => {
    await sandbox.run(key, { workspaceId, objectType: 'Actor' });
    // The steps of rights requests are asked for under their newer name first.
    expect(await sandbox.calls()).toHaveLength(key === 'list_rights_request_steps' ? 2 : 1);
  });

  it.each(dropdowns)(
    'ask for no more fields than %s shows, where Dastra offers it',
    async (key) => {
      await sandbox.run(key, { workspaceId, objectType: 'Actor' });
      const [{ path = '', query = {} } = {}] = await sandbox.calls();
      const offered = /(Areas|TenantUsers|Actors|DataProcessings|DataBreachs|Tasks)$/.test(path);
      expect(query.select !== undefined).toBe(offered);
    },
  );

  it.each(['new_rights_request', 'new_task'])(
    'ask for as many records as can be caught up on, in one, for a sample of %s',
    async (key) => {
      await sandbox.run(
        key,
        { workspaceId },
        { method: 'performList', meta: { isLoadingSample: true } },
      );
      expect(await sandbox.calls()).toMatchObject([{ query: { size: '50' } }]);
    },
  );

  it('are held back by Zapier in one limit for all searches and actions', () => {
    expect(app.throttle).toEqual({ window: 60, limit: 125, scope: ['auth'] });
    for (const key of [...Object.keys(app.creates ?? {}), ...Object.keys(app.searches ?? {})]) {
      expect(operationOf(key)).not.toHaveProperty('throttle');
    }
  });
});

describe('In a large workspace, the calls to Dastra', () => {
  const sandbox = useSandbox({ records: 3000 });
  it.each(complete)('are no more than in a small one: $calls for $key $when', async (one) => {
    await sandbox.run(one.key, one.input, one.more);
    expect(await sandbox.calls()).toHaveLength(one.calls);
  });

  it.each(dropdowns)('are one for the first page of %s, which is no longer', async (key) => {
    const choices = await sandbox.run<object[]>(key, { workspaceId, objectType: 'Actor' });
    expect(await sandbox.calls()).toHaveLength(key === 'list_rights_request_steps' ? 2 : 1);
    expect(choices.length).toBeLessThanOrEqual(100);
  });
});

describe('A burst past the limit of Dastra', () => {
  const sandbox = useSandbox();
  const { now } = Date;
  afterEach(() => {
    Date.now = now;
  });

  it('ends in successes and in errors that say when to try again, and loses and doubles nothing', async () => {
    const labels = Array.from({ length: 600 }, (_, index) => `Task ${index}`);
    const create = (label: string) =>
      sandbox.run('create_task', { workspaceId, label, areaId: '201' }).then(
        () => undefined,
        (error: Error) => ({ label, error }),
      );
    // The minute begins with the first call.
    const begin = now();
    Date.now = () => begin + 10_000;
    const outcomes = [];
    for (const label of labels) outcomes.push(await create(label));
    const refused = outcomes.filter((outcome) => outcome !== undefined);
    expect(refused).toHaveLength(100);
    for (const { error } of refused) {
      expect(error.name).toBe('ThrottledError');
      expect(JSON.parse(error.message)).toMatchObject({ delay: 60 });
    }
    Date.now = () => begin + 70_000;
    const again = [];
    for (const { label } of refused) again.push(await create(label));
    expect(again.filter((outcome) => outcome !== undefined)).toEqual([]);
    const found = new Map<string, number>();
    for (const page of [1, 2]) {
      const { items } = await sandbox.api<{ items: { label: string }[] }>(
        `/v1/ws/101/Tasks?size=500&page=${page}&includeChildren=true`,
      );
      for (const { label } of items) found.set(label, (found.get(label) ?? 0) + 1);
    }
    expect(labels.filter((label) => found.get(label) !== 1)).toEqual([]);
  }, 60_000);
});
