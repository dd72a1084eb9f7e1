import { definition } from '../../tools/definition.ts';
import { operationOf, useSandbox } from '../support/sandbox.ts';

const KEY = 'rights_request_due_soon';
const PATH = '/v1/ws/101/DataSubjectRequests';
const inWorkspace = { workspaceId: '101' };
const DAY = 24 * 60 * 60 * 1000;

interface Due {
  id: string;
  dueDay: string;
  dateCreation: string;
}

/** The day in UTC that is so many days from now. */
const dayIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const inDays = (days: number) => `${dayIn(days)}T23:30:00`;
const row = (id: number, days: number, more: object = {}) => ({
  id,
  state: 'Open',
  expiryTime: inDays(days),
  dateCreation: inDays(-100 - id),
  ...more,
});

describe('Rights Request Due Soon or Overdue', () => {
  const sandbox = useSandbox();
  const poll = (input: object = {}) => sandbox.run<Due[]>(KEY, { ...inWorkspace, ...input });
  const idsOf = async (input: object = {}) => (await poll(input)).map(({ id }) => id);
  const answer = (body: unknown) => sandbox.control('faults', { path: PATH, body });
  const { now } = Date;
  afterEach(() => {
    Date.now = now;
  });

  it('starts once a request and due day, and says in its help what is left out', () => {
    const outputFields = operationOf(KEY).outputFields as { key: string; primary?: boolean }[];
    const primary = outputFields.filter((field) => field.primary);
    expect(primary.map(({ key }) => key).sort()).toEqual(['dueDay', 'id']);
    const fields = definition.operation(KEY).fieldsFor({});
    const daysBefore = fields.find(({ key }) => key === 'daysBefore');
    expect(daysBefore).toMatchObject({ key: 'daysBefore', type: 'integer', default: '7' });
    expect(daysBefore?.helpText).toContain('when you turn on the Zap does not start it');
  });

  it('gives what is overdue and what is due within the days, the newest first', async () => {
    expect(await idsOf()).toEqual(['3003']);
    expect(await idsOf({ daysBefore: 30 })).toEqual(['3006', '3005', '3003']);
    expect(await poll({ daysBefore: '0' })).toMatchObject([{ id: '3003', dueDay: dayIn(-15) }]);
  });

  it('asks for open requests by typed parameters, sorted, in one call', async () => {
    await poll({ areaId: '203', operatorId: '13', purposes: ['Rectification'] });
    expect(await sandbox.calls()).toMatchObject([
      {
        query: {
          states: ['Open', 'IdentityValidation', 'Processing', 'Active'],
          archived: 'false',
          sortBy: 'expiryTime',
          asc: 'true',
          size: '500',
          areaId: '203',
          users: '13',
          purposes: 'Rectification',
        },
      },
    ]);
  });

  it.each([
    ['the unit', { areaId: '203' }, ['3003']],
    ['another unit', { areaId: '202' }, ['3006']],
    ['the assignee', { operatorId: '13' }, ['3003']],
    ['another assignee', { operatorId: '14' }, []],
    ['a type', { purposes: ['Rectification', 'Erasure'] }, ['3003']],
    ['another type', { purposes: ['Erasure'] }, []],
  ])('narrows by %s', async (_what, filters, ids) => {
    expect(await idsOf({ daysBefore: 30, ...filters })).toEqual(ids);
  });

  it.each([-1, 91, 1.5, 'soon'])('refuses %s days', async (daysBefore) => {
    expect(await sandbox.failure(KEY, { ...inWorkspace, daysBefore })).toBe(
      'HaltedError: Days Before must be a whole number from 0 to 90.',
    );
  });

  it('counts days in UTC, however late in the day', async () => {
    await answer([row(1, 7), row(2, 8)]);
    expect(await idsOf()).toEqual(['1']);
  });

  it('leaves out what is closed, archived or without due date, whatever Dastra answers', async () => {
    const closed = { state: 'Closed' };
    await answer([row(1, 0), row(2, 1, closed), row(3, 2, { archived: true })]);
    expect(await idsOf()).toEqual(['1']);
    await answer([row(1, 0, { expiryTime: null }), row(2, 0, { expiryTime: '0001-01-01' })]);
    expect(await idsOf()).toEqual([]);
  });

  it('gives a due day of its own to a deadline that was moved', async () => {
    await answer([row(1, 2)]);
    const before = await poll();
    await answer([row(1, 4)]);
    const after = await poll();
    expect([...before, ...after].map(({ id, dueDay }) => [id, dueDay])).toEqual([
      ['1', dayIn(2)],
      ['1', dayIn(4)],
    ]);
  });

  it('hands over no more than a hundred new ones of a day at once', async () => {
    const midnight = Date.parse(dayIn(1));
    const due = Array.from({ length: 250 }, (_, index) => ({
      ...row(index + 1, 0),
      expiryTime: new Date(midnight + 7 * DAY).toISOString(),
    }));
    const counts = [];
    for (const minutes of [-1, 1, 16, 31]) {
      await answer(due);
      Date.now = () => midnight + minutes * 60_000;
      counts.push((await poll()).length);
      Date.now = now;
    }
    expect(counts).toEqual([0, 100, 200, 250]);
  });

  it.each([
    ['has no effect', { body: [row(3, 9), row(1, 1), row(2, 3)] }],
    ['is refused', { status: 400 }],
  ])('needs no order where all fits on a page and sorting %s', async (_what, fault) => {
    await sandbox.control('faults', { path: PATH, ...fault });
    expect(await idsOf({ daysBefore: 3 })).toEqual('body' in fault ? ['1', '2'] : ['3003']);
  });
});

describe('With 1,500 overdue requests, Rights Request Due Soon or Overdue', () => {
  const sandbox = useSandbox({ records: 1500 });
  const poll = (input: object = {}) => sandbox.run<Due[]>(KEY, { ...inWorkspace, ...input });

  it('reads all of them where Dastra does not sort', async () => {
    const sorted = await poll();
    await sandbox.control('switches', { sortIgnored: true });
    const before = (await sandbox.calls()).length;
    const unsorted = await poll();
    expect(unsorted.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
    expect((await sandbox.calls()).length - before).toBeLessThanOrEqual(5);
  });

  it('says what to narrow where what is due lies deeper than it reads', async () => {
    const many = (page: number, days: number) =>
      sandbox.control('faults', {
        path: PATH,
        body: {
          total: 9999,
          items: Array.from({ length: 500 }, (_, i) => row(page * 500 + i, days)),
        },
      });
    for (const [page, days] of [
      [1, -9],
      [2, -8],
      [3, 80],
      [4, 70],
    ] as const)
      await many(page, days);
    expect(await sandbox.failure(KEY, inWorkspace)).toBe(
      'HaltedError: Organizational Unit leaves too many open records to look for those that are due. Narrow it down, also by the other fields of this step.',
    );
  });
});

describe('With 100,000 requests, Rights Request Due Soon or Overdue', () => {
  const sandbox = useSandbox({ records: 100_000 });
  const poll = (input: object = {}) => sandbox.run<Due[]>(KEY, { ...inWorkspace, ...input });

  it('makes as few calls, and still sees what becomes due', async () => {
    await poll({ areaId: '203' });
    expect(await sandbox.calls()).toHaveLength(1);
    const due = await poll({ daysBefore: 30 });
    expect((await sandbox.calls()).length - 1).toBeLessThanOrEqual(4);
    expect(due.slice(0, 3).map(({ id }) => id)).toEqual(['3006', '3005', '3003']);
  }, 60_000);

  it('fails with a sentence where Dastra does not sort them either', async () => {
    await sandbox.control('switches', { sortIgnored: true });
    expect(await sandbox.failure(KEY, inWorkspace)).toBe(
      'AppError: Dastra refused to list the open rights requests by due date in workspace 101. If it keeps happening, contact Dastra support.',
    );
  }, 60_000);
});
