/** What the soak can do in thousands, and where faults strike it: all of it follows from the cases. */
import { deliveryOf } from '../support/deliveries.ts';
import {
  filledIn,
  HOOKS,
  type HookScenario,
  methodOf,
  SCENARIOS,
  type Scenario,
} from '../support/scenarios.ts';
import { decisive, type Made, recorded } from './columns.ts';
import type { FaultHarness } from './fault-harness.ts';

/** Faults of calls that write: certain ones, and those after which nobody knows. */
export const WRITE_FAULTS = [
  { status: 400, body: 'No' },
  { status: 403 },
  { status: 409 },
  { status: 413 },
  { status: 429, headers: { 'retry-after': '1' } },
  { status: 500 },
  { status: 502, body: '<html>Bad gateway</html>' },
  { drop: 'before' },
  { drop: 'during-chunked' },
  { drop: 'after' },
  { body: '' },
  { body: { unexpected: true } },
];
/** Faults of calls that read: passing ones, lasting ones, and wrong answers. */
export const READ_FAULTS = [
  { status: 503 },
  { status: 503, times: 9 },
  { drop: 'before' },
  { drop: 'during-chunked', times: 2 },
  { status: 429, headers: { 'retry-after': '1' } },
  { body: '{"id":' },
];

/** Those after which Dastra does not claim to have done what it has not done. */
export const HONEST_FAULTS = WRITE_FAULTS.filter(
  (fault) => !('body' in fault) || 'status' in fault,
);

/** Where Dastra has the records that an instant trigger is about. */
export const collectionOf = ({ hook }: HookScenario) =>
  hook.record.slice(0, hook.record.lastIndexOf('/'));

/** Whether a path is one of a pattern, where `*` stands for an ID. */
export const matches = (path: string, pattern: string) =>
  new RegExp(`^${pattern.replaceAll('*', '[^/]+')}$`).test(path);

export const guidOf = (number: number) =>
  `00000101-0099-4000-8000-${String(number).padStart(12, '0')}`;

/** Where a fault strikes. */
export interface Place {
  method: string;
  path: string;
}

/** What can be created or changed in thousands, and where faults strike it. */
export interface Kind {
  scenario: Scenario;
  write: Place;
  /** Repeating the write would do it twice. */
  isOnce: boolean;
  /** The reads before and after. */
  reads: Place[];
  /** Where it looks for what it has done, and how often it has read there before. */
  look: { place: Place; passes: number } | undefined;
}

/** Where any call of an endpoint goes. */
const anyOf = ({ endpoint: { method, path } }: Made): Place => ({
  method,
  path: path.replace('{workspaceId}', '101').replace(/\{\w+\}/g, '*'),
});

const readsOf = (made: readonly Made[]) =>
  made.filter(({ endpoint }) => endpoint.effect === 'read').map(anyOf);

/** The last read before the write is made again after it, where its answer is lost. */
const lookOf = (made: readonly Made[]): Kind['look'] => {
  const write = made.findIndex(({ endpoint }) => endpoint.effect !== 'read');
  const before = readsOf(made.slice(0, write));
  const place = before.at(-1);
  return place && { place, passes: before.filter(({ path }) => path === place.path).length };
};

/** Every action whose case can make or change many records, in its rule. */
export const kindsOf = async (
  harness: FaultHarness,
  way: 'distinct' | 'changes',
): Promise<Kind[]> => {
  const kinds: Kind[] = [];
  for (const scenario of SCENARIOS) {
    if (!scenario.one?.[way] || scenario.situation !== scenario.one.situations[0]) continue;
    const { method, input } = scenario;
    await harness.reset();
    const made = await recorded(() => harness.run(method, { inputData: filledIn(input, harness) }));
    const write = decisive(made);
    if (!write) throw new Error(`${scenario.name} makes no call.`);
    const isOnce = write.endpoint.effect === 'create';
    kinds.push({ scenario, write: anyOf(write), isOnce, reads: readsOf(made), look: lookOf(made) });
  }
  await harness.reset();
  return kinds;
};

/** The triggers that take a signed webhook as it is, so that it may announce what Dastra does not have. */
export const TAKING = HOOKS.filter(({ hook }) => !hook.calls?.full);

/** The triggers that read every record, which Dastra must have therefore. */
export const READING = HOOKS.filter(({ hook }) => hook.calls?.full);

/** What an instant trigger reads of its record. */
export const readsOfHook = async (
  harness: FaultHarness,
  scenario: HookScenario,
): Promise<Place[]> => {
  const { hook, operation } = scenario;
  const bundle = {
    inputData: filledIn(hook.input, harness),
    ...(await deliveryOf(harness, scenario, 'light', { isSigned: false })),
  };
  harness.cache = {};
  return readsOf(await recorded(() => harness.run(methodOf(operation), bundle)));
};
