import * as z from 'zod/mini';
import { type Dastra, type Page, path } from './client.ts';
import { isFault } from './errors.ts';
import * as received from './values-received.ts';

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
 * A page of the active users of a workspace. The organization's list comes first; a key that may not
 * read it, or a Dastra without it, has the workspace's own (fact sheet §1, drop-downs).
 * @param page counts from 1
 */
export const listUsers = async (
  dastra: Dastra,
  workspaceId: number,
  page: number,
  size: number,
): Promise<Page<User>> => {
  const call = { doing: 'list the users', workspaceId, select: Object.keys(user.shape) };
  const query = { page, size };
  const answer = await dastra
    .list(path`/v1/TenantUsers`, user, { ...call, query: { ...query, workspaceId } })
    .catch((error: unknown) => {
      if (!isFault(error, 'forbidden', 'not-found')) throw error;
      return dastra.list(path`/v1/ws/${workspaceId}/Users`, user, { ...call, query });
    });
  return { ...answer, items: answer.items.filter((item) => item.active !== false) };
};
