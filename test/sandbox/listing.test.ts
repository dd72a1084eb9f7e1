import { useSandboxApi } from './client.ts';

const { get, ids } = useSandboxApi();

interface Page {
  items: Record<string, unknown>[];
  total: number;
  size: number;
  page: number;
}

describe('paging', () => {
  it('starts with page 1 of 20', async () => {
    const { body } = await get<Page>('/v1/ws/101/Actors');
    expect(body).toMatchObject({ total: 12, size: 20, page: 1 });
    expect(body.items).toHaveLength(12);
  });

  it('cuts pages, whose total stays the same', async () => {
    const { body } = await get<Page>('/v1/ws/101/Actors?page=3&size=5');
    expect(body).toMatchObject({ total: 12, size: 5, page: 3 });
    expect(body.items.map(({ id }) => id)).toEqual([1011, 1012]);
  });

  it('takes the largest page there is', async () => {
    expect((await get('/v1/ws/101/Actors?size=500')).status).toBe(200);
  });

  it('skips rows', async () => {
    expect(await ids('/v1/ws/101/Actors?skip=10')).toEqual([1011, 1012]);
  });
});

describe('sorting', () => {
  it('is oldest first without sortBy', async () => {
    expect(await ids('/v1/ws/101/DataSubjectRequests')).toEqual([3002, 3003, 3004, 3005, 3006]);
  });

  it.each([
    ['sortBy=dateCreation&asc=false', [3006, 3005, 3004, 3003, 3002]],
    ['sortBy=DATECREATION&asc=true', [3002, 3003, 3004, 3005, 3006]],
    ['sortBy=id', [3006, 3005, 3004, 3003, 3002]],
    ['sortBy=title&asc=true', [3005, 3002, 3006, 3004, 3003]],
    // Equal keys keep their order.
    ['sortBy=complex&asc=true', [3002, 3003, 3005, 3006, 3004]],
  ])('%s', async (query, expected) => {
    expect(await ids(`/v1/ws/101/DataSubjectRequests?${query}`)).toEqual(expected);
  });

  it('reads fields that are computed', async () => {
    const [first] = await ids('/v1/ws/101/Actors?sortBy=displayName&asc=true');
    expect(first).toBe(1010);
  });
});

describe('select', () => {
  it('keeps the named fields, in any casing', async () => {
    const { body } = await get<Page>('/v1/ws/101/Actors?size=1&select=ID,%20displayName,TAGS');
    expect(Object.keys(body.items[0] ?? {}).sort()).toEqual(['displayName', 'id', 'tags']);
  });

  it('works on one record', async () => {
    const { body } = await get('/v1/ws/101/Actors/1001?select=email');
    expect(body).toEqual({ email: 'contact@helianthe.example.com' });
  });

  it('empty keeps everything', async () => {
    const { body } = await get('/v1/ws/101/Actors/1001?select=');
    expect(body).toMatchObject({ id: 1001, companyName: 'Hélianthe Paie' });
  });
});

describe('q searches', () => {
  it.each([
    ['/v1/ws/101/DataSubjectRequests?q=EFFACEMENT', [3002]],
    // A request is searched by its title, not by its email.
    ['/v1/ws/101/DataSubjectRequests?q=ysaline', []],
    ['/v1/ws/101/Actors?q=rivages', [1006, 1007]],
    ['/v1/ws/101/Actors?q=bréhaut', [1008]],
    ['/v1/ws/101/Actors?q=atelier@', [1012]],
    ['/v1/ws/101/Actors?q=marjolaine', [1004, 1009]],
    ['/v1/ws/101/Areas?q=fr-01-rh', [203]],
    ['/v1/ws/101/Tasks?q=boutique', [2006]],
    ['/v1/ws/101/DataProcessings?q=T-002', ['00000101-0001-4000-8000-000000000002']],
    ['/v1/ws/101/Assets?q=paie', [1101]],
    ['/v1/TenantUsers?q=stroobants', [16]],
  ])('%s', async (path, expected) => {
    expect(await ids(encodeURI(path))).toEqual(expected);
  });
});

describe('filters of each list', () => {
  const processing = (number: number) => `00000101-0001-4000-8000-00000000000${number}`;

  it.each<[string, (number | string)[]]>([
    ['/v1/ws/101/DataSubjectRequests?archived=true', [3001]],
    ['/v1/ws/101/DataSubjectRequests?overtaking=true', [3003]],
    ['/v1/ws/101/DataSubjectRequests?widgetId=61', [3004]],
    ['/v1/ws/101/DataSubjectRequests?workflows=406&workflows=407', [3003, 3004]],
    ['/v1/ws/101/DataSubjectRequests?states=Processing&states=Closed', [3002, 3003]],
    ['/v1/ws/101/DataSubjectRequests?purposes=Opposition', [3002, 3006]],
    ['/v1/ws/101/DataSubjectRequests?areaId=202', [3004, 3006]],
    ['/v1/ws/101/DataSubjectRequests?users=13', [3003]],
    ['/v1/ws/101/DataSubjectRequests?ids=3003&ids=3006', [3003, 3006]],
    ['/v1/ws/101/DataSubjectRequests?tags=303', [3002, 3006]],
    ['/v1/ws/101/Tasks', [2002, 2004, 2005, 2006]],
    ['/v1/ws/101/Tasks?includeChildren=true', [2002, 2003, 2004, 2005, 2006]],
    ['/v1/ws/101/Tasks?parentId=2002', [2003]],
    ['/v1/ws/101/Tasks?archived=true', [2001]],
    ['/v1/ws/101/Tasks?excludeDone=true', [2002, 2004, 2005]],
    ['/v1/ws/101/Tasks?overtaking=true', [2002]],
    ['/v1/ws/101/Tasks?tags=305', [2002, 2004]],
    ['/v1/ws/101/Tasks?users=14', [2002]],
    ['/v1/ws/101/Tasks?objectType=DataSubject', [2005]],
    ['/v1/ws/101/Tasks?objectIds=1001', [2002]],
    ['/v1/ws/101/Tasks?prios=High', [2002, 2005]],
    ['/v1/ws/101/Tasks?states=Open', [2004]],
    ['/v1/ws/101/Tasks?workflows=402', [2005]],
    ['/v1/ws/101/Tasks?ids=2006', [2006]],
    ['/v1/ws/101/Tasks?areaId=203', [2002, 2004]],
    ['/v1/ws/101/Tasks?projectId=00000101-0002-4000-8000-000000000001', [2002, 2004]],
    ['/v1/ws/101/Tasks?iteration=00000101-0003-4000-8000-000000000002', [2002]],
    ['/v1/ws/101/Actors?ids=1001', [1001]],
    ['/v1/ws/101/Actors?tags=308', [1002]],
    ['/v1/ws/101/Actors?countries=BE&countries=PL', [1004, 1010]],
    ['/v1/ws/101/Actors?types=Physical', [1008, 1009, 1010, 1011]],
    ['/v1/ws/101/Actors?referencedAs=Vendor', [1001, 1003]],
    ['/v1/ws/101/Actors?referencedAs=DataController', [1005]],
    ['/v1/ws/101/DataProcessings?archived=true', [processing(8)]],
    ['/v1/ws/101/DataProcessings?areaId=206', [processing(5), processing(6)]],
    ['/v1/ws/101/DataProcessings?actorId=1001', [processing(1)]],
    ['/v1/ws/101/DataProcessings?states=Draft', [processing(7)]],
    ['/v1/ws/101/DataProcessings?type=Vendor', [processing(6)]],
    ['/v1/ws/101/DataProcessings?tags=301', [processing(1)]],
    [`/v1/ws/101/DataProcessings?ids=${processing(2)}`, [processing(2)]],
    ['/v1/ws/101/Areas?type=Entity', [201, 205]],
    ['/v1/ws/101/Areas?parentId=201', [202, 203]],
    ['/v1/ws/101/Areas?ref=BE-01', [205]],
    ['/v1/TenantUsers?workspaceId=102', [11, 12, 15, 19]],
    ['/v1/TenantUsers?ids=17', [17]],
    ['/v1/ws/103/Users', [11, 18, 19]],
  ])('%s', async (path, expected) => {
    expect(await ids(path)).toEqual(expected);
  });

  it('tasks by their day of creation', async () => {
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    expect(await ids(`/v1/ws/101/Tasks?start=${day(-35)}&end=${day(-10)}`)).toEqual([2004, 2005]);
  });

  it('archived processings stay away unless asked for', async () => {
    expect(await ids('/v1/ws/101/DataProcessings')).not.toContain(processing(8));
  });
});

describe('bare arrays', () => {
  const labels = async (path: string) => {
    const { body } = await get<{ label: string }[]>(path);
    return body.map(({ label }) => label);
  };

  it.each([
    ['/v1/ws/101/Tags?type=DataSubject', ['Boutique en ligne', 'Urgent']],
    ['/v1/ws/101/Tags?type=DataSubject&asc=false', ['Urgent', 'Boutique en ligne']],
    ['/v1/ws/101/Projects', ['Mise en conformité 2026', 'Refonte de la boutique']],
    ['/v1/ws/101/Projects?archived=true', ['Déménagement 2023']],
    ['/v1/ws/101/Iterations', ['Sprint 13']],
    ['/v1/ws/101/Iterations?past=true&future=true', ['Sprint 14', 'Sprint 13', 'Sprint 12']],
    ['/v1/ws/101/Iterations?past=true&asc=true', ['Sprint 12', 'Sprint 13']],
    ['/v1/ws/101/SubjectCategories', ['Clients', 'Salariés', 'Candidats']],
    ['/v1/ws/101/ControlPoints?Query=accès', ['Revue des accès']],
    ['/v1/ws/101/Workflows/Task', ['New', 'Additional information needed', 'In progress', 'Done']],
  ])('%s', async (path, expected) => {
    expect(await labels(encodeURI(path))).toEqual(expected);
  });

  it('risk evaluations too', async () => {
    const { body } = await get('/v1/ws/101/RiskEvaluations');
    expect(body).toMatchObject([{ risk: { ref: 'R-1' } }, { risk: { ref: 'R-2' } }]);
  });
});

it.each(['DataBreachs', 'AuditResponses', 'Assets', 'DataRetentionRules', 'SecurityMeasures'])(
  '%s are listed for the choice of a related item',
  async (resource) => {
    const { body } = await get<Page>(`/v1/ws/101/${resource}`);
    expect(body.total).toBeGreaterThan(1);
    expect(body.items[0]).toHaveProperty('label');
  },
);
