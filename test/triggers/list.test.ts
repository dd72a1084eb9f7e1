/** The list of an instant trigger, to test it in the editor and to catch up on what was missed. */
import newTask from '../../src/triggers/new-task.ts';
import { useSandbox } from '../support/sandbox.ts';

const inWorkspace = { workspaceId: '101' };
const PATH = '/v1/ws/101/DataSubjectRequests';
/** As the editor asks for it. */
const asSample = { method: 'performList', meta: { isLoadingSample: true } };

interface Dated {
  id: string;
  dateCreation: string;
}

describe('The list of new tasks', () => {
  const sandbox = useSandbox();

  it('holds sub-tasks too, the newest first', async () => {
    const narrowed = { ...inWorkspace, areaId: '203' };
    const found = await sandbox.run<Dated[]>(newTask.key, narrowed, asSample);
    expect(found.map(({ id }) => id)).toEqual(['2004', '2003', '2002']);
  });
});

describe('The list of many rights requests', () => {
  const sandbox = useSandbox({ records: 6000 });
  const list = async () => {
    const before = (await sandbox.calls()).length;
    const found = await sandbox.run<Dated[]>('new_rights_request', inWorkspace, asSample);
    const made = (await sandbox.calls()).slice(before);
    return { ids: found.map(({ id }) => id), pages: made.map(({ query }) => query.page) };
  };

  it.each<[what: string, lead: () => Promise<unknown>, calls: number]>([
    ['has no effect', () => sandbox.control('switches', { sortIgnored: true }), 4],
    ['is refused', () => sandbox.control('faults', { path: PATH, status: 400 }), 4],
    [
      'makes Dastra fail',
      () => sandbox.control('faults', { path: PATH, status: 500, times: 3 }),
      6,
    ],
  ])('holds the same newest ones where sorting %s, in few calls', async (_what, lead, calls) => {
    const made: string[] = [];
    for (const title of ['One', 'Two', 'Three']) {
      const { id } = await sandbox.control<{ id: number }>('widget-requests', {
        workspaceId: 101,
        title,
      });
      made.unshift(String(id));
    }
    const sorted = await list();
    expect(sorted.ids.slice(0, 3)).toEqual(made);
    expect(sorted.pages).toEqual(['1']);
    const { total } = await sandbox.api<{ total: number }>(`${PATH}?size=1`);
    expect(total).toBeGreaterThan(1000);
    await lead();
    const unsorted = await list();
    expect(unsorted.ids).toEqual(sorted.ids);
    expect(unsorted.pages.length).toBeLessThanOrEqual(calls);
  });

  it('holds the same newest ones where Dastra lists the newest first, but refuses to sort', async () => {
    const sorted = await list();
    const newest = await sandbox.api<{ items: object[]; total: number }>(
      `${PATH}?size=500&sortBy=dateCreation&asc=false`,
    );
    await sandbox.control('faults', { path: PATH, status: 400 });
    await sandbox.control('faults', { path: PATH, body: newest });
    const unsorted = await list();
    expect(unsorted.ids).toEqual(sorted.ids);
    expect(unsorted.pages).toEqual(['1', '1']);
  });

  it('is no error where Dastra is bare of total and order, but an error where it fails for good', async () => {
    await sandbox.control('faults', { path: PATH, body: [{ id: 1 }, { id: 3 }, { id: 2 }] });
    expect((await list()).ids).toEqual(['3', '2', '1']);
    await sandbox.control('faults', { path: PATH, status: 500, times: 99 });
    expect(await sandbox.failure('new_rights_request', inWorkspace, asSample)).toMatch(/^AppError/);
  });
});
