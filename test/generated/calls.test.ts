/** How many calls to Dastra each operation makes in each of its situations, whatever is in the workspace. */
import { MOST_CALLS } from '../../src/zapier/throttle.ts';
import { useFaultHarness } from '../resilience/fault-harness.ts';
import { deliveryOf, subscribed } from '../support/deliveries.ts';
import { DROPDOWNS, filledIn, HOOKS, methodOf, SCENARIOS } from '../support/scenarios.ts';

describe.each([
  { workspace: 'a small workspace', records: 0 },
  { workspace: 'a large workspace', records: 3000 },
])('In $workspace, the calls to Dastra', ({ records }) => {
  const harness = useFaultHarness({ records });

  it.each([...SCENARIOS, ...DROPDOWNS])(
    'are $situation.calls for $name',
    async ({ method, input, situation, operation }) => {
      const result = await harness.run<unknown>(method, { inputData: filledIn(input, harness) });
      expect(await harness.calls()).toHaveLength(situation.calls);
      if (situation.findsNothing) expect(result).toEqual([]);
      if (operation.kind !== 'trigger') expect(situation.calls).toBeLessThanOrEqual(MOST_CALLS);
      if (operation.hidden && situation.calls > 0)
        expect((result as unknown[]).length).toBeLessThanOrEqual(100);
    },
  );

  it.each(HOOKS)('are one a subscription, and one to look, for $name', async (scenario) => {
    const { hook, operation } = scenario;
    const subscribeData = await subscribed(harness, scenario);
    expect(await harness.calls()).toHaveLength((hook.calls?.subscribe ?? 1) + hook.events.length);
    await harness.forget('requests');
    const inputData = filledIn(hook.input, harness);
    await harness.run(methodOf(operation, 'performUnsubscribe'), { inputData, subscribeData });
    expect(await harness.calls()).toHaveLength(hook.events.length);
  });

  it.each(HOOKS)('are few for the list and the webhooks of $name', async (scenario) => {
    const { hook, operation } = scenario;
    const inputData = filledIn(hook.input, harness);
    const { list = 1, full = 0, light = 1 } = hook.calls ?? {};
    const deliveries = [
      { webhook: await deliveryOf(harness, scenario), calls: full },
      { webhook: await deliveryOf(harness, scenario, 'light'), calls: light },
    ];
    for (const { webhook, calls } of deliveries) {
      await harness.forget('requests');
      harness.cache = {};
      await harness.run(methodOf(operation), { inputData, ...webhook });
      expect(await harness.calls()).toHaveLength(calls);
    }
    await harness.forget('requests');
    const meta = { isLoadingSample: true };
    const found = await harness.run<object[]>(methodOf(operation, 'performList'), {
      inputData,
      meta,
    });
    expect(await harness.calls()).toHaveLength(list);
    expect(found.length).toBeGreaterThan(0);
    // As many as can be caught up on.
    if (records && !hook.rare) expect(found).toHaveLength(50);
  });
});
