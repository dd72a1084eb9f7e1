import { useSandbox } from '../support/sandbox.ts';

const KEY = 'find_processing';
const PATH = '/v1/ws/101/DataProcessings';
const id = (number: number) => `00000101-0001-4000-8000-00000000000${number}`;

describe('Find Processing', () => {
  const sandbox = useSandbox();
  const find = async (input: object) =>
    (await sandbox.run<{ id: string }[]>(KEY, { workspaceId: '101', ...input })).map(
      (found) => found.id,
    );

  it.each([
    ['its reference', { ref: 't-001 ' }, [id(1)]],
    ['its reference, whatever the name', { ref: 'T-001', label: 'Another' }, [id(1)]],
    ['its name', { label: 'RECRUTEMENT' }, [id(2)]],
    ['its name and unit', { label: 'Recrutement', areaId: '203' }, [id(2)]],
    ['its name, in another unit', { label: 'Recrutement', areaId: '202' }, []],
    ['a part of its name', { label: 'Suivi' }, []],
    ['its name, being archived', { label: 'Badgeuse biométrique' }, []],
    ['its ID, though archived', { dataProcessingId: id(8) }, [id(8)]],
    ['an ID that is not there', { dataProcessingId: id(9) }, []],
  ])('finds a processing by %s', async (_what, input, ids) => {
    expect(await find(input)).toEqual(ids);
  });

  it('finds one that got no reference when it was created, by name and unit, and no other', async () => {
    const processing = { label: 'Half done', areaId: '202', ref: 'HALF-1' };
    await sandbox.control('faults', { method: 'PATCH', path: `${PATH}/*`, status: 400 });
    const input = { workspaceId: '101', ...processing };
    const made = await sandbox.run('create_processing', input);
    expect(made).toMatchObject({ detailsSaved: false });
    expect(await find(processing)).toEqual([made.id]);
    expect(await find({ ...processing, areaId: '203' })).toEqual([]);
    expect(await find({ ref: 'HALF-1', label: 'Half done' })).toEqual([]);
    // This one has a reference of its own.
    expect(await find({ ref: 'HALF-1', label: 'Recrutement', areaId: '203' })).toEqual([]);
  });

  it('asks for no more of a row than the record has', async () => {
    await find({ ref: 'T-001' });
    const [{ query = {} } = {}] = await sandbox.calls();
    expect(query).toMatchObject({ archived: 'false' });
    expect(String(query.select).split(',')).toEqual(
      expect.arrayContaining(['Ref', 'WorkflowStep']),
    );
    expect(query.select).not.toMatch(/Recipients|StakeHolders|SecurityMeasures/);
  });

  it('finds it by full text where Dastra refuses filters', async () => {
    await sandbox.control('faults', { method: 'GET', path: PATH, status: 400, times: 2 });
    expect(await find({ ref: 'T-001' })).toEqual([id(1)]);
  });

  it.each([
    [{}, 'Name is missing'],
    [{ ref: 'x', dataProcessingId: id(1) }, 'Processing and other fields may mean different'],
  ])('refuses %j before any call', async (input, message) => {
    const failure = await sandbox.failure(KEY, { workspaceId: '101', ...input });
    expect(failure).toContain(`HaltedError: ${message}`);
    expect(await sandbox.calls()).toEqual([]);
  });
});
