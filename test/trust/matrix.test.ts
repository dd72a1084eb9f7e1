/** Every operation under every fault: how it ends, what it says, and what is left in Dastra. */
import { limits } from '../../src/dastra/client.ts';
import { applies } from './errors-document.ts';
import { FAULTS, type FaultRow, PRIVATE, plan } from './faults.ts';
import { type Ending, endingOf, type Lab, useLab } from './lab.ts';
import { OPERATIONS, type Operation, type Promised, promised } from './operations.ts';

const { read, write } = limits;
afterEach(() => Object.assign(limits, { read, write }));

const itemsOf = (ending: Ending) =>
  'result' in ending && Array.isArray(ending.result) ? ending.result.length : undefined;

const expectEnding = (ending: Ending, promise: Promised, { delay }: FaultRow) => {
  if (promise.ends === 'result') {
    expect(ending).toHaveProperty('result');
    if (promise.items !== undefined) expect(itemsOf(ending)).toBe(promise.items);
    return;
  }
  const { name, message } = promise;
  expect(ending).toMatchObject({ name, message });
  if ('result' in ending) return;
  expect(ending.message).not.toMatch(/undefined|null|NaN|\[object|sandbox-key|What happened| {2}/);
  expect(ending.whole).not.toContain(PRIVATE);
  expect(ending.whole).not.toContain('Secretname');
  expect(ending.whole).not.toContain('sandbox-key');
  if (delay === undefined || delay === 'none') return expect(ending.delay).toBeUndefined();
  expect(ending.delay).toBeGreaterThanOrEqual(delay.from);
  expect(ending.delay).toBeLessThanOrEqual(delay.to);
};

/** What the fault must leave in Dastra. */
const left = (
  { goal, left: some = goal, prepare, before = prepare ? 1 : 0 }: Operation,
  { done }: FaultRow,
) => (done ? some : before);

/** Runs one cell: under the fault, and then again without it. */
const runCell = async (lab: Lab, operation: Operation, row: FaultRow) => {
  const { call, count, goal, emits } = operation;
  await operation.prepare?.(lab);
  await lab.forget('requests');
  if (row.limit) limits[call?.method === 'POST' ? 'write' : 'read'] = row.limit;
  if (call) await plan(row, operation, call, lab);

  const promise = promised(operation, row);
  const ending = await endingOf(operation.run(lab));
  expectEnding(ending, promise, row);
  expect(lab.strangerCalls()).toBe(0);
  if (row.done === 'late') await lab.settle();
  const posts = (await lab.calls()).filter(({ method }) => method === 'POST');
  expect(posts.length).toBeLessThanOrEqual(1);

  await lab.mend();
  Object.assign(limits, { read, write });
  if (count) expect(await count(lab)).toBe(left(operation, row));

  // Zapier, or the builder, runs it again; after "look first" only where looking shows nothing.
  const mayRepeat =
    promise.ends === 'result' ||
    !promise.maybeDone ||
    operation.looksFirst ||
    row.done === undefined;
  if (!mayRepeat) return;
  const again = await operation.run(lab);
  if (count) expect(await count(lab)).toBe(goal);
  if (emits) expect((itemsOf(ending) ?? 0) + (again as unknown[]).length).toBe(emits);
};

describe.each(OPERATIONS)('$name', (operation) => {
  const lab = useLab();
  it.each(FAULTS.filter((row) => applies(operation, row)))('$name', async (row) => {
    await runCell(lab, operation, row);
  });
});
