import app from '../../index.ts';
import { startZapier } from '../../tools/zapier.ts';
import { useSandbox } from '../support/sandbox.ts';
import { event, OWN_USER_ID, webhook } from '../support/webhooks.ts';

const KEY = 'rights_request_status_changed';
const inWorkspace = { workspaceId: '101' };
const targetUrl = 'http://127.0.0.1:9/hook';
const PATH = '/v1/ws/101/DataSubjectRequests/3004';

type Records = { id: string; state: string; workFlowStepId: string }[];

describe('Rights Request Status Changed', () => {
  const sandbox = useSandbox();
  const perform = (hook: object, input: object = {}) =>
    sandbox.run<Records>(KEY, { ...inWorkspace, ...input }, hook);
  const request = (more: object = {}) => sandbox.api(PATH).then((found) => ({ ...found, ...more }));
  const changed = (data: unknown, more: object = {}) => ({
    ...event('DataSubjectStateChange', data),
    ...more,
  });

  it('gives the request, without a call where the webhook has it all', async () => {
    const hook = webhook(changed(await request()));
    const before = (await sandbox.calls()).length;
    expect(await perform(hook)).toMatchObject([{ id: '3004', state: 'IdentityValidation' }]);
    expect(await sandbox.calls()).toHaveLength(before);
  });

  it('reads the request of a light webhook, and of one that is not signed', async () => {
    expect(await perform(webhook(changed({ id: 3004 })))).toMatchObject([{ id: '3004' }]);
    const date = '2026-11-24T11:00:00';
    const unsigned = webhook(changed({ id: 3005, state: 'Closed' }, { date }), {
      signature: false,
    });
    expect(await perform(unsigned)).toMatchObject([{ id: '3005', state: 'Open' }]);
  });

  describe('a second change within the hour', () => {
    it('starts a second run, and one delivery repeated starts one', async () => {
      const first = webhook(changed(await request(), { date: '2026-11-24T10:31:30.1' }));
      const second = webhook(changed(await request(), { date: '2026-11-24T10:31:31.2' }));
      expect(await perform(first)).toHaveLength(1);
      expect(await perform(first)).toEqual([]);
      expect(await perform(second)).toHaveLength(1);
      expect(await perform(second)).toEqual([]);
    });

    it('starts no run for a delivery repeated after the request has moved on', async () => {
      const light = webhook(changed({ id: 3004 }));
      expect(await perform(light)).toHaveLength(1);
      await sandbox.control('moves/DataSubjectRequests', { workspaceId: 101, id: 3004, step: 407 });
      expect(await perform(light)).toEqual([]);
    });

    it('is told by state and step where webhooks have no date', async () => {
      const data = await request();
      const hook = (more: object) => webhook(changed({ ...data, ...more }, { date: null }));
      expect(await perform(hook({}))).toHaveLength(1);
      expect(await perform(hook({}))).toEqual([]);
      expect(await perform(hook({ workFlowStepId: 407 }))).toHaveLength(1);
      expect(await perform(hook({ state: 'Processing' }))).toHaveLength(1);
    });

    it('is not told by the date of a webhook that anyone may have sent', async () => {
      const unsigned = (date: string) =>
        webhook(changed({ id: 3004 }, { date }), { signature: false });
      expect(await perform(unsigned('2026-11-24T10:31:30'))).toHaveLength(1);
      expect(await perform(unsigned('2026-11-24T10:31:31'))).toEqual([]);
      const move = { workspaceId: 101, id: 3004, step: 407 };
      await sandbox.control('moves/DataSubjectRequests', move);
      expect(await perform(unsigned('2026-11-24T10:31:32'))).toMatchObject([
        { state: 'Processing' },
      ]);
    });
  });

  it.each([
    ['the unit', { areaId: '202' }, 1],
    ['another unit', { areaId: '204' }, 0],
    ['the type', { purposes: ['Portability'] }, 1],
    ['another type', { purposes: ['Erasure'] }, 0],
    ['the status, by its label', { states: ['Identity Check', 'Closed'] }, 1],
    ['another status', { states: ['Closed'] }, 0],
    ['the step', { workFlowStepId: '406' }, 1],
    ['another step', { workFlowStepId: '407' }, 0],
  ])('passes by %s, whatever the webhook holds', async (_what, input, count) => {
    expect(await perform(webhook(changed(await request())), input)).toHaveLength(count);
    const light = webhook(changed({ id: 3004 }, { date: '2026-11-24T12:00:00' }));
    expect(await perform(light, input)).toHaveLength(count);
  });

  describe('Skip Changes Made by This Connection', () => {
    const by = (userId: unknown, skipOwnChanges: string, subscribed: object = {}) => {
      const hook = webhook(changed({ id: 3004 }, { userId }));
      const subscribeData = { ...hook.subscribeData, ...subscribed };
      return perform({ ...hook, subscribeData }, { skipOwnChanges });
    };

    it.each([
      ['its own', OWN_USER_ID, 'yes', 0],
      ['its own, as text', String(OWN_USER_ID), 'yes', 0],
      ['its own, not to be skipped', OWN_USER_ID, 'no', 1],
      ['those of others', 11, 'yes', 1],
      ['those of nobody', null, 'yes', 1],
    ])('looks at who changed it: %s', async (_what, userId, skip, count) => {
      expect(await by(userId, skip)).toHaveLength(count);
      expect(await sandbox.calls()).toHaveLength(count);
    });

    it('is idle where Dastra did not say whose key it is', async () => {
      expect(await by(OWN_USER_ID, 'yes', { userId: undefined })).toHaveLength(1);
    });

    it('asks for it when the Zap is turned on', async () => {
      const subscribe = { method: 'performSubscribe', targetUrl };
      const data = await sandbox.run(KEY, inWorkspace, subscribe);
      expect(data).toMatchObject({ userId: String(OWN_USER_ID), subscriptions: [{}] });
      const calls = (await sandbox.calls()).map(({ method, path }) => `${method} ${path}`);
      expect(calls).toEqual(['GET /me', 'GET /v1/WebHookUrls', 'POST /v1/WebHookUrls']);
    });

    it.each([
      ['without ID', { body: { displayName: 'API' } }],
      ['not at all', { status: 403 }],
    ])('does without where Dastra answers %s', async (_what, fault) => {
      await sandbox.control('faults', { path: '/me', ...fault });
      const subscribe = { method: 'performSubscribe', targetUrl };
      const data = await sandbox.run(KEY, inWorkspace, subscribe);
      expect(data).not.toHaveProperty('userId');
      expect(data).toMatchObject({ subscriptions: [{}] });
    });
  });

  describe('its list', () => {
    const list = async (input: object = {}) =>
      (
        await sandbox.run<Records>(KEY, { ...inWorkspace, ...input }, { method: 'performList' })
      ).map(({ id }) => id);
    const move = (id: number, step: number) =>
      sandbox.control('moves/DataSubjectRequests', { workspaceId: 101, id, step });

    const path = '/v1/ws/101/DataSubjectRequests';

    it.each([false, true])('is what changed last; sorting ignored: %s', async (ignored) => {
      await move(3003, 408);
      await move(3005, 406);
      await sandbox.control('switches', { sortIgnored: ignored });
      expect(await list()).toEqual(['3005', '3003']);
    });

    it('begins so where Dastra cannot sort by the date of change', async () => {
      await move(3003, 408);
      await sandbox.control('faults', { path, status: 400 });
      expect(await list()).toEqual(['3003']);
    });

    it.each(['refuses', 'ignores'])('begins so where Dastra %s the filter by it', async (what) => {
      await move(3003, 408);
      const all = await sandbox.api(path);
      const fault = what === 'refuses' ? { status: 400, times: 2 } : { body: all };
      await sandbox.control('faults', { path, ...fault });
      expect((await list()).slice(0, 2)).toEqual(['3003', '3006']);
    });

    it('is the newest where none has changed', async () => {
      expect((await list()).slice(0, 2)).toEqual(['3006', '3005']);
    });

    it('has only requests of the wanted status, step, unit and type', async () => {
      expect(await list({ states: ['Closed'] })).toEqual(['3002']);
      expect(await list({ workFlowStepId: '406' })).toEqual(['3004']);
      expect(await list({ areaId: '203' })).toEqual(['3003']);
      expect(await list({ purposes: ['Portability'] })).toEqual(['3004']);
    });
  });

  describe('with real webhooks', () => {
    it.each([
      ['announced', 1],
      ['unnamed', 1],
      ['silent', 0],
    ])('starts by own changes that Dastra leaves %s: %d', async (ownChanges, count) => {
      await sandbox.control('switches', { ownChanges });
      const zapier = await startZapier(app);
      try {
        const address = zapier.openAddress();
        const subscribe = { ...address, method: 'performSubscribe' };
        const subscribeData = await sandbox.run(KEY, inWorkspace, subscribe);
        const step = { ...inWorkspace, requestId: '3004', workFlowStepId: '407' };
        await sandbox.run('update_rights_request', step);
        // Someone else's change comes through in any case.
        const move = { workspaceId: 101, id: 3005, step: 406 };
        await sandbox.control('moves/DataSubjectRequests', move);
        const ids: string[] = [];
        while (!ids.includes('3005')) {
          const hook = { ...(await address.next()), subscribeData };
          ids.push(...(await perform(hook)).map(({ id }) => id));
        }
        expect(ids.filter((id) => id === '3004')).toHaveLength(count);
      } finally {
        await zapier.close();
      }
    });
  });
});
