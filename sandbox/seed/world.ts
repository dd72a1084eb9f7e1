import type { World } from '../world.ts';
import { archivedWorkspace } from './archive.ts';
import { groupWorkspace } from './group/workspace.ts';
import { healthWorkspace } from './health.ts';
import { addMany } from './many.ts';
import { users } from './users.ts';

/**
 * The fictional organisation that a sandbox starts with. Ids tell their kind: users 11-, units 201-,
 * tags 301-, steps 401-, categories 501-, actors 1001-, tasks 2001-, requests 3001-.
 * @param now the moment that ages and due dates count from
 * @param records how many further records of each kind the first workspace holds
 */
export function seedWorld(now: Date, records: number): World {
  const world: World = {
    users,
    workspaces: [groupWorkspace(now), healthWorkspace(now), archivedWorkspace()],
    webhookUrls: [],
    nextId: 9001,
  };
  addMany(world, records, now);
  return world;
}
