import * as z from 'zod/mini';
import { type Dastra, type Page, path } from '../../dastra/client.ts';
import { invalid, isFault } from '../../dastra/fault.ts';
import { newestFirst } from '../../dastra/newest.ts';
import * as received from '../../dastra/received.ts';
import { listRows } from '../../dastra/rows.ts';
import * as sent from '../../dastra/sent.ts';
import { tagsByIds } from '../workspace/tags.ts';

export const PRIORITIES = ['High', 'Medium', 'Low'] as const;

/** The kinds of records that a task can be about (`TaskObjectType`). */
export const OBJECT_TYPES = [
  'DataProcessing',
  'DataSubject',
  'DataBreach',
  'AuditResponse',
  'Actor',
  'Asset',
  'DataRetentionRule',
  'RiskEvaluation',
  'ControlPoint',
  'SecurityMeasure',
] as const;
export type ObjectType = (typeof OBJECT_TYPES)[number];

/** The newer name that the documents give to rights requests elsewhere (fact sheet §9, 4). */
export const NEWER_RIGHTS_REQUEST = 'DataSubjectRequest';

/** What `POST Tasks` takes (`TaskCreateUpdateDto`; fact sheet §2.4), with tags by their IDs. */
export const newTask = z.object({
  workspaceId: sent.recordId,
  label: sent.text(120),
  areaId: sent.recordId,
  descriptionHtml: z.optional(sent.text()),
  // Left out, it would probably become the first member, High (fact sheet §1).
  priority: z._default(sent.oneOf(PRIORITIES), 'Medium'),
  deadline: z.optional(sent.dateTime),
  assignedToUserId: z.optional(sent.recordId),
  ownerId: z.optional(sent.recordId),
  projectId: z.optional(sent.guid),
  iterationId: z.optional(sent.guid),
  workFlowStepId: z.optional(sent.recordId),
  tagIds: z.optional(sent.listOf(sent.recordId)),
  objectType: z.optional(sent.oneOf(OBJECT_TYPES)),
  objectId: z.optional(sent.text()),
  customFields: z.optional(sent.customFields),
  parentId: z.optional(sent.recordId),
  color: z.optional(sent.text()),
});
export type NewTask = z.infer<typeof newTask>;

/** A task as Dastra answers (`TaskDto`), with what only newer documents name. */
export const task = z.object({
  id: received.id,
  label: received.maybeText,
  descriptionHtml: received.maybeText,
  descriptionPlainText: received.maybeText,
  priority: received.maybeText,
  state: received.maybeText,
  archived: received.maybeFlag,
  color: received.maybeText,
  deadline: received.maybeDate,
  startDate: received.maybeDate,
  dateCreation: received.maybeDate,
  dateUpdate: received.maybeDate,
  dateActivated: received.maybeDate,
  dateClosed: received.maybeDate,
  remainingDays: received.maybeNumber,
  closingTime: received.maybeNumber,
  workspaceId: received.maybeId,
  workSpace: received.maybeNamed,
  areaId: received.maybeId,
  area: received.maybeNamed,
  projectId: received.maybeId,
  project: received.maybeNamed,
  iterationId: received.maybeId,
  iteration: received.maybeNamed,
  workFlowStepId: received.maybeId,
  workFlowStep: received.maybeNamed,
  ownerId: received.maybeId,
  owner: received.maybeUser,
  assignedToUserId: received.maybeId,
  assignedToUser: received.maybeUser,
  creator: received.maybeUser,
  tags: received.maybeTags,
  objectType: received.maybeText,
  objectId: received.maybeText,
  objectTypeDetails: received.maybe(
    z.object({ value: received.maybeId, text: received.maybeText }),
  ),
  parentId: received.maybeId,
  nbSubTasks: received.maybeNumber,
  nbSubTasksClosed: received.maybeNumber,
  ref: received.maybeText,
  source: received.maybeText,
  customFields: received.maybeObject,
});
export type Task = z.infer<typeof task>;

/**
 * Creates a task: one call, and one before it that reads the tags where there are any.
 * @throws DastraError `invalid` if only one of `objectType` and `objectId` is there
 */
export const createTask = async (dastra: Dastra, input: NewTask): Promise<Task> => {
  const { workspaceId, tagIds, ...fields } = input;
  if (fields.objectType && !fields.objectId) {
    throw invalid('objectId', 'is missing. Choose the record that this task is about.');
  }
  if (fields.objectId && !fields.objectType) {
    throw invalid('objectType', 'is missing. Choose what kind of record this task is about.');
  }
  const tags = await tagsByIds(dastra, workspaceId, 'Task', tagIds);
  const post = (objectType: string | undefined) =>
    dastra.post(
      path`/v1/ws/${workspaceId}/Tasks`,
      { ...fields, objectType, tags },
      { doing: 'create a task', workspaceId, answer: task },
    );
  try {
    return await post(fields.objectType);
  } catch (error) {
    const refusesName =
      fields.objectType === 'DataSubject' &&
      isFault(error, 'invalid') &&
      error.details.problems?.some((problem) => problem.field === 'objectType');
    if (!refusesName) throw error;
    return post(NEWER_RIGHTS_REQUEST);
  }
};

/** Reads one task. @throws DastraError `not-found` if the workspace has no such task */
export const getTask = (dastra: Dastra, workspaceId: number, taskId: string): Promise<Task> =>
  dastra.get(path`/v1/ws/${workspaceId}/Tasks/${taskId}`, {
    doing: 'read the task',
    record: `task ${taskId}`,
    workspaceId,
    answer: task,
  });

/** What narrows a list of tasks. */
interface TaskFilter {
  areaId?: number | undefined;
  assignedToUserId?: number | undefined;
  priority?: (typeof PRIORITIES)[number] | undefined;
}

/** The newest tasks, sub-tasks included (fact sheet §6), the newest first. @param size how many */
export const newestTasks = (
  dastra: Dastra,
  workspaceId: number,
  { areaId, assignedToUserId, priority }: TaskFilter,
  size: number,
): Promise<Task[]> =>
  newestFirst(dastra, path`/v1/ws/${workspaceId}/Tasks`, task, {
    doing: 'list the tasks',
    workspaceId,
    size,
    query: { areaId, users: assignedToUserId, prios: priority, includeChildren: true },
  });

const namedTask = z.object({ id: received.id, label: received.maybeText });

/** A page of a workspace's tasks. @param page counts from 1 */
export const listTasks = (
  dastra: Dastra,
  workspaceId: number,
  page: number,
  size: number,
): Promise<Page<z.infer<typeof namedTask>>> =>
  listRows(dastra, path`/v1/ws/${workspaceId}/Tasks`, namedTask, {
    doing: 'list the tasks',
    workspaceId,
    query: { page, size },
    select: Object.keys(namedTask.shape),
  });
