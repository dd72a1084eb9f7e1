import { areaLightDto, type SelectListItem, selectListItem } from '../schemas/organization.ts';
import { taskDto, taskLightDto } from '../schemas/task.ts';
import { type Scope, sameId } from '../scope.ts';
import type { TaskRow, Workspace } from '../world.ts';
import { actorDisplayName } from './actor.ts';
import {
  driftedType,
  iterationView,
  projectView,
  stepView,
  tagViews,
  userLightView,
  workspaceView,
} from './organization.ts';
import { present } from './present.ts';
import { countedDays } from './request.ts';

export function taskView(scope: Scope, task: TaskRow) {
  const { workspace } = scope;
  const area = workspace.areas.find(({ id }) => id === task.areaId);
  const project = workspace.projects.find(({ id }) => id === task.projectId);
  const iteration = workspace.iterations.find(({ id }) => id === task.iterationId);
  const children = workspace.tasks.filter(({ parentId }) => parentId === task.id);
  return present(taskDto, {
    ...taskLightView(scope, task),
    order: task.order,
    project: project && projectView(scope, project),
    iteration: iteration && iterationView(iteration),
    descriptionPlainText: task.descriptionHtml && plainText(task.descriptionHtml),
    workFlowStep: stepView(scope, task.workFlowStepId),
    owner: userLightView(scope, task.ownerId),
    assignedToUser: userLightView(scope, task.assignedToUserId),
    area: area && present(areaLightDto, area),
    workSpace: workspaceView(workspace),
    creator: userLightView(scope, task.creatorId),
    ...countedDays(task.dateCreation, task.deadline, task.dateClosed),
    children: children.map((child) => taskLightView(scope, child)),
    nbSubTasks: children.length,
    nbSubTasksClosed: children.filter(({ state }) => state === 'Closed').length,
    objectTypeDetails: linkedItem(workspace, task),
  });
}

/** The flat half of a task. */
export function taskLightView(scope: Scope, task: TaskRow) {
  return present(taskLightDto, {
    ...task,
    objectType: task.objectType && driftedType(scope.state.switches, task.objectType),
    tags: tagViews(scope, task.tagIds),
  });
}

/** Whether a task may name this record (fact sheet §2.4, objectType and objectId). */
export function linkedRecordExists(
  workspace: Workspace,
  objectType: NonNullable<TaskRow['objectType']>,
  objectId: string,
): boolean {
  return linkableRecords(workspace, objectType).some(({ id }) => sameId(id, objectId));
}

function linkedItem(workspace: Workspace, task: TaskRow): SelectListItem | undefined {
  const { objectType, objectId } = task;
  if (objectType === undefined || objectId == null) return undefined;
  const record = linkableRecords(workspace, objectType).find(({ id }) => sameId(id, objectId));
  return (
    record &&
    present(selectListItem, {
      value: String(record.id),
      text: record.text,
      valueId: typeof record.id === 'number' ? record.id : 0,
      nbReferences: 0,
      workspaceId: workspace.info.id,
      disabled: false,
      selected: false,
    })
  );
}

function linkableRecords(
  workspace: Workspace,
  objectType: NonNullable<TaskRow['objectType']>,
): { id: string | number; text: string }[] {
  const { related } = workspace;
  const labelled = (rows: { id: string | number; label: string }[]) =>
    rows.map(({ id, label }) => ({ id, text: label }));
  switch (objectType) {
    case 'DataProcessing':
      return labelled(workspace.processings);
    case 'DataSubject':
    case 'DataSubjectRequest':
      return workspace.requests.map(({ id, title }) => ({ id, text: title }));
    case 'Actor':
      return workspace.actors.map((actor) => ({ id: actor.id, text: actorDisplayName(actor) }));
    case 'DataBreach':
      return labelled(related.DataBreachs);
    case 'AuditResponse':
      return labelled(related.AuditResponses);
    case 'Asset':
      return labelled(related.Assets);
    case 'DataRetentionRule':
      return labelled(related.DataRetentionRules);
    case 'SecurityMeasure':
      return labelled(related.SecurityMeasures);
    case 'RiskEvaluation':
      return related.RiskEvaluations.map(({ id, risk }) => ({ id, text: risk.label }));
    case 'ControlPoint':
      return labelled(related.ControlPoints);
  }
}

/** The text of a piece of HTML: tags away, the five entities of XML and the hard space resolved. */
function plainText(html: string): string {
  const entities: Record<string, string> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&nbsp;': ' ',
    '&amp;': '&',
  };
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|#39|nbsp|amp);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}
