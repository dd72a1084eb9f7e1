import { notFound } from './problems.ts';
import type { State } from './state.ts';
import type { UserRow, Workspace } from './world.ts';

/** Where a call works: the sandbox and the workspace its path names. */
export interface Scope {
  state: State;
  workspace: Workspace;
}

/** The workspace a path names, by the number it should be; 404 for any other. */
export function scopeOf(state: State, workspaceId: string): Scope {
  const workspace = state.world.workspaces.find(({ info }) => String(info.id) === workspaceId);
  if (workspace === undefined) throw notFound('Workspace');
  return { state, workspace };
}

/** The users who may work in a workspace. */
export function usersOf({ state, workspace }: Scope): UserRow[] {
  return state.world.users.filter((user) => user.workspaceIds.includes(workspace.info.id));
}

/** The record of that id, or 404. GUIDs are the same in either case. */
export function findById<Row extends { id: string | number }>(
  rows: Row[],
  id: string | number,
  what: string,
): Row {
  const row = rows.find((candidate) => sameId(candidate.id, id));
  if (row === undefined) throw notFound(what);
  return row;
}

/** Whether two ids name one record. */
export function sameId(one: string | number, other: string | number): boolean {
  return String(one).toLowerCase() === String(other).toLowerCase();
}
