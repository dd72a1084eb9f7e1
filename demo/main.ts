/**
 * The demo: every trigger and action of the built app, run by Zapier's own handler against a local
 * Dastra. Exits with 1 on any deviation.
 */
import { remoteOf } from '../sandbox/remote.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { type Bundle, type LocalZapier, startZapier } from '../tools/zapier.ts';
import { expect, startTour } from './steps.ts';

/** The part of a record that the demo reads. */
interface Shown {
  id: string;
  label?: string;
  title?: string;
  demandId?: string;
  displayName?: string;
  alreadyAttached?: boolean;
  ref?: string;
  hoursToNotify?: number;
  detailsSaved?: boolean;
  dataProcessing?: { label?: string };
}

/** What the demo reads of what a trigger hands to Zapier when it is turned on. */
interface Subscribed {
  id: string;
  subscriptions: { id: string }[];
}

/** A trigger that is on. */
interface Hook {
  key: string;
  address: ReturnType<LocalZapier['openAddress']>;
  subscribeData: Subscribed;
}

const shownOf = ({ subscriptions }: Subscribed) =>
  `subscription ${subscriptions.map(({ id }) => id).join(' and ')}`;

const EMAIL = 'privacy@polarlicht.example.com';

const tour = async (zapier: LocalZapier, sandbox: Sandbox): Promise<number> => {
  const authData = { apiKey: sandbox.apiKey };
  const run = async <Result>(method: string, inputData: object, more: Bundle = {}) =>
    (await zapier.run(method, { authData, inputData: { ...inputData }, ...more })) as Result;
  const choices = (key: string, inputData: object = {}) =>
    run<Shown[]>(`triggers.${key}.operation.perform`, inputData);

  const { step, finish } = startTour(async () => (await remoteOf(sandbox).calls()).length);

  await step('Connect', 2, async () => {
    const inputData = await run<object>('authentication.test', {});
    const label = await run<string>('authentication.connectionLabel', inputData);
    expect(label, 'The connection has no label.');
    return { shows: label, value: label };
  });

  const workspace = await step('Choose a workspace', 1, async () => {
    const [first, ...others] = await choices('list_workspaces');
    expect(first, 'There is no workspace to choose.');
    return { shows: `${first.label}, out of ${others.length + 1}`, value: first };
  });
  const inWorkspace = { workspaceId: workspace.id };

  const unit = await step('Choose an organizational unit', 1, async () => {
    const [first, ...others] = await choices('list_organizational_units', inWorkspace);
    expect(first, 'There is no organizational unit to choose.');
    return { shows: `${first.label}, out of ${others.length + 1}`, value: first };
  });

  const processing = await step('Choose a processing', 1, async () => {
    const [first, ...others] = await choices('list_processings', inWorkspace);
    expect(first, 'There is no processing to choose.');
    return { shows: `${first.label}, out of ${others.length + 1}`, value: first };
  });

  const turnOn = (title: string, key: string, calls: number) =>
    step(title, calls, async () => {
      const address = zapier.openAddress();
      const method = `triggers.${key}.operation.performSubscribe`;
      const subscribeData = await run<Subscribed>(method, inWorkspace, address);
      expect(subscribeData.id, 'Dastra gave the subscription no ID.');
      return { shows: shownOf(subscribeData), value: { key, address, subscribeData } };
    });
  const requests = await turnOn('Turn on New Rights Request', 'new_rights_request', 3);
  const tasks = await turnOn('Turn on New Task', 'new_task', 2);

  const loadSamples = (title: string, key: string) =>
    step(title, 1, async () => {
      const samples = await run<Shown[]>(`triggers.${key}.operation.performList`, inWorkspace);
      expect(samples[0], 'There is nothing to test the trigger with.');
      const name = samples[0].title ?? samples[0].label;
      return { shows: `${samples.length} records, the newest “${name}”`, value: samples };
    });
  await loadSamples('Test New Rights Request', 'new_rights_request');
  await loadSamples('Test New Task', 'new_task');

  const findOrCreate = async () => {
    const actor = { ...inWorkspace, email: EMAIL, actorType: 'Morale', companyName: 'Polarlicht' };
    const found = await run<Shown[]>('searches.find_actor.operation.perform', actor);
    if (found[0]) return { how: 'found', actor: found[0] };
    return {
      how: 'created',
      actor: await run<Shown>('creates.create_actor.operation.perform', actor),
    };
  };
  const actor = await step('Find or Create Actor', 3, async () => {
    const { how, actor } = await findOrCreate();
    expect(how === 'created', 'The actor was there before it was created.');
    return { shows: `created ${actor.displayName}, ID ${actor.id}`, value: actor };
  });
  await step('Find or Create Actor, again', 1, async () => {
    const again = await findOrCreate();
    expect(again.how === 'found', 'The actor was created a second time.');
    expect(again.actor.id === actor.id, `Another actor was found: ${again.actor.id}.`);
    return { shows: `found ${again.actor.displayName}, ID ${again.actor.id}`, value: again };
  });
  await step('Create Actor', 1, async () => {
    const person = {
      ...inWorkspace,
      actorType: 'Physical',
      givenName: 'Noor',
      familyName: 'Haddad',
    };
    const created = await run<Shown>('creates.create_actor.operation.perform', person);
    return { shows: `${created.displayName}, ID ${created.id}`, value: created };
  });
  await step('Find Actor', 1, async () => {
    const names = { ...inWorkspace, givenName: 'noor', familyName: 'HADDAD' };
    const [found] = await run<Shown[]>('searches.find_actor.operation.perform', names);
    expect(found, 'The actor was not found by its names.');
    return { shows: `${found.displayName}, ID ${found.id}`, value: found };
  });

  const received = (title: string, trigger: typeof requests, created: Shown) =>
    step(title, 0, async () => {
      const records = await run<Shown[]>(`triggers.${trigger.key}.operation.perform`, inWorkspace, {
        ...(await trigger.address.next()),
        subscribeData: trigger.subscribeData,
      });
      expect(records.length === 1, `The trigger gave ${records.length} records instead of one.`);
      expect(records[0]?.id === created.id, `It gave another record: ${records[0]?.id}.`);
      return {
        shows: `“${records[0]?.title ?? records[0]?.label}”, signed by Dastra`,
        value: null,
      };
    });

  const request = await step('Create Rights Request', 2, async () => {
    const created = await run<Shown>('creates.create_rights_request.operation.perform', {
      ...inWorkspace,
      title: 'Access request from Maya Lind 🇸🇪',
      purposes: ['Access', 'Portability'],
      areaId: unit.id,
      locale: 'en',
      email: 'maya.lind@example.com',
      givenName: 'Maya',
      familyName: 'Lind',
      message: 'Please send me {{everything}} that you hold about me.',
    });
    return { shows: `number ${created.demandId}, ID ${created.id}`, value: created };
  });
  await received('Trigger New Rights Request', requests, request);

  const task = await step('Create Task', 1, async () => {
    const created = await run<Shown>('creates.create_task.operation.perform', {
      ...inWorkspace,
      label: 'Check the identity of Maya Lind',
      areaId: unit.id,
      deadline: '2026-12-01T17:00:00+01:00',
      objectType: 'DataSubject',
      objectId: request.id,
    });
    return { shows: `“${created.label}”, ID ${created.id}`, value: created };
  });
  await received('Trigger New Task', tasks, task);

  const attach = (title: string, calls: number, alreadyAttached: boolean) =>
    step(title, calls, async () => {
      const link = await run<Shown>('creates.attach_actor_to_processing.operation.perform', {
        ...inWorkspace,
        dataProcessingId: processing.id,
        actorId: actor.id,
        type: 'Recipient',
        recipientType: 'Vendor',
      });
      expect(link.alreadyAttached === alreadyAttached, `alreadyAttached: ${link.alreadyAttached}.`);
      const verb = alreadyAttached ? 'already attached to' : 'attached to';
      return { shows: `${verb} ${link.dataProcessing?.label}`, value: link };
    });
  await attach('Attach Actor to Processing', 3, false);
  await attach('Attach Actor to Processing, again', 1, true);

  await tourOfRegisters({ run, step, turnOn, received, inWorkspace, unit, sandbox });

  for (const { key, subscribeData } of [requests, tasks]) {
    const name = key === 'new_task' ? 'New Task' : 'New Rights Request';
    const calls = subscribeData.subscriptions.length;
    await step(`Turn off ${name}`, calls, async () => {
      const method = `triggers.${key}.operation.performUnsubscribe`;
      await run(method, inWorkspace, { subscribeData });
      return { shows: `${shownOf(subscribeData)} ended`, value: null };
    });
  }
  return finish();
};

type Step = ReturnType<typeof startTour>['step'];

/** What the tour of breaches, processings, assets and questionnaires needs of the first one. */
interface Registers {
  run: <Result>(method: string, inputData: object, more?: Bundle) => Promise<Result>;
  step: Step;
  turnOn: (title: string, key: string, calls: number) => Promise<Hook>;
  received: (title: string, trigger: Hook, created: Shown) => Promise<unknown>;
  inWorkspace: { workspaceId: string };
  unit: Shown;
  sandbox: Sandbox;
}

const tourOfRegisters = async (registers: Registers): Promise<void> => {
  const { run, step, turnOn, received, inWorkspace, unit, sandbox } = registers;
  const { api, control } = remoteOf(sandbox);
  const create = (key: string, input: object) =>
    run<Shown>(`creates.${key}.operation.perform`, { ...inWorkspace, ...input });
  const find = (key: string, input: object) =>
    run<Shown[]>(`searches.${key}.operation.perform`, { ...inWorkspace, ...input });
  const list = (key: string) => run<Shown[]>(`triggers.${key}.operation.performList`, inWorkspace);

  const breaches = await turnOn('Turn on New Data Breach', 'new_data_breach', 2);
  const changes = await turnOn('Turn on Breach Status Changed', 'data_breach_status_changed', 2);
  const breach = await step('Find or Create Data Breach', 3, async () => {
    const input = {
      label: 'Newsletter with visible recipients',
      areaId: unit.id,
      nature: ['Access'],
      startDate: '2026-11-23T17:40:00+01:00',
      personCategories: ['Client'],
    };
    expect(!(await find('find_data_breach', input))[0], 'The breach was there before.');
    const created = await create('create_data_breach', input);
    expect(created.hoursToNotify === 72, `${created.hoursToNotify} hours are left to notify.`);
    return { shows: `“${created.label}”, ${created.hoursToNotify} hours left`, value: created };
  });
  await received('Trigger New Data Breach', breaches, breach);
  await step('Find Data Breach', 1, async () => {
    const [found] = await find('find_data_breach', { label: breach.label });
    expect(found?.id === breach.id, 'The breach was not found by its title.');
    return { shows: `found “${found.label}”`, value: found };
  });
  const workspace = `/v1/ws/${inWorkspace.workspaceId}`;
  await step('Somebody closes the breach', 2, async () => {
    const steps = await api<{ id: number; finalStep: boolean }[]>(
      `${workspace}/Workflows/DataBreach`,
    );
    const stepId = steps.find(({ finalStep }) => finalStep)?.id;
    await fetch(`${sandbox.url}${workspace}/DataBreachs/workflow`, {
      method: 'POST',
      headers: { 'x-api-key': sandbox.apiKey, 'content-type': 'application/json' },
      body: JSON.stringify({ id: breach.id, stepId }),
    });
    return { shows: 'in Dastra itself', value: null };
  });
  await received('Trigger Breach Status Changed', changes, breach);

  const created = await turnOn('Turn on New Processing', 'new_processing', 2);
  const published = await turnOn('Turn on Processing Published', 'processing_published', 2);
  const processing = await step('Find or Create Processing', 7, async () => {
    const input = { ref: 'NEWS-1', label: 'Newsletter', areaId: unit.id };
    expect(!(await find('find_processing', input))[0], 'The processing was there before.');
    const made = await create('create_processing', input);
    expect(made.detailsSaved, 'Its details were not saved.');
    return { shows: `“${made.label}” (${made.ref}), a draft`, value: made };
  });
  await received('Trigger New Processing', created, processing);
  await step('Find Processing', 1, async () => {
    const [found] = await find('find_processing', { ref: 'news-1' });
    expect(found?.id === processing.id, 'The processing was not found by its reference.');
    return { shows: `found “${found.label}”`, value: found };
  });
  await step('Somebody publishes the processing', 0, async () => {
    await control('published-processings', { ...inWorkspace, id: processing.id });
    return { shows: 'in Dastra itself', value: null };
  });
  await received('Trigger Processing Published', published, processing);

  await step('Create Asset', 1, async () => {
    const made = await create('create_asset', { label: 'Mailing tool', type: 'Software' });
    return { shows: `“${made.label}”, ID ${made.id}`, value: made };
  });

  const answers = await turnOn('Turn on Questionnaire Finalized', 'questionnaire_response', 2);
  const questionnaire = await step('Test Questionnaire Finalized', 1, async () => {
    const [newest, ...others] = await list('questionnaire_response');
    expect(newest, 'There is no finalized questionnaire.');
    return { shows: `${others.length + 1} record, “${newest.label}”`, value: newest };
  });
  await step('Somebody finalizes the answers', 0, async () => {
    const input = { ...inWorkspace, id: questionnaire.id, outcome: 'Finalized' };
    await control('questionnaire-outcomes', input);
    return { shows: 'in Dastra itself', value: null };
  });
  await received('Trigger Questionnaire Finalized', answers, questionnaire);

  await step('Turn them off', 5, async () => {
    const hooks = [breaches, changes, created, published, answers];
    for (const { key, subscribeData } of hooks) {
      const method = `triggers.${key}.operation.performUnsubscribe`;
      await run(method, inWorkspace, { subscribeData });
    }
    return { shows: `${hooks.length} subscriptions ended`, value: null };
  });
};

const sandbox = await startSandbox();
process.env.DASTRA_API_URL = sandbox.url;
const { default: app } = (await import(new URL('../dist/index.js', import.meta.url).href)) as {
  default: object;
};
const zapier = await startZapier(app);
console.log(`The Dastra app for Zapier, against a local Dastra at ${sandbox.url}\n`);
try {
  process.exitCode = (await tour(zapier, sandbox)) === 0 ? 0 : 1;
} catch {
  // The step has said what went wrong; later steps build on it.
  console.log('\nThe demo ended early because of this deviation.');
  process.exitCode = 1;
} finally {
  await zapier.close();
  await sandbox.close();
}
