/** Finding users by the form of *Find User*. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { invalid } from '../../dastra/fault.ts';
import { allOf, textRule } from '../../dastra/filters.ts';
import { findIn } from '../../dastra/find.ts';
import * as sent from '../../dastra/sent.ts';
import { comparableText, searchText } from '../../dastra/text.ts';
import {
  eitherList,
  isPerson,
  readUsersOfOrganization,
  readUsersOfWorkspace,
  type User,
} from './users.ts';

/** The form. */
export const userQuery = z.object({
  workspaceId: sent.recordId,
  email: z.optional(sent.trimmedText()),
  name: z.optional(sent.text()),
});
type UserQuery = z.infer<typeof userQuery>;

/** The names that a user may be searched by: the whole one, in either order. */
const namesOf = ({ displayName, givenName = '', familyName = '' }: User) =>
  [displayName, `${givenName} ${familyName}`, `${familyName} ${givenName}`].map(comparableText);

/**
 * Finds active users of a workspace, the one with the lowest ID first. The organization's list is
 * filtered by email, or searched by name; the workspace's own is read whole, as no document says
 * what it takes.
 * @throws DastraError `invalid` if there is neither email nor name; `unproven` if Dastra does not filter
 *   and there are too many users to read
 */
export const findUser = async (dastra: Dastra, query: UserQuery): Promise<User[]> => {
  const { workspaceId, email, name } = query;
  const text = email ?? name;
  if (!text) throw invalid('email', 'is missing. To find a user, fill in Email or Name.');
  const sought = comparableText(text);
  const wanted = {
    fits: (user: User) =>
      isPerson(user) &&
      (email ? comparableText(user.email) === sought : namesOf(user).includes(sought)),
    doing: 'find a user by this value',
    workspaceId,
  };
  const ids = { workspaceId };
  const found = await eitherList(
    () =>
      findIn((more) => dastra.list(readUsersOfOrganization, ids, { workspaceId, ...more }), {
        filters: email && allOf([textRule('Email', 'equal', email)]),
        q: searchText(text),
        ...wanted,
      }),
    () =>
      findIn(({ page, size }) => dastra.list(readUsersOfWorkspace, ids, { page, size }), wanted),
  );
  return found.sort((one, other) => Number(one.id) - Number(other.id));
};
