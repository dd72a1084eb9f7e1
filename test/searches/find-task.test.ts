import { useDetour } from '../support/detour.ts';
import { useSandbox } from '../support/sandbox.ts';

const inWorkspace = { workspaceId: '101' };
const PAYROLL = '00000101-0001-4000-8000-000000000001';

const without =
  (...names: string[]) =>
  (url: URL) => {
    for (const name of names) url.searchParams.delete(name);
    return undefined;
  };

describe('Find Task', () => {
  const sandbox = useSandbox();
  const detour = useDetour(sandbox);
  const find = (input: object) =>
    sandbox.run<{ id: string }[]>('find_task', { ...inWorkspace, ...input });
  const ids = async (input: object) => (await find(input)).map(({ id }) => id);

  it.each([
    ['title', { label: 'Renouveler le contrat de sous-traitance' }, ['2002']],
    [
      'title in another case, with blanks',
      { label: ' RELIRE les clauses  de sécurité ' },
      ['2003'],
    ],
    ['related item', { objectType: 'Actor', objectId: '1001' }, ['2002']],
    ['related processing', { objectType: 'Processing', objectId: PAYROLL.toUpperCase() }, ['2004']],
    ['related rights request', { objectType: 'DataSubject', objectId: '3004' }, ['2005']],
    [
      'title and related item',
      {
        label: 'renouveler le contrat de sous-traitance',
        objectType: 'Actor',
        objectId: '1001',
      },
      ['2002'],
    ],
    ['ID', { taskId: '2003' }, ['2003']],
    ['ID, though it is completed', { taskId: '2006' }, ['2006']],
  ])('finds by %s in one call, sub-tasks included', async (_what, input, expected) => {
    expect(await ids(input)).toEqual(expected);
    expect(await sandbox.calls()).toHaveLength(1);
  });

  it('asks with the parameters of the list and a filter by the title', async () => {
    await find({ label: 'A title', objectType: 'Actor', objectId: '1001' });
    const [{ query } = {}] = await sandbox.calls();
    expect(query).toMatchObject({
      objectType: 'Actor',
      objectIds: '1001',
      excludeDone: 'true',
      includeChildren: 'true',
      filters: JSON.stringify({ field: 'Label', operator: 'equal', value: 'A title' }),
    });
  });

  it.each([['DataSubject'], ['DataSubjectRequest']])(
    'finds by a rights request where Dastra calls it %s',
    async (rightsRequestType) => {
      await sandbox.control('switches', { rightsRequestType });
      expect(await ids({ objectType: 'DataSubject', objectId: '3004' })).toEqual(['2005']);
    },
  );

  it('finds a completed task only where asked to', async () => {
    const done = { label: 'Supprimer le compte boutique' };
    expect(await ids(done)).toEqual([]);
    expect(await ids({ ...done, openOnly: 'yes' })).toEqual([]);
    expect(await ids({ ...done, openOnly: 'no' })).toEqual(['2006']);
  });

  it('skips completed tasks also where Dastra does not', async () => {
    await detour(without('excludeDone'));
    expect(await ids({ label: 'Supprimer le compte boutique' })).toEqual([]);
  });

  it('puts the newest first', async () => {
    const task = { ...inWorkspace, label: 'Twice', areaId: '201' };
    const older = await sandbox.run('create_task', task);
    const newer = await sandbox.run('create_task', task);
    expect(await ids({ label: 'Twice' })).toEqual([newer.id, older.id]);
  });

  it.each([
    ['a title that is only a part', { label: 'Renouveler' }],
    [
      'the title of one task and the item of another',
      {
        label: 'Relire les clauses de sécurité',
        objectType: 'Actor',
        objectId: '1001',
      },
    ],
    ['an item of another kind with the same ID', { objectType: 'Asset', objectId: '1001' }],
    ['text that would change a filter', { label: '","operator":"isNotNull","x":"' }],
    ['an ID that is not there', { taskId: '999999' }],
  ])('gives nothing for %s', async (_what, input) => {
    expect(await ids(input)).toEqual([]);
  });

  it('finds by full text what a filter that heeds the case does not', async () => {
    await sandbox.control('switches', { stringCollation: 'sensitive' });
    expect(await ids({ label: 'RELIRE LES CLAUSES DE SÉCURITÉ' })).toEqual(['2003']);
    expect(await sandbox.calls()).toHaveLength(2);
  });

  it.each([400, 500])(
    'falls back to full text where Dastra answers %i to a filter',
    async (status) => {
      await sandbox.control('faults', {
        path: '/v1/ws/101/Tasks',
        status,
        times: status === 400 ? 1 : 3,
      });
      expect(await ids({ label: 'Relire les clauses de sécurité' })).toEqual(['2003']);
    },
  );

  it.each([
    ['no criterion', {}, 'Title is missing. To find a task, fill in Title, or choose its Related'],
    [
      'a kind without a record',
      { objectType: 'Actor' },
      'Related Item is missing. Choose the record',
    ],
    [
      'a record without its kind',
      { objectId: '1001' },
      'Related Item Type is missing. Choose what',
    ],
    ['an ID and a title', { taskId: '2002', label: 'A' }, 'Task and other fields may mean'],
  ])('says what to do about %s, before any call', async (_what, input, message) => {
    expect(await sandbox.failure('find_task', { ...inWorkspace, ...input })).toContain(
      `HaltedError: ${message}`,
    );
    expect(await sandbox.calls()).toEqual([]);
  });

  it.each([
    ['letters', 'Check every annex of the contract. '.repeat(5)],
    ['emoji', '🔐'.repeat(80)],
  ])('finds by the whole of a title in %s that was too long and was cut', async (_what, label) => {
    const { id } = await sandbox.run('create_task', { ...inWorkspace, label, areaId: '201' });
    expect(await ids({ label })).toEqual([id]);
  });

  it('gives the same record as the creation, so that Find or Create has one shape', async () => {
    const input = { ...inWorkspace, label: 'New', objectType: 'Actor', objectId: '1002' };
    expect(await find(input)).toEqual([]);
    const created = await sandbox.run('create_task', { ...input, areaId: '201' });
    expect(await find(input)).toEqual([{ ...created, numberOfMatches: 1 }]);
    expect(await sandbox.calls()).toHaveLength(4);
  });
});

describe('Find Task in a large workspace', () => {
  const sandbox = useSandbox({ records: 1100 });
  const detour = useDetour(sandbox);
  const find = (input: object) =>
    sandbox.run<{ id: string }[]>('find_task', { ...inWorkspace, ...input });

  it('reads on where Dastra ignores its parameters', async () => {
    await detour(without('objectType', 'objectIds'));
    const item = { objectType: 'Actor', objectId: '1001' };
    expect(await find(item)).toMatchObject([{ id: '2002' }]);
  });

  it.each([
    ['the title', { label: 'Nobody wrote this' }],
    ['the related item', { objectType: 'Actor', objectId: '999999' }],
  ])('does not say that there is no such task where Dastra ignores %s', async (_what, input) => {
    await detour(without('filters', 'objectType', 'objectIds'));
    expect(await sandbox.failure('find_task', { ...inWorkspace, ...input })).toBe(
      'AppError: We could not find a task by this value in workspace 101 for sure: Dastra did not filter its list, which is too long to read in full. Nothing was created. Look in Dastra, then map an ID in this step, or turn off what looks for duplicates.',
    );
    expect((await sandbox.calls()).length).toBeLessThanOrEqual(4);
  });
});
