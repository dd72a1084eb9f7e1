/** What each operation is run with against the hostile servers. A new operation adds its row here. */
import type { DropdownKey } from '../../src/zapier/fields.ts';

/** One input of an operation. */
export interface Row {
  /** What is special about it, where there are several. */
  when?: string;
  input: Record<string, unknown>;
  /** For an instant trigger: the event of its webhook, and where the sandbox has the event's record. */
  event?: { type: string; record: string };
  /** Running it twice makes one record. */
  repeatable?: true;
}

const workspaceId = '101';
const inWorkspace: Row[] = [{ input: { workspaceId } }];
const areaId = '204';
const PROCESSING = '00000101-0001-4000-8000-000000000001';
const BREACH = '00000101-0005-4000-8000-000000000001';

const dropdowns: Record<DropdownKey, readonly Row[]> = {
  list_actor_tags: inWorkspace,
  list_actors: inWorkspace,
  list_asset_tags: inWorkspace,
  list_data_breach_steps: inWorkspace,
  list_data_breach_tags: inWorkspace,
  list_data_breaches: inWorkspace,
  list_iterations: inWorkspace,
  list_organizational_units: inWorkspace,
  list_processing_tags: inWorkspace,
  list_processings: inWorkspace,
  list_projects: inWorkspace,
  list_questionnaire_templates: inWorkspace,
  list_related_items: [{ input: { workspaceId, objectType: 'RiskEvaluation' } }],
  list_rights_request_steps: inWorkspace,
  list_rights_request_tags: inWorkspace,
  list_subject_categories: inWorkspace,
  list_task_steps: inWorkspace,
  list_task_tags: inWorkspace,
  list_tasks: inWorkspace,
  list_users: inWorkspace,
  list_workspaces: [{ input: {} }],
};

/** By the operation's key. The sandbox holds the records that they name. */
export const INPUTS: Readonly<Record<string, readonly Row[]>> = {
  ...dropdowns,
  new_rights_request: [
    {
      when: 'with filters',
      input: { workspaceId, areaId: '202', purposes: ['Portability'] },
      event: { type: 'DataSubjectCreation', record: '/v1/ws/101/DataSubjectRequests/3004' },
    },
    {
      when: 'not from Zapier',
      input: { workspaceId, skipCreatedByZapier: 'yes' },
      event: { type: 'DataSubjectCreation', record: '/v1/ws/101/DataSubjectRequests/3004' },
    },
    {
      when: 'of the web form',
      input: { workspaceId },
      event: { type: 'DataSubjectWidgetCreation', record: '/v1/ws/101/DataSubjectRequests/3004' },
    },
  ],
  new_task: [
    {
      when: 'with filters',
      input: { workspaceId, areaId: '203', assignedToUserId: '14', priority: 'High' },
      event: { type: 'TaskCreation', record: '/v1/ws/101/Tasks/2002' },
    },
  ],
  new_data_breach: [
    {
      when: 'with filters',
      input: { workspaceId, areaId: '202', nature: ['Access'] },
      event: { type: 'DataBreachCreation', record: `/v1/ws/101/DataBreachs/${BREACH}` },
    },
  ],
  data_breach_status_changed: [
    {
      when: 'with filters',
      input: { workspaceId, areaId: '202', state: 'Open' },
      event: { type: 'DataBreachChangeState', record: `/v1/ws/101/DataBreachs/${BREACH}` },
    },
  ],
  processing_published: [
    {
      when: 'with filters',
      input: { workspaceId, areaId: '203', tagIds: ['301'] },
      event: { type: 'ProcessingPublished', record: `/v1/ws/101/DataProcessings/${PROCESSING}` },
    },
  ],
  new_processing: [
    {
      when: 'with filters',
      input: { workspaceId, areaId: '203', processingType: 'Default' },
      event: { type: 'ProcessingCreation', record: `/v1/ws/101/DataProcessings/${PROCESSING}` },
    },
  ],
  questionnaire_response: [
    {
      when: 'with filters',
      input: {
        workspaceId,
        outcomes: ['Finalized', 'Refused'],
        areaId: '201',
        objectType: 'Actor',
      },
      event: {
        type: 'AuditResponseFinalized',
        record: '/v1/ws/101/AuditResponses/00000101-0006-4000-8000-000000000001',
      },
    },
  ],
  find_data_breach: [
    { when: 'by title', input: { workspaceId, label: "Vol d'un ordinateur portable" } },
    { when: 'by ID', input: { workspaceId, dataBreachId: BREACH } },
    { when: 'that is not there', input: { workspaceId, label: 'No such breach' } },
  ],
  find_processing: [
    { when: 'by reference', input: { workspaceId, ref: 'T-001' } },
    { when: 'by name', input: { workspaceId, label: 'Gestion de la paie' } },
    { when: 'by ID', input: { workspaceId, dataProcessingId: PROCESSING } },
    { when: 'that is not there', input: { workspaceId, ref: 'NONE' } },
  ],
  create_data_breach: [
    {
      input: {
        workspaceId,
        label: 'Hostile breach',
        areaId,
        nature: ['Access'],
        startDate: '2026-11-23T17:40:00+01:00',
        constatationDate: '2026-11-24T09:15:00+01:00',
        tagIds: ['304'],
      },
    },
  ],
  create_processing: [
    { input: { workspaceId, label: 'Hostile processing', areaId } },
    {
      when: 'with details',
      input: { workspaceId, label: 'Hostile processing', areaId, ref: 'HOSTILE', tagIds: ['301'] },
    },
  ],
  create_asset: [
    { input: { workspaceId, label: 'Hostile asset', type: 'Software', tagIds: ['310'] } },
  ],
  find_actor: [
    { when: 'by email', input: { workspaceId, email: 'contact@helianthe.example.com' } },
    {
      when: 'by name',
      input: { workspaceId, actorType: 'Morale', companyName: 'Hélianthe Paie' },
    },
    { when: 'by ID', input: { workspaceId, actorId: '1001' } },
    { when: 'that is not there', input: { workspaceId, email: 'nobody@example.com' } },
  ],
  create_task: [
    { input: { workspaceId, label: 'Hostile task', areaId, tagIds: ['305'], priority: 'High' } },
  ],
  create_actor: [
    { input: { workspaceId, actorType: 'Morale', companyName: 'Hostile actor', tagIds: ['307'] } },
  ],
  create_rights_request: [
    { input: { workspaceId, title: 'Hostile request', purposes: ['Access'], areaId } },
    {
      when: 'that may exist',
      input: {
        workspaceId,
        title: 'Hostile request',
        purposes: ['Access'],
        areaId,
        email: 'hostile@example.com',
        refId: 'HOSTILE-1',
        returnExisting: 'yes',
      },
      repeatable: true,
    },
  ],
  attach_actor_to_processing: [
    {
      input: {
        workspaceId,
        dataProcessingId: '00000101-0001-4000-8000-000000000001',
        actorId: '1012',
        type: 'Recipient',
        recipientType: 'Vendor',
      },
      repeatable: true,
    },
    {
      when: 'that stands in the processing',
      input: {
        workspaceId,
        dataProcessingId: '00000101-0001-4000-8000-000000000002',
        actorId: '1012',
        type: 'DataController',
      },
      repeatable: true,
    },
  ],
};
