/** What becomes of an event where Zapier's cache, which remembers what was emitted, is no help. */
import { patience } from '../../src/zapier/hook.ts';
import { useFaultHarness } from '../resilience/fault-harness.ts';
import { deliveryOf } from '../support/deliveries.ts';
import { filledIn, HOOKS, methodOf } from '../support/scenarios.ts';

describe.each(HOOKS)('A webhook of $name whose record may have started the Zap already', (hook) => {
  const harness = useFaultHarness();
  const { cache } = patience;
  beforeEach(() => {
    patience.cache = 50;
  });
  afterEach(() => {
    patience.cache = cache;
  });
  /** Takes any question, and never answers. */
  const silent = new Proxy({}, { has: () => true, get: () => new Promise(() => {}) });
  const perform = async (state?: 'down' | object) => {
    const inputData = filledIn(hook.hook.input, harness);
    const delivery = await deliveryOf(harness, hook);
    const bundle = { inputData, ...delivery };
    return harness.run(methodOf(hook.operation), bundle, state as 'down' | undefined);
  };

  it('starts it once as long as the cache answers', async () => {
    expect(await perform()).toHaveLength(1);
    expect(await perform()).toEqual([]);
  });

  it.each([
    ['down', 'down'],
    ['silent', silent],
  ])('starts it, rather than not at all, where the cache is %s', async (_what, state) => {
    expect(await perform(state)).toHaveLength(1);
  });

  it('leaves Zapier time to go on after a silent cache', () => {
    expect(cache).toBeLessThanOrEqual(3_000);
  });
});
