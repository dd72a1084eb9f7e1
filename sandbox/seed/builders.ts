import { addDays, serverDate } from '../dates.ts';
import { newActor } from '../records/new-actor.ts';
import { newRequest } from '../records/new-request.ts';
import { newTask } from '../records/new-task.ts';
import type { ActorBody } from '../schemas/actor.ts';
import type { AreaDto, TagDto, WorkFlowStepDto, WorkSpaceDto } from '../schemas/organization.ts';
import type { RequestBody } from '../schemas/request.ts';
import type { TaskBody } from '../schemas/task.ts';
import type {
  ActorRow,
  LinkRow,
  ProcessingRow,
  RequestRow,
  TaskRow,
  UserRow,
  Workspace,
} from '../world.ts';

/** Turns the short tables of the seed into full rows. Days are counted from the moment of seeding. */

const TENANT_ID = 7;

/** A GUID that shows its workspace, its kind of record and its number. */
export function guid(workspaceId: number, kind: number, number: number): string {
  const group = String(kind).padStart(4, '0');
  return `00000${workspaceId}-${group}-4000-8000-${String(number).padStart(12, '0')}`;
}

/** Server dates by their distance in days from the seeding; negative: before. */
export function dayFrom(now: Date) {
  return (days: number) => serverDate(addDays(now, days));
}

export function workspaceInfo(
  id: number,
  label: string,
  state: WorkSpaceDto['state'] = 'Active',
): WorkSpaceDto {
  return { id, tenantId: TENANT_ID, label, state, permissions: [], nbEntities: 1 };
}

/** A workspace with nothing in it. */
export function emptyWorkspace(info: WorkSpaceDto): Workspace {
  return {
    info,
    areas: [],
    tags: [],
    steps: [],
    projects: [],
    iterations: [],
    subjectCategories: [],
    actors: [],
    processings: [],
    links: [],
    requests: [],
    tasks: [],
    related: {
      DataBreachs: [],
      AuditResponses: [],
      Assets: [],
      DataRetentionRules: [],
      SecurityMeasures: [],
      RiskEvaluations: [],
      ControlPoints: [],
    },
  };
}

export function user(
  id: number,
  givenName: string,
  familyName: string,
  workspaceIds: number[],
  extra: Partial<UserRow> = {},
): UserRow {
  return {
    id,
    givenName,
    familyName,
    displayName: `${givenName} ${familyName}`,
    email: `user${id}@brumelune.example.com`,
    tenantId: TENANT_ID,
    role: 'User',
    language: 'fr',
    timeZone: 'Europe/Paris',
    isInvited: false,
    isOwner: false,
    active: true,
    canReceiveNotification: true,
    emailVerified: true,
    dateCreation: '2024-01-15T08:00:00.0000000',
    workspaceIds,
    ...extra,
  };
}

export function area(
  id: number,
  label: string,
  parentId: number | null,
  extra: Partial<AreaDto> = {},
): AreaDto {
  const type = parentId === null ? 'Entity' : 'Area';
  return {
    id,
    label,
    type,
    parentId,
    order: id,
    children: [],
    teams: [],
    countryCode: 'FR',
    ...extra,
  };
}

export function tag(id: number, type: TagDto['type'], label: string, color: string): TagDto {
  return { id, type, label, color };
}

/**
 * The default steps of tasks (fact sheet §2.2) and, in their manner, of requests, processings and
 * breaches.
 * @param firstId ids count up from here
 */
export function defaultSteps(firstId: number): WorkFlowStepDto[] {
  const table: [WorkFlowStepDto['type'], string, string][] = [
    ['Task', 'New', 'Open'],
    ['Task', 'Additional information needed', 'Active'],
    ['Task', 'In progress', 'Active'],
    ['Task', 'Done', 'Closed'],
    ['DataSubject', 'New', 'Open'],
    ['DataSubject', 'Identity check', 'IdentityValidation'],
    ['DataSubject', 'Processing', 'Processing'],
    ['DataSubject', 'Communication', 'Active'],
    ['DataSubject', 'Closed', 'Closed'],
    ['DataProcessing', 'Draft', 'Draft'],
    ['DataProcessing', 'Published', 'Active'],
    ['DataBreach', 'New', 'Open'],
    ['DataBreach', 'Closed', 'Closed'],
  ];
  return table.map(([type, label, mappedState], index) => ({
    id: firstId + index,
    type,
    label,
    mappedState,
    color: '#1E8EE1',
    order: index,
    finalStep: mappedState === 'Closed',
    initialStep: table.findIndex(([other]) => other === type) === index,
  }));
}

/** Days before the seeding at which a record was made. */
interface Age {
  daysOld: number;
}

/** What a table gives to a record beyond what a caller of the API could write. */
interface Stored<Row> extends Age {
  id: number;
  creatorId: number;
  tagIds?: number[];
  /** Fields that change in the life of a record. */
  later?: Partial<Row>;
}

export function actor(now: Date, { later, ...row }: Stored<ActorRow> & ActorBody): ActorRow {
  const { id, creatorId, daysOld, tagIds = [], ...body } = row;
  return { ...newActor(body, { id, creatorId, now: addDays(now, -daysOld) }), tagIds, ...later };
}

export function request(
  now: Date,
  workspace: Workspace,
  { later, ...row }: Stored<RequestRow> & RequestBody,
): RequestRow {
  const { id, creatorId, daysOld, tagIds = [], ...body } = row;
  const origin = { id, creatorId, now: addDays(now, -daysOld) };
  return { ...newRequest(workspace, body, origin), tagIds, ...later };
}

export function task(
  now: Date,
  workspace: Workspace,
  { later, ...row }: Stored<TaskRow> & TaskBody,
): TaskRow {
  const { id, creatorId, daysOld, tagIds = [], ...body } = row;
  const origin = { id, creatorId, now: addDays(now, -daysOld) };
  return { ...newTask(workspace, body, origin), tagIds, ...later };
}

export function processing(
  now: Date,
  workspace: Workspace,
  row: Age &
    Pick<ProcessingRow, 'id' | 'label' | 'ref' | 'areaId' | 'creatorId'> &
    Partial<ProcessingRow>,
): ProcessingRow {
  const { daysOld, ...fields } = row;
  const state = fields.state ?? 'Active';
  const steps = workspace.steps.filter(({ type }) => type === 'DataProcessing');
  const step = steps.find(({ mappedState }) => mappedState === state) ?? steps[0];
  return {
    state,
    processingType: 'Default',
    processingState: 'InProduction',
    workSpaceId: workspace.info.id,
    workFlowStepId: step?.id ?? 0,
    archived: state === 'Archived',
    dateCreation: serverDate(addDays(now, -daysOld)),
    tagIds: [],
    customFields: {},
    ...fields,
  };
}

export function link(
  id: string,
  processingId: string,
  actorId: number,
  role: Pick<LinkRow, 'type'> & Partial<LinkRow>,
): LinkRow {
  return { id, processingId, actorId, label: null, description: null, ...role };
}
