import { useSandbox } from '../support/sandbox.ts';
import { event, webhook } from '../support/webhooks.ts';

const PATH = '/v1/ws/101/DataBreachs';
const id = (number: number) => `00000101-0005-4000-8000-00000000000${number}`;
const inWorkspace = { workspaceId: '101' };
const targetUrl = 'http://127.0.0.1:9/hook';

describe.each([
  ['new_data_breach', 'DataBreachCreation'],
  ['data_breach_status_changed', 'DataBreachChangeState'],
])('%s', (key, name) => {
  const sandbox = useSandbox();
  const perform = (hook: object, filters: object = {}) =>
    sandbox.run<{ id: string }[]>(key, { ...inWorkspace, ...filters }, hook);
  const list = async (filters: object = {}) =>
    (
      await sandbox.run<{ id: string }[]>(
        key,
        { ...inWorkspace, ...filters },
        { method: 'performList' },
      )
    ).map((found) => found.id);

  it('subscribes to its event only', async () => {
    await sandbox.run(key, inWorkspace, { method: 'performSubscribe', targetUrl });
    expect((await sandbox.calls()).at(-1)).toMatchObject({ body: { subscribedEvents: [name] } });
  });

  it('lists the newest first, whose IDs have no order', async () => {
    expect(await list()).toEqual([id(1), id(2), id(3)]);
    await sandbox.control('switches', { sortIgnored: true });
    expect(await list()).toEqual([id(1), id(2), id(3)]);
  });

  it('takes a signed webhook at its word, and reads one that is light', async () => {
    const whole = await sandbox.api(`${PATH}/${id(1)}`);
    const before = (await sandbox.calls()).length;
    expect(await perform(webhook(event(name, whole)))).toMatchObject([{ nature: ['Access'] }]);
    expect(await sandbox.calls()).toHaveLength(before);
    const read = await perform(webhook(event(name, { id: id(2) })));
    expect(read).toMatchObject([{ id: id(2), nature: ['Access', 'Availability'] }]);
    expect((await sandbox.calls()).slice(before)).toMatchObject([{ path: `${PATH}/${id(2)}` }]);
  });

  it('reads a breach whose webhook is not signed', async () => {
    const forged = { id: id(1), label: 'Forged', area: { id: 202 } };
    const records = await perform(webhook(event(name, forged), { signature: false }));
    expect(records).toMatchObject([{ label: 'Courriel envoyé au mauvais client' }]);
  });

  it.each(['12', '../Tasks/2002', ''])('takes %p for no ID of a breach', async (wrong) => {
    const failure = await sandbox.failure(key, inWorkspace, webhook(event(name, { id: wrong })));
    expect(failure).toContain('data.id');
    expect(await sandbox.calls()).toEqual([]);
  });

  it('lets a breach pass by its unit', async () => {
    const hook = webhook(event(name, await sandbox.api(`${PATH}/${id(1)}`)));
    expect(await perform(hook, { areaId: '201' })).toEqual([]);
    expect(await perform(hook, { areaId: '202' })).toHaveLength(1);
    expect(await list({ areaId: '206' })).toEqual([id(3)]);
  });
});

describe('New Data Breach', () => {
  const sandbox = useSandbox();

  it('lets a breach pass by what it affects', async () => {
    const run = (input: object, more: object) =>
      sandbox.run<{ id: string }[]>('new_data_breach', { ...inWorkspace, ...input }, more);
    const whole = await sandbox.api(`${PATH}/${id(1)}`);
    const hook = webhook(event('DataBreachCreation', whole));
    expect(await run({ nature: ['Integrity'] }, hook)).toEqual([]);
    expect(await run({ nature: ['Confidentiality', 'Integrity'] }, hook)).toHaveLength(1);
    const listed = await run({ nature: ['Integrity'] }, { method: 'performList' });
    expect(listed.map((found) => found.id)).toEqual([id(3)]);
  });
});

describe('Data Breach Status Changed', () => {
  const KEY = 'data_breach_status_changed';
  const sandbox = useSandbox();
  const run = (input: object, more: object) =>
    sandbox.run<{ id: string }[]>(KEY, { ...inWorkspace, ...input }, more);
  const hookAt = async (date: string | undefined, number = 1) => {
    const whole = await sandbox.api(`${PATH}/${id(number)}`);
    return webhook({ ...event('DataBreachChangeState', whole), date });
  };

  it.each([
    ['the status', { states: 'Clôturée' }, [id(3)]],
    ['the step', { workFlowStepId: '413' }, [id(3)]],
    ['another step', { workFlowStepId: '409' }, []],
  ])('lets a breach pass by %s', async (_what, filters, ids) => {
    const passed = [];
    for (const number of [1, 2, 3]) {
      passed.push(...(await run(filters, await hookAt(`2026-11-24T10:00:0${number}`, number))));
    }
    expect(passed.map((found) => found.id)).toEqual(ids);
    const listed = await run(filters, { method: 'performList' });
    expect(listed.map((found) => found.id)).toEqual(ids);
  });

  it('starts the Zap for each change, and once for each', async () => {
    expect(await run({}, await hookAt('2026-11-24T10:00:00'))).toHaveLength(1);
    expect(await run({}, await hookAt('2026-11-24T10:00:00'))).toHaveLength(0);
    expect(await run({}, await hookAt('2026-11-24T10:05:00'))).toHaveLength(1);
  });

  it('knows changes without date by the step that they lead to', async () => {
    expect(await run({}, await hookAt(undefined))).toHaveLength(1);
    expect(await run({}, await hookAt(undefined))).toHaveLength(0);
    const whole = await sandbox.api<object>(`${PATH}/${id(1)}`);
    const moved = { ...whole, state: 'Closed', workFlowStep: { id: 413, label: 'Closed' } };
    const hook = webhook({ ...event('DataBreachChangeState', moved), date: undefined });
    expect(await run({}, hook)).toHaveLength(1);
  });

  it('does not offer a status that means nothing to users', async () => {
    expect(await sandbox.failure(KEY, { ...inWorkspace, states: 'Archived2' })).toContain(
      'New Status must be one of: Open, Active, Closed.',
    );
  });
});
