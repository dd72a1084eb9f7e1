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

const dropdowns: Record<DropdownKey, readonly Row[]> = {
  list_actor_tags: inWorkspace,
  list_actors: inWorkspace,
  list_iterations: inWorkspace,
  list_organizational_units: inWorkspace,
  list_processings: inWorkspace,
  list_projects: inWorkspace,
  list_related_items: [{ input: { workspaceId, objectType: 'RiskEvaluation' } }],
  list_rights_request_steps: inWorkspace,
  list_rights_request_tags: inWorkspace,
  list_rights_requests: inWorkspace,
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
  task_completed: [
    {
      when: 'with filters',
      input: { workspaceId, areaId: '204', assignedToUserId: '15', objectType: 'DataProcessing' },
      event: { type: 'TaskChangeState', record: '/v1/ws/101/Tasks/2006' },
    },
  ],
  task_due_soon: [{ input: { workspaceId, areaId: '203', assignedToUserId: '14' } }],
  find_task: [
    { when: 'by title', input: { workspaceId, label: 'Relire les clauses de sécurité' } },
    { when: 'by related item', input: { workspaceId, objectType: 'Actor', objectId: '1001' } },
    { when: 'by ID', input: { workspaceId, taskId: '2002' } },
    { when: 'that is not there', input: { workspaceId, label: 'Nobody wrote this' } },
  ],
  find_user: [
    { when: 'by email', input: { workspaceId, email: 'user14@brumelune.example.com' } },
    { when: 'that is not there', input: { workspaceId, name: 'Nobody' } },
  ],
  update_task: [
    {
      input: {
        workspaceId,
        taskId: '2004',
        priority: 'High',
        tagIds: ['306'],
        workFlowStepId: '403',
      },
      repeatable: true,
    },
  ],
  complete_task: [{ input: { workspaceId, taskId: '2004' }, repeatable: true }],
  update_actor: [
    { input: { workspaceId, actorId: '1001', city: 'Rennes', tagIds: ['308'] }, repeatable: true },
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
