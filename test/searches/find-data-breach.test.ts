import { useSandbox } from '../support/sandbox.ts';

const KEY = 'find_data_breach';
const PATH = '/v1/ws/101/DataBreachs';
const id = (number: number) => `00000101-0005-4000-8000-00000000000${number}`;
const MAIL = 'Courriel envoyé au mauvais client';
const RANSOM = 'Rançongiciel sur un poste';

describe('Find Data Breach', () => {
  const sandbox = useSandbox();
  const find = async (input: object) =>
    (await sandbox.run<{ id: string }[]>(KEY, { workspaceId: '101', ...input })).map(
      (found) => found.id,
    );

  it.each([
    ['its title, in any case', { label: ` ${MAIL.toUpperCase()} ` }, [id(1)]],
    ['its title and unit', { label: MAIL, areaId: '202' }, [id(1)]],
    ['its title, in another unit', { label: MAIL, areaId: '201' }, []],
    ['a part of its title', { label: 'Courriel' }, []],
    ['its title, though closed', { label: RANSOM, openOnly: 'no' }, [id(3)]],
    ['its title, being closed', { label: RANSOM }, []],
    ['its ID, though closed', { dataBreachId: id(3) }, [id(3)]],
    ['an ID that is not there', { dataBreachId: id(9) }, []],
  ])('finds a breach by %s', async (_what, input, ids) => {
    expect(await find(input)).toEqual(ids);
  });

  it.each([
    ['refuses filters', 'faults', { method: 'GET', path: PATH, status: 400 }],
    ['fails on filters', 'faults', { method: 'GET', path: PATH, status: 500, times: 3 }],
    ['compares case', 'switches', { stringCollation: 'sensitive' }],
  ])('finds it by full text where Dastra %s', async (_what, path, body) => {
    await sandbox.control(path, body);
    expect(await find({ label: MAIL.toUpperCase() })).toEqual([id(1)]);
  });

  it('gives the newest of several first, though their IDs have no order', async () => {
    const breach = { workspaceId: '101', label: 'Twice', areaId: '202', nature: ['Access'] };
    const made: unknown[] = [];
    for (const startDate of ['2026-11-23', '2026-11-24', '2026-11-25']) {
      made.unshift((await sandbox.run('create_data_breach', { ...breach, startDate })).id);
    }
    expect(await find({ label: 'twice' })).toEqual(made);
  });
});
