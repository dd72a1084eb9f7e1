import { useSandbox } from '../support/sandbox.ts';
import { event, webhook } from '../support/webhooks.ts';

const KEY = 'new_request_message';
const inWorkspace = { workspaceId: '101' };
const MESSAGES = '/v1/ws/101/DataSubjectMessages';
const OURS = '00000101-0012-4000-8000-000000000001';
const THEIRS = '00000101-0012-4000-8000-000000000002';
const RECEIPT = '00000101-0012-4000-8000-000000000004';
const OLDER = '00000101-0012-4000-8000-000000000003';

interface Message {
  id: string;
  message: string;
  userRequestId: string;
  request?: { id: string; email?: string };
}

describe('New Message on Rights Request', () => {
  const sandbox = useSandbox();
  const perform = (hook: object, filters: object = {}) =>
    sandbox.run<Message[]>(KEY, { ...inWorkspace, ...filters }, hook);
  const list = (filters: object = {}) =>
    sandbox.run<Message[]>(KEY, { ...inWorkspace, ...filters }, { method: 'performList' });
  const hookOf = async (id: string) =>
    webhook(event('DataSubjectMessage', await sandbox.api(`${MESSAGES}/${id}`)));
  const set = (switches: object) => sandbox.control('switches', switches);
  /** The requester writes a message. */
  const write = (message: string, dataSubjectRequestId = 3004) =>
    sandbox.control<{ id: string }>('messages', {
      workspaceId: 101,
      dataSubjectRequestId,
      message,
    });

  it('subscribes to messages only', async () => {
    const targetUrl = 'http://127.0.0.1:9/hook';
    await sandbox.run(KEY, inWorkspace, { method: 'performSubscribe', targetUrl });
    expect((await sandbox.calls()).at(-1)).toMatchObject({
      body: { subscribedEvents: ['DataSubjectMessage'] },
    });
  });

  it('gives the message and its request, in two calls', async () => {
    const hook = await hookOf(THEIRS);
    const before = (await sandbox.calls()).length;
    expect(await perform(hook)).toMatchObject([
      {
        id: THEIRS,
        message: 'Ma carte porte le numéro 77-1204.',
        userRequestId: '3004',
        request: { id: '3004', email: 'leopold@example.com', area: { id: '202' } },
      },
    ]);
    expect((await sandbox.calls()).length - before).toBe(2);
  });

  it('gives what the list gives', async () => {
    const [record] = await perform(await hookOf(THEIRS));
    expect(record).toEqual((await list()).find(({ id }) => id === THEIRS));
  });

  it.each([
    ['the requester', {}, THEIRS, 1],
    ['the requester', {}, OURS, 0],
    ['the team', { from: 'team' }, OURS, 1],
    ['the team', { from: 'team' }, THEIRS, 0],
    ['anyone', { from: 'anyone' }, OURS, 1],
    ['anyone', { from: 'anyone' }, THEIRS, 1],
  ])('lets pass from %s with %j %s: %i', async (_who, filters, id, count) => {
    expect(await perform(await hookOf(id), filters)).toHaveLength(count);
  });

  it.each(['nobody', 'user'])(
    'knows the requester where they appear as %s',
    async (requesterAs) => {
      await set({ requesterAs });
      expect(await perform(await hookOf(THEIRS))).toHaveLength(1);
      expect(await perform(await hookOf(OURS))).toHaveLength(0);
      expect((await list()).map(({ id }) => id)).not.toContain(OURS);
    },
  );

  it.each([
    ['the unit', { areaId: '202' }, 1],
    ['another unit', { areaId: '203' }, 0],
    ['another handler', { operatorId: '14' }, 0],
  ])('lets a message pass by %s of its request', async (_what, filters, count) => {
    expect(await perform(await hookOf(THEIRS), filters)).toHaveLength(count);
    expect((await list(filters)).filter(({ id }) => id === THEIRS)).toHaveLength(count);
  });

  it('lists the newest messages with their requests, in two calls', async () => {
    const { id } = await write('Une précision.', 3003);
    const before = (await sandbox.calls()).length;
    const messages = await list({ from: 'anyone' });
    expect(messages.map((message) => [message.id, message.request?.id])).toEqual([
      [id, '3003'],
      [RECEIPT, '3006'],
      [THEIRS, '3004'],
      [OURS, '3004'],
      [OLDER, '3003'],
    ]);
    expect((await sandbox.calls()).length - before).toBe(2);
  });

  it('says no less where it cannot read, than that it has to look again', async () => {
    const hook = await hookOf(THEIRS);
    await sandbox.control('faults', { path: '/v1/ws/101/DataSubjectRequests/*', status: 403 });
    expect(await sandbox.failure(KEY, inWorkspace, hook)).toMatch(/^AppError: /);
    expect(await perform(hook)).toHaveLength(1);
  });

  describe('where the event is about the request', () => {
    const request = (signature?: false) =>
      sandbox
        .api('/v1/ws/101/DataSubjectRequests/3004')
        .then((data) =>
          webhook(
            event('DataSubjectMessage', data),
            signature === false ? { signature, by: 'DataSubjectMessage' } : {},
          ),
        );

    it.each([undefined, false] as const)(
      'gives its newest message, once, signed: %s',
      async (signature) => {
        const { id } = await write('Voici ma carte.');
        const hook = await request(signature);
        expect(await perform(hook)).toMatchObject([
          { id, message: 'Voici ma carte.', request: { id: '3004' } },
        ]);
        expect(await perform(hook)).toEqual([]);
      },
    );

    it('gives two messages that came at once, in their order', async () => {
      const first = await write('Un.');
      const second = await write('Deux.');
      const hook = await request();
      const before = (await sandbox.calls()).length;
      expect((await perform(hook)).map(({ id }) => id)).toEqual([first.id, second.id]);
      expect((await sandbox.calls()).length - before).toBe(2);
    });

    it('gives no message of ours', async () => {
      await sandbox.run('send_message_to_requester', {
        ...inWorkspace,
        requestId: '3004',
        message: 'Merci.',
      });
      expect(await perform(await request())).toEqual([]);
    });

    it('ignores a request that is not there, unless Dastra itself says so', async () => {
      const hook = (signature?: false) =>
        webhook(event('DataSubjectMessage', { id: 999_999 }), {
          by: 'DataSubjectMessage',
          ...(signature === false ? { signature } : {}),
        });
      expect(await perform(hook(false))).toEqual([]);
      expect(await sandbox.failure(KEY, inWorkspace, hook())).toMatch(
        /^AppError: Webhook: Dastra announced record 999999 in workspace 101/,
      );
    });

    it('ignores a request of another workspace', async () => {
      const data = { id: 3004, workSpaceId: 102 };
      expect(await perform(webhook(event('DataSubjectMessage', data)))).toEqual([]);
    });

    it('says so where the request has no message', async () => {
      const hook = webhook(event('DataSubjectMessage', { id: 3005 }));
      expect(await sandbox.failure(KEY, inWorkspace, hook)).toContain('announced record 3005');
    });
  });

  it.each([
    ['message', 'full'],
    ['message', 'light'],
    ['request', 'full'],
    ['request', 'light'],
  ])('starts for what Dastra sends: data of the %s, %s', async (messageData, hookData) => {
    await set({ messageData, hookData, hookDelayMs: 0 });
    await sandbox.run(KEY, inWorkspace, {
      method: 'performSubscribe',
      targetUrl: 'http://127.0.0.1:9/hook',
    });
    const { id } = await write('Bonjour.');
    const deliveries = await fetch(`${sandbox.url}/_sandbox/deliveries?settled=true`);
    const [{ body } = { body: {} }] = (await deliveries.json()) as { body: object }[];
    expect(await perform(webhook(body))).toMatchObject([{ id, message: 'Bonjour.' }]);
  });
});
