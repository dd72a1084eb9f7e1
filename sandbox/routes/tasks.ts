import { z } from 'zod';
import type { App, Context } from '../context.ts';
import { parseDate } from '../dates.ts';
import { selectQuery } from '../listing.ts';
import { newTask } from '../records/new-task.ts';
import { checkReferences, tagReferences } from '../references.ts';
import { priorities, taskObjectTypes, taskStates } from '../schemas/enums.ts';
import { dateTime, guid, queryFlag, queryInt, queryList, text } from '../schemas/fields.ts';
import { type TaskBody, taskBody, taskDto } from '../schemas/task.ts';
import { findById, type Scope, sameId, scopeOf, usersOf } from '../scope.ts';
import { driftedType } from '../views/organization.ts';
import { linkedRecordExists, taskLightView, taskView } from '../views/task.ts';
import { API_USER_ID, type TaskRow } from '../world.ts';
import { addWorkspaceList, equals, listed, workspaceParams } from './workspace-list.ts';

const taskQuery = selectQuery.extend({
  tags: queryList(queryInt),
  users: queryList(queryInt),
  objectType: z.enum(taskObjectTypes).optional(),
  objectIds: queryList(text()),
  prios: queryList(z.enum(priorities)),
  states: queryList(z.enum(taskStates)),
  workflows: queryList(queryInt),
  ids: queryList(queryInt),
  areaId: queryInt.optional(),
  projectId: text().optional(),
  iteration: guid.optional(),
  overtaking: queryFlag.optional(),
  start: dateTime.optional(),
  end: dateTime.optional(),
  archived: queryFlag.default(false),
  excludeDone: queryFlag.default(false),
  includeChildren: queryFlag.default(false),
  parentId: queryInt.optional(),
});

/** Tasks (fact sheet §2.4). */
export function addTaskRoutes(app: App, context: Context): void {
  const { state, hooks } = context;

  addWorkspaceList(app, context, 'Tasks', {
    query: taskQuery,
    dto: taskDto,
    rows: (scope, query) => scope.workspace.tasks.filter((task) => keeps(scope, task, query)),
    view: taskView,
    searched: (task) => [task.label],
  });

  app.get(
    '/v1/ws/:workspaceId/Tasks/:id',
    { schema: { params: workspaceParams.extend({ id: queryInt }) } },
    async ({ params }) => {
      const scope = scopeOf(state, params.workspaceId);
      return taskView(scope, findById(scope.workspace.tasks, params.id, 'Task'));
    },
  );

  app.post(
    '/v1/ws/:workspaceId/Tasks',
    { schema: { params: workspaceParams, body: taskBody } },
    async ({ params, body }) => {
      const scope = scopeOf(state, params.workspaceId);
      const { workspace } = scope;
      checkTaskReferences(scope, body);
      const origin = { id: state.world.nextId++, creatorId: API_USER_ID, now: new Date() };
      const task = newTask(workspace, body, origin);
      workspace.tasks.push(task);
      const full = taskView(scope, task);
      const data = state.switches.hookData === 'full' ? full : taskLightView(scope, task);
      hooks.fire('TaskCreation', workspace.info.id, data);
      return full;
    },
  );
}

/**
 * Unless told, archived tasks and sub-tasks stay away [I] (fact sheet §6). That `users` are
 * assignees and `start`, `end` days of creation is an inference too [I] (§2.4 names no meaning).
 */
function keeps(scope: Scope, task: TaskRow, query: z.output<typeof taskQuery>): boolean {
  const objectType = task.objectType && driftedType(scope.state.switches, task.objectType);
  const created = parseDate(task.dateCreation);
  return (
    task.archived === query.archived &&
    (!query.excludeDone || task.state !== 'Closed') &&
    (query.parentId === undefined
      ? query.includeChildren || task.parentId == null
      : task.parentId === query.parentId) &&
    (!query.overtaking || isOvertaking(task)) &&
    (query.start === undefined || created >= parseDate(query.start)) &&
    (query.end === undefined || created <= parseDate(query.end)) &&
    equals(query.objectType, objectType) &&
    (query.objectIds === undefined ||
      query.objectIds.some((id) => task.objectId != null && sameId(id, task.objectId))) &&
    equals(query.projectId, task.projectId) &&
    equals(query.iteration, task.iterationId) &&
    equals(query.areaId, task.areaId) &&
    listed(query.tags, ...task.tagIds) &&
    listed(query.users, task.assignedToUserId) &&
    listed(query.prios, task.priority) &&
    listed(query.states, task.state) &&
    listed(query.workflows, task.workFlowStepId) &&
    listed(query.ids, task.id)
  );
}

function isOvertaking({ deadline, state }: TaskRow): boolean {
  return state !== 'Closed' && deadline != null && parseDate(deadline) < new Date();
}

function checkTaskReferences(scope: Scope, body: TaskBody): void {
  const { areas, projects, iterations, steps, tasks } = scope.workspace;
  const users = usersOf(scope);
  const { objectType, objectId } = body;
  const { rightsRequestType } = scope.state.switches;
  const otherName = rightsRequestType === 'DataSubject' ? 'DataSubjectRequest' : 'DataSubject';
  const objectTypes = taskObjectTypes.filter((type) => type !== otherName);
  const objectExists =
    objectType === undefined ||
    objectId == null ||
    linkedRecordExists(scope.workspace, objectType, objectId);
  checkReferences([
    { field: 'AreaId', id: body.areaId, among: areas },
    { field: 'AssignedToUserId', id: body.assignedToUserId, among: users },
    { field: 'OwnerId', id: body.ownerId, among: users },
    { field: 'ProjectId', id: body.projectId, among: projects },
    { field: 'IterationId', id: body.iterationId, among: iterations },
    {
      field: 'WorkFlowStepId',
      id: body.workFlowStepId,
      among: steps.filter(({ type }) => type === 'Task'),
    },
    { field: 'ParentId', id: body.parentId, among: tasks },
    { field: 'ObjectType', id: objectType, among: objectTypes.map((id) => ({ id })) },
    { field: 'ObjectId', id: objectId, among: objectExists && objectId ? [{ id: objectId }] : [] },
    ...tagReferences(scope, body.tags, 'Task'),
  ]);
}
