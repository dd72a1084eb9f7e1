/**
 * The demo: every trigger and action of the built app, run by Zapier's own handler against a local
 * Dastra. Exits with 1 on any deviation.
 */
import { remoteOf } from '../sandbox/remote.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { listen } from '../tools/loopback.ts';
import { type Bundle, type LocalZapier, startZapier } from '../tools/zapier.ts';
import { expect, startTour } from './steps.ts';

/** The part of a record that the demo reads. */
interface Shown {
  id: string;
  label?: string;
  title?: string;
  demandId?: string;
  displayName?: string;
  ref?: string;
  detailsSaved?: boolean;
  alreadyAttached?: boolean;
  alreadyClosed?: boolean;
  alreadySent?: boolean;
  message?: string;
  request?: { demandId?: string };
  fileName?: string;
  size?: number;
  alreadyCompleted?: boolean;
  city?: string;
  assignedToUserId?: string;
  alreadyExisted?: boolean;
  hoursToNotify?: number;
  outcome?: string;
  dueDay?: string;
  closedReason?: string;
  operator?: { displayName?: string };
  state?: string;
  workFlowStep?: { label?: string };
  dataProcessing?: { label?: string };
}

/** What the demo reads of what a trigger hands to Zapier when it is turned on. */
interface Subscribed {
  id: string;
  subscriptions: { id: string }[];
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

  const ours = { ...inWorkspace, taskId: task.id };
  await lifeOfTask({ run, step, choices, inWorkspace, turnOn, task: ours, unit, actor });

  const drafts = await turnOn('Turn on New Processing', 'new_processing', 2);
  const published = await turnOn('Turn on Processing Published', 'processing_published', 2);
  const activity = { ...inWorkspace, label: 'Newsletter', ref: 'NEWS-1', areaId: unit.id };
  const findProcessing = () =>
    run<Shown[]>('searches.find_processing.operation.perform', { ...activity });
  const draft = await step('Find or Create Processing', 7, async () => {
    expect((await findProcessing()).length === 0, 'The processing was there before.');
    const method = 'creates.create_processing.operation.perform';
    const created = await run<Shown>(method, activity);
    expect(created.detailsSaved && created.ref === 'NEWS-1', 'Its reference was not saved.');
    return { shows: `created ${created.label} (${created.ref}), a draft`, value: created };
  });
  await received('Trigger New Processing', drafts, draft);
  await step('Find Processing', 1, async () => {
    const [found] = await findProcessing();
    expect(found?.id === draft.id, 'The processing was not found by its reference.');
    return { shows: `found ${found.label}, status ${found.state}`, value: found };
  });
  await step('Somebody publishes it', 0, async () => {
    const { control } = remoteOf(sandbox);
    const place = { workspaceId: Number(workspace.id), id: draft.id };
    await control('moves/DataProcessings', { ...place, step: 'Published' });
    return { shows: 'in Dastra', value: null };
  });
  await received('Trigger Processing Published', published, draft);

  await step('Create Asset', 1, async () => {
    const asset = { ...inWorkspace, label: 'Mailing tool', type: 'Software' };
    const created = await run<Shown>('creates.create_asset.operation.perform', asset);
    return { shows: `“${created.label}”, ID ${created.id}`, value: created };
  });

  const life = { zapier, sandbox, run, step, choices, inWorkspace, requests };
  await lifeOfRequest(life);
  await lifeOfBreach(life, unit.id);
  await lifeOfQuestionnaire(life);

  const names = ['New Rights Request', 'New Task', 'New Processing', 'Processing Published'];
  for (const [index, { subscribeData, key }] of [requests, tasks, drafts, published].entries()) {
    const name = names[index];
    const calls = subscribeData.subscriptions.length;
    await step(`Turn off ${name}`, calls, async () => {
      const method = `triggers.${key}.operation.performUnsubscribe`;
      await run(method, inWorkspace, { subscribeData });
      return { shows: `${shownOf(subscribeData)} ended`, value: null };
    });
  }
  return finish();
};

/** What the part below needs of the tour. */
interface LifeOfTask extends Pick<Life, 'run' | 'step' | 'choices' | 'inWorkspace'> {
  turnOn(title: string, key: string, calls: number): Promise<TurnedOn>;
  task: { workspaceId: string; taskId: string };
  unit: Shown;
  actor: Shown;
}

/**
 * The life of a task: it is found rather than created again, given to somebody, is due, and is completed,
 * which comes back as a trigger. Its actor moves to another city.
 */
const lifeOfTask = async ({
  run,
  step,
  choices,
  inWorkspace,
  turnOn,
  task,
  unit,
  actor,
}: LifeOfTask) => {
  const completed = await turnOn('Turn on Task Completed', 'task_completed', 4);
  const label = 'check the IDENTITY of Maya Lind';
  const findOrCreate = (title: string, calls: number, wanted: string, isThere: boolean) =>
    step(title, calls, async () => {
      const input = { ...inWorkspace, label: wanted, areaId: unit.id };
      const [found] = await run<Shown[]>('searches.find_task.operation.perform', input);
      expect((found !== undefined) === isThere, `The task was ${found ? '' : 'not '}there.`);
      const one = found ?? (await run<Shown>('creates.create_task.operation.perform', input));
      return { shows: `${found ? 'found' : 'created'} “${one.label}”, ID ${one.id}`, value: one };
    });
  const found = await findOrCreate('Find or Create Task', 1, label, true);
  expect(found.id === task.taskId, `Another task was found: ${found.id}.`);
  await findOrCreate('Find or Create Task, a new one', 3, 'Tell Maya Lind', false);

  const user = await step('Find User', 2, async () => {
    // By the name of one who is listed: each workspace has its own users.
    const [first] = await choices('list_users', inWorkspace);
    const name = first?.label?.replace(/ \(.*/, '');
    const input = { ...inWorkspace, name };
    const [one] = await run<Shown[]>('searches.find_user.operation.perform', input);
    expect(one, 'The user was not found by name.');
    return { shows: `${one.displayName}, ID ${one.id}`, value: one };
  });
  const update = (title: string, calls: number, deadline: string) =>
    step(title, calls, async () => {
      const input = { ...task, assignedToUserId: user.id, deadline };
      const updated = await run<Shown>('creates.update_task.operation.perform', input);
      expect(updated.assignedToUserId === user.id, 'The task is not assigned.');
      return { shows: `“${updated.label}” assigned to ${user.displayName}`, value: null };
    });
  const tomorrow = new Date(Date.now() + 24 * 3600 * 1000).toISOString();
  await update('Update Task', 3, tomorrow);
  await update('Update Task, again', 1, tomorrow);
  await step('Trigger Task Due Soon', 1, async () => {
    const due = await run<Shown[]>('triggers.task_due_soon.operation.perform', inWorkspace);
    const ours = due.find(({ id }) => id === task.taskId);
    expect(ours, 'The task is not among those that are due.');
    return { shows: `${due.length} tasks, ours on ${ours.dueDay}`, value: null };
  });
  const complete = (title: string, calls: number, already: boolean) =>
    step(title, calls, async () => {
      const done = await run<Shown>('creates.complete_task.operation.perform', task);
      expect(done.state === 'Closed', `Its status is ${done.state}.`);
      expect(done.alreadyCompleted === already, `alreadyCompleted: ${done.alreadyCompleted}.`);
      return { shows: already ? 'completed already' : `“${done.label}”`, value: null };
    });
  await complete('Complete Task', 4, false);
  await complete('Complete Task, again', 1, true);
  await step('Trigger Task Completed', 0, async () => {
    const { address, subscribeData } = completed;
    const method = 'triggers.task_completed.operation.perform';
    const start = async () =>
      run<Shown[]>(method, inWorkspace, { ...(await address.next()), subscribeData });
    expect((await start()).length === 0, 'An update started the Zap.');
    const [done] = await start();
    expect(done?.id === task.taskId, 'The completion did not start the Zap.');
    return { shows: `“${done.label}”, signed by Dastra`, value: null };
  });
  await step('Update Actor', 3, async () => {
    const input = { ...inWorkspace, actorId: actor.id, city: 'Rovaniemi', countryCode: 'Finland' };
    const updated = await run<Shown>('creates.update_actor.operation.perform', input);
    expect(updated.city === 'Rovaniemi', `Its city is ${updated.city}.`);
    return { shows: `${updated.displayName} in ${updated.city}`, value: null };
  });
  await step('Turn off Task Completed', completed.subscribeData.subscriptions.length, async () => {
    const { subscribeData } = completed;
    const method = 'triggers.task_completed.operation.performUnsubscribe';
    await run(method, inWorkspace, { subscribeData });
    return { shows: `${shownOf(subscribeData)} ended`, value: null };
  });
};

/** A trigger that is on: its address, and what Zapier keeps of it. */
interface TurnedOn {
  key: string;
  address: ReturnType<LocalZapier['openAddress']>;
  subscribeData: Subscribed;
}

/** What the parts below need of the tour. */
interface Life {
  zapier: LocalZapier;
  sandbox: Sandbox;
  run<Result>(method: string, inputData: object, more?: Bundle): Promise<Result>;
  choices(key: string, inputData?: object): Promise<Shown[]>;
  step: ReturnType<typeof startTour>['step'];
  inWorkspace: { workspaceId: string };
  /** The trigger of new requests. */
  requests: TurnedOn;
}

/** Turning triggers on and off, and what their webhooks start. */
const triggersOf = ({ zapier, run, step, inWorkspace }: Life) => {
  const operation = (key: string, name: string) => `triggers.${key}.operation.${name}`;

  const turnOn = (title: string, key: string, calls: number) =>
    step(`Turn on ${title}`, calls, async (): Promise<{ shows: string; value: TurnedOn }> => {
      const address = zapier.openAddress();
      const method = operation(key, 'performSubscribe');
      const subscribeData = await run<Subscribed>(method, inWorkspace, address);
      return { shows: shownOf(subscribeData), value: { key, address, subscribeData } };
    });
  const turnOff = (title: string, { key, subscribeData }: TurnedOn) =>
    step(`Turn off ${title}`, subscribeData.subscriptions.length, async () => {
      await run(operation(key, 'performUnsubscribe'), inWorkspace, { subscribeData });
      return { shows: `${shownOf(subscribeData)} ended`, value: null };
    });
  const start = async ({ key, address, subscribeData }: TurnedOn, options: object = {}) =>
    run<Shown[]>(
      operation(key, 'perform'),
      { ...inWorkspace, ...options },
      { ...(await address.next()), subscribeData },
    );
  const triggered = (
    title: string,
    calls: number,
    trigger: TurnedOn,
    says: (one: Shown) => string,
  ) =>
    step(title, calls, async () => {
      const [one, ...others] = await start(trigger);
      expect(one && others.length === 0, 'The trigger did not give one record.');
      return { shows: says(one), value: one };
    });
  return { turnOn, turnOff, start, triggered };
};

/** A breach is created, found and moved on; both come back as triggers. */
const lifeOfBreach = async (life: Life, areaId: string) => {
  const { sandbox, run, choices, step, inWorkspace } = life;
  const { turnOn, turnOff, triggered } = triggersOf(life);
  const created = await turnOn('New Data Breach', 'new_data_breach', 2);
  const status = await turnOn('Breach Status Changed', 'data_breach_status_changed', 2);

  const input = {
    ...inWorkspace,
    label: 'Letter to the wrong list',
    areaId,
    nature: ['Confidentiality'],
    startDate: '2026-11-23T17:40:00+01:00',
    returnExisting: 'yes',
  };
  const create = (title: string, calls: number, alreadyExisted: boolean) =>
    step(title, calls, async () => {
      const breach = await run<Shown>('creates.create_data_breach.operation.perform', input);
      expect(breach.alreadyExisted === alreadyExisted, `existed: ${breach.alreadyExisted}.`);
      expect(breach.hoursToNotify === 72, `${breach.hoursToNotify} hours are left to notify.`);
      const hours = `${breach.hoursToNotify} hours left`;
      return {
        shows: alreadyExisted ? 'already there' : `“${breach.label}”, ${hours}`,
        value: breach,
      };
    });
  const { id } = await create('Create Data Breach', 3, false);
  await create('Create Data Breach, again', 1, true);
  await triggered('Trigger New Data Breach', 0, created, ({ label }) => `“${label}”`);
  await step('Find Data Breach', 1, async () => {
    const search = { ...inWorkspace, label: input.label };
    const [found] = await run<Shown[]>('searches.find_data_breach.operation.perform', search);
    expect(found?.id === id, 'The breach was not found by its title.');
    return { shows: `found by its title, ${found.state}`, value: found };
  });

  const steps = await choices('list_data_breach_steps', inWorkspace);
  const workspaceId = Number(inWorkspace.workspaceId);
  const move = { workspaceId, id, step: Number(steps.at(-1)?.id) };
  await remoteOf(sandbox).control('moves/DataBreachs', move);
  await triggered('Trigger Breach Status Changed', 0, status, ({ state }) => `now ${state}`);
  await turnOff('New Data Breach', created);
  await turnOff('Breach Status Changed', status);
};

/** A questionnaire is finalized, and comes back as a trigger. */
const lifeOfQuestionnaire = async (life: Life) => {
  const { sandbox, run, step, inWorkspace } = life;
  const { turnOn, turnOff, triggered } = triggersOf(life);
  const finalized = await turnOn('Questionnaire Finalized', 'questionnaire_response', 2);
  const { id } = await step('Load samples of questionnaires', 1, async () => {
    const list = 'triggers.questionnaire_response.operation.performList';
    const [sample, ...others] = await run<Shown[]>(list, inWorkspace);
    expect(sample, 'There is no questionnaire.');
    return { shows: `“${sample.label}”, out of ${others.length + 1}`, value: sample };
  });
  const workspaceId = Number(inWorkspace.workspaceId);
  const outcome = { workspaceId, id, outcome: 'Finalized' };
  await remoteOf(sandbox).control('questionnaire-outcomes', outcome);
  await triggered('Trigger Questionnaire Finalized', 0, finalized, ({ label, outcome: shown }) => {
    expect(shown === 'Finalized', `The outcome is ${shown}.`);
    return `“${label}” finalized`;
  });
  await turnOff('Questionnaire Finalized', finalized);
};

/**
 * The life of a request: it comes in by the web form, is found, assigned and identified, gets a file and an answer, is due, and is closed;
 * each change comes back as a trigger.
 */
const lifeOfRequest = async (life: Life) => {
  const { sandbox, run, choices, step, inWorkspace, requests } = life;
  const { control } = remoteOf(sandbox);
  const { turnOn, turnOff, start, triggered } = triggersOf(life);

  const status = await turnOn('Status Changed', 'rights_request_status_changed', 3);
  const identity = await turnOn('Identity Validated', 'request_identity_validated', 2);
  const message = await turnOn('New Message', 'new_request_message', 3);
  const closing = await turnOn('Rights Request Closed', 'rights_request_closed', 4);

  const email = 'amina.osei@example.com';
  const workspaceId = Number(inWorkspace.workspaceId);
  await control('widget-requests', { workspaceId, email, givenName: 'Amina', familyName: 'Osei' });
  const { id } = await triggered('A request comes in', 0, requests, ({ demandId, title }) => {
    return `“${title}”, number ${demandId}`;
  });
  const request = { ...inWorkspace, requestId: id };

  const find = 'searches.find_rights_request.operation.perform';
  await step('Find Rights Request', 1, async () => {
    const [found] = await run<Shown[]>(find, { ...inWorkspace, email });
    expect(found?.id === id, 'The request was not found by its email.');
    return { shows: `number ${found.demandId}, ID ${found.id}`, value: found };
  });

  const steps = await step('Choose a step', 2, async () => {
    const all = await choices('list_rights_request_steps', inWorkspace);
    return { shows: all.map(({ label }) => label).join(', '), value: all };
  });
  const [user] = await choices('list_users', inWorkspace);
  const assignment = { ...request, operatorId: user?.id, workFlowStepId: steps[1]?.id };
  const update = (title: string, calls: number) =>
    step(title, calls, async () => {
      const method = 'creates.update_rights_request.operation.perform';
      const { operator, workFlowStep } = await run<Shown>(method, assignment);
      return {
        shows: `assigned to ${operator?.displayName}, in “${workFlowStep?.label}”`,
        value: null,
      };
    });
  await update('Update Rights Request', 4);
  await update('Update Rights Request, again', 1);
  await triggered('Trigger Status Changed', 0, status, ({ state }) => `now ${state}`);

  await control('identity-validations', { workspaceId, id: Number(id) });
  await triggered('Trigger Identity Validated', 1, identity, ({ demandId }) => `of ${demandId}`);

  const host = await listen((_request, response) => response.end('All that we hold about you.'));
  const file = await step('Attach File to Rights Request', 2, async () => {
    const method = 'creates.attach_file_to_rights_request.operation.perform';
    const attached = await run<Shown>(method, { ...request, file: `${host.url}/data.txt` });
    return { shows: `${attached.fileName}, ${attached.size} bytes`, value: attached };
  }).finally(host.close);

  const answer = { ...request, message: 'Here is a copy of your data.', attachments: [file.id] };
  const send = (title: string, calls: number, alreadySent: boolean) =>
    step(title, calls, async () => {
      const method = 'creates.send_message_to_requester.operation.perform';
      const sent = await run<Shown>(method, answer);
      expect(sent.alreadySent === alreadySent, `alreadySent: ${sent.alreadySent}.`);
      return { shows: alreadySent ? 'sent already' : `“${sent.message}”`, value: null };
    });
  await send('Send Message to Requester', 4, false);
  await send('Send Message to Requester, again', 2, true);
  await step('Trigger New Message, by ourselves', 2, async () => {
    expect((await start(message)).length === 0, 'Our own message started the Zap.');
    return { shows: 'nothing: only requesters’ messages do', value: null };
  });
  await control('messages', {
    workspaceId,
    dataSubjectRequestId: Number(id),
    message: 'Thank you.',
  });
  await triggered('Trigger New Message', 2, message, (one) => {
    return `“${one.message}” on ${one.request?.demandId}`;
  });

  await step('Trigger Rights Request Due Soon', 1, async () => {
    const method = 'triggers.rights_request_due_soon.operation.perform';
    const due = await run<Shown[]>(method, { ...inWorkspace, daysBefore: '30' });
    const ours = due.find((one) => one.id === id);
    expect(ours, 'The request is not among those that are due.');
    return { shows: `${due.length} requests, ours on ${ours.dueDay}`, value: null };
  });

  const reason = { closedReason: 'Accepted', closedReasonDescription: 'Your data are attached.' };
  const close = (title: string, calls: number, alreadyClosed: boolean) =>
    step(title, calls, async () => {
      const method = 'creates.close_rights_request.operation.perform';
      const closed = await run<Shown>(method, { ...request, ...reason });
      expect(closed.alreadyClosed === alreadyClosed, `alreadyClosed: ${closed.alreadyClosed}.`);
      return {
        shows: `${alreadyClosed ? 'closed already' : 'closed'}, ${closed.closedReason}`,
        value: null,
      };
    });
  await close('Close Rights Request', 3, false);
  await close('Close Rights Request, again', 1, true);
  await step('Trigger Status Changed, skipped', 0, async () => {
    const skipped = await start(status, { skipOwnChanges: 'yes' });
    expect(skipped.length === 0, 'Our own change started the Zap.');
    return { shows: 'nothing: this connection did it', value: null };
  });
  await step('Trigger Rights Request Closed', 0, async () => {
    // The assignment and its step came here before, and were no closing.
    const before = [await start(closing), await start(closing)].flat();
    expect(before.length === 0, 'A change that is no closing started the Zap.');
    const [closed] = await start(closing);
    expect(closed?.id === id, 'The closing did not start the Zap.');
    return { shows: `because ${closed.closedReason}`, value: null };
  });

  await turnOff('Status Changed', status);
  await turnOff('Identity Validated', identity);
  await turnOff('New Message', message);
  await turnOff('Rights Request Closed', closing);
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
