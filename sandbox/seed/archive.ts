import type { Workspace } from '../world.ts';
import { area, defaultSteps, emptyWorkspace, workspaceInfo } from './builders.ts';

/** Workspace 103: archived; it should not be offered to anyone (fact sheet §1, drop-downs). */
export function archivedWorkspace(): Workspace {
  const workspace = emptyWorkspace(workspaceInfo(103, 'Ateliers Velours (cédés)', 'Archived'));
  workspace.areas = [area(261, 'Ateliers Velours', null)];
  workspace.steps = defaultSteps(461);
  return workspace;
}
