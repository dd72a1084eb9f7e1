import { addDays, parseDate } from '../dates.ts';
import {
  type AreaDto,
  areaDto,
  iterationDto,
  projectDto,
  tagDto,
  userDto,
  userLightDto,
  workFlowStepDto,
  workSpaceDto,
} from '../schemas/organization.ts';
import type { Scope } from '../scope.ts';
import type { IterationRow, ProjectRow, UserRow, Workspace } from '../world.ts';
import { present } from './present.ts';

export function workspaceView({ info }: Workspace) {
  return present(workSpaceDto, info);
}

export function areaView(area: AreaDto) {
  return present(areaDto, area);
}

export function userView(user: UserRow) {
  return present(userDto, user);
}

/** The short form of a user that other records show; undefined for none. */
export function userLightView({ state }: Scope, id: number | null | undefined) {
  const user = state.world.users.find((candidate) => candidate.id === id);
  return user && present(userLightDto, user);
}

/** Tags of a record, whose type follows the switch when they are of requests. */
export function tagViews({ state, workspace }: Scope, ids: number[]) {
  return workspace.tags
    .filter((tag) => ids.includes(tag.id))
    .map((tag) => present(tagDto, { ...tag, type: driftedType(state.switches, tag.type) }));
}

/** A workflow step, whose type follows the switch when it is of requests; undefined for none. */
export function stepView({ state, workspace }: Scope, id: number | null | undefined) {
  const step = workspace.steps.find((candidate) => candidate.id === id);
  return (
    step && present(workFlowStepDto, { ...step, type: driftedType(state.switches, step.type) })
  );
}

export function projectView({ workspace }: Scope, project: ProjectRow) {
  const nbTasks = workspace.tasks.filter((task) => task.projectId === project.id).length;
  return present(projectDto, { ...project, nbTasks });
}

export function iterationView(iteration: IterationRow) {
  const start = parseDate(iteration.start);
  const end = addDays(parseDate(iteration.end), 1);
  const now = new Date();
  return present(iterationDto, {
    ...iteration,
    displayName: `${iteration.label} (${iteration.start.slice(0, 10)} – ${iteration.end.slice(0, 10)})`,
    done: end <= now,
    current: start <= now && now < end,
  });
}

/** The name of requests where a type names them (fact sheet §9, 4); other types as they are. */
export function driftedType<Type extends string>(
  switches: { rightsRequestType: 'DataSubject' | 'DataSubjectRequest' },
  type: Type,
): Type | 'DataSubject' | 'DataSubjectRequest' {
  return type === 'DataSubject' ? switches.rightsRequestType : type;
}
