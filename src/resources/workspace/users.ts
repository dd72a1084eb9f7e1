import * as z from 'zod/mini';
import { type Dastra, path } from '../../dastra/client.ts';
import { isFault } from '../../dastra/fault.ts';
import * as received from '../../dastra/received.ts';
import { listOn } from '../../dastra/rows.ts';

export const user = z.object({
  id: received.id,
  displayName: received.maybeText,
  givenName: received.maybeText,
  familyName: received.maybeText,
  email: received.maybeText,
  active: received.maybeFlag,
});
export type User = z.infer<typeof user>;

/**
 * The active users of a workspace. The organization's list comes first; a key that may not read it,
 * or a Dastra without it, has the workspace's own (fact sheet §1, drop-downs).
 * @param wanted how many are enough
 */
export const listUsers = async (
  dastra: Dastra,
  workspaceId: number,
  wanted: number,
): Promise<User[]> => {
  const call = { doing: 'list the users', workspaceId, select: Object.keys(user.shape) };
  const active = { wanted, keep: (item: User) => item.active !== false };
  const ofOrganization = { ...call, query: { workspaceId } };
  return listOn(dastra, path`/v1/TenantUsers`, user, ofOrganization, active).catch(
    (error: unknown) => {
      if (!isFault(error, 'forbidden', 'not-found')) throw error;
      return listOn(dastra, path`/v1/ws/${workspaceId}/Users`, user, call, active);
    },
  );
};
