/**
 * A long run of many operations at once, with random faults: in the end each success must be in Dastra
 * exactly once, each certain failure not at all, and each webhook must have started its Zap once.
 */
import type { Input } from '../cases/case.ts';
import { dataOf, deliveryOf } from '../support/deliveries.ts';
import {
  filledIn,
  HOOKS,
  type HookScenario,
  methodOf,
  SCENARIOS,
  type Scenario,
  writesTo,
} from '../support/scenarios.ts';
import { decisive, type Made, recorded } from './columns.ts';
import { type FaultHarness, outcomeOf } from './fault-harness.ts';

interface SoakOptions {
  hooks: number;
  creates: number;
  /** The same seed plans the same webhooks, creations and faults. */
  seed: number;
  /** The heap in use, in bytes. */
  heap: () => number;
  tell: (line: string) => void;
}

export interface SoakReport {
  /** What is not as it should be; nothing is as it should be. */
  deviations: string[];
  counts: Record<string, number>;
  /** The heap at the end of each fifth of the run, in bytes. */
  heaps: number[];
}

/** How many operations run at the same time. */
const AT_ONCE = 4;
/** How often Zapier replays a run that failed and can be replayed. */
const REPLAYS = 5;
/** One in so many operations meets a fault; one in so many webhooks comes twice. */
const RARE = 20;

/** Mulberry32: small, and the same everywhere. */
const randomOf = (seed: number) => {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
};

/** Faults of calls that write: certain ones, and those after which nobody knows. */
const WRITE_FAULTS = [
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
const READ_FAULTS = [
  { status: 503 },
  { status: 503, times: 9 },
  { drop: 'before' },
  { drop: 'during-chunked', times: 2 },
  { status: 429, headers: { 'retry-after': '1' } },
  { body: '{"id":' },
];

/** Where Dastra has the records that an instant trigger is about. */
const collectionOf = ({ hook }: HookScenario) => hook.record.slice(0, hook.record.lastIndexOf('/'));

const guidOf = (number: number) => `00000101-0099-4000-8000-${String(number).padStart(12, '0')}`;

/** What can be created in thousands, and where faults strike it. */
interface Kind {
  scenario: Scenario;
  post: { method: string; path: string };
  /** A read before or after, if there is one. */
  read: { method: string; path: string } | undefined;
}

/** Where any call of an endpoint goes. */
const anyOf = ({ endpoint: { method, path } }: Made) => ({
  method,
  path: path.replace('{workspaceId}', '101').replace(/\{\w+\}/g, '*'),
});

/** Every action whose case can make many records, in its rule. */
const kindsOf = async (harness: FaultHarness): Promise<Kind[]> => {
  const kinds: Kind[] = [];
  for (const scenario of SCENARIOS) {
    if (!scenario.one?.distinct || scenario.situation !== scenario.one.situations[0]) continue;
    const { method, input } = scenario;
    await harness.reset();
    const made = await recorded(() => harness.run(method, { inputData: filledIn(input, harness) }));
    const post = decisive(made);
    if (!post) throw new Error(`${scenario.name} makes no call.`);
    const read = made.find(({ endpoint }) => endpoint.effect === 'read');
    kinds.push({ scenario, post: anyOf(post), read: read && anyOf(read) });
  }
  await harness.reset();
  return kinds;
};

/** The triggers that take a signed webhook as it is, so that it may announce what Dastra does not have. */
const TAKING = HOOKS.filter(({ hook }) => !hook.calls?.full);

interface Creation {
  kind: Kind;
  /** Values that stand in its record, and in no other. */
  distinct: Input;
  input: Input;
  /** The list that shows the record. */
  list: string;
}

const creationOf = (kinds: readonly Kind[], index: number): Creation => {
  const kind = kinds[index % kinds.length];
  if (!kind) throw new Error('No case makes many records.');
  const { scenario } = kind;
  const distinct = scenario.one?.distinct?.(Math.floor(index / kinds.length)) ?? {};
  const input = { ...scenario.input, ...distinct };
  return { kind, distinct, input, list: writesTo({ ...scenario, input }) ?? '' };
};

/** How often each record may be in Dastra. */
type Tally = { creation: Creation; least: number; most: number; how: string }[];

/** The rows of a list, of all its pages. */
const rowsOf = async (harness: FaultHarness, list: string): Promise<object[]> => {
  const rows: object[] = [];
  for (let page = 1; ; page += 1) {
    const paged = list.includes('?') ? `${list}&page=${page}` : list;
    const answer = await harness.api<object[] | { items: object[] }>(paged);
    if (Array.isArray(answer)) return answer;
    rows.push(...answer.items);
    if (answer.items.length < 500) return rows;
  }
};

/** All texts and numbers in a value, as texts. */
const scalarsIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(scalarsIn)
    : [String(value)];

/** How often a list holds a row with all values of a creation. */
const countIn = (rows: readonly Set<string>[], { distinct }: Creation): number => {
  const values = Object.values(distinct).map(String);
  return rows.filter((row) => values.every((value) => row.has(value))).length;
};

/** Mixes two kinds of jobs evenly. */
const interleaved = <Job>(many: Job[], few: Job[]): Job[] => {
  const every = Math.max(1, Math.floor(many.length / Math.max(1, few.length)));
  const rest = [...few];
  const mixed = many.flatMap((job, index) => {
    const next = index % every === 0 ? rest.shift() : undefined;
    return next ? [job, next] : [job];
  });
  return [...mixed, ...rest];
};

export const soak = async (
  harness: FaultHarness,
  { hooks, creates, seed, heap, tell }: SoakOptions,
): Promise<SoakReport> => {
  const random = randomOf(seed);
  const rarely = () => random(RARE) === 0;
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[random(items.length)];
  const deviations: string[] = [];
  const counts: Record<string, number> = {};
  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const tally: Tally = [];
  const strike = async (call: object, fault: object | undefined) => {
    count('faults');
    await harness.control('faults', { ...call, ...fault });
  };

  const kinds = await kindsOf(harness);
  await harness.control('switches', { rateLimitPerMinute: 1_000_000 });
  const planned = Array.from({ length: creates }, (_none, index) => creationOf(kinds, index));
  const lists = [...new Set(planned.map(({ list }) => list))];
  const before = new Map<string, number>();
  for (const list of lists) before.set(list, (await rowsOf(harness, list)).length);
  const records = new Map<HookScenario, Record<string, unknown>>();
  for (const scenario of HOOKS) records.set(scenario, await dataOf(harness, scenario));
  /** The IDs of what was created and not announced yet, by the collection that it is in. */
  const unannounced = new Map<string, string[]>();

  /** Runs until it passes, as Zapier replays; what cannot be replayed ends it. */
  const replayed = async (run: () => Promise<unknown>) => {
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await outcomeOf(run());
      if ('result' in outcome) return outcome;
      if (!['AppError', 'ThrottledError', 'HaltedError'].includes(outcome.name)) {
        deviations.push(`An error that is none of ours: ${outcome.whole}`);
      }
      count(outcome.name);
      if (outcome.name === 'HaltedError' || attempt === REPLAYS) return outcome;
    }
  };

  const create = async (creation: Creation, fault: object | undefined, readFault?: object) => {
    const { kind, input } = creation;
    if (fault) await strike(kind.post, fault);
    if (kind.read && readFault) await strike(kind.read, readFault);
    const outcome = await replayed(() =>
      harness.run(kind.scenario.method, { inputData: filledIn(input, harness) }),
    );
    if ('result' in outcome) {
      count('creations done');
      tally.push({ creation, least: 1, most: 1, how: 'done' });
      const { id } = outcome.result as { id: string };
      unannounced.set(kind.post.path, [...(unannounced.get(kind.post.path) ?? []), id]);
      return;
    }
    const maybe = outcome.message.includes('We don’t know whether');
    count(maybe ? 'creations that may be done' : 'creations refused');
    tally.push({ creation, least: 0, most: maybe ? 1 : 0, how: outcome.message });
  };

  interface HookPlan {
    isLight: boolean;
    isSigned: boolean;
    twice: boolean;
    fault: object | undefined;
    cache: 'up' | 'down';
  }

  /** Announces a record by one webhook or two, and counts how often that starts the Zap. */
  const announce = async (scenario: HookScenario, id: string, plan: HookPlan) => {
    const { isLight, isSigned, twice, fault, cache } = plan;
    const { operation, hook } = scenario;
    const record = records.get(scenario) ?? {};
    const own = typeof record.id === 'number' ? Number(id) : id;
    const data = isLight ? { id: own, ...hook.light } : { ...record, id: own };
    const delivery = await deliveryOf(harness, scenario, 'full', { isSigned, data });
    if (fault) await strike({ method: 'GET', path: `${collectionOf(scenario)}/${id}` }, fault);
    const deliver = async () => {
      const outcome = await replayed(() =>
        harness.run<unknown[]>(
          methodOf(operation),
          { inputData: filledIn(hook.input, harness), ...delivery },
          cache === 'down' ? 'down' : harness.cache,
        ),
      );
      if ('result' in outcome) return (outcome.result as unknown[]).length;
      deviations.push(`A webhook of ${scenario.key} is lost: ${outcome.message}`);
      return 0;
    };
    let emitted = 0;
    const deliveries = twice ? 2 : 1;
    for (let index = 0; index < deliveries; index += 1) emitted += await deliver();
    count(isSigned ? 'signed webhooks' : 'unsigned webhooks');
    if (twice) count('webhooks that came twice');
    if (cache === 'down') count('webhooks without cache');
    // Without a cache nobody remembers the first delivery: twice is better than never.
    const expected = cache === 'down' ? deliveries : 1;
    if (emitted !== expected) {
      const what = `${scenario.key} ${id} ${JSON.stringify(plan)}`;
      deviations.push(`Webhook ${what}: emitted ${emitted}, not ${expected}.`);
    }
  };

  const hookJobs = Array.from({ length: hooks }, (_none, index) => {
    const isLight = random(5) === 0;
    const fault = rarely() && isLight ? pick(READ_FAULTS) : undefined;
    const twice = rarely();
    // The cache is down for a tenth of the run.
    const cache = Math.floor((index / hooks) * 10) === 4 ? ('down' as const) : ('up' as const);
    return async () => {
      const scenario = TAKING[index % TAKING.length];
      if (!scenario) throw new Error('There is no instant trigger.');
      // A record that was just made is open, which starts nothing but what waits for new ones.
      const isOfNew = scenario.hook.events.every((event) => /Creation$/.test(event));
      const known = isLight && isOfNew ? unannounced.get(collectionOf(scenario))?.pop() : undefined;
      const isNumber = typeof records.get(scenario)?.id === 'number';
      const number = 1_000_000 + index;
      const id = known ?? (isNumber ? String(number) : guidOf(number));
      const plan = { isLight: known !== undefined, isSigned: true, twice, cache };
      await announce(scenario, id, { ...plan, fault: known === undefined ? undefined : fault });
    };
  });
  const createJobs = planned.map((creation) => {
    const fault = rarely() ? pick(WRITE_FAULTS) : undefined;
    const readFault = rarely() ? pick(READ_FAULTS) : undefined;
    const plan = {
      isLight: true,
      isSigned: false,
      twice: rarely(),
      fault: rarely() ? pick(READ_FAULTS.slice(0, -1)) : undefined,
      cache: 'up' as const,
    };
    const isSpared = random(2) === 0;
    return async () => {
      await create(creation, fault, readFault);
      const scenario = HOOKS.find((one) => collectionOf(one) === creation.kind.post.path);
      // Half of them are left for signed webhooks that say little.
      if (!scenario || isSpared) return;
      const id = unannounced.get(collectionOf(scenario))?.pop();
      if (id) await announce(scenario, id, plan);
    };
  });

  const jobs = interleaved(hookJobs, createJobs);
  const heaps: number[] = [];
  const started = performance.now();
  let next = 0;
  let finished = 0;
  const work = async () => {
    for (let job = jobs[next++]; job; job = jobs[next++]) {
      await job();
      finished += 1;
      if (finished % Math.ceil(jobs.length / 5) !== 0 && finished !== jobs.length) continue;
      await harness.forget('requests');
      heaps.push(heap());
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      const megabytes = ((heaps.at(-1) ?? 0) / 1e6).toFixed(1);
      tell(`${String(finished).padStart(6)} of ${jobs.length}, ${seconds} s, heap ${megabytes} MB`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));

  await harness.clearFaults();
  counts['records in Dastra'] = 0;
  for (const list of lists) {
    const rows = (await rowsOf(harness, list)).map((row) => new Set(scalarsIn(row)));
    let expected = before.get(list) ?? 0;
    for (const { creation, least, most, how } of tally) {
      if (creation.list !== list) continue;
      const times = countIn(rows, creation);
      expected += times;
      if (times >= least && times <= most) continue;
      const what = Object.values(creation.distinct).join(', ');
      deviations.push(`“${what}” is in Dastra ${times} times, not ${least} to ${most}: ${how}`);
    }
    counts['records in Dastra'] += rows.length;
    if (rows.length !== expected) {
      deviations.push(`${list} has ${rows.length - expected} records that nobody made.`);
    }
  }
  return { deviations, counts, heaps };
};
