import { type Problem, startReceiver, useSandboxApi, validTask } from './client.ts';

const { deliveries, get, ids, post, send, subscribe, url } = useSandboxApi();

const inject = async (fault: object) => {
  expect((await post('/_sandbox/faults', fault)).status).toBe(200);
};
const left = async () => (await get<object[]>('/_sandbox/faults')).body;

it('status answers a problem, once unless `times` says more', async () => {
  await inject({ path: '/me', status: 503 });
  expect(await get<Problem>('/me')).toMatchObject({ status: 503, body: { status: 503 } });
  expect((await get('/me')).status).toBe(200);
  expect(await left()).toEqual([]);
});

it('times counts down', async () => {
  await inject({ path: '/me', status: 500, times: 2 });
  expect((await get('/me')).status).toBe(500);
  expect(await left()).toMatchObject([{ path: '/me', times: 1 }]);
  expect((await get('/me')).status).toBe(500);
  expect((await get('/me')).status).toBe(200);
});

it('fires for the calls that match its method and path, whatever their case', async () => {
  await inject({ method: 'post', path: '/V1/ws/*/tasks', status: 502, times: 9 });
  expect((await get('/v1/ws/101/Tasks')).status).toBe(200);
  expect((await post('/v1/ws/101/Actors', {})).status).toBe(200);
  expect((await post('/v1/ws/101/Tasks?x=1', validTask)).status).toBe(502);
  expect((await post('/v1/ws/102/TASKS', {})).status).toBe(502);
});

it('a path is no pattern but for its stars', async () => {
  await inject({ path: '/m.', status: 500 });
  expect((await get('/me')).status).toBe(200);
  expect(await left()).toHaveLength(1);
});

it('comes before the key is checked', async () => {
  await inject({ path: '/me', status: 418 });
  expect((await send('GET', '/me', { headers: { 'x-api-key': '' } })).status).toBe(418);
});

it('a text body is sent as it is', async () => {
  await inject({
    path: '/me',
    status: 502,
    body: '<h1>Bad gateway</h1>',
    headers: { 'content-type': 'text/html' },
  });
  const { status, headers, body } = await get('/me');
  expect(status).toBe(502);
  expect(headers.get('content-type')).toContain('text/html');
  expect(body).toBe('<h1>Bad gateway</h1>');
});

it('an empty text body is an empty answer', async () => {
  await inject({ path: '/me', status: 500, body: '' });
  expect(await get('/me')).toMatchObject({ status: 500, body: '' });
});

it('any other body is sent as JSON, with 200 unless there is a status', async () => {
  await inject({ path: '/me', body: { items: [1] } });
  expect(await get('/me')).toMatchObject({ status: 200, body: { items: [1] } });
});

it('headers alone answer 200 with them', async () => {
  await inject({ path: '/me', headers: { 'x-mark': 'here' } });
  const { status, headers } = await get('/me');
  expect(status).toBe(200);
  expect(headers.get('x-mark')).toBe('here');
});

it('headers go with a status, such as Retry-After', async () => {
  await inject({ path: '/me', status: 429, headers: { 'retry-after': '7' } });
  const { status, headers } = await get('/me');
  expect(status).toBe(429);
  expect(headers.get('retry-after')).toBe('7');
});

it('latency alone delays a call that then proceeds', async () => {
  await inject({ path: '/me', latencyMs: 120 });
  const start = performance.now();
  expect((await get('/me')).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThan(115);
});

it('latency delays an answer too', async () => {
  await inject({ path: '/me', latencyMs: 120, status: 504 });
  const start = performance.now();
  expect((await get('/me')).status).toBe(504);
  expect(performance.now() - start).toBeGreaterThan(115);
});

it.each([true, 'before'])('drop %s closes the socket and does nothing', async (drop) => {
  await inject({ method: 'POST', path: '/v1/ws/101/Tasks', drop });
  await expect(post('/v1/ws/101/Tasks', validTask)).rejects.toThrow('fetch failed');
  expect(await ids('/v1/ws/101/Tasks?q=relire')).toEqual([]);
});

it('drop after processes the call and gives no answer', async () => {
  const receiver = await startReceiver();
  await subscribe(receiver.url, ['TaskCreation']);
  await inject({ method: 'POST', path: '/v1/ws/101/Tasks', drop: 'after' });
  await expect(post('/v1/ws/101/Tasks', validTask)).rejects.toThrow('fetch failed');
  expect(await ids('/v1/ws/101/Tasks?q=relire')).toHaveLength(1);
  expect(await deliveries()).toHaveLength(1);
});

it.each([
  ['during', /^\d+$/],
  ['during-chunked', /^null$/],
])(
  'drop %s processes the call, and breaks off in the middle of the answer',
  async (drop, length) => {
    await inject({ method: 'POST', path: '/v1/ws/101/Tasks', drop });
    const headers = { 'x-api-key': 'sandbox-key', 'content-type': 'application/json' };
    const body = JSON.stringify(validTask);
    const response = await fetch(`${url()}/v1/ws/101/Tasks`, { method: 'POST', headers, body });
    expect(response.status).toBe(200);
    expect(String(response.headers.get('content-length'))).toMatch(length);
    await expect(response.text()).rejects.toThrow('terminated');
    expect(await ids('/v1/ws/101/Tasks?q=relire')).toHaveLength(1);
  },
);

it('drop during breaks off an empty answer too', async () => {
  await inject({ path: '/me', status: 502, body: '', drop: 'during' });
  await expect(get('/me')).rejects.toThrow('terminated');
});

it.each([
  ['is lost after the call', { drop: 'after' }, true],
  ['breaks off', { drop: 'during-chunked' }, true],
  ['comes late', { latencyMs: 1 }, true],
  ['is made up', { body: '' }, false],
  ['is a refusal', { status: 500 }, false],
  ['is lost before the call', { drop: 'before' }, false],
])('a call whose answer %s is logged as done or not', async (_how, fault, isDone) => {
  await inject({ method: 'POST', path: '/v1/ws/101/Tasks', ...fault });
  await post('/v1/ws/101/Tasks', validTask).catch(() => undefined);
  expect((await get('/_sandbox/requests')).body).toMatchObject([{ isDone }]);
  expect(await ids('/v1/ws/101/Tasks?q=relire')).toHaveLength(isDone ? 1 : 0);
});

it('faulted calls are logged, with the status they got', async () => {
  await inject({ path: '/me', status: 503 });
  await inject({ path: '/v1/TenantUsers', drop: true });
  await inject({ path: '/v1/WorkSpaces', drop: 'after' });
  await get('/me');
  await expect(get('/v1/TenantUsers')).rejects.toThrow();
  await expect(get('/v1/WorkSpaces')).rejects.toThrow();
  expect((await get('/_sandbox/requests')).body).toMatchObject([
    { path: '/me', status: 503 },
    { path: '/v1/TenantUsers', status: null },
    { path: '/v1/WorkSpaces', status: null },
  ]);
});

it('DELETE forgets what was injected', async () => {
  await inject({ path: '*', status: 500, times: 99 });
  expect((await send('DELETE', '/_sandbox/faults')).status).toBe(200);
  expect((await get('/me')).status).toBe(200);
});

it('does not fire in the control plane', async () => {
  await inject({ path: '*', status: 500 });
  expect((await get('/_sandbox/switches')).status).toBe(200);
  expect(await left()).toHaveLength(1);
});
