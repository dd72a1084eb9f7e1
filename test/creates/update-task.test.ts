import { useSandbox } from '../support/sandbox.ts';

const inWorkspace = { workspaceId: '101' };

describe('Update Task', () => {
  const sandbox = useSandbox();
  const update = (input: object) =>
    sandbox.run('update_task', { ...inWorkspace, taskId: '2002', ...input });
  const calls = async () => (await sandbox.calls()).map(({ method }) => method);
  const patch = async () =>
    (await sandbox.calls()).find(({ method }) => method === 'PATCH')?.body as object[];

  it('changes what is filled in and differs, and nothing else', async () => {
    const updated = await update({
      label: 'Renouveler le contrat',
      priority: 'High',
      deadline: '2030-01-31T17:00:00+01:00',
      ownerId: '',
    });
    expect(updated).toMatchObject({
      label: 'Renouveler le contrat',
      priority: 'High',
      deadline: '2030-01-31T16:00:00.000Z',
      ownerId: '13',
      descriptionPlainText: 'Vérifier les clauses & la durée',
    });
    expect(await patch()).toEqual([
      { op: 'replace', path: '/label', value: 'Renouveler le contrat' },
      { op: 'replace', path: '/deadline', value: '2030-01-31T16:00:00Z' },
    ]);
    expect(await calls()).toEqual(['GET', 'PATCH', 'GET']);
  });

  it('writes nothing where nothing differs, so that nobody gets a mail', async () => {
    await update({ priority: 'High', assignedToUserId: '14', workFlowStepId: '403' });
    expect(await calls()).toEqual(['GET']);
  });

  it('moves it to a step, which changes its state', async () => {
    expect(await update({ workFlowStepId: '404' })).toMatchObject({
      state: 'Closed',
      workFlowStepId: '404',
    });
    expect(await calls()).toEqual(['GET', 'POST', 'GET']);
  });

  it.each([
    ['adds tags to those it has', { tagMode: 'Add', tagIds: ['305'] }, ['305', '306']],
    ['replaces its tags', { tagMode: 'Replace', tagIds: ['305'] }, ['305']],
    ['takes its tags away', { fieldsToClear: ['Tags'] }, []],
  ])('%s', async (_what, input, tags) => {
    await update({ tagMode: 'Replace', tagIds: ['306'] });
    const updated = await update(input);
    const ids = ((updated.tags ?? []) as { id: string }[]).map(({ id }) => id);
    expect(ids.sort()).toEqual(tags);
  });

  it('clears the fields that are named, and no other', async () => {
    const updated = await update({ fieldsToClear: ['Due Date', 'Assigned To', 'Project'] });
    expect(updated).not.toHaveProperty('deadline');
    expect(updated).not.toHaveProperty('assignedToUser');
    expect(updated).not.toHaveProperty('projectId');
    expect(updated).toMatchObject({ ownerId: '13', iterationId: expect.any(String) });
  });

  it('says what is saved where the step fails afterwards', async () => {
    await sandbox.control('faults', { path: '*/Tasks/workflow', status: 403 });
    const input = { ...inWorkspace, taskId: '2002', label: 'Saved', workFlowStepId: '404' };
    expect(await sandbox.failure('update_task', input)).toMatch(
      /permission to move the task.*Already saved: Title\.$/,
    );
  });

  it.each([
    ['an unknown task', { taskId: '999999', label: 'x' }, 'Dastra has no task 999999'],
    ['a title that is too long', { label: 'x'.repeat(121) }, 'Title is too long'],
    [
      'a value to set and to clear',
      { deadline: '2030-01-31', fieldsToClear: 'Due Date' },
      'Due Date is filled in and among',
    ],
    ['a tag of another workspace', { tagIds: ['331'] }, 'Tags has no such tag'],
  ])('says what to do about %s, and writes nothing', async (_what, input, message) => {
    const whole = { ...inWorkspace, taskId: '2002', ...input };
    expect(await sandbox.failure('update_task', whole)).toContain(`HaltedError: ${message}`);
    expect(await calls()).not.toContain('PATCH');
  });
});
