/** A small soak; `npm run soak` is the whole one. */
import { limits } from '../../src/dastra/client.ts';
import { useFaultHarness } from './fault-harness.ts';
import { soak } from './soak-run.ts';

describe('A soak', () => {
  const harness = useFaultHarness();
  const { write } = limits;
  beforeEach(() => {
    // The platform's client leaves the timer of an answer that breaks off running.
    limits.write = 2_000;
  });
  afterEach(() => Object.assign(limits, { write }));

  it('loses nothing and doubles nothing', async () => {
    const { deviations, counts } = await soak(harness, {
      hooks: 300,
      creates: 200,
      seed: 20_261_124,
      heap: () => 0,
      tell: () => {},
    });
    expect(deviations).toEqual([]);
    // It has met what it is about.
    expect(counts).toMatchObject({
      'signed webhooks': expect.any(Number),
      'webhooks that start nothing': expect.any(Number),
      'second changes in a minute': expect.any(Number),
      'changes done': expect.any(Number),
      'webhooks without cache': expect.any(Number),
      'webhooks that came twice': expect.any(Number),
      'creations refused': expect.any(Number),
      'creations that may be done': expect.any(Number),
      faults: expect.any(Number),
    });
  }, 60_000);
});
