/** Every operation under every fault of its shape: how it ends, what it says, and what is left in Dastra. */
import { limits } from '../../src/dastra/client.ts';
import {
  type Column,
  columnsOf,
  complaintOf,
  meets,
  type Promised,
  promised,
  strikeOf,
} from '../resilience/columns.ts';
import {
  type Outcome,
  outcomeOf,
  startFaultHarness,
  useFaultHarness,
} from '../resilience/fault-harness.ts';
import { FAULTS, type FaultRow, inject, PRIVATE } from '../resilience/faults.ts';

// Which faults each column meets is known before any test: from clean runs in a harness of their own.
const recording = await startFaultHarness();
const columns = await columnsOf(recording).finally(() => recording.close());

const harness = useFaultHarness();

const { read, write } = limits;
// Nobody waits for another attempt.
beforeAll(() => Object.assign(limits, { pause: 1 }));
afterEach(() => Object.assign(limits, { read, write }));

const itemsOf = (outcome: Outcome) =>
  'result' in outcome && Array.isArray(outcome.result) ? outcome.result.length : undefined;

const expectOutcome = (
  outcome: Outcome,
  promise: Promised,
  { delay }: FaultRow,
  texts: readonly string[],
) => {
  if (promise.ends === 'result') {
    expect(outcome).toHaveProperty('result');
    if (promise.items !== undefined) expect(itemsOf(outcome)).toBe(promise.items);
    return;
  }
  const { name, message } = promise;
  expect(outcome).toMatchObject({ name, message });
  if ('result' in outcome) return;
  expect(outcome.message).not.toMatch(/undefined|null|NaN|\[object|sandbox-key|What happened| {2}/);
  for (const secret of [PRIVATE, 'sandbox-key', ...texts]) {
    expect(outcome.whole).not.toContain(secret);
  }
  if (delay === undefined || delay === 'none') return expect(outcome.delay).toBeUndefined();
  expect(outcome.delay).toBeGreaterThanOrEqual(delay.from);
  expect(outcome.delay).toBeLessThanOrEqual(delay.to);
};

/** What Dastra shows of what a column writes: the number of rows, or the record. */
const stateOf = async ({ writesTo, counts = () => true }: Column): Promise<unknown> => {
  if (!writesTo) return undefined;
  const answer = await harness.api<object[] | { items?: object[] }>(writesTo);
  const rows = Array.isArray(answer) ? answer : answer.items;
  return rows ? rows.filter(counts).length : answer;
};

/** What is written is there once, and what is removed is gone. */
const expectState = async (column: Column, before: unknown, isDone: boolean, writes = 1) => {
  const now = await stateOf(column);
  const isRemoval = column.call?.endpoint.effect === 'remove';
  if (!isDone) expect(now).toEqual(before);
  else if (typeof before === 'number') expect(now).toBe(isRemoval ? 0 : before + writes);
  else if (before !== undefined) expect(now).not.toEqual(before);
};

/** Under the fault, and then again without it. */
const runCell = async (column: Column, row: FaultRow) => {
  const { call, emits, writes = 1, looksFirst, texts } = column;
  await column.prepare?.(harness);
  const before = await stateOf(column);
  await harness.forget('requests');
  const effect = call?.endpoint.effect;
  const isWrite = effect === 'create' || effect === 'change';
  if (row.limit) limits[isWrite ? 'write' : 'read'] = row.limit;
  if (call) await inject(row, strikeOf(call), complaintOf(column).inApi, harness);

  const promise = promised(column, row);
  const outcome = await outcomeOf(column.run(harness));
  expectOutcome(outcome, promise, row, texts);
  expect(harness.foreignCalls()).toBe(0);
  if (row.done === 'late') await harness.settle();
  const otherWay = promise.ends === 'result' && promise.otherWay === true;
  if (effect === 'create' && !otherWay) {
    const posts = (await harness.calls()).filter(({ method }) => method === 'POST');
    expect(posts.length).toBeLessThanOrEqual(1);
  }

  await harness.clearFaults();
  Object.assign(limits, { read, write });
  // Of several writes the first one fails, and the others are not made.
  await expectState(column, before, effect !== 'read' && (row.done !== undefined || otherWay));

  // Zapier, or the builder, runs it again; after "look first" only where looking shows nothing.
  const isOver = promise.ends === 'result' ? effect === 'create' : promise.maybeDone;
  const mayRepeat = !isOver || column.repeatable || looksFirst || row.done === undefined;
  if (!mayRepeat) return;
  const again = await column.run(harness);
  await expectState(column, before, effect !== 'read', writes);
  if (emits) expect((itemsOf(outcome) ?? 0) + (again as unknown[]).length).toBe(emits);
};

const struck = columns
  .map((column) => ({
    column,
    name: column.name,
    rows: FAULTS.filter((row) => meets(columns, column, row)),
  }))
  .filter(({ rows }) => rows.length > 0);

describe.each(struck)('$name', ({ column, rows }) => {
  it.each(rows)('$name', async (row) => {
    await runCell(column, row);
  });
});
