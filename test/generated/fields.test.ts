/** Each field of each form reaches Dastra, where it belongs. */
import type { LoggedCall } from '../../sandbox/engine/state.ts';
import { definition } from '../../tools/definition.ts';
import { outcomeOf, useFaultHarness } from '../resilience/fault-harness.ts';
import { completed, scenarioFor, valuesFor } from '../support/filler.ts';
import { filledIn, SCENARIOS, type Scenario } from '../support/scenarios.ts';
import { sentUnder } from '../support/sent.ts';

const FIELDS = definition.operations
  .filter(({ hidden, type }) => !hidden && type !== 'hook')
  .flatMap((operation) =>
    // A field comes in variants; each key is tried once.
    [...new Map(operation.allFields().map((field) => [field.key, field])).values()]
      .filter(({ key }) => key !== 'workspaceId')
      .map((field) => ({ name: `${operation.label}: ${field.label}`, operation, field })),
  );

/** Whether two values mean the same to Dastra: an ID may be text or a number, a list its records. */
const isSame = (sent: unknown, given: unknown): boolean => {
  if (Array.isArray(given)) {
    return Array.isArray(sent) && given.every((item) => sent.some((one) => isSame(one, item)));
  }
  if (typeof given === 'object' && given !== null) {
    return JSON.stringify(sent) === JSON.stringify(given);
  }
  if (Array.isArray(sent)) return sent.some((item) => isSame(item, given));
  if (typeof sent === 'object' && sent !== null) return isSame(Reflect.get(sent, 'id'), given);
  if (String(sent) === String(given)) return true;
  return typeof sent === 'string' && Date.parse(sent) === Date.parse(String(given));
};

const isSomewhere = (calls: readonly LoggedCall[], given: unknown) =>
  calls.some(({ path, query }) => `${path} ${JSON.stringify(query)}`.includes(String(given)));

const harness = useFaultHarness();

/**
 * Runs a scenario on a fresh sandbox.
 * @returns what it asked of Dastra, which is nothing where it is refused, and how it ended
 */
const runOn = async ({ method }: Scenario, input: object) => {
  await harness.reset();
  const inputData = filledIn({ ...input }, harness);
  const outcome = await outcomeOf(harness.run(method, { inputData }));
  return { outcome, calls: await harness.calls() };
};

const asText = (calls: readonly LoggedCall[]) =>
  JSON.stringify(calls.map(({ method, path, query, body }) => [method, path, query, body]));

describe('What a builder fills in', () => {
  it.each(FIELDS)('reaches Dastra: $name', async ({ operation, field }) => {
    const scenario = scenarioFor(operation, field);
    const { [field.key]: usual, ...without } = scenario.input;
    const { one } = scenario;
    const name = one?.sentAs?.[field.key] ?? field.key;
    /** What has to differ where the field is filled in. */
    const effectOf = ({ calls, outcome }: Awaited<ReturnType<typeof runOn>>) =>
      name === 'here' ? JSON.stringify(outcome) : asText(calls);
    const before = effectOf(await runOn(scenario, without));
    const values = [
      ...(usual === undefined ? [] : [usual]),
      ...(await valuesFor(harness, scenario, field, without)),
    ];
    const changing = [];
    for (const value of values) {
      const filled = { ...without, [field.key]: value };
      const input = await completed(harness, scenario, without, filled);
      const run = await runOn(scenario, input);
      if (effectOf(run) !== before) changing.push(value);
      if (name === 'calls' || name === 'here') continue;
      const arrives =
        name === 'text'
          ? isSomewhere(run.calls, value)
          : sentUnder(run.calls, name).some((sent) => isSame(sent, value));
      expect({ value, arrives }).toEqual({ value, arrives: true });
    }
    // What a default fills in already changes nothing.
    const wanted = values.filter((value) => name !== 'calls' && value !== field.default);
    expect(changing).toEqual(expect.arrayContaining(wanted));
    expect(changing).not.toEqual([]);
  });
});

const OPERATIONS = definition.operations.filter(({ hidden }) => !hidden);

it('Every operation but the instant triggers is run', () => {
  const run = new Set(SCENARIOS.map(({ key }) => key));
  const expected = OPERATIONS.filter(({ type }) => type !== 'hook').map(({ key }) => key);
  expect([...run].sort()).toEqual(expected.sort());
});
