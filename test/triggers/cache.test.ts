/** What becomes of an event where Zapier's cache, which remembers what was emitted, is no help. */
import { patience } from '../../src/zapier/hook.ts';
import { useFaultHarness } from '../resilience/fault-harness.ts';
import { event, webhook } from '../support/webhooks.ts';

describe('A webhook whose record may have started the Zap already', () => {
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
  const perform = (state?: 'down' | object) =>
    harness.run(
      'triggers.new_task.operation.perform',
      {
        inputData: { workspaceId: '101' },
        ...webhook(event('TaskCreation', { id: 1, label: 'x', area: { id: 203 } })),
      },
      state as 'down' | undefined,
    );

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
