/** Names where IDs are needed: each costs one call, and none where there are only IDs. */
import { useSandbox } from '../support/sandbox.ts';
import { event, webhook } from '../support/webhooks.ts';

const PROCESSING = '00000101-0001-4000-8000-000000000001';

describe('A name where an ID is needed', () => {
  const sandbox = useSandbox();
  const task = { workspaceId: '101', label: 'Relire', areaId: '204' };
  const request = { ...task, title: 'Demande', purposes: 'Accès', locale: 'fr' };

  /** What was posted, and how many calls were made. */
  const outcome = async () => {
    const calls = await sandbox.calls();
    return { sent: calls.find(({ method }) => method === 'POST'), count: calls.length };
  };

  it.each<[string, object, object]>([
    ['a workspace', { workspaceId: 'groupe brumelune' }, {}],
    ['a unit', { areaId: ' Service  Client ' }, { areaId: 204 }],
    [
      'a unit by its whole path',
      { areaId: 'Brumelune SAS › Direction commerciale' },
      { areaId: 202 },
    ],
    ['a user', { assignedToUserId: 'Maëlle Oursignac' }, { assignedToUserId: 13 }],
    ['a user by email', { ownerId: 'USER13@brumelune.example.com' }, { ownerId: 13 }],
    [
      'a project',
      { projectId: 'Mise en conformité 2026' },
      { projectId: '00000101-0002-4000-8000-000000000001' },
    ],
    [
      'an iteration',
      { iterationId: 'Sprint 13' },
      { iterationId: '00000101-0003-4000-8000-000000000002' },
    ],
    ['a step', { workFlowStepId: 'In progress' }, { workFlowStepId: 403 }],
    ['a parent task', { parentId: 'Supprimer le compte boutique' }, { parentId: 2006 }],
    [
      'an actor',
      { objectType: 'Acteur', objectId: 'Hélianthe Paie' },
      { objectType: 'Actor', objectId: '1001' },
    ],
    [
      'an actor by email',
      { objectType: 'Actor', objectId: 'contact@helianthe.example.com' },
      { objectId: '1001' },
    ],
    [
      'a processing',
      { objectType: 'Processing', objectId: 'gestion de la paie' },
      { objectId: PROCESSING },
    ],
    [
      'a processing by its reference',
      { objectType: 'Processing', objectId: 'T-001' },
      { objectId: PROCESSING },
    ],
    [
      'a rights request by its title',
      { objectType: 'Rights Request', objectId: 'Opposition à la prospection' },
      { objectType: 'DataSubject' },
    ],
  ])('is looked up, with one call: %s', async (_what, named, expected) => {
    await sandbox.run('create_task', { ...task, ...named });
    const { sent, count } = await outcome();
    expect(sent).toMatchObject({ path: '/v1/ws/101/Tasks', status: 200, body: expected });
    expect(count).toBe(2);
  });

  it('is looked up for a rights request by its number', async () => {
    const [first] = await sandbox.run<{ label: string; id: string }[]>('list_related_items', {
      workspaceId: '101',
      objectType: 'DataSubject',
    });
    const number = first?.label.split(' · ')[0];
    await sandbox.run('create_task', { ...task, objectType: 'Demande', objectId: number });
    const { sent, count } = await outcome();
    expect(sent?.body).toMatchObject({ objectId: first?.id });
    expect(count).toBe(3);
  });

  it('is looked up among tags once for all of them, IDs among them', async () => {
    await sandbox.run('create_task', { ...task, tagIds: 'urgent, 305' });
    const { sent, count } = await outcome();
    expect(sent?.body).toMatchObject({ tags: [{ id: 306 }, { id: 305 }] });
    // The tags of a task are read once more as a whole, with names or without.
    expect(count).toBe(3);
  });

  it('keeps its own commas', async () => {
    const items = [
      { id: 1, label: 'Hors UE, Suisse', type: 'Task' },
      { id: 2, label: 'Urgent', type: 'Task' },
    ];
    for (let times = 0; times < 3; times += 1) {
      await sandbox.control('faults', { path: '*/Tags', body: items });
    }
    const failure = await sandbox.failure('create_task', {
      ...task,
      tagIds: ['Urgent,Hors UE, Suisse,Bio'],
    });
    expect(failure).toBe(
      'HaltedError: Tags: Dastra has none of this name. Choose it from the list, or map its ID (a number such as 1024) or its exact name.',
    );
    // The sandbox knows none of these tags, and says so.
    expect(
      await sandbox.failure('create_task', { ...task, tagIds: ['Urgent,Hors UE, Suisse'] }),
    ).toBe('HaltedError: Tags: There is no record 2. Tags: There is no record 1.');
    expect((await outcome()).sent?.body).toMatchObject({ tags: [{ id: 2 }, { id: 1 }] });
  });

  it('is looked up in the workspace that is named too', async () => {
    await sandbox.run('create_rights_request', {
      ...request,
      workspaceId: 'Groupe Brumelune',
      areaId: 'Service client',
      operatorId: 'Nour Delcambe',
      personCategory: 'Clients',
    });
    const { sent, count } = await outcome();
    expect(sent?.body).toMatchObject({ areaId: 204, operatorId: 15, subjectCategoryId: 501 });
    expect(count).toBe(2 + 4);
  });

  it('finds a fixed category where the workspace has none of its own', async () => {
    await sandbox.control('switches', { missingEndpoints: ['SubjectCategories'] });
    await sandbox.run('create_rights_request', { ...request, personCategory: 'Ancien client' });
    expect((await outcome()).sent?.body).toMatchObject({ personCategory: 'FormerClient' });
  });

  it('costs nothing where there are IDs', async () => {
    await sandbox.run('create_task', { ...task, assignedToUserId: 13, parentId: '2002' });
    expect((await outcome()).count).toBe(1);
  });

  it('is refused where none has it', async () => {
    const failure = await sandbox.failure('create_task', { ...task, areaId: 'Direction' });
    expect(failure).toBe(
      'HaltedError: Organizational Unit: Dastra has none of this name. Choose it from the list, or map its ID (a number such as 1024) or its exact name.',
    );
    expect(await sandbox.calls()).toHaveLength(1);
  });

  it('is refused where two have it, and both IDs are shown', async () => {
    const items = [11, 12].map((id) => ({ id, label: 'RH', parentId: null }));
    await sandbox.control('faults', { path: '*/Areas', body: { items, total: 2 } });
    expect(await sandbox.failure('create_task', { ...task, areaId: 'RH' })).toBe(
      'HaltedError: Organizational Unit: Several have this name: 11 and 12. Map the ID of the one that you mean.',
    );
  });

  it('is not looked up while anything else is wrong', async () => {
    const failure = await sandbox.failure('create_task', {
      ...task,
      label: '',
      areaId: 'Service client',
      priority: 'soon',
    });
    expect(failure).toBe('HaltedError: Fill in Title. Priority must be one of: High, Medium, Low.');
    expect(await sandbox.calls()).toEqual([]);
  });

  it('asks for the ID where the key cannot read the list', async () => {
    await sandbox.control('switches', { forbiddenEndpoints: ['Areas'] });
    expect(await sandbox.failure('create_task', { ...task, areaId: 'Service client' })).toBe(
      'HaltedError: Organizational Unit: This API key cannot look up names here. Map the ID instead.',
    );
  });

  it('attaches an actor by names', async () => {
    await sandbox.run('attach_actor_to_processing', {
      workspaceId: '101',
      dataProcessingId: 'Gestion de la paie',
      actorId: 'Imprimerie du Vieux Gué',
      type: 'Destinataire',
      recipientType: 'Sous-traitant',
    });
    expect((await outcome()).sent?.body).toMatchObject({
      dataProcessingId: PROCESSING,
      actorIds: [1012],
      recipientType: 'Vendor',
    });
  });

  it('finds no one by the user that the key itself is', async () => {
    const failure = await sandbox.failure('create_task', { ...task, ownerId: 'Brumelune API' });
    expect(failure).toContain('Owner: Dastra has none of this name.');
  });
});

describe('A name in the filter of an instant trigger', () => {
  const sandbox = useSandbox();
  const filters = { workspaceId: 'Groupe Brumelune', areaId: 'Service client' };
  const full = {
    id: 1,
    purposes: ['Access'],
    areaId: 204,
    area: { id: 204, label: 'Service client' },
  };

  it('is looked up when the Zap is turned on, and costs no webhook a call', async () => {
    const subscribeData = await sandbox.run('new_rights_request', filters, {
      method: 'performSubscribe',
      targetUrl: 'http://127.0.0.1:9/hook',
    });
    const before = (await sandbox.calls()).length;
    const delivered = (data: object) =>
      sandbox.run<object[]>('new_rights_request', filters, {
        ...webhook(event('DataSubjectCreation', data)),
        subscribeData: {
          ...webhook(event('DataSubjectCreation', data)).subscribeData,
          ids: subscribeData.ids,
        },
      });
    expect(subscribeData.ids).toEqual({ workspaceId: '101', areaId: '204' });
    expect(await delivered(full)).toHaveLength(1);
    expect(await delivered({ ...full, id: 2, areaId: 201, area: { id: 201 } })).toEqual([]);
    expect((await sandbox.calls()).length).toBe(before);
  });

  it('is looked up to list what there is', async () => {
    await sandbox.run('new_rights_request', filters, { method: 'performList' });
    const calls = await sandbox.calls();
    expect(calls.at(-1)?.query).toMatchObject({ areaId: '204' });
    expect(calls).toHaveLength(3);
  });
});
