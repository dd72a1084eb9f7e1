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
    ['list_actors', { id: '1001', label: 'Hélianthe Paie (contact@helianthe.example.com)' }],
    [
      'list_processings',
      { id: '00000101-0001-4000-8000-000000000001', label: 'Gestion de la paie (T-001)' },
    ],
    ['list_task_tags', { id: '305', label: 'Audit 2026' }],
    ['list_actor_tags', { id: '308', label: 'Hors UE' }],
    ['list_processing_tags', { id: '301', label: 'Données sensibles' }],
    ['list_asset_tags', { id: '310', label: 'Cloud' }],
    ['list_data_breach_steps', { id: '413', label: 'Closed' }],
    ['list_data_breach_tags', { id: '304', label: 'À notifier' }],
    [
      'list_data_breaches',
      { id: '00000101-0005-4000-8000-000000000001', label: 'Courriel envoyé au mauvais client' },
    ],
    [
      'list_questionnaire_templates',
      { id: '00000101-0012-4000-8000-000000000001', label: 'Revue des sous-traitants' },
    ],
    ['list_rights_request_tags', { id: '303', label: 'Boutique en ligne' }],
    [
      'list_projects',
      { id: '00000101-0002-4000-8000-000000000001', label: 'Mise en conformité 2026' },
    ],
    ['list_task_steps', { id: '403', label: 'In progress' }],
    ['list_rights_request_steps', { id: '406', label: 'Identity check' }],
    ['list_tasks', { id: '2006', label: 'Supprimer le compte boutique' }],
    ['list_subject_categories', { id: '501', label: 'Clients' }],
  ])('%s gives IDs and labels in one call', async (key, choice) => {
    expect(await choices(key)).toContainEqual(choice);
    const steps = key === 'list_rights_request_steps';
    // The steps of rights requests are asked for under their newer name first.
    expect(await sandbox.calls()).toHaveLength(steps ? 2 : 1);
  });

  it('list_questionnaire_templates leaves out revisions of a template', async () => {
    expect(await labels('list_questionnaire_templates')).toEqual([
      'AIPD',
      'Revue des sous-traitants',
    ]);
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
        { id: '102', label: 'Brumelune Santé' },
        { id: '101', label: 'Groupe Brumelune' },
      ]);
      expect(await choices('list_workspaces', {}, 1)).toEqual([]);
    },
  );

  it.each([
    ['DataProcessing', 'Gestion de la paie (T-001)'],
    ['DataSubject', expect.stringMatching(/^\w{8} · Opposition à la prospection$/)],
    ['Actor', 'Hélianthe Paie (contact@helianthe.example.com)'],
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
    if (name) expect(found.map(({ label }) => label)).toContainEqual(name);
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

  /** Answers the next calls for a list with these bodies, one after the other. */
  const answer = async (list: string, ...bodies: unknown[]) => {
    for (const body of bodies) await sandbox.control('faults', { path: `*/${list}`, body });
  };
  const ids = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index);

  describe('of organizational units show each with all that it belongs to', () => {
    const unit = (id: number, label: string | null, parentId: number | null = null) => ({
      id,
      label,
      parentId,
    });

    it('across pages of the editor, in one call each', async () => {
      // The entity that the first units belong to comes last.
      const items = [...ids(1, 149).map((id) => unit(id, 'RH', 150)), unit(150, 'Brumelune')];
      await answer('Areas', { items, total: 150 }, { items, total: 150 });
      const first = await choices('list_organizational_units');
      expect(first).toHaveLength(100);
      expect(first.slice(0, 2)).toEqual([
        { id: '150', label: 'Brumelune' },
        { id: '1', label: 'Brumelune › RH' },
      ]);
      const second = await choices('list_organizational_units', undefined, 1);
      expect([...first, ...second].map(({ id }) => id)).toEqual([150, ...ids(1, 149)].map(String));
      expect(await sandbox.calls()).toMatchObject([
        { query: { page: '1', size: '500' } },
        { query: { page: '1', size: '500' } },
      ]);
    });

    it('across pages of Dastra', async () => {
      const items = [...ids(1, 501).map((id) => unit(id, 'RH', 502)), unit(502, 'Brumelune')];
      await answer(
        'Areas',
        { items: items.slice(0, 500), total: 502 },
        { items: items.slice(500), total: 502 },
      );
      const last = await choices('list_organizational_units', undefined, 5);
      expect(last).toEqual([
        { id: '500', label: 'Brumelune › RH' },
        { id: '501', label: 'Brumelune › RH' },
      ]);
    });

    it('through all levels, with an ID where a label is missing, and out of any circle', async () => {
      await answer('Areas', {
        items: [
          unit(1, 'Groupe'),
          unit(2, 'France', 1),
          unit(3, 'Paie', 2),
          unit(4, null, 1),
          unit(5, 'Achats', 4),
          unit(6, 'Elsewhere', 99),
          unit(7, 'Seven', 8),
          unit(8, 'Eight', 7),
        ],
        total: 8,
      });
      expect(await labels('list_organizational_units')).toEqual([
        'Eight › Seven',
        'Elsewhere',
        'Groupe',
        'Groupe › 4',
        'Groupe › 4 › Achats',
        'Groupe › France',
        'Groupe › France › Paie',
        'Seven › Eight',
      ]);
    });

    it('once, where Dastra knows no pages', async () => {
      const items = ids(1, 600).map((id) => unit(id, `Unit ${id}`));
      await answer('Areas', items, items);
      expect(await choices('list_organizational_units', undefined, 5)).toHaveLength(100);
      await answer('Areas', items, items);
      expect(await choices('list_organizational_units', undefined, 6)).toEqual([]);
    });
  });

  it.each([
    ['workSpaces', (items: unknown[]) => ({ workSpaces: items })],
    ['items', (items: unknown[]) => ({ items, total: 150 })],
    ['array', (items: unknown[]) => items],
  ])(
    'offers all of 150 workspaces in the shape %s, as many as the connection counts',
    async (_shape, shapeOf) => {
      const all = ids(1, 150).map((id) => ({ id, label: `Workspace ${id}`, state: 'Active' }));
      // As a server of its own would: it gives what is asked for, or all.
      await answer('WorkSpaces', shapeOf(all), shapeOf(all), shapeOf(all));
      const pages = [
        await choices('list_workspaces', {}),
        await choices('list_workspaces', {}, 1),
      ].flat();
      expect(pages.map(({ id }) => id)).toEqual(ids(1, 150).map(String));
      const connection = await sandbox.call('authentication.test', {
        authData: { apiKey: 'sandbox-key' },
      });
      expect(connection).toMatchObject({ workspace: '150 workspaces' });
      for (const { query } of (await sandbox.calls()).filter(({ path }) =>
        /WorkSpaces$/.test(path),
      ))
        expect(query).toMatchObject({ page: '1', size: '500' });
    },
  );

  it.each([
    ['list_processings', 'DataProcessings', { id: 'a-1', label: null, ref: 'R-1' }, 'R-1'],
    ['list_processings', 'DataProcessings', { id: 'a-1', label: 'Paie', ref: '' }, 'Paie'],
    ['list_processings', 'DataProcessings', { id: 'a-1', label: null, ref: null }, 'a-1'],
    ['list_actors', 'Actors', { id: 7, displayName: '', email: 'x@y.example' }, 'x@y.example'],
    ['list_actors', 'Actors', { id: 7, displayName: ' ', email: 'x@y.example' }, 'x@y.example'],
    ['list_actors', 'Actors', { id: 7, displayName: ' ', email: null }, '7'],
    ['list_iterations', 'Iterations', { id: 'b-1', displayName: '', label: 'Sprint' }, 'Sprint'],
    ['list_tasks', 'Tasks', { id: 8, label: '' }, '8'],
    ['list_users', 'TenantUsers', { id: 9, displayName: null, email: null }, '9'],
  ])(
    '%s shows what there is of a record of %s, never "undefined": %j',
    async (key, list, row, label) => {
      await answer(list, { items: [row], total: 1 });
      expect(await choices(key)).toEqual([{ id: String(row.id), label }]);
    },
  );

  const everyList = [
    ['list_workspaces', 'WorkSpaces'],
    ['list_organizational_units', 'Areas'],
    ['list_users', 'TenantUsers'],
    ['list_actors', 'Actors'],
    ['list_processings', 'DataProcessings'],
    ['list_task_tags', 'Tags'],
    ['list_projects', 'Projects'],
    ['list_iterations', 'Iterations'],
    ['list_task_steps', 'Workflows/Task'],
    ['list_tasks', 'Tasks'],
    ['list_subject_categories', 'SubjectCategories'],
    ['list_related_items', 'Assets'],
  ] as const;
  /** Lists of which Dastra offers a selection of fields. */
  const TRIMMED = /^(Areas|TenantUsers|Actors|DataProcessings|Tasks|Assets)$/;
  const kind = { workspaceId: '101', objectType: 'Asset' };

  it.each(everyList)('%s leaves out rows without ID, and shows the others', async (key, list) => {
    const items = [{ id: null, label: 'No ID' }, null, { id: '', label: 'Blank' }, {}, { id: 7 }];
    await answer(list, { items, total: 5 }, { items: [], total: 5 });
    expect(await choices(key, kind)).toEqual([{ id: '7', label: '7' }]);
  });

  it.each(everyList)('%s says so if no row of a list has an ID', async (key, list) => {
    const body = { items: [{ Id: 7 }, { Id: 8 }], total: 2 };
    await answer(list, body, body);
    expect(await sandbox.failure(key, kind)).toMatch(
      /^AppError: .* its reply could not be understood at “items\.0\.id”/,
    );
  });

  it.each([
    ['in PascalCase', { Items: [{ Id: 7, Label: 'x' }], Total: 1 }],
    ['with rows in PascalCase', { items: [{ Id: 7, Label: 'x' }], total: 1 }],
    ['with empty rows', { items: [{}, {}], total: 2 }],
  ])('reads all fields where a selection of them is answered %s', async (_how, body) => {
    for (const [key, list] of everyList.filter(([, one]) => TRIMMED.test(one))) {
      await sandbox.control('reset');
      const complete = await choices(key, kind);
      await sandbox.control('reset');
      await answer(list, body);
      expect(await choices(key, kind)).toEqual(complete);
      const [withSelection, without] = await sandbox.calls();
      expect(withSelection?.query.select).toBeDefined();
      expect(without?.query.select).toBeUndefined();
    }
  });

  it('asks for the projects that are not archived, and shows no others', async () => {
    await choices('list_projects');
    expect(await sandbox.calls()).toMatchObject([{ query: { archived: 'false' } }]);
    await answer('Projects', [
      { id: 'a', label: 'Current', archived: false },
      { id: 'b', label: 'Old', archived: true },
      { id: 'c', label: 'Unsaid' },
    ]);
    expect(await labels('list_projects')).toEqual(['Current', 'Unsaid']);
  });

  describe('of users show', () => {
    const user = (id: number, active: boolean) => ({ id, displayName: `User ${id}`, active });

    it('past a page of inactive ones', async () => {
      const items = [...ids(1, 500).map((id) => user(id, false)), user(501, true)];
      await answer(
        'TenantUsers',
        { items: items.slice(0, 500), total: 501 },
        { items: items.slice(500), total: 501 },
      );
      expect(await labels('list_users')).toEqual(['User 501']);
    });

    it('each once, a hundred at a time', async () => {
      const items = ids(1, 300).map((id) => user(id, id % 2 === 0));
      const page = { items, total: 300 };
      await answer('TenantUsers', page, page, page);
      const pages = [0, 1, 2].map((number) => choices('list_users', undefined, number));
      expect((await Promise.all(pages)).map((found) => found.length)).toEqual([100, 50, 0]);
    });

    it('in a few calls even if none is active', async () => {
      for (let page = 0; page < 20; page += 1) {
        const items = ids(page * 500 + 1, page * 500 + 500).map((id) => user(id, false));
        await answer('TenantUsers', { items, total: 10_000 });
      }
      expect(await choices('list_users')).toEqual([]);
      expect(await sandbox.calls()).toHaveLength(10);
    });
  });

  it('shows the steps of records, also where one has a step without ID', async () => {
    await sandbox.control('switches', { missingEndpoints: ['Workflows'] });
    await answer('Tasks', {
      items: [
        { id: 1, workFlowStep: { id: null, label: 'Nothing' } },
        { id: 2, workFlowStep: null },
        { id: 3, workFlowStep: { id: 403, label: 'In progress' } },
        { id: 4, workFlowStep: { id: 403, label: 'In progress' } },
      ],
      total: 4,
    });
    expect(await choices('list_task_steps')).toEqual([{ id: '403', label: 'In progress' }]);
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
    expect(await sandbox.failure('list_users', {})).toContain('Fill in Workspace.');
    expect(await sandbox.calls()).toEqual([]);
  });
});
