import { inputKeysOf } from '../support/fields.ts';
import { useSandbox } from '../support/sandbox.ts';
import { event, webhook } from '../support/webhooks.ts';

const KEY = 'new_task';
const inWorkspace = { workspaceId: '101' };

describe('New Task', () => {
  const sandbox = useSandbox();
  const perform = (hook: object, filters: object = {}) =>
    sandbox.run<{ id: string }[]>(KEY, { ...inWorkspace, ...filters }, hook);
  const list = (filters: object = {}) =>
    sandbox.run<{ id: string }[]>(KEY, { ...inWorkspace, ...filters }, { method: 'performList' });
  const hookOf = async (id: number) =>
    webhook(event('TaskCreation', await sandbox.api(`/v1/ws/101/Tasks/${id}`)));

  it('offers its filters', async () => {
    expect(await inputKeysOf(KEY)).toEqual([
      'workspaceId',
      'areaId',
      'assignedToUserId',
      'priority',
    ]);
  });

  it('subscribes to new tasks only', async () => {
    const targetUrl = 'http://127.0.0.1:9/hook';
    await sandbox.run(KEY, inWorkspace, { method: 'performSubscribe', targetUrl });
    expect((await sandbox.calls()).at(-1)).toMatchObject({
      body: { subscribedEvents: ['TaskCreation'] },
    });
  });

  it('makes of a signed webhook the same record as the list, without any call', async () => {
    const hook = await hookOf(2002);
    const before = (await sandbox.calls()).length;
    const records = await perform(hook);
    expect(await sandbox.calls()).toHaveLength(before);
    const listed = (await list()).filter(({ id }) => id === '2002');
    // What changes by the day is worked out anew for each answer.
    expect(records).toEqual(listed);
    expect(records).toMatchObject([
      { objectType: 'Actor', objectTypeDetails: { text: 'Hélianthe Paie' }, nbSubTasks: 1 },
    ]);
  });

  it.each([
    ['the unit', { areaId: '203' }, 1],
    ['another unit', { areaId: '201' }, 0],
    ['the assignee', { assignedToUserId: '14' }, 1],
    ['another assignee', { assignedToUserId: '16' }, 0],
    ['the priority', { priority: 'High' }, 1],
    ['another priority', { priority: 'Low' }, 0],
  ])('lets a webhook pass by %s', async (_what, filters, count) => {
    expect(await perform(await hookOf(2002), filters)).toHaveLength(count);
  });

  it.each([
    ['the unit', { areaId: '203' }, ['2004', '2003', '2002']],
    ['the assignee', { assignedToUserId: '16' }, ['2003']],
    ['the priority', { priority: 'High' }, ['2005', '2002']],
  ])('narrows the list by %s, sub-tasks included', async (_what, filters, ids) => {
    expect((await list(filters)).map(({ id }) => id)).toEqual(ids);
    expect(await sandbox.calls()).toHaveLength(1);
  });

  it('reads a task whose webhook is not signed', async () => {
    const data = { id: 2002, label: 'Forged', area: { id: 203 } };
    const records = await perform(webhook(event('TaskCreation', data), { signature: false }));
    expect(records).toMatchObject([{ label: 'Renouveler le contrat de sous-traitance' }]);
  });
});
