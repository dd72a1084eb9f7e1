import { useSandbox } from '../support/sandbox.ts';

const id = (number: number) => `00000101-0001-4000-8000-00000000000${number}`;

describe('The triggers of processings', () => {
  const sandbox = useSandbox();
  const listed = async (key: string, filters: object = {}) => {
    const more = { method: 'performList' };
    const rows = await sandbox.run<{ id: string }[]>(key, { workspaceId: '101', ...filters }, more);
    return rows.map((row) => row.id);
  };

  it.each([
    ['new_processing', {}, [7, 6, 5, 4, 3, 2, 1]],
    ['new_processing', { areaId: '203' }, [2, 1]],
    ['new_processing', { processingType: 'Vendor' }, [6]],
    ['processing_published', {}, [6, 5, 4, 3, 2, 1]],
    ['processing_published', { areaId: '203' }, [2, 1]],
    ['processing_published', { tagIds: ['301'] }, [1]],
  ])('%s with %j lists the newest first, and none that is archived', async (key, filters, ids) => {
    expect(await listed(key, filters)).toEqual(ids.map(id));
  });

  it('lists what was published last first, however old it is', async () => {
    for (const number of [7, 1]) {
      const move = { workspaceId: 101, id: id(number), step: 'Published' };
      await sandbox.control('moves/DataProcessings', move);
    }
    expect((await listed('processing_published')).slice(0, 2)).toEqual([id(1), id(7)]);
  });
});
