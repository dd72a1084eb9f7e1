/**
 * The whole operation suite: each function of the app, with each optional field filled in once, and
 * each of its ways around what Dastra's documents leave open. Whether anything is left out shows in
 * the traffic: what `endpoints.ts` tells and no scene does is drift.
 */
import { JOB_TITLES, RECIPIENT_TYPES } from '../src/resources/processings/schema.ts';
import { PERSON_CATEGORIES, PURPOSES } from '../src/resources/rights-requests/schema.ts';
import { OBJECT_TYPES, PRIORITIES } from '../src/resources/tasks/schema.ts';
import { listen } from '../tools/loopback.ts';
import type { Stage } from './stage.ts';

interface Choice {
  id: string;
}

/** The first choice of a drop-down. */
const first = async (stage: Stage, key: string, inputData: object = {}): Promise<string> => {
  const [choice] = await stage.run<Choice[]>(`triggers.${key}.operation.perform`, inputData);
  if (!choice) throw new Error(`The drop-down ${key} is empty.`);
  return choice.id;
};

const inWorkspace = async (stage: Stage) => ({
  workspaceId: await first(stage, 'list_workspaces'),
});

const create = <Result = Choice>(stage: Stage, key: string, inputData: object) =>
  stage.run<Result>(`creates.${key}.operation.perform`, inputData);

const connection = async (stage: Stage) => {
  for (const workspacesShape of ['workSpaces', 'items', 'array']) {
    await stage.control('switches', { workspacesShape });
    const inputData = await stage.run<object>('authentication.test');
    await stage.run('authentication.connectionLabel', inputData);
    await stage.run('triggers.list_workspaces.operation.perform', {}, { meta: { page: 1 } });
  }
};

const dropDowns = async (stage: Stage) => {
  const workspace = await inWorkspace(stage);
  const keys = [
    'list_organizational_units',
    'list_users',
    'list_actors',
    'list_processings',
    'list_projects',
    'list_iterations',
    'list_tasks',
    'list_task_tags',
    'list_actor_tags',
    'list_rights_request_tags',
    'list_rights_requests',
    'list_task_steps',
    'list_rights_request_steps',
    'list_subject_categories',
  ];
  for (const key of keys) await first(stage, key, workspace);
  for (const objectType of OBJECT_TYPES) {
    await first(stage, 'list_related_items', { ...workspace, objectType });
  }
  await stage.control('switches', { rightsRequestType: 'DataSubjectRequest' });
  await first(stage, 'list_rights_request_steps', workspace);
  await first(stage, 'list_rights_request_tags', workspace);
  await stage.control('switches', {
    missingEndpoints: ['TenantUsers', 'Workflows', 'SubjectCategories'],
  });
  await first(stage, 'list_users', workspace);
  await first(stage, 'list_task_steps', workspace);
  await first(stage, 'list_rights_request_steps', workspace);
  await first(stage, 'list_subject_categories', workspace);
};

const tasks = async (stage: Stage) => {
  const workspace = await inWorkspace(stage);
  const areaId = await first(stage, 'list_organizational_units', workspace);
  const userId = await first(stage, 'list_users', workspace);
  const tagIds = [await first(stage, 'list_task_tags', workspace)];
  const plain = { ...workspace, areaId, label: 'A task' };
  await create(stage, 'create_task', {
    ...plain,
    descriptionHtml: '<p>What is to be done.</p>',
    deadline: '2030-01-31T17:00:00+01:00',
    assignedToUserId: userId,
    ownerId: userId,
    projectId: await first(stage, 'list_projects', workspace),
    iterationId: await first(stage, 'list_iterations', workspace),
    workFlowStepId: await first(stage, 'list_task_steps', workspace),
    tagIds,
    customFields: { '21_text': 'A value' },
    parentId: await first(stage, 'list_tasks', workspace),
    color: '#1E8EE1',
  });
  for (const priority of PRIORITIES) await create(stage, 'create_task', { ...plain, priority });
  for (const objectType of OBJECT_TYPES) {
    const objectId = await first(stage, 'list_related_items', { ...workspace, objectType });
    await create(stage, 'create_task', { ...plain, objectType, objectId });
  }
  const request = { ...workspace, objectType: 'DataSubject' };
  const objectId = await first(stage, 'list_related_items', request);
  await stage.control('switches', { rightsRequestType: 'DataSubjectRequest' });
  await create(stage, 'create_task', { ...plain, objectType: 'DataSubject', objectId, tagIds });
};

const actors = async (stage: Stage) => {
  const workspace = await inWorkspace(stage);
  const contact = {
    ...workspace,
    email: 'contact@example.com',
    phoneNumber: '+33 1 23 45 67 89',
    description: 'An actor.',
    websiteUrl: 'https://example.com',
    address: '1 Example Street',
    zipCode: '75001',
    city: 'Paris',
    countryCode: 'fr',
    tagIds: [await first(stage, 'list_actor_tags', workspace)],
    customFields: { '31_text': 'A value' },
    accessLevel: 'Restricted',
    dpaSignatureDate: '2026-01-31',
  };
  const organization = await create(stage, 'create_actor', {
    ...contact,
    actorType: 'Morale',
    companyName: 'Example Ltd',
    contactName: 'A name',
    contactPosition: 'A position',
    immatriculationNumber: '123 456 789',
    vendorType: 'B2C',
  });
  await create(stage, 'create_actor', {
    ...contact,
    actorType: 'Physical',
    givenName: 'A given name',
    familyName: 'A family name',
    vendorType: 'B2B',
  });
  const find = (criterion: object) =>
    stage.run('searches.find_actor.operation.perform', { ...workspace, ...criterion });
  await find({ email: 'contact@example.com' });
  await find({ email: 'nobody@example.com' });
  await find({ companyName: 'Example Ltd' });
  await find({ givenName: 'a given', familyName: 'a family', match: 'contains' });
  await find({ actorId: organization.id });
  await find({ actorId: '2147483647' });
};

const rightsRequests = async (stage: Stage) => {
  const workspace = await inWorkspace(stage);
  const areaId = await first(stage, 'list_organizational_units', workspace);
  const whole = {
    ...workspace,
    title: 'A request',
    purposes: [...PURPOSES],
    areaId,
    locale: 'fr',
    email: 'requester@example.com',
    givenName: 'A given name',
    familyName: 'A family name',
    message: 'What the requester wrote.',
    description: 'What the team notes.',
    operatorId: await first(stage, 'list_users', workspace),
    phoneNumber: '+33 1 23 45 67 89',
    address: '1 Example Street',
    zipCode: '75001',
    city: 'Paris',
    countryCode: 'FR',
    refId: 'A-1',
    complex: true,
    dateDemand: '2026-01-31T08:00:00Z',
    personCategory: await first(stage, 'list_subject_categories', workspace),
    tagIds: [await first(stage, 'list_rights_request_tags', workspace)],
    customFields: { '13_long': 'A value' },
    userId: 'user-1',
    expiryTime: '2030-01-31',
    workFlowStepId: await first(stage, 'list_rights_request_steps', workspace),
    sendNotification: false,
    referrerUrl: 'https://example.com/form',
    returnExisting: true,
  };
  await create(stage, 'create_rights_request', whole);
  // The second time it is found, also where Dastra refuses to filter by the reference.
  await create(stage, 'create_rights_request', whole);
  const requests = `/v1/ws/${workspace.workspaceId}/DataSubjectRequests`;
  await stage.control('faults', { method: 'GET', path: requests, status: 400 });
  await create(stage, 'create_rights_request', whole);
  const { refId, returnExisting, ...again } = whole;
  await stage.control('switches', { rightsRequestType: 'DataSubjectRequest' });
  for (const personCategory of PERSON_CATEGORIES) {
    await create(stage, 'create_rights_request', { ...again, personCategory });
  }
};

const attachments = async (stage: Stage) => {
  const workspace = await inWorkspace(stage);
  const link = {
    ...workspace,
    dataProcessingId: await first(stage, 'list_processings', workspace),
    actorId: (
      await create(stage, 'create_actor', {
        ...workspace,
        actorType: 'Morale',
        companyName: 'Example Ltd',
      })
    ).id,
    label: 'A label',
    description: 'A description.',
  };
  const roles = [
    ...RECIPIENT_TYPES.map((recipientType) => ({ type: 'Recipient', recipientType })),
    ...JOB_TITLES.map((jobTitle) => ({ type: 'Stakeholder', jobTitle })),
    { type: 'DataController' },
    { type: 'Referent' },
  ];
  for (const role of roles) {
    await create(stage, 'attach_actor_to_processing', { ...link, ...role });
    // The second time it is attached already.
    await create(stage, 'attach_actor_to_processing', { ...link, ...role });
  }
};

/** The life of an instant trigger. `act` makes Dastra send it a webhook. */
const trigger = async (
  stage: Stage,
  key: string,
  inputData: object,
  act: () => Promise<unknown>,
) => {
  const method = (name: string) => `triggers.${key}.operation.${name}`;
  const address = stage.openAddress();
  await stage.run(method('performSubscribe'), inputData, address);
  // Turned on again without having been turned off.
  const subscribeData = await stage.run(method('performSubscribe'), inputData, address);
  for (const hookData of ['full', 'light']) {
    await stage.control('switches', { hookData });
    await act();
    await stage.run(method('perform'), inputData, { ...(await address.next()), subscribeData });
  }
  for (const sortIgnored of [false, true]) {
    await stage.control('switches', { sortIgnored });
    await stage.run(method('performList'), inputData);
  }
  await stage.run(method('performUnsubscribe'), inputData, { subscribeData });
};

const triggers = async (stage: Stage) => {
  const workspace = await inWorkspace(stage);
  const areaId = await first(stage, 'list_organizational_units', workspace);
  const userId = await first(stage, 'list_users', workspace);
  const filter = { ...workspace, areaId };
  await trigger(stage, 'new_task', { ...filter, assignedToUserId: userId, priority: 'High' }, () =>
    create(stage, 'create_task', {
      ...filter,
      label: 'A task',
      assignedToUserId: userId,
      priority: 'High',
    }),
  );
  await trigger(stage, 'new_rights_request', { ...filter, purposes: ['Access', 'Erasure'] }, () =>
    create(stage, 'create_rights_request', {
      ...filter,
      title: 'A request',
      purposes: ['Access'],
      locale: 'en',
    }),
  );
  // Without filters, so that all kinds of records pass by.
  for (const key of ['new_task', 'new_rights_request']) {
    await stage.run(`triggers.${key}.operation.performList`, workspace);
  }
};

/** Files and messages of a request. */
const filesAndMessages = async (stage: Stage) => {
  const workspace = await inWorkspace(stage);
  const request = { ...workspace, requestId: '3004' };
  const host = await listen((_request, response) => response.end('A file.'));
  try {
    const file = { ...request, file: `${host.url}/a.txt` };
    const attached = await create(stage, 'attach_file_to_rights_request', file);
    const whole = { ...file, fileName: 'b.txt', skipAttached: true };
    await create(stage, 'attach_file_to_rights_request', whole);
    await create(stage, 'attach_file_to_rights_request', whole);
    // A request that does not tell of its files.
    const path = `/v1/ws/${workspace.workspaceId}/DataSubjectRequests/3004`;
    const body = { id: 3004, title: 'A request', locale: 'en', purposes: ['Access'], areaId: 202 };
    await stage.control('faults', { method: 'GET', path, body });
    await create(stage, 'attach_file_to_rights_request', whole);

    const message = { ...request, message: 'A message.' };
    await create(stage, 'send_message_to_requester', {
      ...message,
      attachments: [attached.id],
    });
    await stage.control('switches', { messageAnswer: 'message' });
    await create(stage, 'send_message_to_requester', { ...message, message: 'Another one.' });
  } finally {
    await host.close();
  }
};

const messages = async (stage: Stage) => {
  const workspace = await inWorkspace(stage);
  const userId = await first(stage, 'list_users', workspace);
  const message = { workspaceId: 101, dataSubjectRequestId: 3004, message: 'A message.' };
  for (const messageData of ['message', 'request']) {
    await stage.control('switches', { messageData });
    for (const requesterAs of ['nobody', 'user']) {
      await stage.control('switches', { requesterAs });
      for (const filter of [{}, { from: 'anyone', areaId: '202', operatorId: userId }]) {
        await trigger(stage, 'new_request_message', { ...workspace, ...filter }, () =>
          stage.control('messages', message),
        );
      }
    }
  }
};

const dueDates = async (stage: Stage) => {
  const workspace = await inWorkspace(stage);
  const due = (inputData: object) =>
    stage.run('triggers.rights_request_due_soon.operation.perform', { ...workspace, ...inputData });
  await due({});
  await due({
    daysBefore: 90,
    areaId: await first(stage, 'list_organizational_units', workspace),
    operatorId: await first(stage, 'list_users', workspace),
    purposes: [...PURPOSES],
  });
};

/** The scenes of the suite, by name. */
export const SUITE: Record<string, (stage: Stage) => Promise<void>> = {
  connection,
  'drop-downs': dropDowns,
  tasks,
  actors,
  'rights requests': rightsRequests,
  attachments,
  triggers,
  'files and messages': filesAndMessages,
  messages,
  'due dates': dueDates,
};
