/** Every operation under every fault: how it ends, what it says, and what is left in Dastra. */
import { applies } from '../../docs/errors.ts';
import { limits } from '../../src/dastra/client.ts';
import { type FaultHarness, type Outcome, outcomeOf, useFaultHarness } from './fault-harness.ts';
import { FAULTS, type FaultRow, PRIVATE, plan } from './faults.ts';
import { OPERATIONS, type Operation, type Promised, promised } from './operations.ts';

const { read, write } = limits;
afterEach(() => Object.assign(limits, { read, write }));

const itemsOf = (outcome: Outcome) =>
  'result' in outcome && Array.isArray(outcome.result) ? outcome.result.length : undefined;

const expectOutcome = (outcome: Outcome, promise: Promised, { delay }: FaultRow) => {
  if (promise.ends === 'result') {
    expect(outcome).toHaveProperty('result');
    if (promise.items !== undefined) expect(itemsOf(outcome)).toBe(promise.items);
    return;
  }
  const { name, message } = promise;
  expect(outcome).toMatchObject({ name, message });
  if ('result' in outcome) return;
  expect(outcome.message).not.toMatch(/undefined|null|NaN|\[object|sandbox-key|What happened| {2}/);
  expect(outcome.whole).not.toContain(PRIVATE);
  expect(outcome.whole).not.toContain('Secretname');
  expect(outcome.whole).not.toContain('sandbox-key');
  if (delay === undefined || delay === 'none') return expect(outcome.delay).toBeUndefined();
  expect(outcome.delay).toBeGreaterThanOrEqual(delay.from);
  expect(outcome.delay).toBeLessThanOrEqual(delay.to);
};

/** What the fault must leave in Dastra. */
const left = (
  { goal, left: some = goal, prepare, before = prepare ? 1 : 0 }: Operation,
  { done }: FaultRow,
) => (done ? some : before);

/** Runs one cell: under the fault, and then again without it. */
const runCell = async (harness: FaultHarness, operation: Operation, row: FaultRow) => {
  const { call, count, goal, emits } = operation;
  await operation.prepare?.(harness);
  await harness.forget('requests');
  if (row.limit) limits[call?.method === 'POST' ? 'write' : 'read'] = row.limit;
  if (call) await plan(row, operation, call, harness);

  const promise = promised(operation, row);
  const outcome = await outcomeOf(operation.run(harness));
  expectOutcome(outcome, promise, row);
  expect(harness.foreignCalls()).toBe(0);
  if (row.done === 'late') await harness.settle();
  const posts = (await harness.calls()).filter(({ method }) => method === 'POST');
  expect(posts.length).toBeLessThanOrEqual(1);

  await harness.clearFaults();
  Object.assign(limits, { read, write });
  if (count) expect(await count(harness)).toBe(left(operation, row));

  // Zapier, or the builder, runs it again; after "look first" only where looking shows nothing.
  const mayRepeat =
    promise.ends === 'result' ||
    !promise.maybeDone ||
    operation.looksFirst ||
    row.done === undefined;
  if (!mayRepeat) return;
  const again = await operation.run(harness);
  if (count) expect(await count(harness)).toBe(goal);
  if (emits) expect((itemsOf(outcome) ?? 0) + (again as unknown[]).length).toBe(emits);
};

describe.each(OPERATIONS)('$name', (operation) => {
  const harness = useFaultHarness();
  it.each(FAULTS.filter((row) => applies(operation, row)))('$name', async (row) => {
    await runCell(harness, operation, row);
  });
});
