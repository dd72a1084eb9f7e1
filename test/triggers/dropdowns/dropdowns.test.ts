import { useSandbox } from '../../support/sandbox.ts';

interface Choice {
  id: string;
  label: string;
}

describe('The drop-downs', () => {
  const sandbox = useSandbox();
  const choices = (key: string, inputData: object = { workspaceId: '101' }, page = 0) =>
    sandbox.run<Choice[]>(key, inputData, { meta: { page } });
  const labels = async (key: string, inputData?: object) =>
    (await choices(key, inputData)).map(({ label }) => label);

  it.each([
    ['list_workspaces', { id: '101', label: 'Groupe Brumelune' }],
    ['list_organizational_units', { id: '202', label: 'Brumelune SAS › Direction commerciale' }],
    ['list_users', { id: '13', label: 'Maëlle Oursignac (user13@brumelune.example.com)' }],
    ['list_actors', { id: '1001', label: 'Hélianthe Paie' }],
    [
      'list_processings',
      { id: '00000101-0001-4000-8000-000000000001', label: 'Gestion de la paie (T-001)' },
    ],
    ['list_task_tags', { id: '305', label: 'Audit 2026' }],
    ['list_actor_tags', { id: '308', label: 'Hors UE' }],
    ['list_rights_request_tags', { id: '303', label: 'Boutique en ligne' }],
    [
      'list_projects',
      { id: '00000101-0002-4000-8000-000000000001', label: 'Mise en conformité 2026' },
    ],
    ['list_task_steps', { id: '403', label: 'In progress' }],
    ['list_rights_request_steps', { id: '406', label: 'Identity check' }],
    ['list_tasks', { id: '2002', label: 'Renouveler le contrat de sous-traitance' }],
    ['list_subject_categories', { id: '501', label: 'Clients' }],
  ])('%s gives IDs and labels in one call', async (key, choice) => {
    expect(await choices(key)).toContainEqual(choice);
    const steps = key === 'list_rights_request_steps';
    // The steps of rights requests are asked for under their newer name first.
    expect(await sandbox.calls()).toHaveLength(steps ? 2 : 1);
  });

  it('list_iterations gives the current and coming ones', async () => {
    expect(await labels('list_iterations')).toEqual([
      expect.stringMatching(/^Sprint 13/),
      expect.stringMatching(/^Sprint 14/),
    ]);
  });

  it.each(['workSpaces', 'items', 'array'])(
    'lists workspaces in the shape %s, no archived one',
    async (shape) => {
      await sandbox.control('switches', { workspacesShape: shape });
      expect(await choices('list_workspaces', {})).toEqual([
        { id: '101', label: 'Groupe Brumelune' },
        { id: '102', label: expect.any(String) },
      ]);
      expect(await choices('list_workspaces', {}, 1)).toEqual([]);
    },
  );

  it.each([
    ['DataProcessing', 'Gestion de la paie'],
    ['DataSubject', 'Opposition à la prospection'],
    ['Actor', 'Hélianthe Paie'],
    ['DataBreach', undefined],
    ['AuditResponse', undefined],
    ['Asset', undefined],
    ['DataRetentionRule', undefined],
    ['RiskEvaluation', undefined],
    ['ControlPoint', undefined],
    ['SecurityMeasure', undefined],
  ])('list_related_items lists records of the kind %s by name', async (objectType, name) => {
    const found = await choices('list_related_items', { workspaceId: '101', objectType });
    expect(found.length).toBeGreaterThan(0);
    for (const { id, label } of found) expect(label).not.toBe(id);
    if (name) expect(found.map(({ label }) => label)).toContain(name);
  });

  it('asks for the page that the editor is at', async () => {
    await choices('list_actors', { workspaceId: '101' }, 1);
    expect(await sandbox.calls()).toMatchObject([{ query: { page: '2', size: '100' } }]);
  });

  it('leaves out inactive users and archived processings', async () => {
    expect((await labels('list_users')).join()).not.toContain('Foucrault');
    const processings = await sandbox.api<{ items: { archived: boolean; label: string }[] }>(
      '/v1/ws/101/DataProcessings?archived=true',
    );
    const archived = processings.items.find((item) => item.archived);
    expect((await labels('list_processings')).join()).not.toContain(archived?.label);
  });

  it("asks for the workspace's own users where the organization's are out of reach", async () => {
    for (const switches of [
      { missingEndpoints: ['TenantUsers'] },
      { forbiddenEndpoints: ['TenantUsers'] },
    ]) {
      await sandbox.control('reset');
      await sandbox.control('switches', switches);
      expect((await labels('list_users')).join()).toContain('Maëlle Oursignac');
    }
  });

  it('lists steps under the newer and the older name of rights requests', async () => {
    await sandbox.control('switches', { rightsRequestType: 'DataSubjectRequest' });
    expect(await labels('list_rights_request_steps')).toContain('Identity check');
    expect(await labels('list_rights_request_tags')).toContain('Boutique en ligne');
  });

  it('takes steps from recent records where there is no list of them', async () => {
    await sandbox.control('switches', { missingEndpoints: ['Workflows'] });
    expect((await choices('list_task_steps')).length).toBeGreaterThan(1);
    expect(new Set(await labels('list_task_steps')).size).toBe(
      (await labels('list_task_steps')).length,
    );
  });

  it('falls back to the fixed categories of data subjects', async () => {
    await sandbox.control('switches', { missingEndpoints: ['SubjectCategories'] });
    expect(await choices('list_subject_categories')).toContainEqual({
      id: 'FormerClient',
      label: 'Former Client',
    });
  });

  it.each([
    [
      'missing',
      { missingEndpoints: ['Projects'] },
      'This workspace of Dastra has no such list. Type the ID of the project as a custom value.',
    ],
    [
      'forbidden',
      { forbiddenEndpoints: ['Projects'] },
      'This API key may not read this list. Ask an account owner for the permission, or type the ID of the project',
    ],
  ])('says why a list is %s, and that an ID can be typed', async (_what, switches, message) => {
    await sandbox.control('switches', switches);
    expect(await sandbox.failure('list_projects', { workspaceId: '101' })).toContain(message);
  });

  it('asks for a workspace first', async () => {
    expect(await sandbox.failure('list_users', {})).toContain('Workspace is missing. Fill it in.');
    expect(await sandbox.calls()).toEqual([]);
  });
});
