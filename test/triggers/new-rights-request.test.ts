import app from '../../index.ts';
import { startZapier } from '../../tools/zapier.ts';
import { useSandbox } from '../support/sandbox.ts';
import { event, webhook } from '../support/webhooks.ts';

const KEY = 'new_rights_request';
const inWorkspace = { workspaceId: '101' };

describe('New Rights Request', () => {
  const sandbox = useSandbox();
  type Hook = ReturnType<typeof webhook>;
  const perform = (hook: Hook, inputData: object = inWorkspace) =>
    sandbox.run<{ id: string }[]>(KEY, inputData, hook);
  const full = () => sandbox.api('/v1/ws/101/DataSubjectRequests/3004');
  const countCalls = async () => (await sandbox.calls()).length;

  describe('its subscription', () => {
    const targetUrl = 'http://127.0.0.1:9/hook';

    const subscribe = { method: 'performSubscribe', targetUrl };
    const subscriptions = () =>
      sandbox.api<{ id: number; subscribedEvents: string[] }[]>('/v1/WebHookUrls?workspaceId=101');
    const subscribedEvents = async () => (await subscriptions()).map((one) => one.subscribedEvents);
    const each = [['DataSubjectCreation'], ['DataSubjectWidgetCreation']];

    it('asks for each event of one workspace, and keeps IDs and keys', async () => {
      const data = await sandbox.run(KEY, inWorkspace, subscribe);
      const post = (name: string) => ({
        method: 'POST',
        path: '/v1/WebHookUrls',
        body: { url: targetUrl, workSpaceId: 101, subscribedEvents: [name] },
      });
      expect(await sandbox.calls()).toMatchObject([
        { method: 'GET', path: '/v1/WebHookUrls', query: { workspaceId: '101' } },
        post('DataSubjectCreation'),
        post('DataSubjectWidgetCreation'),
      ]);
      const ids = (await subscriptions()).map(({ id }) => String(id));
      const signatureKey = expect.stringMatching(/^[0-9a-f-]{36}$/);
      expect(data).toEqual({
        id: ids[0],
        subscriptions: each.map((events, index) => ({ id: ids[index], signatureKey, events })),
      });
    });

    it('is one an event, also where an earlier one was never ended or is blocked', async () => {
      const first = await sandbox.run(KEY, inWorkspace, subscribe);
      const second = await sandbox.run(KEY, inWorkspace, subscribe);
      expect(await subscribedEvents()).toEqual(each);
      expect(second.id).not.toBe(first.id);
    });

    it('is one an event, also where the answer to the first attempt is lost', async () => {
      await sandbox.control('faults', { method: 'POST', path: '/v1/WebHookUrls', drop: 'after' });
      expect(await sandbox.failure(KEY, inWorkspace, subscribe)).toMatch(/^AppError: /);
      await sandbox.run(KEY, inWorkspace, subscribe);
      expect(await subscribedEvents()).toEqual(each);
    });

    it('stays as it was where subscribing again fails', async () => {
      await sandbox.run(KEY, inWorkspace, subscribe);
      const before = await subscriptions();
      await sandbox.control('faults', { method: 'POST', path: '/v1/WebHookUrls', status: 503 });
      expect(await sandbox.failure(KEY, inWorkspace, subscribe)).toMatch(/^AppError: /);
      expect(await subscriptions()).toEqual(before);
    });

    it.each(['refuse', 'replace'])(
      'is one for both events where Dastra would %s a second one of an address',
      async (secondSubscription) => {
        await sandbox.control('switches', { secondSubscription });
        for (const _attempt of ['turned on', 'turned on again']) {
          const data = await sandbox.run<{ subscriptions: unknown[] }>(KEY, inWorkspace, subscribe);
          expect(await subscribedEvents()).toEqual([each.flat()]);
          const [{ id } = {}] = await subscriptions();
          expect(data.subscriptions).toMatchObject([{ id: String(id), events: each.flat() }]);
        }
      },
    );

    it('leaves those of other Zaps alone', async () => {
      await sandbox.run(KEY, inWorkspace, subscribe);
      await sandbox.run(KEY, inWorkspace, { ...subscribe, targetUrl: `${targetUrl}/2` });
      expect(await subscribedEvents()).toEqual([...each, ...each]);
    });

    const end = async (input: object = inWorkspace) => {
      const subscribeData = await sandbox.run(KEY, inWorkspace, subscribe);
      const unsubscribe = () =>
        sandbox.run(KEY, input, { method: 'performUnsubscribe', subscribeData });
      return { unsubscribe, ended: await unsubscribe() };
    };

    it('ends for each event, and ending it again is no error', async () => {
      const { unsubscribe } = await end();
      expect(await subscriptions()).toEqual([]);
      await expect(unsubscribe()).resolves.toEqual({});
    });

    it.each([
      ['has a value that is no choice', { ...inWorkspace, purposes: ['Anything'] }],
      ['has no workspace', {}],
    ])('ends also where the form %s by now', async (_what, input) => {
      expect(await end(input)).toMatchObject({ ended: {} });
      expect(await subscriptions()).toEqual([]);
    });

    it('ends for the other event where the end of one fails', async () => {
      const subscribeData = await sandbox.run<{ id: string }>(KEY, inWorkspace, subscribe);
      const path = `/v1/WebHookUrls/${subscribeData.id}`;
      await sandbox.control('faults', { method: 'DELETE', path, status: 403 });
      const unsubscribe = { method: 'performUnsubscribe', subscribeData };
      expect(await sandbox.failure(KEY, inWorkspace, unsubscribe)).toMatch(/^AppError: /);
      expect(await subscribedEvents()).toEqual([['DataSubjectCreation']]);
    });
  });

  describe('a webhook', () => {
    it('that is signed and complete becomes a record without any call', async () => {
      const data = await full();
      const before = await countCalls();
      const records = await perform(webhook(event('DataSubjectCreation', data)));
      expect(await countCalls()).toBe(before);
      expect(records).toMatchObject([
        {
          id: '3004',
          title: 'Portabilité des données de fidélité',
          purposes: ['Portability'],
          areaId: '202',
          area: { label: 'Direction commerciale' },
          complex: true,
          mailValidated: true,
          customFields: { '13_long': 'Carte 77-1204' },
          dateCreation: expect.stringMatching(/Z$/),
        },
      ]);
    });

    it('is taken as signed whatever the case and the prefix of the header', async () => {
      const data = { ...(await full()), title: 'Only in the webhook' };
      const headers = ['Dastra-Signature', 'dastra-signature', 'HTTP-DASTRA-SIGNATURE'];
      for (const [index, header] of headers.entries()) {
        const records = await perform(
          webhook(event('DataSubjectCreation', { ...data, id: 4000 + index }), { header }),
        );
        expect(records).toMatchObject([{ title: 'Only in the webhook' }]);
      }
    });

    it('is read from the text that was signed, whatever else came with it', async () => {
      const hook = webhook(event('DataSubjectCreation', await full()));
      const records = await perform({ ...hook, cleanedRequest: event('TaskCreation', { id: 1 }) });
      expect(records).toMatchObject([{ id: '3004' }]);
    });

    it('that is signed stands when Dastra cannot be asked', async () => {
      await sandbox.control('faults', { path: '*', status: 503, times: 3 });
      const records = await perform(
        webhook(event('DataSubjectCreation', { id: 3004, purposes: ['Access'], title: 'As sent' })),
      );
      expect(records).toMatchObject([{ id: '3004', title: 'As sent' }]);
    });

    it.each([
      ['missing', false],
      ['wrong', 'bm9wZQ=='],
      ['too short', 'YQ=='],
      ['no Base64', '€€€'],
    ])('whose signature is %s only tells which record to read', async (_what, signature) => {
      const data = { ...(await full()), title: 'Forged', email: 'forger@example.com' };
      const records = await perform(
        webhook(event('DataSubjectCreation', data), { signature: signature as string | false }),
      );
      expect(records).toMatchObject([{ id: '3004', title: 'Portabilité des données de fidélité' }]);
    });

    it.each([
      ['of a record that Dastra does not know', { id: 999999, purposes: ['Access'] }],
      ['whose ID leads elsewhere', { id: '../Tasks/2002', purposes: ['Access'] }],
    ])('without signature %s yields nothing', async (_what, data) => {
      const hook = webhook(event('DataSubjectCreation', data), { signature: false });
      expect(await perform(hook)).toEqual([]);
    });

    it.each(['DataSubjectWidgetCreation', 'datasubjectcreation', 3, '27'])(
      'with the event %p about a request triggers',
      async (eventType) => {
        expect(await perform(webhook(event(eventType, await full())))).toMatchObject([
          { id: '3004' },
        ]);
      },
    );

    it('triggers once for two events about one record', async () => {
      const data = await full();
      expect(await perform(webhook(event('DataSubjectCreation', data)))).toHaveLength(1);
      expect(await perform(webhook(event('DataSubjectWidgetCreation', data)))).toEqual([]);
    });
  });

  describe('its filters', () => {
    it.each([['blank filters', { areaId: '', purposes: [] }, 1]])(
      'let a webhook pass by %s',
      async (_what, filters, count) => {
        const hook = webhook(event('DataSubjectCreation', await full()));
        expect(await perform(hook, { ...inWorkspace, ...filters })).toHaveLength(count);
      },
    );

    it('skip what Zapier created, in the webhook and in the list, only if asked', async () => {
      const created = await sandbox.run('create_rights_request', {
        locale: 'fr',
        ...inWorkspace,
        title: 'From a Zap',
        purposes: ['Access'],
        areaId: '204',
      });
      const data = await sandbox.api(`/v1/ws/101/DataSubjectRequests/${created.id}`);
      const hook = webhook(event('DataSubjectCreation', data));
      const skipping = { ...inWorkspace, skipCreatedByZapier: 'yes' };
      const list = (input: object) =>
        sandbox.run<{ id: string }[]>(KEY, input, { method: 'performList' });
      expect(await perform(hook, skipping)).toEqual([]);
      expect((await list(skipping)).map(({ id }) => id)).not.toContain(created.id);
      expect(await perform(hook)).toHaveLength(1);
      expect((await list(inWorkspace)).map(({ id }) => id)[0]).toBe(created.id);
    });
  });

  describe('its list', () => {
    const list = () => sandbox.run<{ id: string }[]>(KEY, inWorkspace, { method: 'performList' });

    it('holds the newest first, in one call', async () => {
      expect((await list()).map(({ id }) => id)).toEqual(['3006', '3005', '3004', '3003', '3002']);
      expect(await sandbox.calls()).toMatchObject([
        { query: { sortBy: 'dateCreation', asc: 'false', page: '1', size: '50' } },
      ]);
    });

    it('is sorted here where Dastra refuses to sort', async () => {
      const path = '/v1/ws/101/DataSubjectRequests';
      await sandbox.control('faults', { path, status: 400 });
      expect((await list()).map(({ id }) => id)).toEqual(['3006', '3005', '3004', '3003', '3002']);
      expect((await sandbox.calls()).map(({ query }) => query.sortBy)).toEqual([
        'dateCreation',
        undefined,
      ]);
    });

    it('is sorted here where Dastra does not sort', async () => {
      await sandbox.control('switches', { sortIgnored: true });
      expect((await list()).map(({ id }) => id)).toEqual(['3006', '3005', '3004', '3003', '3002']);
      expect(await sandbox.calls()).toHaveLength(1);
    });
  });

  it.each(['full', 'light'])('receives what Dastra posts, with %s data', async (hookData) => {
    await sandbox.control('switches', { hookData });
    const zapier = await startZapier(app);
    try {
      const address = zapier.openAddress();
      const subscribeData = await sandbox.run(KEY, inWorkspace, {
        method: 'performSubscribe',
        targetUrl: address.targetUrl,
      });
      await sandbox.control('widget-requests', { workspaceId: 101, title: 'From the form' });
      const before = (await sandbox.calls()).length;
      const records = await sandbox.run(KEY, inWorkspace, {
        ...(await address.next()),
        subscribeData,
      });
      expect(records).toMatchObject([
        { title: 'From the form', channel: 'Widget', area: { label: 'Brumelune SAS' } },
      ]);
      expect(await sandbox.calls()).toHaveLength(before + (hookData === 'full' ? 0 : 1));
    } finally {
      await zapier.close();
    }
  });
});
