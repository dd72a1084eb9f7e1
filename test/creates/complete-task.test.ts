import { useSandbox } from '../support/sandbox.ts';

const inWorkspace = { workspaceId: '101' };
const STEPS = '/v1/ws/101/Workflows/Task';

describe('Complete Task', () => {
  const sandbox = useSandbox();
  const complete = (taskId: string) => sandbox.run('complete_task', { ...inWorkspace, taskId });
  const calls = async () => (await sandbox.calls()).map(({ method, path }) => `${method} ${path}`);
  const stored = (id: string) => sandbox.api<{ state: string }>(`/v1/ws/101/Tasks/${id}`);

  it('moves a task to the step that closes it, and gives it as it is then', async () => {
    expect(await complete('2004')).toMatchObject({
      id: '2004',
      state: 'Closed',
      workFlowStepId: '404',
      workFlowStep: { label: 'Done' },
      dateClosed: expect.any(String),
      alreadyCompleted: false,
    });
    expect(await calls()).toEqual([
      'GET /v1/ws/101/Tasks/2004',
      `GET ${STEPS}`,
      'POST /v1/ws/101/Tasks/workflow',
      'GET /v1/ws/101/Tasks/2004',
    ]);
  });

  it('does not complete a task a second time', async () => {
    const first = await complete('2004');
    const again = await complete('2004');
    expect(again).toEqual({ ...first, alreadyCompleted: true });
    expect(await calls()).toHaveLength(5);
  });

  it('leaves sub-tasks as they are', async () => {
    expect(await complete('2002')).toMatchObject({ nbSubTasks: 1, nbSubTasksClosed: 0 });
    expect(await stored('2003')).toMatchObject({ state: 'Open' });
  });

  it.each([
    [
      'the final step',
      { id: 403, label: 'A', finalStep: true, mappedState: 'Active', order: 1 },
      '403',
    ],
    [
      'the last step that closes, where none is final',
      { id: 403, label: 'A', mappedState: 'Closed', order: 9 },
      '403',
    ],
  ])('takes %s', async (_what, step, expected) => {
    const done = { id: 404, label: 'Done', mappedState: 'Closed', order: 2 };
    await sandbox.control('faults', { path: STEPS, body: [step, done] });
    await sandbox.control('faults', { path: '*/Tasks/workflow', status: 403 });
    await sandbox.failure('complete_task', { ...inWorkspace, taskId: '2004' });
    expect((await sandbox.calls()).at(-1)).toMatchObject({
      body: { id: 2004, stepId: Number(expected) },
    });
  });

  it.each([
    ['there is no list of steps', { missingEndpoints: ['Workflows'] }],
    ['the key may not read it', { forbiddenEndpoints: ['Workflows'] }],
  ])('takes the step of a task that is closed where %s', async (_what, switches) => {
    await sandbox.control('switches', switches);
    expect(await complete('2004')).toMatchObject({ state: 'Closed', workFlowStepId: '404' });
    expect(await calls()).toHaveLength(5);
  });

  describe('where no step is known', () => {
    beforeEach(async () => {
      await sandbox.control('faults', { path: STEPS, status: 404 });
      await sandbox.control('faults', {
        method: 'GET',
        path: '/v1/ws/101/Tasks',
        body: [],
        times: 2,
      });
    });

    it('changes the state', async () => {
      expect(await complete('2004')).toMatchObject({ state: 'Closed', alreadyCompleted: false });
      expect((await sandbox.calls()).at(-2)).toMatchObject({
        method: 'PATCH',
        body: [{ op: 'replace', path: '/state', value: 'Closed' }],
      });
    });

    it('says so where Dastra passes the state over', async () => {
      await sandbox.control('faults', { method: 'PATCH', path: '*', status: 200, body: '' });
      expect(await sandbox.failure('complete_task', { ...inWorkspace, taskId: '2004' })).toBe(
        'HaltedError: Task is not completed, though Dastra did not refuse to complete it. Complete it in Dastra, where you see what its workflow expects.',
      );
    });

    it('passes on the words with which Dastra refuses it', async () => {
      await sandbox.control('faults', {
        method: 'PATCH',
        path: '*',
        status: 400,
        body: { errors: { State: ['State: It is read-only.'] } },
      });
      expect(await sandbox.failure('complete_task', { ...inWorkspace, taskId: '2004' })).toContain(
        'read-only',
      );
    });
  });

  it('counts what was done though its answer was lost, and does it once', async () => {
    await sandbox.control('faults', { path: '*/Tasks/workflow', drop: 'after' });
    expect(await complete('2004')).toMatchObject({ state: 'Closed', alreadyCompleted: false });
    expect((await calls()).filter((call) => call.startsWith('POST'))).toHaveLength(1);
  });

  it('fails where the move never reached Dastra, and moves nothing', async () => {
    await sandbox.control('faults', { path: '*/Tasks/workflow', drop: 'before' });
    expect(await sandbox.failure('complete_task', { ...inWorkspace, taskId: '2004' })).toMatch(
      /^AppError: .*complete the task/,
    );
    expect(await stored('2004')).toMatchObject({ state: 'Open' });
  });

  it('says that there is no such task, and moves none', async () => {
    expect(await sandbox.failure('complete_task', { ...inWorkspace, taskId: '999999' })).toBe(
      'HaltedError: Dastra has no task 999999 in workspace 101. Check the ID in this step, or choose from the list.',
    );
    expect(await calls()).toHaveLength(1);
  });

  it('says that the task is not completed where Dastra ignores the move', async () => {
    await sandbox.control('switches', { workflowMoves: 'ignored' });
    expect(await sandbox.failure('complete_task', { ...inWorkspace, taskId: '2004' })).toContain(
      'Task is not completed',
    );
  });

  it('says that the task is not completed where moving it did not close it', async () => {
    const final = { id: 403, label: 'Checked', finalStep: true };
    await sandbox.control('faults', { path: STEPS, body: [final] });
    expect(await sandbox.failure('complete_task', { ...inWorkspace, taskId: '2004' })).toContain(
      'Task is not completed',
    );
    expect(await calls()).toHaveLength(4);
  });
});
