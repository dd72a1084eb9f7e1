import { type Problem, useSandboxApi } from './client.ts';

const { get, post, set } = useSandboxApi();

const dataProcessingId = '00000101-0001-4000-8000-000000000004';
const attach = (body: object) =>
  post<number>('/v1/ws/101/DataProcessings/recipients/batch', { dataProcessingId, ...body });
const linksOf = async (actorId: number) =>
  (await get<{ id: string; type: string }[]>(`/v1/ws/101/DataProcessings/recipients/${actorId}`))
    .body;

it('adds one link for each actor and answers their number', async () => {
  const { status, body } = await attach({ actorIds: [1010, 1011], type: 'Referent' });
  expect(status).toBe(200);
  expect(body).toBe(2);
});

it('shows the link from the actor', async () => {
  await attach({
    actorIds: [1012],
    type: 'Recipient',
    recipientType: 'Vendor',
    label: 'Impression',
    description: 'Catalogue',
  });
  expect(await linksOf(1012)).toMatchObject([
    {
      id: expect.any(String),
      type: 'Recipient',
      recipientType: 'Vendor',
      displayName: 'Imprimerie du Vieux Gué',
      label: 'Impression',
      description: 'Catalogue',
      actorId: 1012,
      actor: { id: 1012 },
      dataProcessing: { id: dataProcessingId, label: "Lettre d'information", ref: 'T-004' },
    },
  ]);
  expect((await get('/v1/ws/101/Actors/1012')).body).toMatchObject({
    nbReferences: 1,
    recipients: [{ id: dataProcessingId, type: 'Recipient', recipientType: 'Vendor' }],
  });
});

it.each([
  [{ type: 'Recipient', recipientType: 'Vendor' }, 'recipients'],
  [{ type: 'Stakeholder', jobTitle: 'Processor' }, 'stakeHolders'],
  [{ type: 'Referent' }, 'stakeHolders'],
  [{ type: 'DataController' }, 'dataControllers'],
])('%j stands in %s of the processing', async (role, list) => {
  await attach({ actorIds: [1012], ...role });
  const { body } = await get<object>(`/v1/ws/101/DataProcessings/${dataProcessingId}`);
  const lists = { recipients: [], stakeHolders: [], dataControllers: [] };
  expect(body).toMatchObject({ ...lists, [list]: [{ actorId: 1012 }] });
});

it('allows the same link twice, unless the switch refuses it', async () => {
  const role = { actorIds: [1012], type: 'Recipient', recipientType: 'Vendor' };
  await attach(role);
  expect((await attach(role)).body).toBe(1);
  expect(await linksOf(1012)).toHaveLength(2);

  await set({ duplicateLinks: 'refuse' });
  const { status, body } = await post<Problem>('/v1/ws/101/DataProcessings/recipients/batch', {
    dataProcessingId,
    ...role,
  });
  expect(status).toBe(400);
  expect(body.errors).toHaveProperty('ActorIds');
  expect((await attach({ ...role, recipientType: 'ThirdParty' })).status).toBe(200);
});

it('lists every type of link, unless the switch keeps recipients only', async () => {
  await attach({ actorIds: [1012], type: 'Referent' });
  await attach({ actorIds: [1012], type: 'Recipient', recipientType: 'Vendor' });
  expect((await linksOf(1012)).map(({ type }) => type)).toEqual(['Referent', 'Recipient']);
  await set({ recipientsListRecipientsOnly: true });
  expect((await linksOf(1012)).map(({ type }) => type)).toEqual(['Recipient']);
});
