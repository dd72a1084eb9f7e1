import { definition } from '../../tools/definition.ts';
import { operationOf, useSandbox } from '../support/sandbox.ts';

const KEY = 'task_due_soon';
const PATH = '/v1/ws/101/Tasks';
const inWorkspace = { workspaceId: '101' };
const DAY = 24 * 60 * 60 * 1000;
const AUDIT = '00000101-0002-4000-8000-000000000001';

/** The day in UTC that is so many days from now. */
const dayIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

describe('Task Due Soon or Overdue', () => {
  const sandbox = useSandbox();
  const poll = (input: object = {}) =>
    sandbox.run<{ id: string }[]>(KEY, { ...inWorkspace, ...input });
  const idsOf = async (input: object = {}) => (await poll(input)).map(({ id }) => id);

  it('starts once a task and due day, and says in its help what is left out', () => {
    const outputFields = operationOf(KEY).outputFields as { key: string; primary?: boolean }[];
    const primary = outputFields.filter((field) => field.primary);
    expect(primary.map(({ key }) => key).sort()).toEqual(['dueDay', 'id']);
    const fields = definition.operation(KEY).fieldsFor({});
    const daysBefore = fields.find(({ key }) => key === 'daysBefore');
    expect(daysBefore?.helpText).toContain('when you turn on the Zap does not start it');
  });

  it('gives what is overdue and what is due within the days, the newest first', async () => {
    expect(await poll()).toMatchObject([{ id: '2002', dueDay: dayIn(-2) }]);
    expect(await idsOf({ daysBefore: 30 })).toEqual(['2004', '2002']);
  });

  it('asks for open tasks by typed parameters, sub-tasks included, in one call', async () => {
    await poll({ areaId: '203', assignedToUserId: '14', projectId: AUDIT });
    expect(await sandbox.calls()).toMatchObject([
      {
        query: {
          excludeDone: 'true',
          archived: 'false',
          includeChildren: 'true',
          sortBy: 'deadline',
          areaId: '203',
          users: '14',
          projectId: AUDIT,
        },
      },
    ]);
  });

  it.each([
    ['the unit', { areaId: '203' }, ['2004', '2002']],
    ['another unit', { areaId: '201' }, []],
    ['the assignee', { assignedToUserId: '14' }, ['2002']],
    ['another assignee', { assignedToUserId: '16' }, []],
    ['the project', { projectId: AUDIT }, ['2004', '2002']],
    ['another project', { projectId: AUDIT.replace(/1$/, '2') }, []],
  ])('narrows by %s', async (_what, filters, ids) => {
    expect(await idsOf({ daysBefore: 30, ...filters })).toEqual(ids);
  });

  it('leaves out what is completed, archived, another’s or without due date, whatever Dastra answers', async () => {
    const due = { state: 'Open', deadline: `${dayIn(1)}T10:00:00`, assignedToUserId: 14 };
    await sandbox.control('faults', {
      path: PATH,
      body: [
        { id: 1, ...due },
        { id: 2, ...due, state: 'Closed' },
        { id: 3, ...due, archived: true },
        { id: 4, ...due, assignedToUserId: 16 },
        { id: 5, ...due, deadline: null },
      ],
    });
    expect(await idsOf({ assignedToUserId: '14' })).toEqual(['1']);
  });

  describe('among thousands of tasks, most without due date', () => {
    const page = async (first: number, deadlines: (number | undefined)[]) =>
      sandbox.control('faults', {
        path: PATH,
        body: {
          total: 9999,
          items: Array.from({ length: 500 }, (_, index) => {
            const days = deadlines[index];
            const deadline = days === undefined ? null : `${dayIn(days)}T10:00:00`;
            return { id: first + index, state: 'Open', deadline };
          }),
        },
      });

    it.each([
      ['finds what is due', [90, 30, 3], ['3002']],
      ['gives nothing where nothing is', [90, 30], []],
    ])('%s where Dastra lists those first', async (_what, descending, ids) => {
      await page(1000, []);
      await page(2000, []);
      await page(3000, descending);
      expect(await idsOf()).toEqual(ids);
      expect(await sandbox.calls()).toHaveLength(3);
    });

    it('needs one page where Dastra lists those last', async () => {
      await page(1000, [-1, 3]);
      expect((await idsOf()).sort()).toEqual(['1000', '1001']);
      expect(await sandbox.calls()).toHaveLength(1);
    });
  });

  it('gives a task again whose due date has moved', async () => {
    await sandbox.run('update_task', {
      ...inWorkspace,
      taskId: '2002',
      deadline: `${dayIn(3)}T10:00:00Z`,
    });
    expect(await poll()).toMatchObject([{ id: '2002', dueDay: dayIn(3) }]);
  });
});
