import app from '../../index.ts';
import { useDetour } from '../support/detour.ts';
import { useSandbox } from '../support/sandbox.ts';

const inWorkspace = { workspaceId: '101' };
const LIST = '/v1/ws/101/DataSubjectRequests';

describe('Find Rights Request', () => {
  const sandbox = useSandbox();
  const detour = useDetour(sandbox);
  const ids = async (input: object) =>
    (await sandbox.run<{ id: string }[]>('find_rights_request', { ...inWorkspace, ...input })).map(
      ({ id }) => id,
    );
  const failure = (input: object) =>
    sandbox.failure('find_rights_request', { ...inWorkspace, ...input });
  const create = async (more: object) =>
    await sandbox.run<{ id: string; demandId: string }>('create_rights_request', {
      ...inWorkspace,
      title: 'x',
      purposes: ['Access'],
      areaId: '204',
      locale: 'fr',
      ...more,
    });
  const countCalls = async (act: () => Promise<unknown>) => {
    const before = (await sandbox.calls()).length;
    await act();
    return (await sandbox.calls()).length - before;
  };

  it('finds by number in one call, in any case and with blanks', async () => {
    const { id, demandId } = await create({});
    const calls = await countCalls(async () => {
      expect(await ids({ demandId: ` ${demandId.toLowerCase()} ` })).toEqual([id]);
    });
    expect(calls).toBe(1);
  });

  it('finds by reference and by email in one call, the newest first', async () => {
    const email = 'ada@example.com';
    const first = await create({ refId: 'CRM-1', email });
    const second = await create({ refId: 'CRM-2', email });
    const calls = await countCalls(async () => {
      expect(await ids({ refId: 'CRM-1' })).toEqual([first.id]);
      expect(await ids({ email: 'ADA@example.com' })).toEqual([second.id, first.id]);
    });
    expect(calls).toBe(2);
  });

  it('tells references apart by case', async () => {
    await create({ refId: 'aB' });
    expect(await ids({ refId: 'Ab' })).toEqual([]);
  });

  it('demands all that is filled in', async () => {
    const { id } = await create({ refId: 'CRM-1', email: 'ada@example.com' });
    expect(await ids({ refId: 'CRM-1', email: 'ada@example.com' })).toEqual([id]);
    expect(await ids({ refId: 'CRM-1', email: 'other@example.com' })).toEqual([]);
    expect(await ids({ refId: 'CRM-1', purposes: ['Access'] })).toEqual([id]);
    expect(await ids({ refId: 'CRM-1', purposes: ['Access', 'Erasure'] })).toEqual([]);
  });

  it('leaves closed requests out unless asked for', async () => {
    const { id } = await create({ refId: 'CRM-1' });
    const close = { ...inWorkspace, requestId: id, closedReason: 'Accepted' };
    await sandbox.run('close_rights_request', close);
    expect(await ids({ refId: 'CRM-1' })).toEqual([]);
    expect(await ids({ refId: 'CRM-1', openOnly: 'no' })).toEqual([id]);
  });

  it('reads one by ID, open or closed', async () => {
    expect(await ids({ requestId: '3002' })).toEqual(['3002']);
    expect(await ids({ requestId: '999999' })).toEqual([]);
    expect(await failure({ requestId: '3002', email: 'x@example.com' })).toMatch(
      /^HaltedError: Request and other fields/,
    );
  });

  it('says what to fill in', async () => {
    for (const input of [{}, { purposes: ['Access'], openOnly: 'no' }]) {
      expect(await failure(input)).toMatch(/^HaltedError: Request Number is missing/);
    }
    expect(await sandbox.calls()).toEqual([]);
  });

  describe('where Dastra does not filter', () => {
    const refusing = () => sandbox.control('faults', { path: LIST, status: 400 });
    const ignoring = () =>
      detour((url) => {
        url.searchParams.delete('filters');
        return undefined;
      });

    it('finds a number by the title that Dastra makes of it', async () => {
      const { id, demandId } = await create({});
      await create({ title: `About ${demandId}` });
      await sandbox.run('update_rights_request', {
        ...inWorkspace,
        requestId: id,
        title: `${demandId} Ada Lovelace`,
      });
      await refusing();
      const calls = await countCalls(async () => expect(await ids({ demandId })).toEqual([id]));
      expect(calls).toBe(2);
    });

    it('finds a number that is in no title, and others, among all open requests', async () => {
      const { id, demandId } = await create({ refId: 'CRM-1' });
      await refusing();
      expect(await ids({ demandId })).toEqual([id]);
      await refusing();
      expect(await ids({ refId: 'CRM-1' })).toEqual([id]);
      await refusing();
      expect(await ids({ refId: 'CRM-2' })).toEqual([]);
    });

    it('gives no other request where the filter has no effect', async () => {
      const { id } = await create({ refId: 'CRM-1' });
      await ignoring();
      expect(await ids({ refId: 'CRM-1' })).toEqual([id]);
      expect(await ids({ refId: 'CRM-2' })).toEqual([]);
    });
  });

  it('shares its keys with the action of its pair, so that one field serves both', async () => {
    const pair = app.searchOrCreates?.find_rights_request;
    expect(pair).toMatchObject({ search: 'find_rights_request', create: 'create_rights_request' });
    const input = {
      ...inWorkspace,
      title: 'x',
      areaId: '204',
      refId: 'CRM-1',
      email: 'ada@example.com',
    };
    const access = { ...input, purposes: ['Access'] };
    expect(await ids(access)).toEqual([]);
    const { id } = await create(access);
    expect(await ids(access)).toEqual([id]);
    // Another right is another request.
    expect(await ids({ ...input, purposes: ['Erasure'] })).toEqual([]);
  });
});

describe('Find Rights Request in a large workspace', () => {
  const sandbox = useSandbox({ records: 3000 });

  it('says that it cannot know, rather than that there is none', async () => {
    const input = { ...inWorkspace, email: 'nobody@example.com' };
    expect(await sandbox.run('find_rights_request', input)).toEqual([]);
    expect(await sandbox.calls()).toHaveLength(1);
    await sandbox.control('faults', { path: LIST, status: 400 });
    expect(await sandbox.failure('find_rights_request', input)).toMatch(
      /^AppError: We could not find a rights request by this value/,
    );
  });
});
