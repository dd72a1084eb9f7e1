import app from '../../index.ts';
import { startZapier } from '../../tools/zapier.ts';
import { useSandbox } from '../support/sandbox.ts';
import { event, webhook } from '../support/webhooks.ts';

const KEY = 'task_completed';
const inWorkspace = { workspaceId: '101' };
const AUDIT = '00000101-0002-4000-8000-000000000001';
const CLOSED = '2026-11-24T10:31:30.6882299';

describe('Task Completed', () => {
  const sandbox = useSandbox();
  const perform = (hook: object, filters: object = {}) =>
    sandbox.run<{ id: string }[]>(KEY, { ...inWorkspace, ...filters }, hook);
  const list = async (filters: object = {}) => {
    const input = { ...inWorkspace, ...filters };
    const found = await sandbox.run<{ id: string }[]>(KEY, input, { method: 'performList' });
    return found.map(({ id }) => id);
  };
  const hookOf = async (id: number, changed: object = {}) => {
    const task = await sandbox.api<object>(`/v1/ws/101/Tasks/${id}`);
    return webhook(event('TaskChangeState', { ...task, ...changed }));
  };
  const closed = { state: 'Closed', dateClosed: CLOSED };

  it('makes of a signed webhook the record, without any call', async () => {
    const hook = await hookOf(2002, closed);
    const before = (await sandbox.calls()).length;
    expect(await perform(hook)).toMatchObject([
      { id: '2002', state: 'Closed', dateClosed: '2026-11-24T10:31:30.688Z' },
    ]);
    expect(await sandbox.calls()).toHaveLength(before);
  });

  it.each([
    ['another change of its state', { state: 'Active' }],
    ['what was archived when it was done', { ...closed, archived: true }],
  ])('passes over %s', async (_what, changed) => {
    expect(await perform(await hookOf(2002, changed))).toEqual([]);
  });

  it('reads a task whose webhook does not say when it was closed', async () => {
    const light = (id: number) => webhook(event('TaskChangeState', { id, state: 'Closed' }));
    expect(await perform(light(2006))).toMatchObject([
      { id: '2006', dateClosed: expect.any(String) },
    ]);
    expect(await sandbox.calls()).toHaveLength(1);
    // By then it is open again.
    expect(await perform(light(2004))).toEqual([]);
  });

  it('starts once for each time that a task is completed', async () => {
    const again = { ...closed, dateClosed: '2026-11-24T10:45:00' };
    expect(await perform(await hookOf(2002, closed))).toHaveLength(1);
    expect(await perform(await hookOf(2002, closed))).toHaveLength(0);
    expect(await perform(await hookOf(2002, again))).toHaveLength(1);
  });

  it.each([
    ['the completion itself', 'TaskEdit', '2026-11-24T10:31:31Z', 1],
    ['a later edit, which completes nothing', 'TaskEdit', '2026-11-26T10:31:30Z', 0],
    ['a late change of state', 'TaskChangeState', '2026-11-26T10:31:30Z', 1],
  ] as const)('makes of %s (%s) what it is', async (_what, name, date, count) => {
    const task = await sandbox.api<object>('/v1/ws/101/Tasks/2002');
    const hook = webhook({ ...event(name, { ...task, ...closed }), date });
    expect(await perform(hook)).toHaveLength(count);
  });

  it('starts once where completing fires both of its events', async () => {
    const task = await sandbox.api<object>('/v1/ws/101/Tasks/2002');
    expect(await perform(webhook(event('TaskChangeState', { ...task, ...closed })))).toHaveLength(
      1,
    );
    expect(await perform(webhook(event('TaskEdit', { ...task, ...closed })))).toHaveLength(0);
  });

  it.each([
    ['the unit', { areaId: '203' }, 1],
    ['another unit', { areaId: '201' }, 0],
    ['the assignee', { assignedToUserId: '14' }, 1],
    ['another assignee', { assignedToUserId: '16' }, 0],
    ['the project', { projectId: AUDIT }, 1],
    ['another project', { projectId: AUDIT.replace(/1$/, '2') }, 0],
    ['the kind of its related item', { objectType: 'Actor' }, 1],
    ['another kind', { objectType: 'DataSubject' }, 0],
  ])('lets a webhook pass by %s', async (_what, filters, count) => {
    expect(await perform(await hookOf(2002, closed), filters)).toHaveLength(count);
  });

  it.each(['DataSubject', 'DataSubjectRequest'])(
    'knows the kind of rights requests also as %s',
    async (objectType) => {
      const hook = await hookOf(2005, { ...closed, objectType });
      expect(await perform(hook, { objectType: 'DataSubject' })).toHaveLength(1);
      expect(await perform(hook, { objectType: 'Actor' })).toHaveLength(0);
    },
  );

  it.each([
    ['assignee', 2005, { assignedToUserId: '14' }],
    ['project', 2005, { projectId: AUDIT }],
    ['related item', 2003, { objectType: 'Actor' }],
  ])('stops a task without %s where one is wanted', async (_what, id, filters) => {
    expect(await perform(await hookOf(id, closed), filters)).toEqual([]);
  });

  it('lists what was completed last first, archived ones not', async () => {
    await sandbox.run('complete_task', { ...inWorkspace, taskId: '2003' });
    expect(await list()).toEqual(['2003', '2006']);
    expect(await list({ areaId: '204' })).toEqual(['2006']);
    expect(await list({ assignedToUserId: '16' })).toEqual(['2003']);
    expect(await list({ objectType: 'DataSubject' })).toEqual([]);
  });

  it('lists them in this order also where Dastra does not', async () => {
    await sandbox.run('complete_task', { ...inWorkspace, taskId: '2003' });
    await sandbox.control('switches', { sortIgnored: true });
    expect(await list()).toEqual(['2003', '2006']);
  });

  it.each(['state', 'update', 'both'])(
    'starts once by a real completion that fires %s',
    async (closeEvents) => {
      await sandbox.control('switches', { closeEvents });
      const zapier = await startZapier(app);
      try {
        const address = zapier.openAddress();
        const subscribe = { ...address, method: 'performSubscribe' };
        const subscribeData = await sandbox.run(KEY, inWorkspace, subscribe);
        await sandbox.run('complete_task', { ...inWorkspace, taskId: '2003' });
        const runs: { id: string }[] = [];
        for (let count = closeEvents === 'both' ? 2 : 1; count > 0; count -= 1) {
          runs.push(...(await perform({ ...(await address.next()), subscribeData })));
        }
        expect(runs.map(({ id }) => id)).toEqual(['2003']);
      } finally {
        await zapier.close();
      }
    },
  );

  it('skips completions by its own connection where asked to', async () => {
    const own = webhook({ ...event('TaskChangeState', { id: 2006 }), userId: 19 });
    expect(await perform(own, { skipOwnChanges: 'yes' })).toEqual([]);
    expect(await perform(own)).toHaveLength(1);
  });
});
