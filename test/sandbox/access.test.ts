import { type Problem, useSandboxApi, validTask } from './client.ts';

const { get, post, send, set, url } = useSandboxApi();

describe('the key', () => {
  it.each([
    ['no key', {}],
    ['a wrong key', { 'x-api-key': 'other' }],
  ])('%s is a 401 problem', async (_case, headers) => {
    const { status, body, ...answer } = await send<Problem>('GET', '/me', {
      headers: { 'x-api-key': '', ...headers },
    });
    expect(status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({ title: 'Unauthorized', status: 401, traceId: expect.any(String) });
  });

  it('is read whatever the case of the header', async () => {
    const response = await fetch(`${url()}/me`, { headers: { 'X-API-KEY': 'sandbox-key' } });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ role: 'API', displayName: 'Brumelune API' });
  });

  it('is asked for before a route is known to be missing', async () => {
    expect(await send('GET', '/nope', { headers: { 'x-api-key': '' } })).toMatchObject({
      status: 401,
    });
  });
});

describe('what is not there', () => {
  it.each([
    '/nope',
    '/v1/ws/999/Tasks',
    '/v1/ws/abc/Tasks',
    '/v1/ws/101/Tasks/999999',
    '/v1/ws/101/Tasks/abc',
    '/v1/ws/101/Actors/999999',
    '/v1/ws/101/DataSubjectRequests/999999',
    '/v1/ws/101/DataProcessings/not-a-guid',
    '/v1/ws/101/DataProcessings/00000999-0001-4000-8000-000000000001',
    '/v1/ws/101/DataProcessings/recipients/999999',
    '/v1/ws/101/Workflows/Nothing',
  ])('%s is a 404 problem', async (path) => {
    const { status, body } = await get<Problem>(path);
    expect(status).toBe(404);
    expect(body).toMatchObject({ status: 404, title: expect.stringContaining('not found') });
  });

  it('a record of another workspace is not there', async () => {
    expect((await get('/v1/ws/101/Tasks/2002')).status).toBe(200);
    expect((await get('/v1/ws/102/Tasks/2002')).status).toBe(404);
  });
});

it.each(['/V1/WORKSPACES', '/v1/Workspaces', '/v1/ws/101/tasks', '/V1/Ws/101/dataprocessings'])(
  'routes ignore case: %s',
  async (path) => {
    expect((await get(path)).status).toBe(200);
  },
);

describe('content types', () => {
  const create = (contentType: string) =>
    send<Problem>('POST', '/v1/ws/101/Tasks', {
      body: JSON.stringify(validTask),
      headers: { 'content-type': contentType },
    });

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json-patch+json',
    'text/json',
    'application/vnd.dastra+json',
  ])('%s is taken', async (contentType) => {
    expect((await create(contentType)).status).toBe(200);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
    '%s is a 415',
    async (contentType) => {
      expect(await create(contentType)).toMatchObject({ status: 415, body: { status: 415 } });
    },
  );
});

it.each([
  ['no JSON', '{"label": "x"'],
  ['an empty body', ''],
  ['a list', '[]'],
  ['null', 'null'],
])('%s as a body is a 400 problem', async (_case, body) => {
  const answer = await send<Problem>('POST', '/v1/ws/101/Tasks', {
    body,
    headers: { 'content-type': 'application/json' },
  });
  expect(answer).toMatchObject({ status: 400, body: { errors: { Body: [expect.any(String)] } } });
});

describe('the rate limit', () => {
  it('is 500 calls a minute', async () => {
    expect((await get('/_sandbox/switches')).body).toMatchObject({ rateLimitPerMinute: 500 });
  });

  it('refuses further calls and says how many seconds to wait', async () => {
    await set({ rateLimitPerMinute: 2 });
    expect((await get('/me')).status).toBe(200);
    expect((await get('/me')).status).toBe(200);
    const { status, headers, body } = await get<Problem>('/me');
    expect(status).toBe(429);
    expect(body.status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(59);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
  });

  it('does not count calls of the control plane', async () => {
    await set({ rateLimitPerMinute: 1 });
    await get('/_sandbox/requests');
    await get('/_sandbox/requests');
    expect((await get('/me')).status).toBe(200);
  });
});

it('answers who serves: a task is made through POST alone', async () => {
  expect((await send('PUT', '/v1/ws/101/Tasks')).status).toBe(404);
  expect((await post('/v1/ws/101/Tasks', validTask)).status).toBe(200);
});
