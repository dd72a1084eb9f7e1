/**
 * The whole operation suite: each function of the app, with each optional field filled in once, and
 * each of its ways around what Dastra's documents leave open. Whether anything is left out shows in
 * the traffic: what `endpoints.ts` tells and no scene does is drift.
 */
import { JOB_TITLES, RECIPIENT_TYPES } from '../src/resources/processings/schema.ts';
import { PERSON_CATEGORIES, PURPOSES } from '../src/resources/rights-requests/schema.ts';
import { OBJECT_TYPES, PRIORITIES } from '../src/resources/tasks/schema.ts';
import type { Harness, Scenario } from './harness.ts';

interface Choice {
  id: string;
}

/** The first choice of a drop-down. */
const first = async (harness: Harness, key: string, inputData: object = {}): Promise<string> => {
  const [choice] = await harness.run<Choice[]>(`triggers.${key}.operation.perform`, inputData);
  if (!choice) throw new Error(`The drop-down ${key} is empty.`);
  return choice.id;
};

const inWorkspace = async (harness: Harness) => ({
  workspaceId: await first(harness, 'list_workspaces'),
});

const create = <Result = Choice>(harness: Harness, key: string, inputData: object) =>
  harness.run<Result>(`creates.${key}.operation.perform`, inputData);

const connection = async (harness: Harness) => {
  for (const workspacesShape of ['workSpaces', 'items', 'array']) {
    await harness.control('switches', { workspacesShape });
    const inputData = await harness.run<object>('authentication.test');
    await harness.run('authentication.connectionLabel', inputData);
    await harness.run('triggers.list_workspaces.operation.perform', {}, { meta: { page: 1 } });
  }
};

const dropDowns = async (harness: Harness) => {
  const workspace = await inWorkspace(harness);
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
    'list_task_steps',
    'list_rights_request_steps',
    'list_subject_categories',
  ];
  for (const key of keys) await first(harness, key, workspace);
  for (const objectType of OBJECT_TYPES) {
    await first(harness, 'list_related_items', { ...workspace, objectType });
  }
  await harness.control('switches', { rightsRequestType: 'DataSubjectRequest' });
  await first(harness, 'list_rights_request_steps', workspace);
  await first(harness, 'list_rights_request_tags', workspace);
  await harness.control('switches', {
    missingEndpoints: ['TenantUsers', 'Workflows', 'SubjectCategories'],
  });
  await first(harness, 'list_users', workspace);
  await first(harness, 'list_task_steps', workspace);
  await first(harness, 'list_rights_request_steps', workspace);
  await first(harness, 'list_subject_categories', workspace);
};

const tasks = async (harness: Harness) => {
  const workspace = await inWorkspace(harness);
  const areaId = await first(harness, 'list_organizational_units', workspace);
  const userId = await first(harness, 'list_users', workspace);
  const tagIds = [await first(harness, 'list_task_tags', workspace)];
  const plain = { ...workspace, areaId, label: 'A task' };
  await create(harness, 'create_task', {
    ...plain,
    descriptionHtml: '<p>What is to be done.</p>',
    deadline: '2030-01-31T17:00:00+01:00',
    assignedToUserId: userId,
    ownerId: userId,
    projectId: await first(harness, 'list_projects', workspace),
    iterationId: await first(harness, 'list_iterations', workspace),
    workFlowStepId: await first(harness, 'list_task_steps', workspace),
    tagIds,
    customFields: { '21_text': 'A value' },
    parentId: await first(harness, 'list_tasks', workspace),
    color: '#1E8EE1',
  });
  for (const priority of PRIORITIES) await create(harness, 'create_task', { ...plain, priority });
  for (const objectType of OBJECT_TYPES) {
    const objectId = await first(harness, 'list_related_items', { ...workspace, objectType });
    await create(harness, 'create_task', { ...plain, objectType, objectId });
  }
  const request = { ...workspace, objectType: 'DataSubject' };
  const objectId = await first(harness, 'list_related_items', request);
  await harness.control('switches', { rightsRequestType: 'DataSubjectRequest' });
  await create(harness, 'create_task', { ...plain, objectType: 'DataSubject', objectId, tagIds });
};

const actors = async (harness: Harness) => {
  const workspace = await inWorkspace(harness);
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
    tagIds: [await first(harness, 'list_actor_tags', workspace)],
    customFields: { '31_text': 'A value' },
    accessLevel: 'Restricted',
    dpaSignatureDate: '2026-01-31',
  };
  const organization = await create(harness, 'create_actor', {
    ...contact,
    actorType: 'Morale',
    companyName: 'Example Ltd',
    contactName: 'A name',
    contactPosition: 'A position',
    immatriculationNumber: '123 456 789',
    vendorType: 'B2C',
  });
  await create(harness, 'create_actor', {
    ...contact,
    actorType: 'Physical',
    givenName: 'A given name',
    familyName: 'A family name',
    vendorType: 'B2B',
  });
  const find = (criterion: object) =>
    harness.run('searches.find_actor.operation.perform', { ...workspace, ...criterion });
  await find({ email: 'contact@example.com' });
  await find({ email: 'nobody@example.com' });
  await find({ companyName: 'Example Ltd' });
  await find({ givenName: 'a given', familyName: 'a family', match: 'contains' });
  await find({ actorId: organization.id });
  await find({ actorId: '2147483647' });
};

const rightsRequests = async (harness: Harness) => {
  const workspace = await inWorkspace(harness);
  const areaId = await first(harness, 'list_organizational_units', workspace);
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
    operatorId: await first(harness, 'list_users', workspace),
    phoneNumber: '+33 1 23 45 67 89',
    address: '1 Example Street',
    zipCode: '75001',
    city: 'Paris',
    countryCode: 'FR',
    refId: 'A-1',
    complex: true,
    dateDemand: '2026-01-31T08:00:00Z',
    personCategory: await first(harness, 'list_subject_categories', workspace),
    tagIds: [await first(harness, 'list_rights_request_tags', workspace)],
    customFields: { '13_long': 'A value' },
    userId: 'user-1',
    expiryTime: '2030-01-31',
    workFlowStepId: await first(harness, 'list_rights_request_steps', workspace),
    sendNotification: false,
    referrerUrl: 'https://example.com/form',
    returnExisting: true,
  };
  await create(harness, 'create_rights_request', whole);
  // The second time it is found, also where Dastra refuses to filter by the reference.
  await create(harness, 'create_rights_request', whole);
  const requests = `/v1/ws/${workspace.workspaceId}/DataSubjectRequests`;
  await harness.control('faults', { method: 'GET', path: requests, status: 400 });
  await create(harness, 'create_rights_request', whole);
  const { refId, returnExisting, ...again } = whole;
  await harness.control('switches', { rightsRequestType: 'DataSubjectRequest' });
  for (const personCategory of PERSON_CATEGORIES) {
    await create(harness, 'create_rights_request', { ...again, personCategory });
  }
};

const attachments = async (harness: Harness) => {
  const workspace = await inWorkspace(harness);
  const link = {
    ...workspace,
    dataProcessingId: await first(harness, 'list_processings', workspace),
    actorId: (
      await create(harness, 'create_actor', {
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
    await create(harness, 'attach_actor_to_processing', { ...link, ...role });
    // The second time it is attached already.
    await create(harness, 'attach_actor_to_processing', { ...link, ...role });
  }
};

/** The life of an instant trigger. `act` makes Dastra send it a webhook. */
const trigger = async (
  harness: Harness,
  key: string,
  inputData: object,
  act: () => Promise<unknown>,
) => {
  const method = (name: string) => `triggers.${key}.operation.${name}`;
  const address = harness.openAddress();
  await harness.run(method('performSubscribe'), inputData, address);
  // Turned on again without having been turned off.
  const subscribeData = await harness.run(method('performSubscribe'), inputData, address);
  for (const hookData of ['full', 'light']) {
    await harness.control('switches', { hookData });
    await act();
    await harness.run(method('perform'), inputData, { ...(await address.next()), subscribeData });
  }
  for (const sortIgnored of [false, true]) {
    await harness.control('switches', { sortIgnored });
    await harness.run(method('performList'), inputData);
  }
  await harness.run(method('performUnsubscribe'), inputData, { subscribeData });
};

const triggers = async (harness: Harness) => {
  const workspace = await inWorkspace(harness);
  const areaId = await first(harness, 'list_organizational_units', workspace);
  const userId = await first(harness, 'list_users', workspace);
  const filter = { ...workspace, areaId };
  await trigger(
    harness,
    'new_task',
    { ...filter, assignedToUserId: userId, priority: 'High' },
    () =>
      create(harness, 'create_task', {
        ...filter,
        label: 'A task',
        assignedToUserId: userId,
        priority: 'High',
      }),
  );
  await trigger(harness, 'new_rights_request', { ...filter, purposes: ['Access', 'Erasure'] }, () =>
    create(harness, 'create_rights_request', {
      ...filter,
      title: 'A request',
      purposes: ['Access'],
      locale: 'en',
    }),
  );
  // Without filters, so that all kinds of records pass by.
  for (const key of ['new_task', 'new_rights_request']) {
    await harness.run(`triggers.${key}.operation.performList`, workspace);
  }
};

/** The scenarios, by name. */
export const SUITE: Record<string, Scenario> = {
  connection,
  'drop-downs': dropDowns,
  tasks,
  actors,
  'rights requests': rightsRequests,
  attachments,
  triggers,
};
