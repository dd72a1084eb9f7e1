/** The life of every instant trigger: turned on, started by webhooks of all kinds, listed, turned off. */
import app from '../../index.ts';
import { type LocalZapier, startZapier } from '../../tools/zapier.ts';
import { useFaultHarness } from '../resilience/fault-harness.ts';
import { firstDifference } from '../resilience/first-difference.ts';
import { dataOf, deliveryOf, subscribed, TARGET_URL } from '../support/deliveries.ts';
import {
  filledIn,
  HOOKS,
  type HookScenario,
  methodOf,
  withoutAdded,
} from '../support/scenarios.ts';

const harness = useFaultHarness();

type Shown = Record<string, unknown>;

/** What a trigger starts the Zap with. */
const perform = ({ operation, hook }: HookScenario, delivery: object, filters: object = {}) =>
  harness.run<Shown[]>(methodOf(operation), {
    inputData: filledIn({ ...hook.input, ...filters }, harness),
    ...delivery,
  });

const listed = ({ operation, hook }: HookScenario, filters: object = {}) =>
  harness.run<Shown[]>(methodOf(operation, 'performList'), {
    inputData: filledIn({ ...hook.input, ...filters }, harness),
  });

interface Subscription {
  url: string;
  workSpaceId: number;
  subscribedEvents: string[];
}

const subscriptions = async () => {
  const all = await harness.api<Subscription[]>('/v1/WebHookUrls');
  return all.filter(({ url }) => url === TARGET_URL);
};

describe.each(HOOKS)('$name', (scenario) => {
  const { hook, operation } = scenario;
  const { events } = hook;
  let record: Shown;
  beforeEach(async () => {
    record = await dataOf(harness, scenario);
    await harness.forget('requests');
  });

  it('subscribes to its events when it is turned on, once each, and to nothing when it is off', async () => {
    await subscribed(harness, scenario);
    // Zapier turned it off while Dastra was away.
    const subscribeData = await subscribed(harness, scenario);
    const made = await subscriptions();
    expect(made.map(({ subscribedEvents }) => subscribedEvents)).toEqual(
      events.map((event) => [event]),
    );
    for (const { workSpaceId } of made) expect(workSpaceId).toBe(101);
    const inputData = filledIn(hook.input, harness);
    await harness.run(methodOf(operation, 'performUnsubscribe'), { inputData, subscribeData });
    expect(await subscriptions()).toEqual([]);
  });

  describe('that is on', () => {
    let zapier: LocalZapier;
    beforeAll(async () => {
      zapier = await startZapier(app);
    });
    afterAll(() => zapier.close());

    it.each(events)('starts for %s as Dastra sends and signs it', async (event) => {
      const address = zapier.openAddress();
      const inputData = filledIn(hook.input, harness);
      const subscribeData = await harness.run(methodOf(operation, 'performSubscribe'), {
        inputData,
        targetUrl: address.targetUrl,
      });
      await harness.forget('requests');
      await harness.control('hooks', { event, data: record });
      const [shown] = await perform(scenario, { ...(await address.next()), subscribeData });
      expect(firstDifference(withoutAdded(scenario, shown), record)).toBeUndefined();
      expect(await harness.calls()).toHaveLength(hook.calls?.full ?? 0);
    });
  });

  it.each(events.map((event, index) => ({ event, index })))(
    'starts for a signed $event with the record as it came',
    async ({ index }) => {
      const shown = await perform(
        scenario,
        await deliveryOf(harness, scenario, 'full', { event: index }),
      );
      expect(shown).toHaveLength(1);
      expect(firstDifference(withoutAdded(scenario, shown[0]), record)).toBeUndefined();
    },
  );

  it('starts for a webhook that says little, or is not signed, with the record that Dastra has', async () => {
    const [full] = await perform(scenario, await deliveryOf(harness, scenario));
    const deliveries = [
      await deliveryOf(harness, scenario, 'light'),
      await deliveryOf(harness, scenario, 'light', { isSigned: false }),
      // Forged: nothing of it but the ID counts.
      await deliveryOf(harness, scenario, 'full', {
        isSigned: false,
        data: { ...record, title: 'Forged', label: 'Forged' },
      }),
    ];
    for (const delivery of deliveries) {
      harness.cache = {};
      await harness.forget('requests');
      expect(await perform(scenario, delivery)).toEqual([full]);
      expect(await harness.calls()).not.toEqual([]);
    }
  });

  it('starts for nothing that is not signed and that Dastra does not know', async () => {
    const id = typeof record.id === 'number' ? 999_999 : '00000000-0000-4000-8000-000000000000';
    const data = { ...record, id };
    const forged = await deliveryOf(harness, scenario, 'full', { isSigned: false, data });
    expect(await perform(scenario, forged)).toEqual([]);
  });

  it('starts for nothing of another workspace', async () => {
    const elsewhere = { workspaceId: 102, workSpaceId: 102, workSpace: { id: 102, label: 'x' } };
    expect(await perform(scenario, await deliveryOf(harness, scenario, elsewhere))).toEqual([]);
  });

  it('starts once for a webhook that comes twice, and again for what counts as new', async () => {
    const delivery = await deliveryOf(harness, scenario);
    const changed = { ...hook.again, ref: 'Changed' };
    const date = '2026-11-24T10:45:00';
    const again = await deliveryOf(harness, scenario, changed, { date });
    expect(await perform(scenario, delivery)).toHaveLength(1);
    expect(await perform(scenario, delivery)).toEqual([]);
    expect(await perform(scenario, again)).toHaveLength(hook.again ? 1 : 0);
    // Another Zap remembers for itself.
    const { subscribeData } = delivery;
    const other = { ...delivery, subscribeData: { ...subscribeData, id: 'another' } };
    expect(await perform(scenario, other)).toHaveLength(1);
  });

  it('has a case for each of its filters', () => {
    // What the connection itself did is told by the event, not by the record.
    const own = ['workspaceId', 'skipOwnChanges', ...Object.keys(hook.input ?? {})];
    const filters = operation.allFields().filter(({ key }) => !own.includes(key));
    expect(Object.keys(hook.filters).sort()).toEqual(filters.map(({ key }) => key).sort());
  });

  const filtersByField = Object.entries(hook.filters).map(([field, filter]) => ({
    field,
    ...filter,
  }));
  // A trigger without filters has none to try.
  const each = filtersByField.length > 0 ? it.each(filtersByField) : () => {};
  each(
    'lets its filter $field decide, whatever the webhook holds, and in its list',
    async ({ field, passes, stops, given = {} }) => {
      const id = String(record.id);
      const started = async (value: unknown, form: 'light' | object) => {
        harness.cache = {};
        const found = await perform(scenario, await deliveryOf(harness, scenario, form), {
          [field]: value,
        });
        return found.map((one) => one.id);
      };
      expect(await started(passes, {})).toEqual([id]);
      expect(await started(passes, 'light')).toEqual([id]);
      expect(await started(stops, given)).toEqual([]);
      const idsFor = async (value: unknown) =>
        (await listed(scenario, { [field]: value })).map((one) => one.id);
      expect(await idsFor(passes)).toContain(id);
      // What the record has to hold for it is not in the list.
      if (Object.keys(given).length > 0) return;
      expect(await started(stops, 'light')).toEqual([]);
      expect(await idsFor(stops)).not.toContain(id);
    },
  );

  it('lists the same record that a webhook starts it with', async () => {
    const [full] = await perform(scenario, await deliveryOf(harness, scenario));
    const inList = (await listed(scenario)).find(({ id }) => id === full?.id);
    expect(inList).toEqual(full);
  });
});
