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
  alreadyAttached?: boolean;
  alreadySent?: boolean;
  dueDay?: string;
  fileName?: string;
  message?: string;
  request?: { demandId?: string };
  size?: number;
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

  await answered({ zapier, sandbox, run, step, request, inWorkspace });

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

/** What the part below needs of the tour. */
interface Answering {
  zapier: LocalZapier;
  sandbox: Sandbox;
  run<Result>(method: string, inputData: object, more?: Bundle): Promise<Result>;
  step: ReturnType<typeof startTour>['step'];
  request: Shown;
  inWorkspace: { workspaceId: string };
}

/** The request gets a file, its requester a message with it, the answer starts a Zap; then it is due. */
const answered = async ({ zapier, sandbox, run, step, request, inWorkspace }: Answering) => {
  const inRequest = { ...inWorkspace, requestId: request.id };
  const trigger = 'triggers.new_request_message.operation';
  const address = zapier.openAddress();
  const subscribeData = await step('Turn on New Message', 2, async () => {
    const subscribed = await run<Subscribed>(`${trigger}.performSubscribe`, inWorkspace, address);
    return { shows: shownOf(subscribed), value: subscribed };
  });
  const received = async () => {
    const webhook = await address.next();
    return run<Shown[]>(`${trigger}.perform`, inWorkspace, { ...webhook, subscribeData });
  };

  const host = await listen((_request, response) => response.end('All that we hold about you.'));
  const file = await step('Attach File to Rights Request', 2, async () => {
    const attached = await run<Shown>('creates.attach_file_to_rights_request.operation.perform', {
      ...inRequest,
      file: `${host.url}/data.txt`,
    });
    return { shows: `${attached.fileName}, ${attached.size} bytes`, value: attached };
  }).finally(host.close);

  const message = { ...inRequest, message: 'Here is a copy of your data.', attachments: [file.id] };
  const send = (title: string, calls: number, alreadySent: boolean) =>
    step(title, calls, async () => {
      const sent = await run<Shown>('creates.send_message_to_requester.operation.perform', message);
      expect(sent.alreadySent === alreadySent, `alreadySent: ${sent.alreadySent}.`);
      return {
        shows: alreadySent ? 'sent already' : `“${sent.message}”`,
        value: null,
      };
    });
  await send('Send Message to Requester', 4, false);
  await step('Trigger New Message, by ourselves', 2, async () => {
    expect((await received()).length === 0, 'Our own message started the Zap.');
    return { shows: 'nothing: only requesters’ messages do', value: null };
  });
  await send('Send Message to Requester, again', 2, true);

  await remoteOf(sandbox).control('messages', {
    workspaceId: Number(inWorkspace.workspaceId),
    dataSubjectRequestId: Number(request.id),
    message: 'Thank you.',
  });
  await step('Trigger New Message', 2, async () => {
    const [first, ...others] = await received();
    expect(first?.message === 'Thank you.' && others.length === 0, 'It gave another message.');
    return { shows: `“${first.message}” on ${first.request?.demandId}`, value: null };
  });
  await step('Turn off New Message', 1, async () => {
    await run(`${trigger}.performUnsubscribe`, inWorkspace, { subscribeData });
    return { shows: `${shownOf(subscribeData)} ended`, value: null };
  });

  await step('Trigger Rights Request Due Soon', 1, async () => {
    const due = await run<Shown[]>('triggers.rights_request_due_soon.operation.perform', {
      ...inWorkspace,
      daysBefore: '30',
    });
    const ours = due.find(({ id }) => id === request.id);
    expect(ours, 'The request is not among those that are due.');
    return { shows: `${due.length} requests, ours on ${ours.dueDay}`, value: null };
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
