import app from '../../index.ts';
import { startZapier } from '../../tools/zapier.ts';
import { useSandbox } from '../support/sandbox.ts';
import { event, webhook } from '../support/webhooks.ts';

const KEY = 'rights_request_closed';
const inWorkspace = { workspaceId: '101' };
const PATH = '/v1/ws/101/DataSubjectRequests/3002';
const EVENTS = ['DataSubjectStateChange', 'DataSubjectUpdate'] as const;

type Records = { id: string; dateClosed: string }[];

describe('Rights Request Closed', () => {
  const sandbox = useSandbox();
  const perform = (hook: object, input: object = {}) =>
    sandbox.run<Records>(KEY, { ...inWorkspace, ...input }, hook);
  /** A webhook about request 3002, closed and announced at these times. */
  const hook = async (
    name: (typeof EVENTS)[number],
    {
      at = '2026-11-24T10:00:05',
      closed = '2026-11-24T10:00:00',
      ...more
    }: Record<string, unknown>,
  ) => {
    const data = { ...(await sandbox.api(PATH)), dateClosed: closed, ...more };
    return webhook({ ...event(name, data), date: at });
  };

  it.each(EVENTS)('starts once, by %s alone or by both', async (name) => {
    expect(await perform(await hook(name, {}))).toMatchObject([
      { id: '3002', state: 'Closed', dateClosed: '2026-11-24T10:00:00.000Z' },
    ]);
    for (const other of EVENTS) expect(await perform(await hook(other, {}))).toEqual([]);
  });

  it('starts again for a request that was opened and closed once more within the hour', async () => {
    expect(await perform(await hook('DataSubjectStateChange', {}))).toHaveLength(1);
    const again = { at: '2026-11-24T10:20:01', closed: '2026-11-24T10:20:00' };
    expect(await perform(await hook('DataSubjectStateChange', again))).toHaveLength(1);
  });

  it.each(EVENTS)('does not start by %s of an open request', async (name) => {
    expect(await perform(await hook(name, { state: 'Active', closed: null }))).toEqual([]);
  });

  it('does not start when a request is edited days after it was closed', async () => {
    const later = { at: '2026-11-27T10:00:00' };
    expect(await perform(await hook('DataSubjectUpdate', later))).toEqual([]);
    expect(await perform(await hook('DataSubjectStateChange', later))).toHaveLength(1);
  });

  it('starts for one that is closed with an earlier time of the same day', async () => {
    const midnight = { closed: '2026-11-24T00:00:00' };
    expect(await perform(await hook('DataSubjectUpdate', midnight))).toHaveLength(1);
  });

  it.each([
    ['the reason, by its label', { closedReasons: ['Accepted', 'Wrong Identity'] }, 1],
    ['another reason', { closedReasons: ['Duplicate'] }, 0],
    ['the unit', { areaId: '204' }, 1],
    ['another unit', { areaId: '202' }, 0],
    ['the type', { purposes: ['Erasure'] }, 1],
    ['another type', { purposes: ['Access'] }, 0],
  ])('passes by %s, whatever the webhook holds', async (_what, input, count) => {
    expect(await perform(await hook('DataSubjectStateChange', {}), input)).toHaveLength(count);
    const light = webhook(event('DataSubjectStateChange', { id: 3002 }));
    expect(await perform(light, input)).toHaveLength(count);
  });

  it('skips closings by its own connection', async () => {
    const own = webhook({ ...event('DataSubjectStateChange', { id: 3002 }), userId: 19 });
    expect(await perform(own, { skipOwnChanges: 'yes' })).toEqual([]);
    expect(await perform(own)).toHaveLength(1);
  });

  it('lists closed requests, the one closed last first', async () => {
    const close = { ...inWorkspace, requestId: '3003', closedReason: 'Duplicate' };
    await sandbox.run('close_rights_request', close);
    const list = (input: object) =>
      sandbox.run<Records>(KEY, { ...inWorkspace, ...input }, { method: 'performList' });
    expect((await list({})).map(({ id }) => id)).toEqual(['3003', '3002']);
    expect(await list({ closedReasons: ['Accepted'] })).toMatchObject([{ id: '3002' }]);
  });

  it.each(['state', 'update', 'both'])(
    'starts once by a real closing that fires %s',
    async (closeEvents) => {
      await sandbox.control('switches', { closeEvents });
      const zapier = await startZapier(app);
      try {
        const address = zapier.openAddress();
        const subscribe = { ...address, method: 'performSubscribe' };
        const subscribeData = await sandbox.run(KEY, inWorkspace, subscribe);
        const runs: Records = [];
        const take = async () => {
          runs.push(...(await perform({ ...(await address.next()), subscribeData })));
        };
        const close = { ...inWorkspace, requestId: '3003', closedReason: 'Duplicate' };
        await sandbox.run('close_rights_request', close);
        await take();
        if (closeEvents === 'both') await take();
        expect(runs).toMatchObject([{ id: '3003', closedReason: 'Duplicate' }]);
      } finally {
        await zapier.close();
      }
    },
  );
});
