import { useSandbox } from '../support/sandbox.ts';

const KEY = 'create_processing';
const PATH = '/v1/ws/101/DataProcessings';
const required = { workspaceId: '101', label: 'Newsletter', areaId: '202' };
const details = {
  ref: 'NEWS-1',
  description: 'What is sent to customers.',
  ownerId: '14',
  processingState: 'Under Study',
  tagIds: ['301'],
};

describe('Create Processing', () => {
  const sandbox = useSandbox();

  it('posts what a new one takes, as a draft of the controller, in one call', async () => {
    const created = await sandbox.run(KEY, { ...required, ref: ' ', tagIds: [''] });
    expect(created).toMatchObject({ label: 'Newsletter', state: 'Draft', detailsSaved: true });
    expect(await sandbox.calls()).toMatchObject([
      {
        method: 'POST',
        path: PATH,
        body: { label: 'Newsletter', areaId: 202, processingType: 'Default' },
      },
    ]);
  });

  it('patches the details, and gives what Dastra then holds', async () => {
    const created = await sandbox.run(KEY, { ...required, ...details, processingType: 'Vendor' });
    expect(created).toMatchObject({
      ref: 'NEWS-1',
      description: 'What is sent to customers.',
      ownerId: '14',
      owner: { displayName: 'Théodule Brasquier' },
      processingState: 'Study',
      processingType: 'Vendor',
      workflowStep: { label: 'Draft' },
      tags: [{ id: '301', label: 'Données sensibles' }],
      detailsSaved: true,
    });
    const calls = await sandbox.calls();
    expect(calls.map(({ method }) => method)).toEqual(['GET', 'POST', 'PATCH', 'GET']);
    expect(calls[2]?.body).toContainEqual({ op: 'replace', path: '/ref', value: 'NEWS-1' });
  });

  it('gives the processing all the same where its details are refused, and says why', async () => {
    await sandbox.control('faults', {
      method: 'PATCH',
      path: `${PATH}/*`,
      status: 400,
      body: { errors: { OwnerId: ['They have left.'] } },
    });
    const created = await sandbox.run(KEY, { ...required, ...details });
    expect(created).toMatchObject({
      id: expect.any(String),
      label: 'Newsletter',
      detailsSaved: false,
      detailsProblem: 'Owner: They have left. Check the details of the processing in Dastra.',
    });
    expect(created).not.toHaveProperty('ref');
  });

  it('gives the processing where neither the details nor a read of it succeed', async () => {
    await sandbox.control('faults', { method: 'PATCH', path: `${PATH}/*`, status: 403 });
    await sandbox.control('faults', { method: 'GET', path: `${PATH}/*`, status: 403 });
    const created = await sandbox.run(KEY, { ...required, ref: 'NEWS-1' });
    expect(created).toMatchObject({ label: 'Newsletter', detailsSaved: false });
    expect(created.detailsProblem).toMatch(/^The API key lacks a permission \(403\)\. Check /);
  });

  it('creates nothing where its tags are unknown', async () => {
    const failure = await sandbox.failure(KEY, { ...required, tagIds: ['999'] });
    expect(failure).toContain('Tags has no such tag in this workspace: 999');
    expect((await sandbox.calls()).map(({ method }) => method)).toEqual(['GET']);
  });

  it('gives the one that it has made where the answer is lost, with its details', async () => {
    await sandbox.control('faults', { method: 'POST', path: PATH, drop: 'after' });
    const created = await sandbox.run(KEY, { ...required, ref: 'NEWS-1' });
    expect(created).toMatchObject({ label: 'Newsletter', ref: 'NEWS-1', detailsSaved: true });
    const made = (await sandbox.calls()).map(({ method }) => method);
    expect(made).toEqual(['POST', 'GET', 'PATCH', 'GET']);
  });

  it.each([
    ['another name', { label: 'Recrutement', areaId: 202, processingType: 'Default' }],
    ['another unit', { label: 'Newsletter', areaId: 203, processingType: 'Default' }],
    ['another type', { label: 'Newsletter', areaId: 202, processingType: 'Vendor' }],
  ])('does not take one of %s for it, and has a person look first', async (_what, other) => {
    await sandbox.run(KEY, { workspaceId: '101', ...other });
    await sandbox.control('faults', { method: 'POST', path: PATH, status: 502 });
    expect(await sandbox.failure(KEY, required)).toMatch(/^HaltedError: .*Check in Dastra/);
  });

  it('does not take an older one of the same name for it, nor one with another reference', async () => {
    const older = { ...required, label: 'Recrutement', areaId: '203' };
    await sandbox.run(KEY, { ...required, ref: 'OTHER' });
    for (const input of [older, { ...required, ref: 'NEWS-1' }]) {
      await sandbox.control('faults', { method: 'POST', path: PATH, status: 502 });
      expect(await sandbox.failure(KEY, input)).toMatch(/^HaltedError: .*Check in Dastra/);
    }
  });
});
