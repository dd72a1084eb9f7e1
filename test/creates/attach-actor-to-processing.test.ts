import { definition } from '../../tools/definition.ts';
import { useDetour } from '../support/detour.ts';
import { useSandbox } from '../support/sandbox.ts';

const PROCESSING = '00000101-0001-4000-8000-000000000002';

const link = {
  workspaceId: '101',
  dataProcessingId: PROCESSING,
  actorId: '1012',
  type: 'Recipient',
  recipientType: 'Vendor',
};

const roles = [
  { type: 'Recipient', recipientType: 'ThirdParty' },
  { type: 'Stakeholder', jobTitle: 'JointController' },
  { type: 'DataController' },
  { type: 'Referent' },
];

describe('Attach Actor to Processing', () => {
  const sandbox = useSandbox();
  const detour = useDetour(sandbox);

  it('shows the kind of recipient or the job title by the role', () => {
    const { fieldsFor } = definition.operation('attach_actor_to_processing');
    const keys = (type?: string) => fieldsFor({ type }).map(({ key }) => key);
    expect(keys()).toContain('recipientType');
    expect(keys('Recipient')).not.toContain('jobTitle');
    expect(keys('Stakeholder')).toContain('jobTitle');
    expect(keys('Stakeholder')).not.toContain('recipientType');
    expect(keys('DataController')).toEqual([
      'workspaceId',
      'dataProcessingId',
      'actorId',
      'type',
      'label',
      'description',
    ]);
  });

  it('looks, writes and reads back', async () => {
    const attached = await sandbox.run('attach_actor_to_processing', {
      ...link,
      label: 'Printing',
      description: 'Of the catalogue',
    });
    const calls = await sandbox.calls();
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /v1/ws/101/DataProcessings/recipients/1012',
      'POST /v1/ws/101/DataProcessings/recipients/batch',
      'GET /v1/ws/101/DataProcessings/recipients/1012',
    ]);
    expect(calls[1]?.body).toEqual({
      actorIds: [1012],
      dataProcessingId: PROCESSING,
      type: 'Recipient',
      recipientType: 'Vendor',
      label: 'Printing',
      description: 'Of the catalogue',
    });
    expect(attached).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      alreadyAttached: false,
      type: 'Recipient',
      recipientType: 'Vendor',
      label: 'Printing',
      description: 'Of the catalogue',
      actorId: '1012',
      actor: { displayName: 'Imprimerie du Vieux Gué' },
      dataProcessingId: PROCESSING,
      dataProcessing: { label: expect.any(String), ref: expect.any(String) },
    });
  });

  describe.each(roles)('as $type', (role) => {
    const input = { ...link, recipientType: undefined, ...role };

    it('attaches once: the second time it finds the link in one call', async () => {
      const first = await sandbox.run('attach_actor_to_processing', input);
      expect(await sandbox.calls()).toHaveLength(3);
      const second = await sandbox.run('attach_actor_to_processing', input);
      expect(await sandbox.calls()).toHaveLength(4);
      expect(first).toMatchObject({ ...role, alreadyAttached: false, actorId: '1012' });
      expect(second).toEqual({ ...first, alreadyAttached: true });
    });
  });

  it.each(roles.slice(0, 3))(
    'is idempotent as $type also where the links of an actor list recipients only',
    async (role) => {
      await sandbox.control('switches', { recipientsListRecipientsOnly: true });
      const input = { ...link, recipientType: undefined, ...role };
      await sandbox.run('attach_actor_to_processing', input);
      const second = await sandbox.run('attach_actor_to_processing', input);
      expect(second.alreadyAttached).toBe(true);
    },
  );

  it('takes another role of the same actor for another link', async () => {
    await sandbox.run('attach_actor_to_processing', link);
    const other = await sandbox.run('attach_actor_to_processing', {
      ...link,
      recipientType: 'ThirdParty',
    });
    expect(other.alreadyAttached).toBe(false);
  });

  it('is done when only the reading back fails', async () => {
    await sandbox.control('faults', {
      method: 'POST',
      path: '/v1/ws/101/DataProcessings/recipients/batch',
      latencyMs: 0,
    });
    await sandbox.run('attach_actor_to_processing', link);
    await sandbox.control('reset');
    // The first GET passes, the second, which reads back, fails.
    await sandbox.control('faults', {
      method: 'GET',
      path: '/v1/ws/101/DataProcessings/recipients/1012',
      latencyMs: 0,
    });
    await sandbox.control('faults', {
      method: 'GET',
      path: '/v1/ws/101/DataProcessings/recipients/1012',
      status: 502,
      times: 3,
    });
    const attached = await sandbox.run('attach_actor_to_processing', link);
    expect(attached).toEqual({
      alreadyAttached: false,
      type: 'Recipient',
      typeName: 'Recipient',
      typeNameFr: 'Destinataire',
      recipientType: 'Vendor',
      recipientTypeName: 'Processor',
      recipientTypeNameFr: 'Sous-traitant',
      actorId: '1012',
      dataProcessingId: PROCESSING,
      workspaceId: '101',
      workspaceUrl: 'https://app.dastra.eu/workspace/101',
    });
  });

  it.each([
    ['nothing', ''],
    ['something else', { added: true }],
  ])('does not take %s as an answer for done where the link is not there', async (_what, body) => {
    await sandbox.control('faults', {
      method: 'POST',
      path: '/v1/ws/101/DataProcessings/recipients/batch',
      body,
    });
    expect(await sandbox.failure('attach_actor_to_processing', link)).toMatch(
      /^AppError: .*its reply could not be understood/,
    );
    const { alreadyAttached } = await sandbox.run('attach_actor_to_processing', link);
    expect(alreadyAttached).toBe(false);
  });

  it('says so when Dastra adds nothing', async () => {
    await sandbox.control('faults', {
      method: 'POST',
      path: '/v1/ws/101/DataProcessings/recipients/batch',
      body: 0,
    });
    expect(await sandbox.failure('attach_actor_to_processing', link)).toContain(
      'HaltedError: Role was not accepted by Dastra',
    );
  });

  it.each([
    ['an unknown actor', { actorId: '99999' }, 'Dastra has no actor 99999 in workspace 101.'],
    [
      'an unknown processing',
      { dataProcessingId: '3fa85f64-5717-4562-b3fc-2c963f66afa6' },
      'Dastra has no actor 1012 or no processing 3fa85f64-5717-4562-b3fc-2c963f66afa6 in workspace 101.',
    ],
    [
      'a processing that is no ID',
      { dataProcessingId: '../1' },
      'Processing: Choose it from the list',
    ],
    ['an actor that is no ID', { actorId: '1012/1' }, 'Actor: Choose it from the list'],
    ['a recipient without kind', { recipientType: '' }, 'Fill in Recipient Type.'],
    ['a stakeholder without job', { type: 'Stakeholder' }, 'Fill in Stakeholder Role.'],
  ])('names %s', async (_what, wrong, message) => {
    const failure = await sandbox.failure('attach_actor_to_processing', { ...link, ...wrong });
    expect(failure).toMatch(/^HaltedError: /);
    expect(failure).toContain(message);
  });

  const linkPath = /recipients\/1012$/;
  const changingLinks = (change: (links: Record<string, unknown>[]) => unknown) =>
    detour(
      () => undefined,
      (body, { pathname }) =>
        linkPath.test(pathname) ? (JSON.stringify(change(JSON.parse(body))) ?? '') : body,
    );

  it.each<[string, (links: object[]) => unknown]>([
    ['in an object', (items) => ({ items })],
    ['in an object, null where there are none', (items) => ({ items: items[0] ? items : null })],
    ['as null where there are none', (items) => (items[0] ? items : null)],
    ['as nothing where there are none', (items) => (items[0] ? items : undefined)],
  ])('attaches once where the links of an actor come %s', async (_what, change) => {
    await changingLinks(change);
    const first = await sandbox.run('attach_actor_to_processing', link);
    expect(first).toMatchObject({ alreadyAttached: false, id: expect.any(String) });
    const second = await sandbox.run('attach_actor_to_processing', link);
    expect(second).toEqual({ ...first, alreadyAttached: true });
  });

  it('attaches once, in four calls, where links do not say which processing they are of', async () => {
    await sandbox.run('attach_actor_to_processing', { ...link, recipientType: 'ThirdParty' });
    const before = (await sandbox.calls()).length;
    await changingLinks((links) => links.map(({ dataProcessing, ...rest }) => rest));
    const first = await sandbox.run('attach_actor_to_processing', link);
    expect((await sandbox.calls()).length - before).toBe(4);
    expect(first).toMatchObject({ alreadyAttached: false, dataProcessingId: PROCESSING });
    const second = await sandbox.run('attach_actor_to_processing', link);
    expect(second).toEqual({ ...first, alreadyAttached: true });
  });

  it('does not take an organizational unit in that role for the actor', async () => {
    const unit = { id: '7d0d8f5e-3f0c-4a55-9d0e-5b6f3f0f5a11', actorId: null, areaId: 204 };
    await detour(
      () => undefined,
      (body, { pathname }) =>
        pathname.endsWith(PROCESSING)
          ? JSON.stringify({ ...JSON.parse(body), dataControllers: [unit] })
          : body,
    );
    const attached = await sandbox.run('attach_actor_to_processing', {
      ...link,
      type: 'DataController',
    });
    expect(attached.alreadyAttached).toBe(false);
    const calls = await sandbox.calls();
    expect(calls.some(({ method }) => method === 'POST')).toBe(true);
  });

  it('does not send what belongs to another role', async () => {
    await sandbox.run('attach_actor_to_processing', {
      ...link,
      type: 'Stakeholder',
      jobTitle: 'Other',
    });
    const post = (await sandbox.calls()).find(({ method }) => method === 'POST');
    expect(post?.body).not.toHaveProperty('recipientType');
  });
});
