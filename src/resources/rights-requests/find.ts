/** Finding rights requests by the form of *Find Rights Request*. */
import type { Dastra } from '../../dastra/client.ts';
import { invalid, isFault } from '../../dastra/fault.ts';
import { allOf, textRule, unlessRefused } from '../../dastra/filters.ts';
import { findIn } from '../../dastra/find.ts';
import { comparableText, searchText } from '../../dastra/text.ts';
import type { Known } from '../../zapier/filters.ts';
import { getRightsRequest, newestRightsRequests, searchRightsRequests } from './calls.ts';
import { CLOSED, OPEN_STATES, type RightsRequest, type RightsRequestQuery } from './schema.ts';

/** The names of the fields that a search compares, as the API and as its filters write them. */
const FILTER_FIELDS = { demandId: 'DemandId', refId: 'RefId', email: 'Email' } as const;

/**
 * Finds the rights requests that have all that is filled in, the newest first. Full-text search only
 * finds titles, of which Dastra's own begin with the number (docs/dastra-api.md, Finding).
 * @throws DastraError `invalid` if the form does not say what to search by
 */
export const findRightsRequests = async (
  dastra: Dastra,
  query: RightsRequestQuery,
): Promise<RightsRequest[]> => {
  const { workspaceId, requestId, purposes = [], openOnly } = query;
  const names = Object.keys(FILTER_FIELDS) as (keyof typeof FILTER_FIELDS)[];
  const wanted = names.flatMap((name) => {
    const value = query[name];
    return value === undefined ? [] : [{ name, value }];
  });
  if (requestId !== undefined) {
    if (wanted.length > 0) {
      throw invalid(
        'requestId',
        'and other fields may mean different requests. Fill in one or the other.',
      );
    }
    return getRightsRequest(dastra, workspaceId, String(requestId)).then(
      (found) => [found],
      (error: unknown) => {
        if (!isFault(error, 'not-found')) throw error;
        return [];
      },
    );
  }
  if (wanted.length === 0) {
    throw invalid(
      'demandId',
      'is missing. To find a request, fill in Request Number, External Reference or Email.',
    );
  }
  const fits = (found: RightsRequest) =>
    wanted.every(({ name, value }) =>
      // References are another system's, where the case may tell them apart.
      name === 'refId'
        ? searchText(found.refId ?? '') === searchText(value)
        : comparableText(found[name]) === comparableText(value),
    ) &&
    purposes.every((purpose) => found.purposes?.includes(purpose)) &&
    (!openOnly || (found.state !== CLOSED && !found.archived));
  const narrowed = openOnly ? { states: [...OPEN_STATES], archived: false } : {};
  const found = await findIn(
    (page) => dastra.list(searchRightsRequests, { workspaceId }, { ...page, ...narrowed }),
    {
      filters: allOf(
        wanted.map(({ name, value }) => textRule(FILTER_FIELDS[name], 'equal', value)),
      ),
      q: query.demandId && searchText(query.demandId),
      fits,
      doing: 'find a rights request by this value',
      workspaceId,
    },
  );
  const age = ({ dateCreation = '' }: RightsRequest) => dateCreation;
  return found.sort(
    (one, other) => age(other).localeCompare(age(one)) || Number(other.id) - Number(one.id),
  );
};

/** Whether the requester's identity is known to be valid; what Dastra does not say is no reason to doubt. */
export const isValidated = ({ identityValidated, dateIdentityValidated }: Known<RightsRequest>) =>
  typeof dateIdentityValidated === 'string' || identityValidated !== false;

type Narrowed = Parameters<typeof newestRightsRequests>[2];

/** Those requests that have a date, the latest first; undefined where Dastra refuses to filter by it. */
const withDate = (
  dastra: Dastra,
  workspaceId: number,
  narrowed: Narrowed,
  size: number,
  [date, field]: ['dateUpdate', 'DateUpdate'] | ['dateIdentityValidated', 'DateIdentityValidated'],
): Promise<RightsRequest[] | undefined> => {
  const filters = allOf([{ field, operator: 'isNotNull' }]);
  return newestRightsRequests(dastra, workspaceId, { ...narrowed, filters }, size, date).catch(
    unlessRefused,
  );
};

/**
 * The requests whose requester was identified last. `IdentityValidated` is computed, so that a filter
 * may not know it; where Dastra refuses the filter by date too, what changed last is read instead.
 * @param size how many
 */
export const validatedRightsRequests = async (
  dastra: Dastra,
  workspaceId: number,
  narrowed: Narrowed,
  size: number,
): Promise<RightsRequest[]> =>
  (await withDate(dastra, workspaceId, narrowed, size, [
    'dateIdentityValidated',
    'DateIdentityValidated',
  ])) ?? newestRightsRequests(dastra, workspaceId, narrowed, size, 'dateUpdate');

/**
 * The requests that changed last. Where a list puts those that never did is undocumented, so that they
 * are left out; where none has changed or Dastra refuses the filter, they are read.
 * @param size how many
 */
export const changedRightsRequests = async (
  dastra: Dastra,
  workspaceId: number,
  narrowed: Narrowed,
  size: number,
): Promise<RightsRequest[]> => {
  const found = await withDate(dastra, workspaceId, narrowed, size, ['dateUpdate', 'DateUpdate']);
  if (found && found.length > 0) return found;
  const date = found ? 'dateCreation' : 'dateUpdate';
  return newestRightsRequests(dastra, workspaceId, narrowed, size, date);
};
