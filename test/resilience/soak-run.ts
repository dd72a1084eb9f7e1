/**
 * A long run of many operations at once, with random faults: in the end each success must be in Dastra
 * exactly once, each certain failure not at all, and each webhook must have started its Zap once.
 */
import { event, webhook } from '../support/webhooks.ts';
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

const inWorkspace = { workspaceId: '101' };
const WORKSPACE = '/v1/ws/101';
const RECIPIENT_TYPES = [
  'InternalService',
  'JointController',
  'DataSubject',
  'PublicOrganism',
  'InstitutionalPartner',
  'AuthorizedThirdParty',
];
const ACTORS = 12;
const PROCESSINGS = 8;

/** A link that nothing else makes: who, where, and as what. */
const linkOf = (index: number) => ({
  actorId: String(1001 + (index % ACTORS)),
  dataProcessingId: `00000101-0001-4000-8000-${String(1 + (Math.floor(index / ACTORS) % PROCESSINGS)).padStart(12, '0')}`,
  type: 'Recipient',
  recipientType:
    RECIPIENT_TYPES[Math.floor(index / (ACTORS * PROCESSINGS)) % RECIPIENT_TYPES.length] ?? '',
});
type Link = ReturnType<typeof linkOf>;
const linkName = ({ actorId, dataProcessingId, recipientType }: Link) =>
  `${actorId} ${dataProcessingId} ${recipientType}`;

interface Creation {
  key: string;
  /** Tells the record in Dastra. */
  name: string;
  input: object;
  /** What writes. */
  post: string;
  /** What reads, before or after. */
  reads?: string;
}

/** The four kinds of creation. */
const creationOf = (index: number): Creation => {
  const name = `soak-${index}`;
  const kinds: Creation[] = [
    {
      key: 'create_task',
      name,
      post: `${WORKSPACE}/Tasks`,
      input: { label: name, areaId: '204' },
    },
    {
      key: 'create_actor',
      name,
      post: `${WORKSPACE}/Actors`,
      input: { actorType: 'Morale', companyName: name },
    },
    {
      key: 'create_rights_request',
      name,
      post: `${WORKSPACE}/DataSubjectRequests`,
      input: { title: name, purposes: ['Access'], areaId: '204' },
      reads: `${WORKSPACE}/DataSubjectRequests/*`,
    },
  ];
  const link = linkOf(Math.floor(index / 4));
  const attach: Creation = {
    key: 'attach_actor_to_processing',
    name: linkName(link),
    post: `${WORKSPACE}/DataProcessings/recipients/batch`,
    input: link,
    reads: `${WORKSPACE}/DataProcessings/recipients/*`,
  };
  return [...kinds, attach][index % 4] ?? attach;
};

/** How often each record may be in Dastra, by its name. */
type Tally = Map<string, { least: number; most: number; how: string }>;

/** What Dastra has of the run, by name. */
const foundIn = async (harness: FaultHarness): Promise<Map<string, number>> => {
  const found = new Map<string, number>();
  const add = (name: string) => found.set(name, (found.get(name) ?? 0) + 1);
  for (const [resource, key] of [
    ['Tasks', 'label'],
    ['Actors', 'companyName'],
    ['DataSubjectRequests', 'title'],
  ] as const) {
    for (let page = 1; ; page += 1) {
      const { items } = await harness.api<{ items: Record<string, unknown>[] }>(
        `${WORKSPACE}/${resource}?size=500&page=${page}`,
      );
      for (const item of items) {
        const name = String(item[key]);
        if (name.startsWith('soak-')) add(name);
      }
      if (items.length < 500) break;
    }
  }
  for (let actor = 0; actor < ACTORS; actor += 1) {
    const actorId = String(1001 + actor);
    const links = await harness.api<{ recipientType: string; dataProcessing: { id: string } }[]>(
      `${WORKSPACE}/DataProcessings/recipients/${actorId}`,
    );
    for (const { recipientType, dataProcessing } of links) {
      if (!RECIPIENT_TYPES.includes(recipientType)) continue;
      add(linkName({ ...linkOf(0), actorId, recipientType, dataProcessingId: dataProcessing.id }));
    }
  }
  return found;
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
  const tally: Tally = new Map();
  const strike = async (path: string, method: string, fault: object | undefined) => {
    count('faults');
    await harness.control('faults', { method, path, ...fault });
  };

  await harness.control('switches', { rateLimitPerMinute: 1_000_000 });
  const subscribeData = await harness.run(
    'triggers.new_rights_request.operation.performSubscribe',
    {
      inputData: inWorkspace,
      targetUrl: 'http://127.0.0.1:9/soak',
    },
  );
  const { subscriptions } = subscribeData as { subscriptions: { signatureKey: string }[] };
  const { signatureKey } = subscriptions[0] ?? {};

  /** What to emit, once, as soon as it is known to exist. */
  const createdTasks: string[] = [];
  const createdRequests: string[] = [];

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

  const create = async (index: number, fault: object | undefined, readFault?: object) => {
    const { key, name, post, input, reads } = creationOf(index);
    if (fault) await strike(post, 'POST', fault);
    if (reads && readFault) await strike(reads, 'GET', readFault);
    const outcome = await replayed(() =>
      harness.run(`creates.${key}.operation.perform`, { inputData: { ...inWorkspace, ...input } }),
    );
    if ('result' in outcome) {
      count('creations done');
      tally.set(name, { least: 1, most: 1, how: 'done' });
      const { id } = outcome.result as { id: string };
      if (key === 'create_task') createdTasks.push(id);
      if (key === 'create_rights_request') createdRequests.push(id);
      return;
    }
    const maybe = outcome.message.includes('Look in Dastra');
    count(maybe ? 'creations that may be done' : 'creations refused');
    tally.set(name, { least: 0, most: maybe ? 1 : 0, how: outcome.message });
  };

  /** Runs a trigger for one delivery. @returns how many records it emits */
  const deliver = async (key: string, hook: object, cache: 'up' | 'down') => {
    const perform = () =>
      harness.run<unknown[]>(
        `triggers.${key}.operation.perform`,
        { inputData: inWorkspace, ...hook, subscribeData },
        cache === 'down' ? 'down' : harness.cache,
      );
    const outcome = await replayed(perform);
    if ('result' in outcome) return (outcome.result as unknown[]).length;
    deviations.push(`A webhook of ${key} is lost: ${outcome.message}`);
    return 0;
  };

  interface HookPlan {
    id: string;
    isLight: boolean;
    isSigned: boolean;
    twice: boolean;
    fault: object | undefined;
    cache: 'up' | 'down';
  }

  const hook = async (key: string, plan: HookPlan) => {
    const { id, isLight, isSigned, twice, fault, cache } = plan;
    const resource = key === 'new_task' ? 'Tasks' : 'DataSubjectRequests';
    const path = `${WORKSPACE}/${resource}/${id}`;
    const details = isLight ? {} : { area: { id: 204, label: 'Service' }, areaId: 204 };
    const data = { id: Number(id), title: `Hook ${id}`, purposes: ['Access'], ...details };
    const type = key === 'new_task' ? 'TaskCreation' : 'DataSubjectCreation';
    const delivery = webhook(
      event(type, data),
      isSigned ? { key: signatureKey } : { signature: false },
    );
    if (fault) await strike(path, 'GET', fault);
    let emitted = 0;
    const deliveries = twice ? 2 : 1;
    for (let index = 0; index < deliveries; index += 1) {
      emitted += await deliver(key, delivery, cache);
    }
    count(isSigned ? 'signed webhooks' : 'unsigned webhooks');
    if (twice) count('webhooks that came twice');
    if (cache === 'down') count('webhooks without cache');
    // Without a cache nobody remembers the first delivery: twice is better than never.
    const expected = cache === 'down' ? deliveries : 1;
    if (emitted !== expected) {
      deviations.push(`Webhook ${JSON.stringify(plan)}: emitted ${emitted}, not ${expected}.`);
    }
  };

  const hookJobs = Array.from({ length: hooks }, (_none, index) => {
    const isLight = random(5) === 0;
    const plan = {
      isLight,
      isSigned: true,
      twice: rarely(),
      fault: rarely() && isLight ? pick(READ_FAULTS) : undefined,
      // The cache is down for a tenth of the run.
      cache: Math.floor((index / hooks) * 10) === 4 ? ('down' as const) : ('up' as const),
    };
    return async () => {
      const known = isLight ? createdRequests.pop() : undefined;
      await hook('new_rights_request', { ...plan, id: known ?? String(1_000_000 + index) });
    };
  });
  const createJobs = Array.from({ length: creates }, (_none, index) => {
    const fault = rarely() ? pick(WRITE_FAULTS) : undefined;
    const readFault = rarely() ? pick(READ_FAULTS) : undefined;
    const unsigned = {
      isLight: true,
      isSigned: false,
      twice: rarely(),
      fault: rarely() ? pick(READ_FAULTS.slice(0, -1)) : undefined,
      cache: 'up' as const,
    };
    return async () => {
      await create(index, fault, readFault);
      const id = createdTasks.pop();
      if (id) await hook('new_task', { ...unsigned, id });
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
  const found = await foundIn(harness);
  for (const [name, { least, most, how }] of tally) {
    const times = found.get(name) ?? 0;
    if (times < least || times > most) {
      deviations.push(`“${name}” is in Dastra ${times} times, not ${least} to ${most}: ${how}`);
    }
  }
  for (const name of found.keys()) {
    if (!tally.has(name)) deviations.push(`“${name}” is in Dastra, and nobody made it.`);
  }
  counts['records in Dastra'] = [...found.values()].reduce((sum, times) => sum + times, 0);
  return { deviations, counts, heaps };
};
