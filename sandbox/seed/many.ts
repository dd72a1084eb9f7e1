import type { World } from '../world.ts';
import { actor, guid, processing, request, task } from './builders.ts';

/** Ids of these records begin here, far from those of the tables. */
const FIRST_ID = 1_000_001;

/**
 * Fills the first workspace with records of no interest but their number, to show that what the app
 * does is independent of it.
 * @param count how many of each kind: actors, processings, tasks and requests
 */
export function addMany({ workspaces: [workspace] }: World, count: number, now: Date): void {
  if (workspace === undefined) return;
  const areaId = workspace.areas[0]?.id ?? 0;
  for (let index = 0; index < count; index += 1) {
    const number = index + 1;
    // All are older than the records of the tables, which stay the newest.
    const common = { id: FIRST_ID + index, creatorId: 13, daysOld: 1000 + index / 1000 };
    workspace.actors.push(
      actor(now, {
        ...common,
        actorType: 'Morale',
        companyName: `Supplier ${number}`,
        email: `supplier${number}@example.com`,
      }),
    );
    workspace.processings.push(
      processing(now, workspace, {
        ...common,
        id: guid(workspace.info.id, 9, number),
        label: `Processing ${number}`,
        ref: `M-${number}`,
        areaId,
      }),
    );
    workspace.tasks.push(task(now, workspace, { ...common, label: `Task ${number}`, areaId }));
    workspace.requests.push(
      request(now, workspace, {
        ...common,
        title: `Request ${number}`,
        refId: `M-${number}`,
        locale: 'fr',
        purposes: ['Access'],
        areaId,
      }),
    );
  }
}
