import { useSandboxApi, validTask } from './client.ts';

/** The switches of lists and reference data; those of filters, links and webhooks stand with them. */

const { get, ids, post, set } = useSandboxApi();

it.each(['Projects', 'iterations', 'Workflows', 'SubjectCategories', 'TenantUsers'])(
  'missingEndpoints: %s is a 404',
  async (resource) => {
    await set({ missingEndpoints: [resource] });
    const paths: Record<string, string> = {
      workflows: '/v1/ws/101/Workflows/Task',
      tenantusers: '/v1/TenantUsers',
    };
    const path = paths[resource.toLowerCase()] ?? `/v1/ws/101/${resource}`;
    expect((await get(path)).status).toBe(404);
    expect((await get('/v1/ws/101/Tags')).status).toBe(200);
    await set({ missingEndpoints: [] });
    expect((await get(path)).status).toBe(200);
  },
);

it('forbiddenEndpoints are a 403 problem', async () => {
  await set({ forbiddenEndpoints: ['WorkSpaces'] });
  expect(await get('/v1/workspaces')).toMatchObject({ status: 403, body: { status: 403 } });
  expect((await get('/v1/ws/101/Tags')).status).toBe(200);
});

describe('workspacesShape', () => {
  const three = [{ id: 101 }, { id: 102 }, { id: 103, state: 'Archived' }];

  it('workSpaces, unless set', async () => {
    const { body } = await get<object>('/v1/WorkSpaces');
    expect(body).toMatchObject({ workSpaces: three });
    expect(Object.keys(body)).toEqual(['workSpaces']);
  });

  it('items', async () => {
    await set({ workspacesShape: 'items' });
    expect((await get('/v1/WorkSpaces')).body).toMatchObject({ items: three, total: 3 });
  });

  it('array', async () => {
    await set({ workspacesShape: 'array' });
    expect((await get('/v1/WorkSpaces')).body).toMatchObject(three);
  });

  it('every shape is paged and filtered', async () => {
    await set({ workspacesShape: 'items' });
    expect(await ids('/v1/WorkSpaces?state=Active')).toEqual([101, 102]);
    expect(await ids('/v1/WorkSpaces?q=sant%C3%A9')).toEqual([102]);
    expect(await ids('/v1/WorkSpaces?size=1&page=2')).toEqual([102]);
  });
});

describe.each([
  ['DataSubject', 'DataSubjectRequest'],
  ['DataSubjectRequest', 'DataSubject'],
])('rightsRequestType %s', (name, otherName) => {
  beforeEach(() => set({ rightsRequestType: name }));

  it('names the workflow', async () => {
    const { body } = await get(`/v1/ws/101/Workflows/${name}`);
    expect(body).toMatchObject([{ id: 405, type: name }, {}, {}, {}, {}]);
    expect((await get(`/v1/ws/101/Workflows/${otherName}`)).status).toBe(404);
  });

  it('names the steps and tags of requests', async () => {
    const { body } = await get('/v1/ws/101/DataSubjectRequests/3006');
    expect(body).toMatchObject({ workFlowStep: { type: name }, tags: [{ type: name }, {}] });
    expect((await get(`/v1/ws/101/Tags?type=${name}`)).body).toHaveLength(2);
    expect((await get(`/v1/ws/101/Tags?type=${otherName}`)).body).toHaveLength(0);
  });

  it('names requests as the object of a task', async () => {
    const linked = (objectType: string) =>
      post('/v1/ws/101/Tasks', { ...validTask, objectType, objectId: '3004' });
    expect(await linked(name)).toMatchObject({ status: 200, body: { objectType: name } });
    expect((await linked(otherName)).status).toBe(400);
    expect(await ids(`/v1/ws/101/Tasks?objectType=${name}`)).toContain(2005);
    expect(await ids(`/v1/ws/101/Tasks?objectType=${otherName}`)).toEqual([]);
  });
});

it('datesWithZone ends dates in Z', async () => {
  const created = async () =>
    (await get<{ dateCreation: string }>('/v1/ws/101/Tasks/2002')).body.dateCreation;
  expect(await created()).toMatch(/\.\d{7}$/);
  await set({ datesWithZone: true });
  expect(await created()).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
});

it('sortIgnored lists oldest first', async () => {
  const path = '/v1/ws/101/DataSubjectRequests?sortBy=dateCreation&asc=false';
  expect((await ids(path))[0]).toBe(3006);
  await set({ sortIgnored: true });
  expect(await ids(path)).toEqual([3002, 3003, 3004, 3005, 3006]);
});
