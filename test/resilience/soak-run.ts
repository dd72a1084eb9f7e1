/**
 * A long run of many operations at once, with random faults: in the end each success must be in Dastra
 * exactly once, each certain failure not at all, and each webhook must have started its Zap once, where
 * it is to start it.
 */
import type { Input } from '../cases/case.ts';
import { dataOf, deliveryOf } from '../support/deliveries.ts';
import { filledIn, HOOKS, type HookScenario, methodOf, writesTo } from '../support/scenarios.ts';
import { type FaultHarness, outcomeOf } from './fault-harness.ts';
import {
  collectionOf,
  guidOf,
  HONEST_FAULTS,
  type Kind,
  kindsOf,
  matches,
  type Place,
  READ_FAULTS,
  READING,
  readsOfHook,
  TAKING,
  WRITE_FAULTS,
} from './soak-kinds.ts';

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
  /** The least heap in each fifth of the run, in bytes: what is under way just then is no leak. */
  heaps: number[];
}

/** How many operations run at the same time. */
const AT_ONCE = 4;
/** How often Zapier replays a run that failed and can be replayed. */
const REPLAYS = 5;
/** One in so many operations meets a fault; one in so many webhooks comes twice. */
const RARE = 20;
/** One in so many operations that look for what they have done meets a fault. */
const LOOKED_FOR = 4;
/** One in so many webhooks is about a record that is read in any case. */
const READS = 20;

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

  const kinds = await kindsOf(harness, 'distinct');
  const changeKinds = await kindsOf(harness, 'changes');
  const hookReads = new Map<HookScenario, Place[]>();
  for (const scenario of HOOKS) hookReads.set(scenario, await readsOfHook(harness, scenario));
  await harness.control('switches', { rateLimitPerMinute: 1_000_000 });
  const planned = Array.from({ length: creates }, (_none, index) => creationOf(kinds, index));
  const lists = [...new Set(planned.map(({ list }) => list))];
  const before = new Map<string, number>();
  for (const list of lists) before.set(list, (await rowsOf(harness, list)).length);
  const records = new Map<HookScenario, Record<string, unknown>>();
  for (const scenario of HOOKS) records.set(scenario, await dataOf(harness, scenario));
  /** The IDs of what was created and not announced yet, by the collection that it is in. */
  const unannounced = new Map<string, string[]>();
  /** How many records somebody in Dastra made, by the collection that they are in. */
  const byHand = new Map<string, number>();
  const changed: { path: string; values: string[]; what: string }[] = [];

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

  interface WriteFaults {
    write: object | undefined;
    read: object | undefined;
    /** Which of the reads it strikes. */
    place: Place | undefined;
    /** It cannot look either for what became of the write. */
    isBlind: boolean;
  }
  const strikeWrite = async (kind: Kind, { write, read, place, isBlind }: WriteFaults) => {
    const { look } = kind;
    if (write) await strike(kind.write, write);
    if (isBlind && look) {
      await strike(look.place, { latencyMs: 0, times: look.passes });
      await strike(look.place, { status: 403 });
    } else if (read && place) await strike(place, read);
  };

  /** Creations of one kind one after another, so that a fault strikes the one that it is meant for. */
  const turns = new Map<Kind, Promise<unknown>>();
  const inTurn = <Result>(kind: Kind, run: () => Promise<Result>): Promise<Result> => {
    const turn = (turns.get(kind) ?? Promise.resolve()).then(run);
    turns.set(kind, turn);
    return turn;
  };

  /** @returns the ID of what it has created, if that is known */
  const create = async (creation: Creation, faults: WriteFaults): Promise<string | undefined> => {
    const { kind, input } = creation;
    await strikeWrite(kind, faults);
    const outcome = await replayed(() =>
      harness.run(kind.scenario.method, { inputData: filledIn(input, harness) }),
    );
    if ('result' in outcome) {
      count('creations done');
      tally.push({ creation, least: 1, most: 1, how: 'done' });
      return (outcome.result as { id?: string }).id;
    }
    const maybe = outcome.message.includes('We don’t know whether');
    count(maybe ? 'creations that may be done' : 'creations refused');
    tally.push({ creation, least: 0, most: maybe ? 1 : 0, how: outcome.message });
    return undefined;
  };

  /** Changes a record that was created, then once more, as a step that is repeated. */
  const change = async (kind: Kind, id: string, faults: WriteFaults) => {
    const { scenario } = kind;
    const values = scenario.one?.changes?.(id) ?? {};
    // Without what its rule fills in, which may be what tells the record from others.
    const input = { ...scenario.one?.input, ...values };
    await strikeWrite(kind, faults);
    for (const _time of ['once', 'again']) {
      const inputData = filledIn(input, harness);
      const outcome = await replayed(() => harness.run(scenario.method, { inputData }));
      if (!('result' in outcome)) return count('changes refused');
    }
    count('changes done');
    const path = writesTo({ ...scenario, input }) ?? '';
    changed.push({ path, values: Object.values(values).map(String), what: scenario.name });
  };

  /** What can be done once only, and how often Dastra has done it. */
  const onces = changeKinds.filter(({ isOnce }) => isOnce);
  const doneOnce = new Map<string, number>();
  const countOnces = async () => {
    for (const { method, path, body, isDone } of await harness.calls()) {
      const isOne = onces.some(({ write }) => write.method === method && matches(path, write.path));
      if (!isOne || !isDone) continue;
      // The record is in the path, or in the body by its ID.
      const { id = '' } = { ...(body as { id?: unknown } | null) };
      const what = `${method} ${path} ${id}`.trim();
      doneOnce.set(what, (doneOnce.get(what) ?? 0) + 1);
    }
  };

  interface HookPlan {
    isLight: boolean;
    isSigned: boolean;
    /** Each webhook comes twice. */
    twice: boolean;
    /** Where it may, the record changes once more in the same minute. */
    again: boolean;
    fault: object | undefined;
    place: Place | undefined;
    cache: 'up' | 'down';
    /** What the form holds beside the least, and whether the record starts the Zap then. */
    filters: Input;
    starts: boolean;
  }

  /** Announces a record by one webhook or more, and counts how often that starts the Zap. */
  const announce = async (scenario: HookScenario, id: string, plan: HookPlan) => {
    const { isLight, isSigned, twice, fault, place, cache, filters, starts } = plan;
    const { operation, hook } = scenario;
    const record = records.get(scenario) ?? {};
    const own = typeof record.id === 'number' ? Number(id) : id;
    const data = isLight ? { id: own, ...hook.light } : { ...record, id: own };
    const first = await deliveryOf(harness, scenario, 'full', { isSigned, data });
    const changes = plan.again && hook.again ? [{ ...data, ...hook.again }] : [];
    const date = '2026-11-24T10:31:50.6882299';
    const others = changes.map((next) =>
      deliveryOf(harness, scenario, 'full', { isSigned, data: next, date }),
    );
    if (fault && place) await strike(place, fault);
    const deliver = async (delivery: object) => {
      const outcome = await replayed(() =>
        harness.run<unknown[]>(
          methodOf(operation),
          { inputData: filledIn({ ...hook.input, ...filters }, harness), ...delivery },
          cache === 'down' ? 'down' : harness.cache,
        ),
      );
      if ('result' in outcome) return (outcome.result as unknown[]).length;
      deviations.push(`A webhook of ${scenario.key} is lost: ${outcome.message}`);
      return 0;
    };
    let emitted = 0;
    const events = [first, ...(await Promise.all(others))];
    const deliveries = twice ? 2 : 1;
    for (const delivery of events) {
      for (let index = 0; index < deliveries; index += 1) emitted += await deliver(delivery);
    }
    count(isSigned ? 'signed webhooks' : 'unsigned webhooks');
    if (twice) count('webhooks that came twice');
    if (events.length > 1) count('second changes in a minute');
    if (cache === 'down') count('webhooks without cache');
    if (!starts) count('webhooks that start nothing');
    // Without a cache nobody remembers the first delivery: twice is better than never.
    const expected = starts ? events.length * (cache === 'down' ? deliveries : 1) : 0;
    if (emitted !== expected) {
      const what = `${scenario.key} ${id} ${JSON.stringify(plan)}`;
      deviations.push(`Webhook ${what}: emitted ${emitted}, not ${expected}.`);
    }
  };

  /** What is the same for most webhooks. */
  const PLAIN = { isLight: false, isSigned: true, again: false, filters: {}, starts: true };
  /** The cache is down for a tenth of the run. */
  const cacheAt = (index: number) => (Math.floor((index / hooks) * 10) === 4 ? 'down' : 'up');

  /** A webhook that is taken as it is, or of little about a record that was just made. */
  const takingJob = (index: number) => {
    const isLight = random(5) === 0;
    const fault = rarely() && isLight ? pick(READ_FAULTS) : undefined;
    const twice = rarely();
    const again = rarely();
    return async () => {
      const scenario = TAKING[index % TAKING.length];
      if (!scenario) throw new Error('There is no instant trigger.');
      // A record that was just made is open, which starts nothing but what waits for new ones.
      const isOfNew = scenario.hook.events.every((event) => /Creation$/.test(event));
      const known = isLight && isOfNew ? unannounced.get(collectionOf(scenario))?.pop() : undefined;
      const isNumber = typeof records.get(scenario)?.id === 'number';
      const number = 1_000_000 + index;
      const id = known ?? (isNumber ? String(number) : guidOf(number));
      await announce(scenario, id, {
        ...PLAIN,
        isLight: known !== undefined,
        twice,
        again,
        fault: known === undefined ? undefined : fault,
        place: hookReads.get(scenario)?.[0],
        cache: cacheAt(index),
      });
    };
  };

  /** A webhook of what somebody did in Dastra, which is read in any case. */
  const readingJob = (index: number) => {
    const scenario = READING[Math.floor(index / READS) % READING.length];
    const { happens } = scenario?.hook ?? {};
    if (!scenario || !happens) throw new Error(`${scenario?.key} does not say how it happens.`);
    const plan: HookPlan = {
      ...PLAIN,
      isLight: random(2) === 0,
      isSigned: random(4) > 0,
      twice: random(4) === 0,
      fault: random(4) === 0 ? pick(READ_FAULTS) : undefined,
      place: pick(hookReads.get(scenario) ?? []),
      cache: cacheAt(index),
    };
    return async () => {
      const id = await happens(harness.control);
      const collection = collectionOf(scenario);
      byHand.set(collection, (byHand.get(collection) ?? 0) + 1);
      await announce(scenario, id, plan);
    };
  };

  const hookJobs = Array.from({ length: hooks }, (_none, index) =>
    index % READS === 0 ? readingJob(index) : takingJob(index),
  );
  /** Which faults an action meets. @param faults those of its write */
  const faultsOf = ({ reads, scenario: { situation } }: Kind, faults: readonly object[]) => {
    const isLookedFor = situation.repeatable === true;
    const write = random(isLookedFor ? LOOKED_FOR : RARE) === 0 ? pick(faults) : undefined;
    const isHonest = write !== undefined && HONEST_FAULTS.some((fault) => fault === write);
    return {
      write,
      read: rarely() ? pick(READ_FAULTS) : undefined,
      place: pick(reads),
      // What Dastra claims to have done is believed where it cannot be looked for.
      isBlind: random(2) === 0 && isLookedFor && isHonest,
    };
  };
  const createJobs = planned.map((creation) => {
    const { kind } = creation;
    const faults = faultsOf(kind, WRITE_FAULTS);
    const scenario = HOOKS.find((one) => collectionOf(one) === kind.write.path);
    const { forOwn } = scenario?.hook ?? {};
    const starts = !forOwn || random(2) === 0;
    const plan: HookPlan = {
      ...PLAIN,
      isLight: true,
      isSigned: false,
      twice: rarely(),
      fault: rarely() ? pick(READ_FAULTS.slice(0, -1)) : undefined,
      place: scenario && hookReads.get(scenario)?.[0],
      cache: 'up',
      filters: starts ? { ...forOwn } : {},
      starts,
    };
    const isSpared = random(2) === 0;
    const isChanged = random(2) === 0;
    const changes = changeKinds
      .filter((one) => isChanged && one.scenario.one?.writesTo?.startsWith(`${kind.write.path}/`))
      .map((one) => ({ one, faults: faultsOf(one, one.isOnce ? WRITE_FAULTS : HONEST_FAULTS) }));
    return async () => {
      const created = await inTurn(kind, () => create(creation, faults));
      if (created === undefined) return;
      // Half of them are left for signed webhooks that say little, where a record is taken as it comes.
      if (isSpared && scenario && TAKING.includes(scenario)) {
        const { path } = kind.write;
        unannounced.set(path, [...(unannounced.get(path) ?? []), created]);
      } else if (scenario) await announce(scenario, created, plan);
      for (const one of changes) await change(one.one, created, one.faults);
    };
  });

  const jobs = interleaved(hookJobs, createJobs);
  const heaps: number[] = [];
  let seen: number[] = [];
  const started = performance.now();
  let next = 0;
  let finished = 0;
  const work = async () => {
    for (let job = jobs[next++]; job; job = jobs[next++]) {
      await job();
      finished += 1;
      const isLast = finished === jobs.length;
      if (finished % Math.ceil(jobs.length / 50) === 0 || isLast) seen.push(heap());
      if (finished % Math.ceil(jobs.length / 5) !== 0 && !isLast) continue;
      heaps.push(Math.min(...seen));
      seen = [];
      await countOnces();
      await harness.forget('requests');
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
    let expected = (before.get(list) ?? 0) + (byHand.get(list.replace(/\?.*/, '')) ?? 0);
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
  for (const { path, values, what } of changed) {
    const record = new Set(scalarsIn(await harness.api(path)));
    if (values.every((value) => record.has(value))) continue;
    deviations.push(`${what} is not in Dastra, though it was done: ${path}`);
  }
  for (const [what, times] of doneOnce) {
    if (times > 1) deviations.push(`${what} was done ${times} times.`);
  }
  return { deviations, counts, heaps };
};
