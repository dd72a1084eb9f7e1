/**
 * Every operation against every server that answers differently from the sandbox: it gives the same
 * record, or one documented sentence. It makes nothing twice, and no log holds the key.
 */
import { CASES, Harness, isWebhook, RULES } from './harness.ts';
import { entriesOf } from './production.ts';
import { ANSWERS, EVENTS, KEYS } from './servers.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness.close());

describe.each(ANSWERS)('Against $name', (hostile) => {
  it.each(CASES)('$name is right, or says what is wrong', async (one) => {
    await harness.reset(hostile);
    expect(harness.wrong(one, hostile, await harness.run(one, hostile))).toBeUndefined();
    const made = await harness.made();
    expect(made).toBeLessThanOrEqual(one.makes);
    if (!one.isRepeatable || hostile.hides) return;
    await harness.run(one, hostile);
    expect(await harness.made()).toBeLessThanOrEqual(one.makes);
  });
});

describe.each(EVENTS)('On $name', (hostile) => {
  it.each(CASES.filter(isWebhook))('$name starts once, or says what is wrong', async (one) => {
    await harness.reset(hostile);
    const cache = {};
    const first = await harness.run(one, hostile, cache);
    expect(harness.wrong(one, hostile, first)).toBeUndefined();
    const again = await harness.run(one, hostile, cache);
    if ('result' in first.outcome) expect(again.outcome).toEqual({ result: [] });
    else expect(harness.wrong(one, hostile, again)).toBeUndefined();
  });
});

describe.each(KEYS)('With $name', (hostile) => {
  it.each(RULES)('$name works, and logs each call once and the key never', async (one) => {
    await harness.reset(hostile);
    const run = await harness.run(one, hostile);
    expect(harness.wrong(one, hostile, run)).toBeUndefined();
    const calls = entriesOf(run.log).filter(
      ({ data }) => data.log_type === 'http' && data.request_url !== harness.fileUrl,
    );
    expect(calls).toHaveLength((await harness.calls()).length);
  });
});
