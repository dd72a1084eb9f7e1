import { useDetour } from '../support/detour.ts';
import { useSandbox } from '../support/sandbox.ts';

const KEY = 'update_rights_request';
const request = { workspaceId: '101', requestId: '3004' };
const PATH = '/v1/ws/101/DataSubjectRequests/3004';
const WORKFLOW = '/v1/ws/101/DataSubjectRequests/workflow';

describe('Update Rights Request', () => {
  const sandbox = useSandbox();
  const detour = useDetour(sandbox);
  const update = (input: object) => sandbox.run(KEY, { ...request, ...input });
  const failure = (input: object) => sandbox.failure(KEY, { ...request, ...input });
  const writes = async () =>
    (await sandbox.calls())
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path, body }) => ({ method, path, body }));
  const patch = (...changes: [path: string, value: unknown][]) => ({
    method: 'PATCH',
    path: PATH,
    body: changes.map(([path, value]) => ({ op: 'replace', path, value })),
  });
  const move = (stepId: number) => ({
    method: 'POST',
    path: WORKFLOW,
    body: { id: 3004, stepId },
  });
  const fields = {
    title: 'New title',
    operatorId: '14',
    expiryTime: '2030-01-31',
    complex: 'no',
    purposes: ['Access', 'Portability'],
    areaId: '204',
    description: 'Called back.',
    refId: 'CRM-1',
    email: 'new@example.com',
    givenName: 'Ada',
    familyName: 'Lovelace',
    phoneNumber: '+33 1 99 00 12 34',
    personCategory: '501',
    tagIds: ['302'],
    customFields: { '13_long': 'New' },
    workFlowStepId: '408',
  };

  it('writes what is filled in, moves it to its step, and gives it as it is afterwards', async () => {
    const updated = await update(fields);
    const { personCategory, tagIds, workFlowStepId, expiryTime, complex, ...same } = fields;
    expect(updated).toMatchObject({
      ...same,
      complex: false,
      expiryTime: '2030-01-31T00:00:00.000Z',
      operator: { displayName: 'Théodule Brasquier' },
      subjectCategoryId: '501',
      tags: [{ id: '302' }],
      workFlowStepId: '408',
      state: 'Active',
      customFields: { '13_long': 'New', '13_html': '<p>Deux comptes</p>' },
    });
    const made = (await sandbox.calls()).map(({ method }) => method);
    expect(made).toEqual(['GET', 'GET', 'PATCH', 'POST', 'GET']);
    expect((await writes())[1]).toEqual(move(408));
  });

  it('writes nothing the second time, nor where nothing is filled in', async () => {
    const first = await update(fields);
    const made = await writes();
    expect(await update(fields)).toEqual(first);
    expect(await update({})).toEqual(first);
    expect(await writes()).toEqual(made);
  });

  it('leaves what is blank as it is, and writes only what differs', async () => {
    const { title } = await update({ email: '' });
    await update({ title, operatorId: '13', email: ' ', customFields: {}, purposes: [] });
    expect(await writes()).toEqual([patch(['/operatorId', 13])]);
  });

  it.each([
    ['operatorId', 'Assigned To', '14', '/operatorId', null],
    ['expiryTime', 'Due Date', '2030-01-31', '/expiryTime', null],
    ['description', 'Internal Notes', 'x', '/description', null],
    ['email', 'Email', 'x@example.com', '/email', null],
    ['refId', 'External Reference', 'x', '/refId', null],
    ['tagIds', 'Tags', ['302'], '/tags', []],
  ])('clears %s, by its label too, once', async (key, label, value, path, cleared) => {
    await update({ [key]: value });
    const before = (await writes()).length;
    const updated = await update({ fieldsToClear: [label] });
    expect((await writes()).slice(before)).toEqual([patch([path, cleared])]);
    expect(updated[key === 'tagIds' ? 'tags' : key] ?? []).toEqual([]);
    await update({ fieldsToClear: [key] });
    expect(await writes()).toHaveLength(before + 1);
  });

  it('refuses a field that is filled in and cleared, before any call', async () => {
    expect(await failure({ email: 'x@example.com', fieldsToClear: ['Email'] })).toMatch(
      /^HaltedError: Email is filled in and among the Fields to Clear/,
    );
    expect(await failure({ tagIds: ['302'], fieldsToClear: ['tagIds'] })).toMatch(/Error: Tags is/);
    expect(await sandbox.calls()).toEqual([]);
  });

  const tagIdsOf = ({ tags }: Record<string, unknown>) =>
    (tags as { id: string }[]).map(({ id }) => id).sort();

  it('adds tags to those that are there, unless they are to be replaced', async () => {
    await update({ tagIds: ['302'] });
    expect(tagIdsOf(await update({ tagIds: ['303'] }))).toEqual(['302', '303']);
    const made = await sandbox.calls();
    expect(tagIdsOf(await update({ tagIds: ['303'] }))).toEqual(['302', '303']);
    // It reads the request, and neither tags nor what it would be afterwards.
    expect(await sandbox.calls()).toHaveLength(made.length + 1);
    expect(tagIdsOf(await update({ tagIds: ['303'], tagMode: 'Replace' }))).toEqual(['303']);
    expect(await failure({ tagIds: ['999'] })).toMatch(/Tags has no such tag .*999/);
  });

  it('keeps a tag that the workspace does not list any more', async () => {
    await update({ tagIds: ['302'] });
    await sandbox.control('faults', {
      path: '/v1/ws/101/Tags',
      body: [{ id: 303, label: 'Listed', type: 'DataSubject', color: '#000000' }],
    });
    await update({ tagIds: ['303'] });
    const [{ value } = { value: [] }] = ((await writes())[1]?.body ?? []) as { value: object[] }[];
    expect(value).toMatchObject([{ id: 303 }, { id: 302 }]);
  });

  it('keeps custom fields that are not named, and lists those that Dastra does not know', async () => {
    const updated = await update({ customFields: { '13_long': 'New', nonsense: '1' } });
    expect(updated.customFields).toEqual({ '13_long': 'New', '13_html': '<p>Deux comptes</p>' });
    expect(updated.ignoredCustomFields).toEqual(['nonsense']);
  });

  it('appends to notes, but not what they end with already', async () => {
    const append = (description: string) => update({ description, descriptionMode: 'append' });
    expect(await append('First.')).toMatchObject({ description: 'First.' });
    expect(await append('Second.')).toMatchObject({ description: 'First.\nSecond.' });
    expect(await append('Second.')).toMatchObject({ description: 'First.\nSecond.' });
    expect(await writes()).toHaveLength(2);
    expect(await update({ description: 'Only.' })).toMatchObject({ description: 'Only.' });
  });

  it('takes a category by its older name', async () => {
    expect(await update({ personCategory: 'Client' })).toMatchObject({
      personCategoryName: 'Client',
    });
    expect(await writes()).toEqual([patch(['/personCategory', 'Client'])]);
  });

  it('does not move a request that is in its step already', async () => {
    await update({ workFlowStepId: '406' });
    expect(await writes()).toEqual([]);
  });

  it.each([false, true])('shows a due date that follows from Complex: %s', async (follows) => {
    const before = await update({});
    await sandbox.control('switches', { complexMovesDueDate: follows });
    const after = await update({ complex: 'false' });
    expect(after.expiryTime !== before.expiryTime).toBe(follows);
  });

  describe('where Dastra does not do it', () => {
    it('fails if the step stays as it was, and says what was saved', async () => {
      await sandbox.control('switches', { workflowMoves: 'ignored' });
      expect(await failure({ title: 'New', workFlowStepId: '408' })).toMatch(
        /^HaltedError: Step did not change: .* Already saved: Title\.$/,
      );
      expect(await failure({ workFlowStepId: '408' })).toMatch(
        /Step did not change: [^.]*\. [^.]*\.$/,
      );
    });

    it.each([
      [
        403,
        /^AppError: This API key lacks the permission to move .* Already saved: Title, Assigned To\.$/,
      ],
      [400, /^HaltedError: .* Already saved: Title, Assigned To\.$/],
      [429, /^ThrottledError: .* Already saved: Title, Assigned To\./],
      [
        503,
        /^AppError: Dastra had a problem when asked to move .* Already saved: Title, Assigned To\.$/,
      ],
    ])('says what was saved where the move ends in %d', async (status, message) => {
      await sandbox.control('faults', { path: WORKFLOW, status, times: status === 503 ? 3 : 1 });
      const input = { title: 'New', operatorId: '14', workFlowStepId: '408' };
      expect(await failure(input)).toMatch(message);
      // Run again, it does the rest.
      expect(await update(input)).toMatchObject({ title: 'New', workFlowStepId: '408' });
      const made = await writes();
      expect(made.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
    });

    it('says what was saved where the request cannot be read afterwards', async () => {
      let reads = 0;
      await detour(({ pathname }) => {
        if (pathname !== PATH) return undefined;
        reads += 1;
        // The first is a GET, the second the PATCH.
        return reads > 2 ? 503 : undefined;
      });
      expect(await failure({ title: 'New', workFlowStepId: '408' })).toMatch(
        /^AppError: Dastra had a problem when asked to read .* Already saved: Title, Step\.$/,
      );
    });

    it('passes on that a mandatory custom field is empty', async () => {
      await sandbox.control('switches', { mandatoryCustomFields: ['14_date'] });
      expect(await failure({ title: 'New' })).toMatch(/^HaltedError: .*14_date.*required/);
    });

    it('passes on that custom fields are not taken', async () => {
      await sandbox.control('switches', { patchesCustomFields: 'refused' });
      expect(await failure({ customFields: { '13_long': 'New' } })).toMatch(
        /^HaltedError: Custom Fields: .*cannot be patched/,
      );
    });

    it('says that there is no such request, or step', async () => {
      expect(await failure({ requestId: '999999', title: 'x' })).toMatch(
        /no rights request 999999/,
      );
      expect(await failure({ workFlowStepId: '999' })).toMatch(
        /rights request 3004 or no step 999/,
      );
    });

    it('takes the other media type of a patch', async () => {
      await sandbox.control('switches', { patchMediaTypes: 'json' });
      expect(await update({ title: 'New' })).toMatchObject({ title: 'New' });
    });
  });
});
