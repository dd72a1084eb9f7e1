/** The calls about tasks. */
import * as z from 'zod/mini';
import type { Dastra, Page } from '../../dastra/client.ts';
import { type Created, created } from '../../dastra/custom-fields.ts';
import { defineEndpoint, defineList } from '../../dastra/endpoint.ts';
import { invalid, isFault } from '../../dastra/fault.ts';
import { newestFirst } from '../../dastra/newest.ts';
import * as query from '../../dastra/query.ts';
import * as received from '../../dastra/received.ts';
import * as sent from '../../dastra/sent.ts';
import { defineWorkflow } from '../workspace/steps.ts';
import { type TagTypes, tagsByIds, wholeTags } from '../workspace/tags.ts';
import {
  CLOSED,
  changeable,
  LONGEST_TITLE,
  NEWER_RIGHTS_REQUEST,
  type NewTask,
  newFields,
  OBJECT_TYPES,
  type ObjectType,
  PRIORITIES,
  type Task,
  task,
} from './schema.ts';

const TASKS = '/v1/ws/{workspaceId}/Tasks';

export const taskTags: TagTypes = ['Task'];
export const taskWorkflow = defineWorkflow(TASKS, 'Task');

export const postTask = defineEndpoint({
  method: 'POST',
  path: TASKS,
  effect: 'create',
  doing: 'create a task',
  body: { ...newFields, tags: z.optional(wholeTags) },
  answer: task,
});

export const readTask = defineEndpoint({
  method: 'GET',
  path: `${TASKS}/{id}`,
  effect: 'read',
  doing: 'read the task',
  records: ['task {id}'],
  answer: task,
});

export const readTasks = defineList({
  path: TASKS,
  doing: 'list the tasks',
  query: {
    ...query.paging,
    ...query.sorting,
    ...query.search,
    areaId: sent.recordId,
    users: z.array(sent.recordId),
    prios: z.array(z.enum(PRIORITIES)),
    states: z.array(z.literal(CLOSED)),
    objectType: z.enum(OBJECT_TYPES),
    objectIds: z.array(query.text),
    projectId: sent.guid,
    archived: query.flag,
    excludeDone: query.flag,
    includeChildren: query.flag,
  },
  items: task,
  in: 'page',
});

export const patchTask = defineEndpoint({
  method: 'PATCH',
  path: `${TASKS}/{id}`,
  effect: 'change',
  doing: 'update the task',
  records: ['task {id}'],
  changes: { ...changeable, tags: wholeTags, state: z.literal(CLOSED) },
});

export const moveTask = defineEndpoint({
  method: 'POST',
  path: `${TASKS}/workflow`,
  effect: 'change',
  doing: 'move the task to this step',
  records: ['task {taskId}', 'step {stepId}'],
  body: { id: sent.recordId, stepId: sent.recordId },
});

/** What tells tasks apart in a list. */
const namedTask = z.object({
  id: received.id,
  label: received.maybeText,
  deadline: received.maybeDate,
});

export const readTaskNames = defineList({
  path: TASKS,
  doing: 'list the tasks',
  query: { ...query.paging, q: query.text },
  items: namedTask,
  in: 'page',
  choices: true,
  select: ['id', 'label', 'deadline'],
});

/** The characters that mean something in HTML. */
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A title that Dastra takes: one that is too long is cut, and the description begins with all of it. */
export const fittingTitle = ({
  label,
  descriptionHtml = '',
}: Pick<NewTask, 'label' | 'descriptionHtml'>) => {
  if (label.length <= LONGEST_TITLE) return {};
  const whole = label.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
  // Half of an emoji would be no text.
  const cut = label.slice(0, LONGEST_TITLE - 1).replace(/[\uD800-\uDBFF]$/, '');
  return { label: `${cut.trimEnd()}…`, descriptionHtml: `<p>${whole}</p>${descriptionHtml}` };
};

/** @throws DastraError `invalid` if only one of the kind and the ID of a related item is there */
export const checkRelatedItem = ({
  objectType,
  objectId,
}: Pick<NewTask, 'objectType' | 'objectId'>): void => {
  if (objectType && !objectId) {
    throw invalid('objectId', 'is missing. Choose the record that this task is about.');
  }
  if (objectId && !objectType) {
    throw invalid('objectType', 'is missing. Choose what kind of record this task is about.');
  }
};

/**
 * Creates a task: one call, and one before it that reads the tags where there are any.
 * @throws DastraError `invalid` if only one of `objectType` and `objectId` is there
 */
export const createTask = async (dastra: Dastra, input: NewTask): Promise<Created<Task>> => {
  const { workspaceId, tagIds, ...given } = input;
  const fields = { ...given, ...fittingTitle(given) };
  checkRelatedItem(fields);
  const tags = await tagsByIds(dastra, workspaceId, taskTags, tagIds);
  const post = (objectType: ObjectType | undefined) =>
    dastra.call(postTask, { workspaceId }, { body: { ...fields, objectType, tags } });
  try {
    return created(await post(fields.objectType), fields.customFields);
  } catch (error) {
    const refusesName =
      fields.objectType === 'DataSubject' &&
      isFault(error, 'invalid') &&
      error.details.problems?.some((problem) => problem.field === 'objectType');
    if (!refusesName) throw error;
    return created(await post(NEWER_RIGHTS_REQUEST as ObjectType), fields.customFields);
  }
};

/** Reads one task. @throws DastraError `not-found` if the workspace has no such task */
export const getTask = (dastra: Dastra, workspaceId: number, taskId: string): Promise<Task> =>
  dastra.call(readTask, { workspaceId, id: taskId });

/** What narrows a list of tasks. */
interface TaskFilter {
  areaId?: number | undefined;
  assignedToUserId?: number | undefined;
  priority?: (typeof PRIORITIES)[number] | undefined;
  projectId?: string | undefined;
  objectType?: ObjectType | undefined;
}

/** A filter as parameters of the list, sub-tasks included (assumption A18). */
export const narrowedBy = ({
  areaId,
  assignedToUserId,
  priority,
  projectId,
  objectType,
}: TaskFilter) => ({
  areaId,
  users: assignedToUserId === undefined ? undefined : [assignedToUserId],
  prios: priority && [priority],
  projectId,
  // Rights requests have two names (assumption A25): the caller looks at the kind again.
  objectType: objectType === 'DataSubject' ? undefined : objectType,
  includeChildren: true,
});

/** The newest tasks, the newest first. @param size how many */
export const newestTasks = (
  dastra: Dastra,
  workspaceId: number,
  filter: TaskFilter,
  size: number,
): Promise<Task[]> => newestFirst(dastra, readTasks, { workspaceId }, size, narrowedBy(filter));

/** The tasks that were completed last, the last one first. @param size how many */
export const completedTasks = (
  dastra: Dastra,
  workspaceId: number,
  filter: TaskFilter,
  size: number,
): Promise<Task[]> => {
  const narrowed = { ...narrowedBy(filter), states: [CLOSED as typeof CLOSED], archived: false };
  return newestFirst(dastra, readTasks, { workspaceId }, size, narrowed, 'dateClosed');
};

type NamedTask = z.infer<typeof namedTask>;

/** A page of a workspace's tasks by name. @param page counts from 1 @param q a text to search for */
export const listTasks = (
  dastra: Dastra,
  workspaceId: number,
  page: number,
  size: number,
  q?: string,
): Promise<Page<NamedTask>> => dastra.list(readTaskNames, { workspaceId }, { page, size, q });
