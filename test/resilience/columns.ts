/**
 * The columns of the fault matrix: what the app does, and how it must end under a fault. All of it
 * follows from a clean run: its decisive call is an endpoint value, which says what the call does, what
 * it is for, and which records it is about.
 */
import * as z from 'zod/mini';
import { Dastra } from '../../src/dastra/client.ts';
import {
  type Endpoint,
  type Ids,
  type ListEndpoint,
  pathOf,
  recordOf,
} from '../../src/dastra/endpoint.ts';
import { UNCERTAIN } from '../../src/dastra/fault.ts';
import { NOT_UNDERSTOOD } from '../../src/zapier/hook.ts';
import { API_KEYS_URL, MAYBE_DONE, OUTCOMES } from '../../src/zapier/outcomes.ts';
import { definition, type Field } from '../../tools/definition.ts';
import { PAIRS } from '../cases/index.ts';
import { deliveryOf, subscribed, TARGET_URL } from '../support/deliveries.ts';
import {
  DROPDOWNS,
  filledIn,
  HOOKS,
  type HookScenario,
  methodOf,
  SCENARIOS,
  type Scenario,
  writesTo,
} from '../support/scenarios.ts';
import type { FaultHarness } from './fault-harness.ts';
import type { FaultRow } from './faults.ts';

/** A call that a run made. */
export interface Made {
  endpoint: Endpoint | ListEndpoint;
  ids: Ids<string>;
}

/** How a run must end under a fault. `word` is what the documentation says of it. */
export type Promised =
  | { ends: 'result'; word: string; items?: number; otherWay?: true }
  | { ends: 'error'; word: string; name: string; message: string; maybeDone: boolean };

/** One thing that the app does. */
export interface Activity {
  /** As the documentation names it. */
  name: string;
  /** Of the operation that it belongs to; each operation has one activity of each kind. */
  key: string;
  side: 'triggers' | 'actions';
  /** What tells it from others that may behave differently, beside what its calls do. */
  kind: string;
  /** What there is before it. */
  prepare?(harness: FaultHarness): Promise<unknown>;
  run(harness: FaultHarness): Promise<unknown>;
  /** Where Dastra shows what it writes: the path of a list or of a record. */
  writesTo?: string;
  /** What of the list counts; all unless said otherwise. */
  counts?(row: object): boolean;
  /** Running it again does no harm, even if nobody knows whether it was done. */
  repeatable?: boolean;
  /** Running it again does no harm once Dastra is done, as it looks for what is there. */
  looksFirst?: true;
  /** Where Dastra accepts it and shows nothing of it, nobody knows whether it was done. */
  unconfirmed?: true;
  /** Many writes, of which the fault takes the first. */
  writes?: number;
  /** How often a webhook has started the Zap when it was delivered until it passed. */
  emits?: 1;
  fields: readonly Field[];
  /** Texts of the builder, which no message may repeat. */
  texts: readonly string[];
  /** How it ends where that is not what the table of outcomes says. */
  instead?(fault: FaultRow, call: Made): Promised | undefined;
}

/** An activity, and the call of its clean run that faults strike. */
export interface Column extends Activity {
  /** Activities of one shape behave alike under every fault. */
  shape: string;
  /** Undefined where it makes no call. */
  call: Made | undefined;
  /** A dead network strikes this one. */
  first: Made | undefined;
}

const WORDS = { halt: 'stops', reconnect: 'reconnect', wait: 'waits', fail: 'fails' } as const;
const NAMES = {
  halt: 'HaltedError',
  reconnect: 'ExpiredAuthError',
  wait: 'ThrottledError',
  fail: 'AppError',
} as const;

const result = (word: string, items?: number): Promised => ({
  ends: 'result',
  word,
  ...(items === undefined ? {} : { items }),
});

const error = (effect: keyof typeof NAMES, message: string): Promised => ({
  ends: 'error',
  word: WORDS[effect],
  name: NAMES[effect],
  message,
  maybeDone: false,
});

const failure = (message: string): Promised => error('fail', message);

const asInCSharp = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** A field of the API that Dastra could complain about, and what the builder calls it. */
export const complaintOf = ({ call, fields }: Column): { inApi: string; label: string } => {
  const { body, changes } = (call?.endpoint ?? {}) as Endpoint;
  const sent = fields.find(({ key }) => key in { ...body, ...changes });
  if (sent) return { inApi: asInCSharp(sent.key), label: sent.label };
  const workspace = fields.find(({ key }) => key === 'workspaceId');
  if (workspace) return { inApi: 'WorkSpaceId', label: workspace.label };
  return { inApi: 'Email', label: 'email' };
};

/** Where an answer of another structure is found wrong: the path of the first property that is. */
const placeOf = ({ endpoint }: Made, { answer }: FaultRow): string => {
  if ('items' in endpoint) return 'items';
  const parsed = endpoint.answer && z.safeParse(endpoint.answer, answer);
  return parsed?.error?.issues[0]?.path.join('.') ?? '';
};

/** Whether an answer of another structure will do. */
const takes = ({ endpoint }: Made, { answer }: FaultRow) =>
  !('items' in endpoint) && (!endpoint.answer || z.safeParse(endpoint.answer, answer).success);

/** What the table of outcomes says. */
const byTable = (column: Column, row: FaultRow): Promised => {
  const call = row.network ? column.first : column.call;
  if (!call) throw new Error(`${column.name} makes no call.`);
  const { doing, records, effect } = call.endpoint;
  const maybeDone = effect === 'create' && !column.repeatable && UNCERTAIN.includes(row.fault);
  const outcome = maybeDone ? MAYBE_DONE : OUTCOMES[row.fault];
  const place = row.body === undefined ? '' : placeOf(call, row);
  const { workspaceId } = call.ids;
  const message = outcome.say({
    doing,
    where: workspaceId === undefined ? '' : ` in workspace ${workspaceId}`,
    record: recordOf(records, call.ids) ?? '',
    status: row.status === undefined ? '' : ` (error ${row.status})`,
    problems: row.problems?.(complaintOf(column).label) ?? '',
    place: place && ` at “${place}”`,
  });
  const word = maybeDone ? 'look first' : WORDS[outcome.effect];
  return { ends: 'error', word, name: NAMES[outcome.effect], message, maybeDone };
};

/** How a run must end under a fault. */
export const promised = (column: Column, row: FaultRow): Promised => {
  const { call } = column;
  if (!call) return result('starts the Zap', 1);
  const special = column.instead?.(row, call);
  if (special) return special;
  if (row.body && takes(call, row)) {
    return column.unconfirmed
      ? byTable({ ...column, repeatable: false }, row)
      : result('taken as done');
  }
  return byTable(column, row);
};

/** Whether a fault makes a difference: some do for calls that write only, or where there is a call. */
export const applies = ({ call }: Column, { writesOnly, network, done }: FaultRow): boolean => {
  if (!call) return network === true;
  const { effect } = call.endpoint;
  // An upload that is given up is cut off, so that it is not done.
  if ('file' in call.endpoint && done === 'late') return false;
  return !writesOnly || effect === 'create' || effect === 'change';
};

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return / |@/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

const connect: Activity = {
  name: 'Connect',
  key: 'connection',
  side: 'triggers',
  kind: 'connect',
  run: (harness) => harness.run('authentication.test', {}),
  fields: [],
  texts: [],
  instead: ({ fault, body }) => {
    if (body) return result('connects');
    const words = 'Copy the private key again, or have an account owner make a new one';
    if (fault === 'unauthorized') {
      return failure(
        `Dastra refused this API key. ${words} in Dastra under Organisation settings, API: ${API_KEYS_URL}`,
      );
    }
    if (fault === 'forbidden') {
      return failure(
        `Dastra knows this API key, but does not let it be used here. Ask an account owner to check its permissions in Dastra under Organisation settings, API: ${API_KEYS_URL}`,
      );
    }
    if (fault !== 'not-found') return undefined;
    return failure(
      'Dastra did not say whose API key this is: its API has no such page today. Try again in a few minutes. If it keeps happening, contact Dastra support.',
    );
  },
};

/** A drop-down that is forbidden or missing is no dead end: its field takes an ID. */
const dropdown = ({ key, name, method, operation, input, fallsBack = [] }: Scenario): Activity => ({
  name,
  key,
  side: 'triggers',
  kind: 'drop-down',
  run: (harness) => harness.run(method, { inputData: filledIn(input, harness) }),
  fields: operation.fieldsFor(input),
  texts: [],
  instead: ({ fault }) => {
    if (fallsBack.includes(fault)) return result('lists others');
    const id = `type the ID of the ${operation.noun.toLowerCase()} as a custom value.`;
    if (fault === 'forbidden') {
      return failure(
        `This API key may not read this list. Ask an account owner for the permission, or ${id}`,
      );
    }
    if (fault !== 'not-found') return undefined;
    return failure(`This workspace of Dastra has no such list. ${asInCSharp(id)}`);
  },
});

const action = (scenario: Scenario): Activity => {
  const { key, name, method, operation, situation, input } = scenario;
  const shownAt = writesTo(scenario);
  const { repeatable = false, readsBack, unchanged, unconfirmed } = situation;
  const { hasOtherWay, fallsBack } = situation;
  return {
    name,
    key,
    side: 'actions',
    kind: [
      operation.kind,
      readsBack && 'reads back',
      repeatable && 'looks first',
      (unchanged || unconfirmed) && 'checks',
      hasOtherWay && 'has another way',
      fallsBack && 'falls back',
    ]
      .filter(Boolean)
      .join(', '),
    run: (harness) => harness.run(method, { inputData: filledIn(input, harness) }),
    ...(shownAt ? { writesTo: shownAt } : {}),
    repeatable,
    ...(unconfirmed ? { unconfirmed } : {}),
    fields: operation.fieldsFor(input),
    texts: textsOf(input),
    instead: (row, call) => {
      const { done, fault, status, problems, body } = row;
      const { endpoint } = call;
      if (readsBack && done === 'before') return result('done');
      if (fallsBack?.includes(fault)) return result('asks elsewhere');
      if (unchanged && body && takes(call, row)) return error('halt', unchanged);
      // Of a problem that is about none of its fields.
      const isOtherBody = fault === 'invalid' && !problems?.('<label>').includes('<label>');
      if (hasOtherWay && (fault === 'not-found' || status === 415 || isOtherBody)) {
        return { ends: 'result', word: 'done by other calls', otherWay: true };
      }
      const readsOne = operation.kind === 'search' && !('items' in endpoint);
      return readsOne && fault === 'not-found' ? result('finds nothing', 0) : undefined;
    },
  };
};

const SUBSCRIPTIONS = '/v1/WebHookUrls';

/** What an instant trigger does, from being turned on to being turned off. */
const hookActivities = (scenario: HookScenario): Activity[] => {
  const { key, name, operation, hook } = scenario;
  const inputData = (harness: FaultHarness, filters: object = {}) =>
    filledIn({ ...hook.input, ...filters }, harness);
  const common = { key, side: 'triggers', fields: operation.fieldsFor({}), texts: [] } as const;
  const events = hook.events.length;
  const subscriptions = {
    writesTo: SUBSCRIPTIONS,
    counts: (row: object) => Reflect.get(row, 'url') === TARGET_URL,
    writes: events,
    repeatable: true,
  };
  const id = hook.record.split('/').at(-1) ?? '';
  /** What halts an action says so in other words here, where it can be replayed. */
  const notRead = ({ fault }: FaultRow) =>
    OUTCOMES[fault].effect === 'halt' ? failure(NOT_UNDERSTOOD.record(id, 101)) : undefined;
  /** A webhook, made before any fault, as it holds the record that Dastra has. */
  const deliver = (filters: object, ...how: [form?: 'full' | 'light', options?: object]) => {
    let delivery: Awaited<ReturnType<typeof deliveryOf>>;
    return {
      prepare: async (harness: FaultHarness) => {
        delivery = await deliveryOf(harness, scenario, ...how);
      },
      run: (harness: FaultHarness) =>
        harness.run(methodOf(operation), {
          inputData: inputData(harness, filters),
          ...delivery,
        }),
    };
  };
  // One whose value a light webhook does not tell.
  const [filter] = Object.entries(hook.filters).filter(([field]) => !(field in (hook.light ?? {})));
  const filters = filter ? { [filter[0]]: filter[1].passes } : {};

  return [
    {
      ...common,
      ...subscriptions,
      name: `${name}: turn on`,
      kind: 'subscribe',
      run: (harness) => subscribed(harness, scenario),
    },
    {
      ...common,
      ...subscriptions,
      name: `${name}: turn off`,
      kind: 'unsubscribe',
      prepare: (harness) => subscribed(harness, scenario),
      run: async (harness) => {
        const all = await harness.api<{ id: number }[]>(SUBSCRIPTIONS);
        const ended = all.map((one) => ({ id: String(one.id), events: [hook.events[0]] }));
        return harness.run(methodOf(operation, 'performUnsubscribe'), {
          inputData: inputData(harness),
          subscribeData: { id: ended[0]?.id, subscriptions: ended },
        });
      },
      instead: ({ fault }) => (fault === 'not-found' ? result('taken as done') : undefined),
    },
    {
      ...common,
      name: `${name}: signed webhook`,
      kind: 'webhook',
      ...deliver({}),
      emits: 1,
      // Met by those only that read also what is signed.
      instead: notRead,
    },
    {
      ...common,
      name: `${name}: signed webhook without details`,
      kind: 'light webhook',
      ...deliver({}, 'light'),
      emits: 1,
      instead: (row) =>
        hook.calls?.full || hook.mustRead ? notRead(row) : result('starts the Zap, with less', 1),
    },
    {
      ...common,
      name: `${name}: signed webhook without details, with a filter`,
      kind: 'light webhook, filter',
      ...deliver(filters, 'light'),
      emits: 1,
      instead: notRead,
    },
    {
      ...common,
      name: `${name}: unsigned webhook`,
      kind: 'unsigned webhook',
      ...deliver({}, 'light', { isSigned: false }),
      emits: 1,
      instead: (row) =>
        ['invalid', 'not-found'].includes(row.fault) ? result('ignored', 0) : notRead(row),
    },
    {
      ...common,
      name: `${name}: test and list`,
      kind: 'list',
      run: (harness) =>
        harness.run(methodOf(operation, 'performList'), { inputData: inputData(harness) }),
    },
  ];
};

/** The first one finds nothing, so that the action runs. */
const pairs: Activity[] = definition.pairs.map(({ key, label, search, create, fieldsFor }) => {
  const { input } = Object.entries(PAIRS).find(([one]) => one === key)?.[1] ?? {};
  const perform = (harness: FaultHarness, of: string) =>
    harness.run(methodOf(definition.operation(of)), { inputData: filledIn(input, harness) });
  const creates = SCENARIOS.find((scenario) => scenario.key === create);
  const shownAt = creates && writesTo({ ...creates, input: input ?? {} });
  return {
    name: label,
    key: `${search} or ${create}`,
    side: 'actions',
    kind: 'pair',
    run: async (harness) => {
      const [found] = (await perform(harness, search)) as unknown[];
      return found ?? perform(harness, create);
    },
    ...(shownAt ? { writesTo: shownAt } : {}),
    looksFirst: true,
    fields: fieldsFor(input ?? {}),
    texts: textsOf(input),
    instead: ({ done }) =>
      creates?.situation.readsBack && done === 'before' ? result('done') : undefined,
  };
});

/** All that the app does. */
export const ACTIVITIES: readonly Activity[] = [
  connect,
  // Countries are in the app itself: no fault can strike their list.
  ...DROPDOWNS.filter(({ situation }) => situation.calls > 0).map(dropdown),
  ...HOOKS.flatMap(hookActivities),
  ...SCENARIOS.map(action),
  ...pairs,
];

/** Runs something, and records the calls that the client is asked for. */
export const recorded = async (run: () => Promise<unknown>): Promise<Made[]> => {
  const made: Made[] = [];
  const { call, list } = Dastra.prototype;
  const noted = (original: (...parameters: never[]) => unknown) =>
    function (this: Dastra, ...parameters: unknown[]) {
      const [endpoint, ids] = parameters;
      made.push({ endpoint: endpoint as Made['endpoint'], ids: ids as Made['ids'] });
      return Reflect.apply(original, this, parameters);
    };
  Object.assign(Dastra.prototype, { call: noted(call), list: noted(list) });
  try {
    await run();
  } finally {
    Object.assign(Dastra.prototype, { call, list });
  }
  return made;
};

/** The call that decides what becomes of a run: its first write, or the last read where it writes nothing. */
export const decisive = (made: readonly Made[]): Made | undefined =>
  made.find(({ endpoint }) => endpoint.effect !== 'read') ?? made.at(-1);

const shapeOf = ({ side, kind }: Activity, call: Made | undefined) => {
  if (!call) return kind;
  const { endpoint } = call;
  const how = 'items' in endpoint ? 'list' : endpoint.file ? 'upload' : endpoint.effect;
  // An action that finds its work done reads like a search.
  return endpoint.effect === 'read' && side === 'actions' ? how : `${kind}: ${how}`;
};

/** Runs each activity once without faults, and tells what faults are to strike. */
export const columnsOf = async (harness: FaultHarness): Promise<Column[]> => {
  const columns: Column[] = [];
  for (const activity of ACTIVITIES) {
    await harness.reset();
    await activity.prepare?.(harness);
    await harness.forget('requests');
    const made = await recorded(() => activity.run(harness));
    // The connection is tested with two calls at once, the second of which is an extra.
    const call = activity.kind === 'connect' ? made[0] : decisive(made);
    columns.push({ ...activity, call, first: made[0], shape: shapeOf(activity, call) });
  }
  return columns;
};

/** Where faults strike: the path of a call, any of them where several records are removed. */
export const strikeOf = ({ endpoint, ids }: Made): { method: string; path: string } => {
  const { method, path, effect } = endpoint;
  const any = effect === 'remove' ? path.replace(/\{(?!workspaceId)\w+\}/g, '*') : path;
  return { method, path: pathOf(any, ids) };
};

/**
 * Whether a column meets a fault. One column of each shape meets all of them; of the others, the first
 * one of each operation and kind meets a sample.
 */
export const meets = (columns: readonly Column[], column: Column, row: FaultRow): boolean => {
  if (!applies(column, row)) return false;
  const { shape, key, kind } = column;
  const isOf = (one: Column) => one.key === key && one.kind === kind;
  return (
    columns.find((one) => one.shape === shape) === column ||
    (row.sample === true && columns.find(isOf) === column)
  );
};
