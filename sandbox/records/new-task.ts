import { serverDate, toServerDate } from '../dates.ts';
import { taskStates } from '../schemas/enums.ts';
import type { TaskBody } from '../schemas/task.ts';
import type { TaskRow, Workspace } from '../world.ts';
import { knownCustomFields } from './custom-fields.ts';
import type { Origin } from './origin.ts';

/**
 * A task as the server completes it (fact sheet §6, Emulator defaults). The state follows the step
 * [I] (fact sheet §2.4); a priority left out becomes the first member, High [I] (§1).
 */
export function newTask(
  workspace: Workspace,
  body: TaskBody,
  { id, creatorId, now }: Origin,
): TaskRow {
  const { tags, ...fields } = body;
  const steps = workspace.steps.filter(({ type }) => type === 'Task');
  const step = steps.find((candidate) =>
    body.workFlowStepId == null ? candidate.initialStep : candidate.id === body.workFlowStepId,
  );
  return {
    ...fields,
    id,
    creatorId,
    // Requests are stored under one name; the view gives the one that the switch asks for.
    objectType: body.objectType === 'DataSubjectRequest' ? 'DataSubject' : body.objectType,
    // An int of .NET that was never set.
    areaId: body.areaId ?? 0,
    priority: body.priority ?? 'High',
    workspaceId: workspace.info.id,
    workFlowStepId: step?.id,
    state: taskStates.find((state) => state === step?.mappedState) ?? 'Open',
    order: id,
    archived: false,
    deadline: toServerDate(body.deadline),
    dateCreation: serverDate(now),
    attachments: [],
    tagIds: tags?.map((tag) => tag.id) ?? [],
    customFields: knownCustomFields(body.customFields, 'tasks'),
  };
}
