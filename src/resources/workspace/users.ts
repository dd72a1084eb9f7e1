/** Users, and whom the API key belongs to. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { defineEndpoint, defineList } from '../../dastra/endpoint.ts';
import { isFault } from '../../dastra/fault.ts';
import * as query from '../../dastra/query.ts';
import * as received from '../../dastra/received.ts';
import { listOn } from '../../dastra/rows.ts';
import * as sent from '../../dastra/sent.ts';

/** A user (`UserDto`), as far as it tells who it is. */
export const user = z.object({
  id: received.id,
  displayName: received.maybeText,
  givenName: received.maybeText,
  familyName: received.maybeText,
  email: received.maybeText,
  active: received.maybeFlag,
  role: received.ifFits(received.maybeText),
});
export type User = z.infer<typeof user>;

const users = {
  doing: 'list the users',
  items: user,
  in: 'page',
  choices: true,
  select: ['id', 'displayName', 'givenName', 'familyName', 'email', 'active', 'role'],
} as const;

export const readUsersOfOrganization = defineList({
  ...users,
  path: '/v1/TenantUsers',
  query: { ...query.paging, ...query.search, workspaceId: sent.recordId },
});

export const readUsersOfWorkspace = defineList({
  ...users,
  path: '/v1/ws/{workspaceId}/Users',
  query: query.paging,
});

/**
 * Reads the organization's list; where the key may not read it, or this Dastra does not have it, the
 * workspace's own (docs/dastra-api.md, Choices).
 */
export const eitherList = <Users>(
  ofOrganization: () => Promise<Users>,
  ofWorkspace: () => Promise<Users>,
): Promise<Users> =>
  ofOrganization().catch((error: unknown) => {
    if (!isFault(error, 'forbidden', 'not-found')) throw error;
    return ofWorkspace();
  });

/** Whether work can be given to a user: to one who is active, and who is no key (assumption A68). */
export const isPerson = ({ active, role }: User): boolean => active !== false && role !== 'API';

/** The active users of a workspace. @param wanted how many are enough */
export const listUsers = (dastra: Dastra, workspaceId: number, wanted: number): Promise<User[]> => {
  const ids = { workspaceId };
  const active = { wanted, keep: (item: User) => item.active !== false };
  return eitherList(
    () => listOn(dastra, readUsersOfOrganization, ids, { workspaceId }, active),
    () => listOn(dastra, readUsersOfWorkspace, ids, {}, active),
  );
};

/** `GET /me` has no schema in any document (assumption A2): each property is taken if it fits. */
const identity = z.object({
  id: received.ifFits(received.maybeId),
  displayName: received.ifFits(received.maybeText),
  email: received.ifFits(received.maybeText),
});

/** Whom the API key speaks for, as far as Dastra says. */
type Identity = z.infer<typeof identity>;

export const readMe = defineEndpoint({
  method: 'GET',
  path: '/me',
  effect: 'read',
  doing: 'check the API key',
  answer: received.orElse(identity, {}),
});

/**
 * Asks Dastra whom the key belongs to. Any answer but an error or a page means that the key is good.
 * @throws DastraError `unauthorized` if Dastra does not know the key
 */
export const whoAmI = (dastra: Dastra): Promise<Identity> => dastra.call(readMe, {});
