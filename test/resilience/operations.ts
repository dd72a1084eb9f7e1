/** The columns of the matrix: the operations of the app, and what each promises under a fault. */
import type { Fault } from '../../src/dastra/fault.ts';
import { NOT_UNDERSTOOD } from '../../src/zapier/hook.ts';
import { API_KEYS_URL, MAYBE_DONE, OUTCOMES } from '../../src/zapier/outcomes.ts';
import { event, webhook } from '../support/webhooks.ts';
import type { FaultHarness } from './fault-harness.ts';
import { type FaultRow, PRIVATE } from './faults.ts';

export interface DecisiveCall {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
}

/** What a message says of a call. */
interface About {
  doing: string;
  where: string;
  record?: string;
}

/** How an operation is to end under a fault. */
export type Promised =
  | { ends: 'result'; word: string; items?: number }
  | { ends: 'error'; word: string; name: string; message: string; maybeDone: boolean };

export interface Operation {
  /** As the documentation names it. */
  name: string;
  side: 'triggers' | 'actions';
  /** The call that faults strike; without it, the operation makes none. */
  call?: DecisiveCall;
  about: About;
  /** What the first call is about, where it is another one: a dead network strikes it. */
  first?: About;
  /** Where an answer of other structure is found wrong, and an empty one. */
  place: { wrong: string; none: string };
  /** A field of the API, and its label in the form. */
  field: { inApi: string; label: string };
  /** What there is before the operation. */
  prepare?(harness: FaultHarness): Promise<unknown>;
  run(harness: FaultHarness): Promise<unknown>;
  /** How many records there are of those that the operation makes. */
  count?(harness: FaultHarness): Promise<number>;
  /** How many there are once it has succeeded. */
  goal?: number;
  /** How many a fault leaves after which Dastra did what it was asked for; the goal unless it differs. */
  left?: number;
  /** How many `prepare` makes; one unless it differs. */
  before?: number;
  /** Running it again does no harm, even if nobody knows whether it was done. */
  repeatable?: true;
  /** Running it again does no harm once Dastra is done, as it looks for what is there. */
  looksFirst?: true;
  /** How often a webhook has started the Zap when it was delivered until it passed. */
  emits?: 1;
  /** What it promises where that is not what the table of outcomes says. */
  instead?(fault: FaultRow): Promised | undefined;
}

const WORDS = { halt: 'stops', reconnect: 'reconnect', wait: 'waits', fail: 'fails' } as const;
const NAMES = {
  halt: 'HaltedError',
  reconnect: 'ExpiredAuthError',
  wait: 'ThrottledError',
  fail: 'AppError',
} as const;

const asInJson = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** What the table of outcomes says. */
const byTable = (operation: Operation, row: FaultRow, maybeDone: boolean): Promised => {
  const { fault, status, body, problems, network } = row;
  const { doing, where, record = '' } = (network && operation.first) || operation.about;
  const outcome = maybeDone ? MAYBE_DONE : OUTCOMES[fault];
  const { inApi, label } = operation.field;
  const place = body === undefined ? '' : operation.place[body];
  const message = outcome.say({
    doing,
    where,
    record,
    status: status === undefined ? '' : ` (status ${status})`,
    problems: problems ? problems(label || asInJson(inApi)) : '',
    place: place && ` at “${place}”`,
  });
  const { effect } = outcome;
  return {
    ends: 'error',
    word: maybeDone ? 'look first' : WORDS[effect],
    name: NAMES[effect],
    message,
    maybeDone,
  };
};

/** After these nobody knows whether a write was done. */
const UNCERTAIN: readonly Fault[] = ['server', 'timeout', 'interrupted', 'unreadable'];

/** What an operation promises under a fault. */
export const promised = (operation: Operation, row: FaultRow): Promised => {
  const special = operation.instead?.(row);
  if (special) return special;
  const writes = operation.call?.method === 'POST';
  return byTable(operation, row, writes && !operation.repeatable && UNCERTAIN.includes(row.fault));
};

const result = (word: string, items?: number): Promised => ({
  ends: 'result',
  word,
  ...(items === undefined ? {} : { items }),
});

const failure = (message: string): Promised => ({
  ends: 'error',
  word: WORDS.fail,
  name: NAMES.fail,
  message,
  maybeDone: false,
});

const WHERE = ' in workspace 101';
const inWorkspace = { workspaceId: '101' };
const TARGET_URL = 'http://127.0.0.1:9/hook';
const PROCESSING = '00000101-0001-4000-8000-000000000001';
const workspaceField = { inApi: 'WorkSpaceId', label: 'Workspace' };
const ofRecord = { wrong: 'id', none: '' };
const ofList = { wrong: 'items', none: 'items' };

/** How many items of a list hold `text` anywhere. */
const countIn = async (harness: FaultHarness, path: string, text: string): Promise<number> => {
  const answer = await harness.api<unknown[] | { items: unknown[] }>(path);
  const items = Array.isArray(answer) ? answer : answer.items;
  return items.filter((item) => JSON.stringify(item).includes(text)).length;
};

interface TriggerFacts {
  key: string;
  title: string;
  resource: string;
  record: string;
  id: number;
  event: string;
  /** What a light webhook holds. */
  light: object;
  /** A filter that the record passes, and whose value is not in a light webhook. */
  filter: object;
  /** How many subscriptions it has. */
  subscriptions: number;
}

const triggerOperations = (facts: TriggerFacts): Operation[] => {
  const { key, title, resource, record, id, light, filter } = facts;
  const method = (name: string) => `triggers.${key}.operation.${name}`;
  const list = `/v1/ws/101/${resource}`;
  const common = { side: 'triggers', field: workspaceField, place: ofRecord } as const;
  const full = (harness: FaultHarness) => harness.api<object>(`${list}/${id}`);
  const hook = async (
    harness: FaultHarness,
    data: object,
    filters: object = {},
    signature?: false,
  ) => {
    await harness.forget('requests');
    const bundle = webhook(event(facts.event, data), signature === false ? { signature } : {});
    return harness.run(method('perform'), { inputData: { ...inWorkspace, ...filters }, ...bundle });
  };
  /** What halts an action says so in other words here, where it can be replayed. */
  const notRead = ({ fault }: FaultRow) =>
    OUTCOMES[fault].effect === 'halt' ? failure(NOT_UNDERSTOOD.record(String(id), 101)) : undefined;
  const read: DecisiveCall = { method: 'GET', path: `${list}/*` };
  const aboutRead = {
    doing: `read the ${record}`,
    where: WHERE,
    record: `${record} ${id}`,
  };
  const subscriptions = (harness: FaultHarness) => countIn(harness, '/v1/WebHookUrls', TARGET_URL);
  const subscribe = (harness: FaultHarness) =>
    harness.run<object>(method('performSubscribe'), {
      inputData: inWorkspace,
      targetUrl: TARGET_URL,
    });

  return [
    {
      ...common,
      name: `${title}: turn on`,
      call: { method: 'POST', path: '/v1/WebHookUrls' },
      about: { doing: 'subscribe to events', where: WHERE },
      first: { doing: 'look for a subscription to events', where: WHERE },
      run: subscribe,
      count: subscriptions,
      // The first of its calls fails, and the others are not made.
      left: 1,
      goal: facts.subscriptions,
      repeatable: true,
    },
    {
      ...common,
      name: `${title}: turn off`,
      call: { method: 'DELETE', path: '/v1/WebHookUrls/*' },
      about: { doing: 'end the subscription to events', where: '' },
      prepare: subscribe,
      before: facts.subscriptions,
      run: async (harness) => {
        const all = await harness.api<{ id: number }[]>('/v1/WebHookUrls');
        const subscriptions = all.map(({ id }) => ({ id: String(id), events: [facts.event] }));
        return harness.run(method('performUnsubscribe'), {
          inputData: inWorkspace,
          subscribeData: { id: subscriptions[0]?.id, subscriptions },
        });
      },
      count: subscriptions,
      goal: 0,
      repeatable: true,
      instead: ({ fault, body }) =>
        fault === 'not-found' || body ? result('taken as done') : undefined,
    },
    {
      ...common,
      name: `${title}: signed webhook`,
      about: aboutRead,
      run: async (harness) => hook(harness, await full(harness)),
      emits: 1,
      instead: () => result('starts the Zap', 1),
    },
    {
      ...common,
      name: `${title}: signed webhook without details`,
      call: read,
      about: aboutRead,
      run: (harness) => hook(harness, { id, ...light }),
      emits: 1,
      instead: () => result('starts the Zap, with less', 1),
    },
    {
      ...common,
      name: `${title}: signed webhook without details, with a filter`,
      call: read,
      about: aboutRead,
      run: (harness) => hook(harness, { id, ...light }, filter),
      emits: 1,
      instead: notRead,
    },
    {
      ...common,
      name: `${title}: unsigned webhook`,
      call: read,
      about: aboutRead,
      run: (harness) =>
        hook(harness, { id, ...light, title: 'Forged', label: 'Forged' }, {}, false),
      emits: 1,
      instead: (row) =>
        ['invalid', 'not-found'].includes(row.fault) ? result('ignored', 0) : notRead(row),
    },
    {
      ...common,
      name: `${title}: test and list`,
      call: { method: 'GET', path: list },
      about: { doing: `list the ${record}s`, where: WHERE },
      place: ofList,
      run: (harness) => harness.run(method('performList'), { inputData: inWorkspace }),
    },
  ];
};

const perform =
  (kind: 'creates' | 'searches' | 'triggers', key: string, inputData: object) =>
  (harness: FaultHarness) =>
    harness.run(`${kind}.${key}.operation.perform`, {
      inputData: { ...inWorkspace, ...inputData },
    });

/** Marks what the matrix makes, in a title or a name. */
const MARK = 'Matrix';

const newTask = { label: `${MARK} task`, areaId: '204', descriptionHtml: PRIVATE };
const newActor = { actorType: 'Morale', companyName: `${MARK} actor`, email: PRIVATE };
const newRequest = {
  title: `${MARK} request`,
  purposes: ['Access'],
  areaId: '204',
  email: PRIVATE,
  givenName: 'Secretname',
  refId: 'MATRIX-1',
};
const newLink = {
  dataProcessingId: PROCESSING,
  actorId: '1012',
  type: 'Recipient',
  recipientType: 'Vendor',
};

const findOrCreate = async (harness: FaultHarness) => {
  const found = (await perform('searches', 'find_actor', newActor)(harness)) as unknown[];
  return found[0] ?? perform('creates', 'create_actor', newActor)(harness);
};

const actorSearch = { doing: 'search the actors', where: WHERE };
const countActors = (harness: FaultHarness) => countIn(harness, '/v1/ws/101/Actors?size=500', MARK);
const countRequests = (harness: FaultHarness) =>
  countIn(harness, '/v1/ws/101/DataSubjectRequests?size=500', MARK);

const actions: Operation[] = [
  {
    name: 'Create Task',
    side: 'actions',
    call: { method: 'POST', path: '/v1/ws/101/Tasks' },
    about: { doing: 'create a task', where: WHERE },
    place: ofRecord,
    field: { inApi: 'Label', label: 'Title' },
    run: perform('creates', 'create_task', newTask),
    count: (harness) => countIn(harness, '/v1/ws/101/Tasks?size=500', MARK),
    goal: 1,
  },
  {
    name: 'Create Actor',
    side: 'actions',
    call: { method: 'POST', path: '/v1/ws/101/Actors' },
    about: { doing: 'create an actor', where: WHERE },
    place: ofRecord,
    field: { inApi: 'CompanyName', label: 'Organization Name' },
    run: perform('creates', 'create_actor', newActor),
    count: countActors,
    goal: 1,
  },
  {
    name: 'Create Rights Request',
    side: 'actions',
    call: { method: 'POST', path: '/v1/ws/101/DataSubjectRequests' },
    about: { doing: 'create a rights request', where: WHERE },
    place: ofRecord,
    field: { inApi: 'AreaId', label: 'Organizational Unit' },
    run: perform('creates', 'create_rights_request', newRequest),
    count: countRequests,
    goal: 1,
  },
  {
    name: 'Create Rights Request, returning an existing one',
    side: 'actions',
    call: { method: 'POST', path: '/v1/ws/101/DataSubjectRequests' },
    about: { doing: 'create a rights request', where: WHERE },
    first: { doing: 'look for a rights request with this reference', where: WHERE },
    place: ofRecord,
    field: { inApi: 'RefId', label: 'External Reference' },
    run: perform('creates', 'create_rights_request', { ...newRequest, returnExisting: true }),
    count: countRequests,
    goal: 1,
    repeatable: true,
  },
  {
    name: 'Attach Actor to Processing',
    side: 'actions',
    call: { method: 'POST', path: '/v1/ws/101/DataProcessings/recipients/batch' },
    about: {
      doing: 'attach an actor to a processing',
      where: WHERE,
      record: `actor 1012, or no processing ${PROCESSING},`,
    },
    first: {
      doing: 'read the processings of the actor',
      where: WHERE,
      record: 'actor 1012',
    },
    place: { wrong: '', none: '' },
    field: { inApi: 'RecipientType', label: 'Recipient Type' },
    run: perform('creates', 'attach_actor_to_processing', newLink),
    count: (harness) => countIn(harness, '/v1/ws/101/DataProcessings/recipients/1012', PROCESSING),
    goal: 1,
    repeatable: true,
    // It reads back what became of it.
    instead: ({ done }) => (done === 'before' ? result('done') : undefined),
  },
  {
    name: 'Find Actor',
    side: 'actions',
    call: { method: 'GET', path: '/v1/ws/101/Actors' },
    about: actorSearch,
    place: ofList,
    field: { inApi: 'Email', label: 'Email' },
    run: perform('searches', 'find_actor', { email: PRIVATE }),
  },
  {
    name: 'Find Actor by ID',
    side: 'actions',
    call: { method: 'GET', path: '/v1/ws/101/Actors/*' },
    about: { doing: 'read the actor', where: WHERE, record: 'actor 1002' },
    place: ofRecord,
    field: workspaceField,
    run: perform('searches', 'find_actor', { actorId: '1002' }),
    instead: ({ fault }) => (fault === 'not-found' ? result('finds nothing', 0) : undefined),
  },
  {
    name: 'Find or Create Actor',
    side: 'actions',
    call: { method: 'POST', path: '/v1/ws/101/Actors' },
    about: { doing: 'create an actor', where: WHERE },
    first: actorSearch,
    place: ofRecord,
    field: { inApi: 'CompanyName', label: 'Organization Name' },
    run: findOrCreate,
    count: countActors,
    goal: 1,
    looksFirst: true,
  },
];

const editor: Operation[] = [
  {
    name: 'Connect',
    side: 'triggers',
    call: { method: 'GET', path: '/me' },
    about: { doing: 'check the API key', where: '' },
    place: { wrong: '', none: '' },
    field: { inApi: 'Email', label: '' },
    run: (harness) => harness.run('authentication.test', {}),
    instead: ({ fault, body }) => {
      if (body) return result('connects');
      if (fault !== 'unauthorized') return undefined;
      return failure(
        `Dastra refused this API key. Copy the private key again, or have an account owner make a new one in Dastra under Organisation settings, API: ${API_KEYS_URL}`,
      );
    },
  },
  {
    name: 'Drop-down of actors',
    side: 'triggers',
    call: { method: 'GET', path: '/v1/ws/101/Actors' },
    about: { doing: 'list the actors', where: WHERE },
    place: ofList,
    field: workspaceField,
    run: perform('triggers', 'list_actors', {}),
    instead: ({ fault }) => {
      if (fault === 'forbidden')
        return failure(
          'This API key may not read this list. Ask an account owner for the permission, or type the ID of the actor as a custom value.',
        );
      if (fault !== 'not-found') return undefined;
      return failure(
        'This workspace of Dastra has no such list. Type the ID of the actor as a custom value.',
      );
    },
  },
];

export const OPERATIONS: Operation[] = [
  ...editor,
  ...triggerOperations({
    key: 'new_rights_request',
    title: 'New Rights Request',
    resource: 'DataSubjectRequests',
    record: 'rights request',
    id: 3004,
    event: 'DataSubjectCreation',
    light: { purposes: ['Portability'] },
    filter: { skipCreatedByZapier: true },
    subscriptions: 2,
  }),
  ...triggerOperations({
    key: 'new_task',
    title: 'New Task',
    resource: 'Tasks',
    record: 'task',
    id: 2002,
    event: 'TaskCreation',
    light: {},
    filter: { assignedToUserId: '14' },
    subscriptions: 1,
    // The rest is one code for both triggers, and shown by the other.
  }).filter(({ name }) => /filter|unsigned|list/.test(name)),
  ...actions,
];
