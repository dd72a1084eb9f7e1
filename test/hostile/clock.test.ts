/**
 * Every operation against servers that do not answer, or do not end: it ends within its time limit with
 * a documented sentence, and a cache of Zapier's that is silent loses no event.
 */
import { limits } from '../../src/dastra/client.ts';
import { CASES, type Case, Harness, isWebhook, RULES } from './harness.ts';
import type { Run } from './production.ts';
import { type Hostile, SLOW } from './servers.ts';

/** Shortened, so that nobody waits; one call may use up the time of all. */
const LIMIT = 3_000;
/** All cases run at once, on a machine that is busy. */
const GRACE = 2_000;

/** Of each function its rule, and the situation with most calls. */
const LONGEST = CASES.filter((one) => {
  const others = CASES.filter(({ method }) => method === one.method);
  const most = others.reduce((longest, other) =>
    (other.calls ?? 0) > (longest.calls ?? 0) ? other : longest,
  );
  return one === most || RULES.includes(one);
});

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness.close());

/** Runs all cases at once. */
const runAll = async (
  cases: readonly Case[],
  hostile: Hostile,
  cache?: 'silent',
): Promise<Map<Case, Run>> => {
  await harness.reset(hostile);
  const within = cache ? 10_000 : LIMIT * 3;
  const runs = cases.map(async (one) => {
    return [one, await harness.run(one, hostile, cache, within)] as const;
  });
  return new Map(await Promise.all(runs));
};

describe.each(SLOW)('Against $name', (hostile) => {
  const { operation, read, write } = limits;
  // A webhook with a whole record makes no call; each case is held to its limit all the same.
  let runs: Map<Case, Run>;
  beforeAll(async () => {
    Object.assign(limits, { operation: LIMIT, read: LIMIT, write: LIMIT });
    runs = await runAll(LONGEST, hostile);
    Object.assign(limits, { operation, read, write });
  });

  it.each(LONGEST)('$name ends in time, and says why', (one) => {
    const run = runs.get(one);
    if (!run) throw new Error('It did not run.');
    expect(harness.wrong(one, hostile, run, { limit: LIMIT, grace: GRACE })).toBeUndefined();
  });
});

describe("Against a cache of Zapier's that never answers", () => {
  const hostile: Hostile = { name: 'a silent cache', tolerated: true };
  const webhooks = CASES.filter(isWebhook);
  let runs: Map<Case, Run>;
  beforeAll(async () => {
    runs = await runAll(webhooks, hostile, 'silent');
  });

  it.each(webhooks)('$name starts the Zap', (one) => {
    const run = runs.get(one);
    if (!run) throw new Error('It did not run.');
    expect(harness.wrong(one, hostile, run)).toBeUndefined();
  });
});
