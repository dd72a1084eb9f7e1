import { setTimeout as delay } from 'node:timers/promises';
import { startSandbox } from '../../sandbox/server.ts';
import { type Problem, startReceiver, useSandboxApi, validTask } from './client.ts';

const { get, ids, post, send, set, subscribe, url } = useSandboxApi();

describe('the log of calls', () => {
  it('has them in order, without the key', async () => {
    await get('/v1/ws/101/Tags?type=Task&asc=true');
    await get('/v1/ws/101/Actors?tags=1&tags=2&q=a%20b');
    await post('/v1/ws/101/Tasks', validTask);
    await post('/V1/ws/101/T%61sks', { label: 5 });
    const { body } = await get<{ at: string }[]>('/_sandbox/requests');
    const at = expect.stringMatching(/^\d{4}-.*Z$/);
    expect(body).toEqual([
      {
        method: 'GET',
        path: '/v1/ws/101/Tags',
        query: { type: 'Task', asc: 'true' },
        body: null,
        status: 200,
        isDone: true,
        at,
      },
      {
        method: 'GET',
        path: '/v1/ws/101/Actors',
        query: { tags: ['1', '2'], q: 'a b' },
        body: null,
        status: 200,
        isDone: true,
        at,
      },
      {
        method: 'POST',
        path: '/v1/ws/101/Tasks',
        query: {},
        body: validTask,
        status: 200,
        isDone: true,
        at,
      },
      {
        method: 'POST',
        path: '/V1/ws/101/T%61sks',
        query: {},
        body: { label: 5 },
        status: 400,
        isDone: false,
        at,
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('sandbox-key');
  });

  it('has refused calls and bodies that are no JSON', async () => {
    await send('POST', '/nope', { body: 'plain', headers: { 'content-type': 'text/plain' } });
    await send('GET', '/me', { headers: { 'x-api-key': '' } });
    expect((await get('/_sandbox/requests')).body).toMatchObject([
      { path: '/nope', body: 'plain' },
      { path: '/me', status: 401 },
    ]);
  });

  it('is forgotten on DELETE', async () => {
    await get('/me');
    await send('DELETE', '/_sandbox/requests');
    expect((await get('/_sandbox/requests')).body).toEqual([]);
  });
});

it('needs no key', async () => {
  for (const path of ['requests', 'deliveries', 'faults', 'switches']) {
    expect((await fetch(`${url()}/_sandbox/${path}`)).status).toBe(200);
  }
});

it.each<[string, object]>([
  ['/_sandbox/switches', { hookDelay: 5 }],
  ['/_sandbox/switches', { hookDelayMs: -1 }],
  ['/_sandbox/switches', { workspacesShape: 'other' }],
  ['/_sandbox/faults', { status: 500 }],
  ['/_sandbox/faults', { path: '/me' }],
  ['/_sandbox/faults', { path: '/me', code: 500 }],
  ['/_sandbox/faults', { path: '/me', status: 500, times: 0 }],
  ['/_sandbox/faults', { path: '/me', drop: 'later' }],
  ['/_sandbox/hooks', { event: 'taskCreation', data: {} }],
  ['/_sandbox/hooks', { event: 'TaskCreation', payload: {} }],
  ['/_sandbox/widget-requests', { workspaceId: 101, channel: 'Form' }],
  ['/_sandbox/widget-requests', { title: 'x' }],
])('%s refuses %j', async (path, body) => {
  expect(await post<Problem>(path, body)).toMatchObject({ status: 400, body: { status: 400 } });
});

it('switches are read, and set in part', async () => {
  const { body: before } = await get<object>('/_sandbox/switches');
  const { body } = await post('/_sandbox/switches', { sortIgnored: true });
  expect(body).toEqual({ ...before, sortIgnored: true });
  expect((await get('/_sandbox/switches')).body).toEqual(body);
});

it('reset brings everything back to the seed', async () => {
  const { body: switches } = await get('/_sandbox/switches');
  await subscribe('http://127.0.0.1:9/', []);
  await post('/v1/ws/101/Tasks', validTask);
  await post('/_sandbox/faults', { path: '/me', status: 500 });
  await set({ sortIgnored: true, rateLimitPerMinute: 4 });

  expect((await post('/_sandbox/reset', {})).status).toBe(200);

  for (const list of ['requests', 'deliveries', 'faults']) {
    expect((await get(`/_sandbox/${list}`)).body).toEqual([]);
  }
  expect((await get('/_sandbox/switches')).body).toEqual(switches);
  expect((await get('/v1/WebHookUrls')).body).toEqual([]);
  expect(await ids('/v1/ws/101/Tasks')).toEqual([2002, 2004, 2005, 2006]);
});

it('two sandboxes share nothing', async () => {
  const other = await startSandbox();
  await post('/v1/ws/101/Tasks', validTask);
  const response = await fetch(`${other.url}/v1/ws/101/Tasks`, {
    headers: { 'x-api-key': other.apiKey },
  });
  expect(await response.json()).toMatchObject({ total: 4 });
  await other.close();
});

it('close ends at once what waits in it', async () => {
  const sandbox = await startSandbox();
  const silent = await startReceiver('none');
  const control = (path: string, body: object) =>
    fetch(`${sandbox.url}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'x-api-key': sandbox.apiKey },
    });
  await control('/v1/WebHookUrls', { url: silent.url, subscribedEvents: ['TaskCreation'] });
  await control('/_sandbox/switches', { hookDelayMs: 0 });
  await control('/v1/ws/101/Tasks', validTask);
  await control('/_sandbox/switches', { hookDelayMs: 60_000 });
  await control('/v1/ws/101/Tasks', validTask);
  await control('/_sandbox/faults', { path: '/me', latencyMs: 60_000 });
  const slow = fetch(`${sandbox.url}/me`).catch(() => 'ended');
  const settling = fetch(`${sandbox.url}/_sandbox/deliveries?settled=true`).catch(() => 'ended');

  const closed = sandbox.close().then(() => 'closed');
  const limit = new AbortController();
  const late = delay(2_000, 'late', { signal: limit.signal }).catch(() => 'never');
  expect(await Promise.race([closed, late])).toBe('closed');
  limit.abort();
  await Promise.all([slow, settling]);
});
