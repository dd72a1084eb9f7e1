/**
 * The whole operation suite: each function of the app, with each optional field filled in once, and
 * each of its ways around what Dastra's documents leave open. Whether anything is left out shows in
 * the traffic: what `endpoints.ts` tells and no scene does is drift.
 */
import { ACCESS_LEVELS, VENDOR_TYPES } from '../src/resources/actors/schema.ts';
import { CLEARABLE as CLEARABLE_OF_ACTORS } from '../src/resources/actors/update.ts';
import { JOB_TITLES, RECIPIENT_TYPES } from '../src/resources/processings/schema.ts';
import {
  CLEARABLE,
  CLOSED_REASONS,
  PERSON_CATEGORIES,
  PURPOSES,
} from '../src/resources/rights-requests/schema.ts';
import { OBJECT_TYPES, PRIORITIES } from '../src/resources/tasks/schema.ts';
import { CLEARABLE as CLEARABLE_OF_TASKS } from '../src/resources/tasks/update.ts';
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

/** A request from its creation to its end; each part of Dastra that may be otherwise comes in both ways. */
const lifeOfRightsRequests = async (stage: Stage) => {
  const workspace = await inWorkspace(stage);
  const open = async () => {
    const areaId = await first(stage, 'list_organizational_units', workspace);
    const fields = { ...workspace, title: 'x', purposes: ['Access'], areaId, locale: 'en' };
    const { id } = await create(stage, 'create_rights_request', fields);
    return { ...workspace, requestId: id };
  };
  const request = await open();
  const change = (inputData: object) =>
    create(stage, 'update_rights_request', { ...request, ...inputData });
  const whole = {
    title: 'A request',
    operatorId: await first(stage, 'list_users', workspace),
    expiryTime: '2030-01-31',
    complex: true,
    // Another one than that of the request, as only changes are written.
    areaId: '202',
    description: 'Notes.',
    refId: 'A-1',
    email: 'requester@example.com',
    givenName: 'Ada',
    familyName: 'Lovelace',
    phoneNumber: '+33 1 23 45 67 89',
    personCategory: await first(stage, 'list_subject_categories', workspace),
    tagIds: [await first(stage, 'list_rights_request_tags', workspace)],
    customFields: { '13_long': 'A value' },
  };
  await change({ ...whole, purposes: PURPOSES });
  await change({ description: 'More notes.', descriptionMode: 'Append' });
  await change({ fieldsToClear: [...CLEARABLE] });
  await stage.control('switches', { patchMediaTypes: 'json', rightsRequestType: 'DataSubject' });
  for (const personCategory of PERSON_CATEGORIES) await change({ personCategory });
  const steps = await stage.run<Choice[]>(
    'triggers.list_rights_request_steps.operation.perform',
    workspace,
  );
  await change({ workFlowStepId: steps[1]?.id });

  const find = (inputData: object) =>
    stage.run('searches.find_rights_request.operation.perform', { ...workspace, ...inputData });
  await find({ requestId: request.requestId });
  await find({ demandId: 'NONE' });
  await find({ refId: 'A-1', email: 'requester@example.com', openOnly: 'no' });
  const path = `/v1/ws/${workspace.workspaceId}/DataSubjectRequests`;
  await stage.control('faults', { method: 'GET', path, status: 400 });
  await find({ demandId: 'NONE' });

  const ways = [
    {},
    { closeBody: 'ignores-ours' },
    { closeBody: 'demands-other' },
    { closeEndpoint: 'absent' },
  ];
  for (const way of ways) {
    const reason = { closedReasonDescription: 'Because.', sendNotification: true };
    const closed = { ...(await open()), ...reason, closedReason: 'Other' };
    await stage.control('switches', way);
    await create(stage, 'close_rights_request', closed);
    await create(stage, 'close_rights_request', closed);
    await stage.control('switches', { closeBody: 'ours', closeEndpoint: 'present' });
  }
  for (const closedReason of CLOSED_REASONS) {
    await create(stage, 'close_rights_request', { ...(await open()), closedReason });
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

/** A task from its change to its end; each part of Dastra that may be otherwise comes in both ways. */
const lifeOfTasks = async (stage: Stage) => {
  const workspace = await inWorkspace(stage);
  const run = (kind: string, key: string, inputData: object) =>
    stage.run(`${kind}.${key}.operation.perform`, { ...workspace, ...inputData });
  const task = { taskId: '2004' };
  const change = (inputData: object) => run('creates', 'update_task', { ...task, ...inputData });
  const userId = await first(stage, 'list_users', workspace);
  const projectId = await first(stage, 'list_projects', workspace);
  await change({ fieldsToClear: [...CLEARABLE_OF_TASKS] });
  await change({
    label: 'A task',
    areaId: '201',
    descriptionHtml: '<p>What is to be done.</p>',
    deadline: '2030-01-31',
    assignedToUserId: userId,
    ownerId: userId,
    projectId,
    iterationId: await first(stage, 'list_iterations', workspace),
    parentId: '2002',
    tagIds: [await first(stage, 'list_task_tags', workspace)],
    customFields: { '21_text': 'A value' },
    workFlowStepId: '403',
  });
  for (const priority of PRIORITIES) await change({ priority });
  const complete = (taskId: string) => run('creates', 'complete_task', { taskId });
  await complete('2004');
  await complete('2004');
  await stage.control('switches', { missingEndpoints: ['Workflows'] });
  await complete('2005');
  const none = { items: [], total: 0, size: 20, page: 1 };
  const path = `/v1/ws/${workspace.workspaceId}/Tasks`;
  await stage.control('faults', { method: 'GET', path, body: none, times: 2 });
  await complete('2003');

  const find = (inputData: object) => run('searches', 'find_task', inputData);
  await find(task);
  await find({ label: 'Nobody wrote this' });
  for (const objectType of OBJECT_TYPES) await find({ objectType, objectId: '1001' });
  const filter = { areaId: '201', assignedToUserId: userId, projectId };
  await run('triggers', 'task_due_soon', filter);
  await run('triggers', 'task_due_soon', {});
};

/** An actor's changes. */
const changesOfActors = async (stage: Stage) => {
  const workspace = await inWorkspace(stage);
  const change = (inputData: object) =>
    create(stage, 'update_actor', { ...workspace, actorId: '1002', ...inputData });
  await change({ fieldsToClear: [...CLEARABLE_OF_ACTORS] });
  await change({
    companyName: 'Example Ltd',
    givenName: 'A given name',
    familyName: 'A family name',
    email: 'contact@example.com',
    phoneNumber: '+33 1 23 45 67 89',
    description: 'An actor.',
    websiteUrl: 'https://example.com',
    contactName: 'A name',
    contactPosition: 'A position',
    immatriculationNumber: '123 456 789',
    address: '1 Example Street',
    zipCode: '75001',
    city: 'Paris',
    countryCode: 'fr',
    tagIds: [await first(stage, 'list_actor_tags', workspace)],
    customFields: { '31_text': 'A value' },
    dpaSignatureDate: '2026-01-31',
  });
  for (const vendorType of VENDOR_TYPES) await change({ vendorType });
  for (const accessLevel of ACCESS_LEVELS) await change({ accessLevel });
};

const users = async (stage: Stage) => {
  const workspace = await inWorkspace(stage);
  const find = (inputData: object) =>
    stage.run('searches.find_user.operation.perform', { ...workspace, ...inputData });
  await find({ email: 'nobody@example.com' });
  await stage.control('switches', { missingEndpoints: ['TenantUsers'] });
  await find({ name: 'Nobody' });
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
  const request = { ...workspace, requestId: '3004' };
  const narrowed = { ...workspace, areaId: '202', purposes: ['Portability'] };
  const steps = await stage.run<Choice[]>(
    'triggers.list_rights_request_steps.operation.perform',
    workspace,
  );
  let moves = 0;
  await trigger(
    stage,
    'rights_request_status_changed',
    {
      ...narrowed,
      states: ['Open', 'IdentityValidation', 'Processing', 'Active', 'Closed'],
      workFlowStepId: steps[2]?.id,
    },
    () => {
      moves += 1;
      const workFlowStepId = steps[moves % 2 ? 2 : 3]?.id;
      return create(stage, 'update_rights_request', { ...request, workFlowStepId });
    },
  );
  await trigger(stage, 'request_identity_validated', narrowed, () =>
    stage.control('identity-validations', { workspaceId: 101, id: 3004 }),
  );
  const open = ['3003', '3005'];
  await trigger(stage, 'rights_request_closed', { ...workspace, closedReasons: ['Other'] }, () =>
    create(stage, 'close_rights_request', {
      ...workspace,
      requestId: open.pop(),
      closedReason: 'Other',
    }),
  );
  const tasks = ['2003', '2002'];
  const completed = { ...workspace, projectId: await first(stage, 'list_projects', workspace) };
  await trigger(stage, 'task_completed', { ...completed, objectType: 'Actor' }, () =>
    create(stage, 'complete_task', { ...workspace, taskId: tasks.pop() }),
  );
  // Without filters, so that all kinds of records pass by.
  for (const key of ['new_task', 'new_rights_request', 'rights_request_status_changed']) {
    await stage.run(`triggers.${key}.operation.performList`, workspace);
  }
};

/** The scenes of the suite, by name. */
export const SUITE: Record<string, (stage: Stage) => Promise<void>> = {
  connection,
  'drop-downs': dropDowns,
  tasks,
  actors,
  'rights requests': rightsRequests,
  'life of rights requests': lifeOfRightsRequests,
  attachments,
  'life of tasks': lifeOfTasks,
  'changes of actors': changesOfActors,
  users,
  triggers,
};
