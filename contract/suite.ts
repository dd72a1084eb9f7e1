/**
 * What the contract runs: every function of every operation, with forms filled in by the definition,
 * in each of the ways around what Dastra's documents leave open. Only what no form leads to is written
 * by hand. A declared call, parameter or property that no scenario uses is drift.
 */
import { PERSON_CATEGORIES, PURPOSES } from '../src/resources/rights-requests/schema.ts';
import type { Case } from '../test/cases/case.ts';
import { CASES, type OperationKey } from '../test/cases/index.ts';
import { definition, type Operation } from '../tools/definition.ts';
import { type Filler, formsOf, type Input } from '../tools/filler.ts';
import type { Harness, Scenario } from './harness.ts';

interface Row {
  id: string;
}

const GROUPS = { trigger: 'triggers', create: 'creates', search: 'searches' };

const methodOf = ({ kind, key }: Operation, name = 'perform'): string => {
  if (kind === 'searchOrCreate') throw new Error(`The pair ${key} has no function of its own.`);
  return `${GROUPS[kind]}.${key}.operation.${name}`;
};

const inWorkspace = { workspaceId: '101' };

/**
 * What an operation's case (`test/cases`) fills in to fit the sandbox's records, but for what is chosen:
 * the contract runs every choice.
 */
const valuesOf = (operation: Operation): Input => {
  const { input, values }: Partial<Case> = CASES[operation.key as OperationKey] ?? {};
  const chosen = new Set(operation.allFields().flatMap(({ key, choices }) => (choices ? key : [])));
  return Object.fromEntries(
    Object.entries({ ...input, ...values }).filter(([key]) => !chosen.has(key)),
  );
};

/** The first choice of a drop-down. */
const first = async (harness: Harness, key: string, inputData: object = {}): Promise<string> => {
  const method = methodOf(definition.operation(key));
  const [choice] = await harness.run<Row[]>(method, inputData);
  if (!choice) throw new Error(`The drop-down ${key} is empty.`);
  return choice.id;
};

/** Runs each drop-down once for each choice that it depends on: a fresh sandbox offers the same again. */
const fillerOf = (harness: Harness) => {
  const chosen = new Map<string, Promise<string>>();
  return (operation: Operation) => ({
    choose: (dropdown: string, input: Input) => {
      const asked = definition.operation(dropdown).fieldsFor(input);
      const inputData = Object.fromEntries(asked.map((field) => [field.key, input[field.key]]));
      const name = `${dropdown} ${JSON.stringify(inputData)}`;
      const choice = chosen.get(name) ?? first(harness, dropdown, inputData);
      chosen.set(name, choice);
      return choice;
    },
    values: { ...inWorkspace, ...valuesOf(operation), file: harness.fileUrl },
  });
};

/** The function that shows records: an instant trigger's `perform` needs a webhook. */
const reading = (operation: Operation) =>
  methodOf(operation, operation.type === 'hook' ? 'performList' : 'perform');

/** Each form of an operation, on a sandbox in the same state. */
const forms =
  (operation: Operation): Scenario =>
  async (harness) => {
    const filler = fillerOf(harness)(operation);
    for await (const input of formsOf(operation, filler)) {
      if (operation.kind === 'create') await harness.control('reset');
      await harness.runUnlessRefused(reading(operation), input);
    }
  };

/** Each form of an operation with a name that there is not in place of an ID, so that it is looked for. */
const names =
  (operation: Operation): Scenario =>
  async (harness) => {
    const looked = new Set<string>();
    for await (const input of formsOf(operation, fillerOf(harness)(operation))) {
      const fields = operation.fieldsFor(input).filter(({ dropdown }) => dropdown !== undefined);
      for (const { key, dropdown, dependsOn } of fields) {
        const name = JSON.stringify([dropdown, dependsOn.map((other) => input[other])]);
        if (key === 'workspaceId' || input[key] === undefined || looked.has(name)) continue;
        looked.add(name);
        // There is none: the step stops and says so.
        await harness
          .run(reading(operation), { ...input, [key]: 'No such name' })
          .catch((error: unknown) => {
            if (!(error instanceof Error) || error.name !== 'HaltedError') throw error;
          });
      }
    }
  };

/** The least form of an operation. */
const leastForm = async (operation: Operation, filler: Filler): Promise<Input> => {
  const { value } = await formsOf(operation, filler).next();
  return value ?? {};
};

/** The records of a list, as Dastra answers it; none of another answer. */
const rowsOf = (answer: unknown): { id: unknown }[] => {
  const { items = answer } = (answer ?? {}) as { items?: unknown };
  return Array.isArray(items) ? items : [];
};

/** The life of an instant trigger: turned on twice, started by each of its events, turned off. */
const life =
  (operation: Operation): Scenario =>
  async (harness) => {
    const inputData = await leastForm(operation, fillerOf(harness)(operation));
    const address = harness.openAddress();
    const subscribe = () =>
      harness.run<{ subscriptions: { events: string[] }[] }>(
        methodOf(operation, 'performSubscribe'),
        inputData,
        address,
      );
    await subscribe();
    // Turned on again without having been turned off.
    const subscribeData = await subscribe();
    const [record] = await harness.run<Row[]>(methodOf(operation, 'performList'), inputData);
    const rows = harness.answers().flatMap(rowsOf);
    const data = rows.find(({ id }) => String(id) === record?.id);
    if (!data) throw new Error(`The list of ${operation.key} is empty.`);
    for (const event of subscribeData.subscriptions.flatMap(({ events }) => events)) {
      await harness.control('hooks', { event, data });
      const { rawRequest, cleanedRequest } = await address.next();
      // Without a signature the record is read again.
      for (const webhook of [{ cleanedRequest }, { rawRequest, cleanedRequest }]) {
        await harness.run(methodOf(operation), inputData, { ...webhook, subscribeData });
      }
    }
    await harness.run(methodOf(operation, 'performUnsubscribe'), inputData, { subscribeData });
  };

/** What Dastra may do otherwise than its document says (sandbox/engine/switches.ts). */
const WAYS = [
  { rightsRequestType: 'DataSubjectRequest' },
  { missingEndpoints: ['TenantUsers', 'Workflows', 'SubjectCategories'] },
  { sortIgnored: true },
  { patchMediaTypes: 'json' },
  { patchAnswer: 'record' },
  { messageAnswer: 'message' },
  { requesterAs: 'user' },
  { closeBody: 'ignores-ours' },
  { closeBody: 'demands-other' },
  { closeEndpoint: 'absent' },
];

/** Every operation with its least form, where Dastra does something otherwise. */
const otherwise =
  (switches: object): Scenario =>
  async (harness) => {
    const fillerFor = fillerOf(harness);
    const inputs = new Map<Operation, Input>();
    for (const operation of definition.operations) {
      inputs.set(operation, await leastForm(operation, fillerFor(operation)));
    }
    await harness.control('switches', switches);
    for (const [operation, input] of inputs) {
      await harness.runUnlessRefused(reading(operation), input);
    }
  };

const connection: Scenario = async (harness) => {
  for (const workspacesShape of ['workSpaces', 'items', 'array']) {
    await harness.control('switches', { workspacesShape });
    const inputData = await harness.run<object>('authentication.test');
    await harness.run('authentication.connectionLabel', inputData);
    await harness.run('triggers.list_workspaces.operation.perform', {}, { meta: { page: 1 } });
  }
};

const create = (harness: Harness, key: string, inputData: object) =>
  harness.run(methodOf(definition.operation(key)), { ...inWorkspace, ...inputData });

/** A task about a rights request, where requests have their newer name. */
const taskOfRequest: Scenario = async (harness) => {
  const areaId = await first(harness, 'list_organizational_units', inWorkspace);
  const about = { objectType: 'DataSubject', objectId: '3004' };
  await harness.control('switches', { rightsRequestType: 'DataSubjectRequest' });
  await create(harness, 'create_task', { areaId, label: 'A task', ...about });
};

/** A request that is looked for before it is created. */
const existingRequest: Scenario = async (harness) => {
  const areaId = await first(harness, 'list_organizational_units', inWorkspace);
  const request = { areaId, title: 'A request', purposes: [...PURPOSES], locale: 'fr' };
  const findable = { ...request, refId: 'A-1', email: 'a@example.com', returnExisting: true };
  await create(harness, 'create_rights_request', findable);
  await create(harness, 'create_rights_request', findable);
  const path = '/v1/ws/101/DataSubjectRequests';
  await harness.control('faults', { method: 'GET', path, status: 400 });
  await create(harness, 'create_rights_request', findable);
  for (const personCategory of PERSON_CATEGORIES) {
    await create(harness, 'create_rights_request', { ...request, personCategory });
  }
};

/** The older categories, which Dastra takes where a workspace has none of its own. */
const olderCategories: Scenario = async (harness) => {
  await harness.control('switches', { rightsRequestType: 'DataSubject' });
  const update = { requestId: '3004' };
  for (const personCategory of PERSON_CATEGORIES) {
    await create(harness, 'update_rights_request', { ...update, personCategory });
  }
};

/** A request that is closed with an explanation, by a call that does not know its name. */
const closedWithExplanation: Scenario = async (harness) => {
  await harness.control('switches', { closeBody: 'ignores-ours' });
  const explained = { closedReason: 'Other', closedReasonDescription: 'Because.' };
  await create(harness, 'close_rights_request', { requestId: '3004', ...explained });
};

/** A file of a request that does not say which files it has. */
const fileOfList: Scenario = async (harness) => {
  const path = '/v1/ws/101/DataSubjectRequests/3004';
  const body = { id: 3004, title: 'A request', locale: 'en', purposes: ['Access'], areaId: 202 };
  await harness.control('faults', { method: 'GET', path, body });
  const { fileUrl } = harness;
  await create(harness, 'attach_file_to_rights_request', { requestId: '3004', file: fileUrl });
};

/** A task that is completed where no step is known. */
const withoutSteps: Scenario = async (harness) => {
  await harness.control('switches', { missingEndpoints: ['Workflows'] });
  const path = '/v1/ws/101/Tasks';
  const body = { items: [], total: 0, page: 1, size: 20 };
  await harness.control('faults', { method: 'GET', path, body, times: 2 });
  await create(harness, 'complete_task', { taskId: '2004' });
};

/** A request by a number and a reference that there are not, with and without filters. */
const requestByNumber: Scenario = async (harness) => {
  const find = (input: object) =>
    harness.run('searches.find_rights_request.operation.perform', { ...inWorkspace, ...input });
  await find({ demandId: 'NONE', openOnly: 'no', purposes: [...PURPOSES] });
  const path = '/v1/ws/101/DataSubjectRequests';
  await harness.control('faults', { method: 'GET', path, status: 400 });
  await find({ demandId: 'NONE', openOnly: 'yes' });
};

/** An actor whose name is looked for in the full text. */
const actorByName: Scenario = async (harness) => {
  const name = { givenName: 'no', familyName: 'body', match: 'contains' };
  await harness.run('searches.find_actor.operation.perform', { ...inWorkspace, ...name });
};

/** The scenarios, by name. */
export const SUITE: Record<string, Scenario> = {
  connection,
  'a task about a rights request': taskOfRequest,
  'a rights request that exists': existingRequest,
  'a request of an older category': olderCategories,
  'a request that is closed with an explanation': closedWithExplanation,
  'a task without steps': withoutSteps,
  'a request by number': requestByNumber,
  'a file of a list': fileOfList,
  'an actor by name': actorByName,
  ...Object.fromEntries(definition.operations.map((one) => [`forms of ${one.key}`, forms(one)])),
  ...Object.fromEntries(
    definition.operations
      .filter(({ hidden }) => !hidden)
      .map((one) => [`names in ${one.key}`, names(one)]),
  ),
  ...Object.fromEntries(
    definition.operations
      .filter(({ type }) => type === 'hook')
      .map((one) => [`life of ${one.key}`, life(one)]),
  ),
  ...Object.fromEntries(
    WAYS.map((switches) => [`with ${JSON.stringify(switches)}`, otherwise(switches)]),
  ),
};
