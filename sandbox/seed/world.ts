import type { World } from '../world.ts';
import { archivedWorkspace } from './archive.ts';
import { groupWorkspace } from './group/workspace.ts';
import { healthWorkspace } from './health.ts';
import { users } from './users.ts';

/**
 * The fictional organisation that a sandbox starts with. Ids tell their kind: users 11-, units 201-,
 * tags 301-, steps 401-, categories 501-, actors 1001-, tasks 2001-, requests 3001-.
 * @param now the moment that ages and due dates count from
 */
export function seedWorld(now: Date): World {
  return {
    users,
    workspaces: [groupWorkspace(now), healthWorkspace(now), archivedWorkspace()],
    webhookUrls: [],
    nextId: 9001,
  };
}
