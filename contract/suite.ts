/**
 * The whole operation suite: each function of the app, with each optional field filled in once, and
 * each of its ways around what Dastra's documents leave open. Whether anything is left out shows in
 * the traffic: what `endpoints.ts` tells and no scene does is drift.
 */
import {
  APPLICATION_STATES,
  APPLICATION_TYPES,
  ASSET_TYPES,
} from '../src/resources/assets/schema.ts';
import { NATURES, REASONS, SCORES, STATES } from '../src/resources/data-breaches/schema.ts';
import {
  JOB_TITLES,
  PROCESSING_STATES,
  PROCESSING_TYPES,
  RECIPIENT_TYPES,
} from '../src/resources/processings/schema.ts';
import { QUESTIONNAIRE_OBJECT_TYPES } from '../src/resources/questionnaires/schema.ts';
import { PERSON_CATEGORIES, PURPOSES } from '../src/resources/rights-requests/schema.ts';
import { OBJECT_TYPES, PRIORITIES } from '../src/resources/tasks/schema.ts';
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
    'list_task_steps',
    'list_rights_request_steps',
    'list_subject_categories',
    'list_data_breaches',
    'list_data_breach_tags',
    'list_data_breach_steps',
    'list_processing_tags',
    'list_asset_tags',
    'list_questionnaire_templates',
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

const dataBreaches = async (stage: Stage) => {
  const workspace = await inWorkspace(stage);
  const areaId = await first(stage, 'list_organizational_units', workspace);
  const plain = {
    ...workspace,
    label: 'A breach',
    areaId,
    nature: [...NATURES],
    startDate: '2026-03-29T01:30:00+01:00',
  };
  const created = await create(stage, 'create_data_breach', {
    ...plain,
    constatationDate: '2026-03-29T03:30:00+02:00',
    endDate: '2026-03-30T08:00:00+02:00',
    descriptionHtml: '<p>What happened.</p>',
    operatorId: await first(stage, 'list_users', workspace),
    location: 'A place',
    personCategories: [...PERSON_CATEGORIES],
    dataDescriptionHtml: '<p>Which data.</p>',
    sensitiveData: true,
    dataVolume: 250,
    processorInvolved: false,
    securityMeasures: 'Before.',
    adoptedSecurityMeasures: 'After.',
    complementaryInformations: 'More.',
    tagIds: [await first(stage, 'list_data_breach_tags', workspace)],
    customFields: { '61_text': 'A value' },
    reasonDescription: 'Why.',
    dataSupport: 'A laptop',
    dataProcessingId: await first(stage, 'list_processings', workspace),
  });
  for (const reason of REASONS) await create(stage, 'create_data_breach', { ...plain, reason });
  for (const score of SCORES) {
    const scores = { probabilityScore: score, impactScore: score };
    await create(stage, 'create_data_breach', { ...plain, ...scores });
  }
  const find = (criterion: object) =>
    stage.run('searches.find_data_breach.operation.perform', { ...workspace, ...criterion });
  await find({ label: 'A breach', areaId });
  await find({ label: 'No such breach', openOnly: false });
  await find({ dataBreachId: created.id });
};

const processings = async (stage: Stage) => {
  const workspace = await inWorkspace(stage);
  const areaId = await first(stage, 'list_organizational_units', workspace);
  const plain = { ...workspace, label: 'A processing', areaId };
  const details = {
    ref: 'A-1',
    description: 'What it is for.',
    ownerId: await first(stage, 'list_users', workspace),
    tagIds: [await first(stage, 'list_processing_tags', workspace)],
  };
  for (const processingType of PROCESSING_TYPES) {
    await create(stage, 'create_processing', { ...plain, processingType });
  }
  for (const processingState of PROCESSING_STATES) {
    await create(stage, 'create_processing', { ...plain, ...details, processingState });
  }
  const find = (criterion: object) =>
    stage.run<Choice[]>('searches.find_processing.operation.perform', {
      ...workspace,
      ...criterion,
    });
  const [found] = await find({ ref: 'A-1' });
  await find({ label: 'A processing', areaId });
  await find({ label: 'No such processing' });
  await find({ dataProcessingId: found?.id });
};

const assets = async (stage: Stage) => {
  const workspace = await inWorkspace(stage);
  const plain = { ...workspace, label: 'An asset' };
  await create(stage, 'create_asset', {
    ...plain,
    type: 'Building',
    description: 'What it is.',
    address: '1 Example Street',
    zipCode: '75001',
    city: 'Paris',
    countryCode: 'FR',
    logoUrl: 'https://example.com/logo.png',
    tagIds: [await first(stage, 'list_asset_tags', workspace)],
    customFields: { '51_text': 'A value' },
  });
  for (const type of ASSET_TYPES) await create(stage, 'create_asset', { ...plain, type });
  const software = { ...plain, type: 'Software' };
  for (const applicationType of APPLICATION_TYPES) {
    await create(stage, 'create_asset', { ...software, applicationType });
  }
  for (const applicationState of APPLICATION_STATES) {
    await create(stage, 'create_asset', { ...software, applicationState });
  }
  const outside = ['hostingType', 'developmentType', 'maintenanceType', 'supportType'].map(
    (name) => [name, 'OutSourced'] as const,
  );
  await create(stage, 'create_asset', { ...software, ...Object.fromEntries(outside) });
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
  const list = (key: string, filters: object = {}) =>
    stage.run<Choice[]>(`triggers.${key}.operation.performList`, { ...workspace, ...filters });
  const makeBreach = () =>
    create(stage, 'create_data_breach', {
      ...filter,
      label: 'A breach',
      nature: ['Access'],
      startDate: '2026-03-29',
    });
  await trigger(stage, 'new_data_breach', { ...filter, nature: [...NATURES] }, makeBreach);
  const change = async (event: string) => {
    const [data] = await list('new_data_breach');
    await stage.control('hooks', { event, data });
  };
  await trigger(stage, 'data_breach_status_changed', filter, () => change('DataBreachChangeState'));
  for (const state of STATES) await list('data_breach_status_changed', { state });
  await list('data_breach_status_changed', {
    stepId: await first(stage, 'list_data_breach_steps', workspace),
  });

  await trigger(stage, 'new_processing', { ...filter, processingType: 'Default' }, () =>
    create(stage, 'create_processing', { ...filter, label: 'A processing' }),
  );
  await list('new_processing', { processingType: 'Vendor' });
  const tagIds = [await first(stage, 'list_processing_tags', workspace)];
  await trigger(stage, 'processing_published', workspace, async () => {
    const [published] = await list('processing_published');
    await stage.control('published-processings', {
      workspaceId: workspace.workspaceId,
      id: published?.id,
    });
  });
  await list('processing_published', { tagIds });

  const outcomes = ['Finalized', 'Validated', 'Refused'];
  for (const outcome of outcomes) {
    await trigger(
      stage,
      'questionnaire_response',
      { ...workspace, outcomes: [outcome] },
      async () => {
        const [answered] = await list('questionnaire_response', { outcomes });
        await stage.control('questionnaire-outcomes', {
          workspaceId: workspace.workspaceId,
          id: answered?.id,
          outcome,
        });
      },
    );
  }
  const templateId = await first(stage, 'list_questionnaire_templates', workspace);
  await list('questionnaire_response', { areaId, templateId });
  for (const objectType of QUESTIONNAIRE_OBJECT_TYPES) {
    await list('questionnaire_response', { objectType });
  }

  // Without filters, so that all kinds of records pass by.
  for (const key of ['new_task', 'new_rights_request', 'new_data_breach', 'new_processing']) {
    await list(key);
  }
};

/** The scenes of the suite, by name. */
export const SUITE: Record<string, (stage: Stage) => Promise<void>> = {
  connection,
  'drop-downs': dropDowns,
  tasks,
  actors,
  'rights requests': rightsRequests,
  attachments,
  'data breaches': dataBreaches,
  processings,
  assets,
  triggers,
};
