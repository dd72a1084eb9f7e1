import type { ActorDto } from './schemas/actor.ts';
import type {
  AreaDto,
  IterationDto,
  ProjectDto,
  SubjectCategoryDto,
  TagDto,
  UserDto,
  WorkFlowStepDto,
  WorkSpaceDto,
} from './schemas/organization.ts';
import type { ProcessingDto } from './schemas/processing.ts';
import type { RelatedItems } from './schemas/related.ts';
import type { RequestDto } from './schemas/request.ts';
import type { TaskDto } from './schemas/task.ts';
import type { WebhookUrlDto } from './schemas/webhook-url.ts';

/**
 * What is stored. A row is the flat half of its DTO: it names other records by id, and the views
 * (views/) resolve them when they answer.
 */

export interface UserRow extends UserDto {
  workspaceIds: number[];
}

interface Tagged {
  tagIds: number[];
}

export type ActorRow = Tagged & { creatorId: number } & Omit<
    ActorDto,
    'displayName' | 'nbReferences' | 'tags' | 'recipients' | 'creator'
  >;

export type ProcessingRow = Tagged & { creatorId: number } & Omit<
    ProcessingDto,
    | 'area'
    | 'owner'
    | 'creatorUser'
    | 'workflowStep'
    | 'tags'
    | 'stakeHolders'
    | 'recipients'
    | 'dataControllers'
  >;

/** One actor in one role on one processing. */
export interface LinkRow {
  id: string;
  processingId: string;
  actorId: number;
  type: 'Recipient' | 'DataController' | 'Stakeholder' | 'Referent';
  recipientType?: ActorDto['recipients'][number]['recipientType'];
  jobTitle?: ActorDto['recipients'][number]['jobTitle'];
  label: string | null;
  description: string | null;
}

export type RequestRow = Tagged & { creatorId: number; closedByUserId: number | null } & Omit<
    RequestDto,
    | 'area'
    | 'creator'
    | 'operator'
    | 'closedByUser'
    | 'workFlowStep'
    | 'subjectCategory'
    | 'tags'
    | 'remainingDays'
    | 'closingTime'
  >;

export type TaskRow = Tagged & { creatorId: number } & Pick<
    TaskDto,
    | 'id'
    | 'label'
    | 'descriptionHtml'
    | 'deadline'
    | 'assignedToUserId'
    | 'ownerId'
    | 'projectId'
    | 'iterationId'
    | 'objectType'
    | 'objectId'
    | 'workFlowStepId'
    | 'parentId'
    | 'color'
    | 'additionalDatas'
    | 'areaId'
    | 'priority'
    | 'workspaceId'
    | 'state'
    | 'archived'
    | 'attachments'
    | 'dateCreation'
    | 'dateUpdate'
    | 'dateActivated'
    | 'dateClosed'
    | 'customFields'
    | 'order'
  >;

export type ProjectRow = Omit<ProjectDto, 'nbTasks'>;
export type IterationRow = Omit<IterationDto, 'displayName' | 'done' | 'current'>;

export interface Workspace {
  info: WorkSpaceDto;
  areas: AreaDto[];
  tags: TagDto[];
  steps: WorkFlowStepDto[];
  projects: ProjectRow[];
  iterations: IterationRow[];
  subjectCategories: SubjectCategoryDto[];
  actors: ActorRow[];
  processings: ProcessingRow[];
  links: LinkRow[];
  requests: RequestRow[];
  tasks: TaskRow[];
  related: RelatedItems;
}

export interface World {
  users: UserRow[];
  workspaces: Workspace[];
  webhookUrls: Omit<WebhookUrlDto, 'workSpace'>[];
  /** The id of the next record, whatever its kind: no two records made here share one. */
  nextId: number;
}

/** The user that an API key appears as (fact sheet §1, `GET /me` [I]). */
export const API_USER_ID = 19;
