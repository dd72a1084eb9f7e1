import { createHmac } from 'node:crypto';
import { type Receiver, startReceiver, useSandboxApi, validRequest, validTask } from './client.ts';

const { deliveries, get, post, send, set, subscribe } = useSandboxApi();

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
});

const createTask = (workspaceId = 101, task: object = validTask) =>
  post<{ id: number }>(`/v1/ws/${workspaceId}/Tasks`, task);
const createRequest = () => post<{ id: number }>('/v1/ws/101/DataSubjectRequests', validRequest);
const widgetRequest = () => post('/_sandbox/widget-requests', { workspaceId: 101 });
const events = async () => (await deliveries()).map(({ event }) => event);

describe('subscriptions', () => {
  it('are made, listed and deleted', async () => {
    const hook = await subscribe(receiver.url, ['TaskCreation'], 101);
    expect(hook).toMatchObject({
      id: expect.any(Number),
      url: receiver.url,
      workSpaceId: 101,
      workSpace: { id: 101 },
      subscribedEvents: ['TaskCreation'],
      signatureKey: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      nbErrors: 0,
      inError: false,
      errorMessage: null,
    });
    const path = `/v1/WebHookUrls/${hook.id}`;
    expect((await get('/v1/WebHookUrls')).body).toEqual([hook]);
    expect((await get('/v1/WebHookUrls?workspaceId=101')).body).toEqual([hook]);
    expect((await get('/v1/WebHookUrls?workspaceId=102')).body).toEqual([]);

    expect(await send('DELETE', path)).toMatchObject({ status: 200, body: '' });
    expect((await send('DELETE', path)).status).toBe(404);
    expect((await get('/v1/WebHookUrls')).body).toEqual([]);
  });
});

describe('deliveries', () => {
  it('carry the envelope and the full record', async () => {
    const hook = await subscribe(receiver.url, ['TaskCreation']);
    const { body: task } = await createTask();
    const [delivery] = await deliveries();
    expect(delivery).toMatchObject({
      webhookId: hook.id,
      url: receiver.url,
      event: 'TaskCreation',
      status: 200,
      error: null,
    });
    expect(delivery?.body).toEqual({
      webhookId: hook.id,
      signatureUrl: receiver.url,
      userId: 19,
      date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:]{8}\.\d{7}$/),
      eventType: 'TaskCreation',
      eventName: 'Task Creation',
      data: task,
    });
    expect(receiver.received.map(({ body }) => JSON.parse(body))).toEqual([delivery?.body]);
  });

  it('sign the raw bytes with the text of the key', async () => {
    const { signatureKey } = await subscribe(receiver.url, ['TaskCreation']);
    await createTask(101, { ...validTask, label: 'Accents : é, œ, €' });
    await deliveries();
    const [{ body, signature } = { body: '', signature: '' }] = receiver.received;
    const expected = createHmac('sha256', Buffer.from(signatureKey, 'utf8'))
      .update(Buffer.from(body, 'utf8'))
      .digest('base64');
    expect(body).toContain('é, œ, €');
    expect(signature).toBe(expected);
  });

  it('go to the subscribed events and workspaces only', async () => {
    const all = await subscribe(receiver.url, ['TaskCreation']);
    const here = await subscribe(receiver.url, ['TaskCreation'], 101);
    await subscribe(receiver.url, ['TaskCreation'], 102);
    await subscribe(receiver.url, ['DataSubjectCreation']);
    await subscribe(receiver.url, []);
    await createTask();
    const reached = (await deliveries()).map(({ webhookId }) => webhookId);
    expect(reached.sort()).toEqual([all.id, here.id]);
  });

  it('a request announces its full record', async () => {
    await subscribe(receiver.url, ['DataSubjectCreation', 'TaskCreation']);
    const { body } = await createRequest();
    const [delivery, ...others] = await deliveries();
    expect(others).toEqual([]);
    expect(delivery?.event).toBe('DataSubjectCreation');
    const full = await get(`/v1/ws/101/DataSubjectRequests/${body.id}`);
    expect(delivery?.body.data).toEqual(full.body);
  });

  it('a deleted subscription gets nothing more', async () => {
    const { id } = await subscribe(receiver.url, ['TaskCreation']);
    await send('DELETE', `/v1/WebHookUrls/${id}`);
    await createTask();
    expect(await deliveries()).toEqual([]);
  });
});

describe('errors', () => {
  it.each([201, 204, 302, 410, 500])('a receiver that answers %d fails', async (status) => {
    const failing = await startReceiver(status);
    await subscribe(failing.url, ['TaskCreation']);
    await createTask();
    expect(await deliveries()).toMatchObject([
      { status, error: expect.stringContaining(`${status}`) },
    ]);
    expect((await get('/v1/WebHookUrls')).body).toMatchObject([
      {
        nbErrors: 1,
        inError: false,
        errorMessage: expect.stringContaining(`${status}`),
        dateLastError: expect.any(String),
      },
    ]);
  });

  it('a receiver that is not there fails', async () => {
    const { url, close } = await startReceiver();
    close();
    await subscribe(url, ['TaskCreation']);
    await createTask();
    expect(await deliveries()).toMatchObject([
      { status: null, error: expect.stringContaining('ECONNREFUSED') },
    ]);
  });

  it('a receiver has 10 seconds', async () => {
    expect((await get('/_sandbox/switches')).body).toMatchObject({ hookTimeoutMs: 10_000 });
    const silent = await startReceiver('none');
    await set({ hookTimeoutMs: 50 });
    await subscribe(silent.url, ['TaskCreation']);
    await createTask();
    const start = performance.now();
    expect(await deliveries()).toMatchObject([
      { status: null, error: expect.stringContaining('timeout') },
    ]);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('past five of them the URL is blocked, and nothing is replayed', async () => {
    const failing = await startReceiver(500);
    await subscribe(failing.url, ['TaskCreation']);
    const hook = async () => (await get<object[]>('/v1/WebHookUrls')).body[0];
    for (let count = 1; count <= 5; count += 1) {
      await createTask();
      await deliveries();
    }
    expect(await hook()).toMatchObject({ nbErrors: 5, inError: false });
    await createTask();
    await deliveries();
    expect(await hook()).toMatchObject({ nbErrors: 6, inError: true });
    await createTask();
    expect(await deliveries()).toHaveLength(6);
    expect(failing.received).toHaveLength(6);
  });
});

describe('switches', () => {
  it.each([
    ['widget', ['DataSubjectWidgetCreation']],
    ['creation', ['DataSubjectCreation']],
    ['both', ['DataSubjectCreation', 'DataSubjectWidgetCreation']],
  ])('widgetEvents %s', async (widgetEvents, expected) => {
    await set({ widgetEvents });
    await subscribe(receiver.url, ['DataSubjectCreation', 'DataSubjectWidgetCreation']);
    await widgetRequest();
    expect((await events()).sort()).toEqual(expected);
  });

  it('hookData light leaves the named records away', async () => {
    await set({ hookData: 'light' });
    await subscribe(receiver.url, ['DataSubjectCreation', 'TaskCreation']);
    await createRequest();
    await createTask();
    const all = await deliveries();
    expect(all).toHaveLength(2);
    for (const { body } of all) {
      expect(body.data).toHaveProperty('areaId', 201);
      expect(body.data).not.toHaveProperty('area');
      expect(body.data).not.toHaveProperty('creator');
    }
  });

  it('eventType number is the place in the enumeration', async () => {
    await set({ eventType: 'number' });
    await subscribe(receiver.url, ['DataSubjectCreation']);
    await createRequest();
    expect((await deliveries())[0]?.body.eventType).toBe(3);
  });

  it('signature missing sends no header', async () => {
    await set({ signature: 'missing' });
    await subscribe(receiver.url, ['TaskCreation']);
    await createTask();
    expect((await deliveries())[0]?.signature).toBeNull();
    expect(receiver.received[0]?.signature).toBeUndefined();
  });

  it('signature wrong sends one of another key', async () => {
    await set({ signature: 'wrong' });
    const { signatureKey } = await subscribe(receiver.url, ['TaskCreation']);
    await createTask();
    await deliveries();
    const [{ body, signature } = { body: '', signature: '' }] = receiver.received;
    expect(signature).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    expect(signature).not.toBe(createHmac('sha256', signatureKey).update(body).digest('base64'));
  });

  it('hookDelayMs postpones a delivery, which a reset gives up', async () => {
    await set({ hookDelayMs: 60_000 });
    await subscribe(receiver.url, ['TaskCreation']);
    await createTask();
    expect((await get('/_sandbox/deliveries')).body).toEqual([]);
    await post('/_sandbox/reset', {});
    expect(await deliveries()).toEqual([]);
    expect(receiver.received).toEqual([]);
  });

  it('datesWithZone reaches webhooks', async () => {
    await set({ datesWithZone: true });
    await subscribe(receiver.url, ['TaskCreation']);
    await createTask();
    const [delivery] = await deliveries();
    expect(delivery?.body.data.dateCreation).toMatch(/\.\d{3}Z$/);
  });
});

describe('POST /_sandbox/hooks', () => {
  it('delivers any event with any data to its subscribers', async () => {
    await subscribe(receiver.url, ['CookieWidget']);
    await subscribe(receiver.url, ['TaskCreation']);
    await post('/_sandbox/hooks', { event: 'CookieWidget', data: { id: 3004 } });
    expect(await deliveries()).toMatchObject([
      { event: 'CookieWidget', body: { data: { id: 3004 } }, status: 200 },
    ]);
  });

  it('signs as asked', async () => {
    await subscribe(receiver.url, ['TaskCreation']);
    await post('/_sandbox/hooks', { event: 'TaskCreation', data: null, signature: 'missing' });
    expect(await deliveries()).toMatchObject([{ signature: null }]);
  });
});

it('a request of the web form has the channel Widget and the fields given', async () => {
  await subscribe(receiver.url, ['DataSubjectWidgetCreation']);
  await post('/_sandbox/widget-requests', {
    workspaceId: 102,
    title: 'Depuis le site',
    email: 'visiteur@example.org',
  });
  expect((await get('/v1/ws/102/DataSubjectRequests?q=depuis')).body).toMatchObject({
    total: 1,
    items: [{ channel: 'Widget', email: 'visiteur@example.org', areaId: 231 }],
  });
  expect(await events()).toEqual(['DataSubjectWidgetCreation']);
});
