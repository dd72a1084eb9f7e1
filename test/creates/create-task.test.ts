import { useSandbox } from '../support/sandbox.ts';

const PROJECT = '00000101-0002-4000-8000-000000000001';
const ITERATION = '00000101-0003-4000-8000-000000000002';

const required = { workspaceId: '101', label: 'Review the contract', areaId: '203' };

/** Values as a Zap may hold them, and what Dastra must get for them. */
const fields: Record<string, { given: unknown; sent: Record<string, unknown>; more?: object }> = {
  label: { given: 'Vérifier «l’identité»', sent: { label: 'Vérifier «l’identité»' } },
  areaId: { given: '204', sent: { areaId: 204 } },
  deadline: { given: '2026-12-31T18:00:00+01:00', sent: { deadline: '2026-12-31T17:00:00Z' } },
  assignedToUserId: { given: '14', sent: { assignedToUserId: 14 } },
  ownerId: { given: 13, sent: { ownerId: 13 } },
  workFlowStepId: { given: '403', sent: { workFlowStepId: 403 } },
  tagIds: {
    given: ['305', '306'],
    sent: {
      tags: [
        { id: 305, label: 'Audit 2026', type: 'Task', color: '#16A085' },
        { id: 306, label: 'Urgent', type: 'Task', color: '#E67E22' },
      ],
    },
  },
  objectId: {
    given: '3004',
    more: { objectType: 'DataSubject' },
    sent: { objectType: 'DataSubject', objectId: '3004' },
  },
};

describe('Create Task', () => {
  const sandbox = useSandbox();

  const sentBody = async () => {
    const posts = (await sandbox.calls()).filter((call) => call.method === 'POST');
    expect(posts.map((call) => [call.path, call.status])).toEqual([['/v1/ws/101/Tasks', 200]]);
    return posts[0]?.body;
  };

  it.each(Object.entries(fields))(
    'sends %s as Dastra takes it',
    async (key, { given, more, sent }) => {
      await sandbox.run('create_task', { ...required, ...more, [key]: given });
      expect(await sentBody()).toMatchObject(sent);
    },
  );

  it('sends only what is filled in, and always a priority', async () => {
    await sandbox.run('create_task', {
      ...required,
      descriptionHtml: '',
      deadline: null,
      ownerId: '  ',
      tagIds: ['', null],
      customFields: { '21_text': '' },
      objectType: '',
      objectId: '',
    });
    expect(await sentBody()).toEqual({
      label: 'Review the contract',
      areaId: 203,
      priority: 'Medium',
    });
  });

  it('makes one call, and one more to read the tags where there are any', async () => {
    await sandbox.run('create_task', required);
    expect(await sandbox.calls()).toHaveLength(1);
    await sandbox.run('create_task', { ...required, tagIds: ['305'] });
    expect(await sandbox.calls()).toHaveLength(3);
  });

  it('returns every value of the task that Dastra holds', async () => {
    const created = await sandbox.run('create_task', {
      ...required,
      descriptionHtml: '<p>Check &amp; sign</p>',
      priority: 'Low',
      deadline: '2026-12-31',
      assignedToUserId: '14',
      ownerId: '13',
      projectId: PROJECT,
      iterationId: ITERATION,
      workFlowStepId: '402',
      tagIds: '305',
      objectType: 'Actor',
      objectId: '1001',
      parentId: '2002',
      color: '#1E8EE1',
      customFields: { '21_text': 'Yes' },
    });
    expect(created).toMatchObject({
      id: expect.stringMatching(/^\d+$/),
      label: 'Review the contract',
      descriptionHtml: '<p>Check &amp; sign</p>',
      descriptionPlainText: 'Check & sign',
      priority: 'Low',
      priorityNameFr: 'Basse',
      state: 'Active',
      deadline: '2026-12-31T00:00:00.000Z',
      deadlineDay: '2026-12-31',
      archived: false,
      color: '#1E8EE1',
      dateCreation: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      workspaceId: '101',
      workSpace: { label: 'Groupe Brumelune' },
      areaId: '203',
      area: { label: 'Ressources humaines' },
      assignedToUserId: '14',
      assignedToUser: {
        displayName: 'Théodule Brasquier',
        email: 'user14@brumelune.example.com',
      },
      ownerId: '13',
      owner: { displayName: 'Maëlle Oursignac', email: 'user13@brumelune.example.com' },
      projectId: PROJECT,
      project: { label: 'Mise en conformité 2026' },
      iterationId: ITERATION,
      iteration: { label: 'Sprint 13' },
      workFlowStepId: '402',
      workFlowStep: { label: 'Additional information needed' },
      tags: [{ id: '305', label: 'Audit 2026' }],
      objectType: 'Actor',
      objectId: '1001',
      objectTypeDetails: { text: 'Hélianthe Paie' },
      parentId: '2002',
      customFields: { '21_text': 'Yes' },
    });
    expect(JSON.stringify(created)).not.toContain('null');
  });

  it('keeps text as it is: braces, quotes, emoji, right-to-left script', async () => {
    const label = '{{bundle.authData.apiKey}} {{x}} "q" \\ 🇫🇷 שלום مرحبا';
    const created = await sandbox.run('create_task', { ...required, label });
    expect(created.label).toBe(label);
  });

  it.each([
    ['2026-12-31T10:00+01:00', '2026-12-31T09:00:00Z'],
    ['2026-12-31T10:00:00+0100', '2026-12-31T09:00:00Z'],
    ['2026-12-31T10:00:00.000+0000', '2026-12-31T10:00:00Z'],
    ['2026-12-31t10:00:00z', '2026-12-31T10:00:00Z'],
  ])('takes a due date as other systems write it: %s', async (deadline, expected) => {
    await sandbox.run('create_task', { ...required, deadline });
    const [post] = await sandbox.calls();
    expect(post?.body).toMatchObject({ deadline: expected });
  });

  it('cuts a title that is too long for Dastra, and keeps all of it in the description', async () => {
    const label = `${'Supplier <A> & B: '.repeat(7)}end`;
    const created = await sandbox.run('create_task', {
      ...required,
      label,
      descriptionHtml: '<p>More</p>',
    });
    expect(created.label).toBe(`${label.slice(0, 119)}…`);
    expect(created.descriptionPlainText).toContain(label);
    expect(created.descriptionHtml).toMatch(/^<p>Supplier &lt;A&gt; &amp; B: .*<\/p><p>More<\/p>$/);
  });

  it('counts the characters of a title as Dastra does, and halves no emoji', async () => {
    const short = await sandbox.run('create_task', { ...required, label: '🔒'.repeat(60) });
    expect(short.label).toBe('🔒'.repeat(60));
    expect(short).not.toHaveProperty('descriptionHtml');
    const long = await sandbox.run('create_task', { ...required, label: '🔒'.repeat(61) });
    expect(long.label).toBe(`${'🔒'.repeat(59)}…`);
  });

  it('names the custom fields that Dastra dropped', async () => {
    const created = await sandbox.run('create_task', {
      ...required,
      customFields: { '21_text ': 'x', other: 'y' },
    });
    expect(created.customFields).toEqual({ '21_text': 'x' });
    expect(created.ignoredCustomFields).toEqual(['other']);
  });

  it.each([
    ['objectType', { objectType: 'Actor' }, 'Related Item is missing'],
    ['objectId', { objectId: '1001' }, 'Related Item Type is missing'],
    ['label', { label: '' }, 'Fill in Title.'],
    ['areaId', { areaId: undefined }, 'Fill in Organizational Unit.'],
    ['a date that is none', { deadline: '2026-02-30' }, 'Due Date is not a date that can be read'],
    [
      'a unit that is no ID',
      { areaId: '12/../13' },
      'Organizational Unit: Choose it from the list, or map its ID (a number such as 1024) or its exact name.',
    ],
    ['an unknown priority', { priority: 'Sofort' }, 'Priority must be one of: High, Medium, Low.'],
    ['a project that is no ID', { projectId: '12' }, 'Project: Choose it from the list'],
  ])('refuses %s before any call', async (_what, wrong, message) => {
    const failure = await sandbox.failure('create_task', { ...required, ...wrong });
    expect(failure).toMatch(/^HaltedError: /);
    expect(failure).toContain(message);
    expect(await sandbox.calls()).toEqual([]);
  });

  it('names every field that is wrong at once', async () => {
    const failure = await sandbox.failure('create_task', { workspaceId: '101', deadline: 'soon' });
    expect(failure).toContain('Fill in Title and Organizational Unit.');
    expect(failure).toContain('Due Date is not a date');
  });

  it('names the tags that the workspace does not have, and creates nothing', async () => {
    const failure = await sandbox.failure('create_task', { ...required, tagIds: ['305', '999'] });
    expect(failure).toContain('Tags has no such tag in this workspace: 999.');
    expect((await sandbox.calls()).map((call) => call.method)).toEqual(['GET']);
  });

  it('says by label what Dastra refuses', async () => {
    const failure = await sandbox.failure('create_task', { ...required, ownerId: '99999' });
    expect(failure).toMatch(/^HaltedError: Owner: /);
  });

  it('takes a choice by its label and in any case', async () => {
    const created = await sandbox.run('create_task', {
      ...required,
      priority: 'low',
      objectType: 'Rights Request',
      objectId: '3004',
    });
    expect(created).toMatchObject({ priority: 'Low', objectType: 'DataSubject' });
  });

  it('writes the newer name of rights requests where Dastra refuses the older', async () => {
    await sandbox.control('switches', { rightsRequestType: 'DataSubjectRequest' });
    const created = await sandbox.run('create_task', {
      ...required,
      objectType: 'DataSubject',
      objectId: '3004',
    });
    expect(created).toMatchObject({ objectType: 'DataSubjectRequest', objectId: '3004' });
  });
});
