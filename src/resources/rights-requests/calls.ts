/** The calls about rights requests. */
import * as z from 'zod/mini';
import type { Dastra, Page } from '../../dastra/client.ts';
import { ignoredCustomFields } from '../../dastra/custom-fields.ts';
import { defineEndpoint, defineList, type Some } from '../../dastra/endpoint.ts';
import { DastraError, invalid } from '../../dastra/fault.ts';
import { allOf, isConclusive, isLastPage, textRule, unlessRefused } from '../../dastra/filters.ts';
import { newestFirst } from '../../dastra/newest.ts';
import * as query from '../../dastra/query.ts';
import * as sent from '../../dastra/sent.ts';
import { comparableText, searchText } from '../../dastra/text.ts';
import { defineWorkflow } from '../workspace/steps.ts';
import { type TagTypes, tagsByIds, wholeTags } from '../workspace/tags.ts';
import {
  CLOSED,
  changeable,
  closing,
  type NewRightsRequest,
  newFields,
  OPEN_STATES,
  PERSON_CATEGORIES,
  PURPOSES,
  type RightsRequest,
  rightsRequest,
  STATES,
  ZAPIER_CHANNEL,
} from './schema.ts';

export const REQUESTS = '/v1/ws/{workspaceId}/DataSubjectRequests';

/** The older and the newer name of their type (assumption A25). */
export const requestTags: TagTypes = ['DataSubject', 'DataSubjectRequest'];

// The newer name first (assumption A25).
export const requestWorkflow = defineWorkflow(REQUESTS, 'DataSubjectRequest', 'DataSubject');

export const postRightsRequest = defineEndpoint({
  method: 'POST',
  path: REQUESTS,
  effect: 'create',
  doing: 'create a rights request',
  body: {
    ...newFields,
    // One field of the form, which holds either.
    personCategory: z.optional(sent.oneOf(PERSON_CATEGORIES)),
    subjectCategoryId: z.optional(sent.recordId),
    tags: z.optional(wholeTags),
    channel: z.literal(ZAPIER_CHANNEL),
  },
  answer: rightsRequest,
});

export const readRightsRequest = defineEndpoint({
  method: 'GET',
  path: `${REQUESTS}/{id}`,
  effect: 'read',
  doing: 'read the rights request',
  records: ['rights request {id}'],
  answer: rightsRequest,
});

export const readRightsRequests = defineList({
  path: REQUESTS,
  doing: 'list the rights requests',
  query: {
    ...query.paging,
    ...query.sorting,
    areaId: sent.recordId,
    purposes: z.array(z.enum(PURPOSES)),
    states: z.array(z.enum(STATES)),
    workflows: z.array(sent.recordId),
    filters: query.text,
  },
  items: rightsRequest,
  in: 'page',
});
type ListQuery = Some<(typeof readRightsRequests)['query'] & {}>;

export const searchRightsRequests = defineList({
  path: REQUESTS,
  doing: 'look for a rights request',
  query: {
    ...query.paging,
    ...query.sorting,
    ...query.search,
    archived: query.flag,
    states: z.array(z.literal(OPEN_STATES)),
    purposes: z.array(z.enum(PURPOSES)),
  },
  items: rightsRequest,
  in: 'page',
});
type Query = Some<(typeof searchRightsRequests)['query'] & {}>;

export const readOpenRightsRequests = defineList({
  path: REQUESTS,
  doing: 'list the open rights requests',
  query: {
    ...query.paging,
    ...query.sorting,
    archived: query.flag,
    states: z.array(z.literal(OPEN_STATES)),
    areaId: sent.recordId,
    users: z.array(sent.recordId),
    purposes: z.array(z.enum(PURPOSES)),
  },
  items: rightsRequest,
  in: 'page',
});

export const patchRightsRequest = defineEndpoint({
  method: 'PATCH',
  path: `${REQUESTS}/{id}`,
  effect: 'change',
  doing: 'update the rights request',
  records: ['rights request {id}'],
  changes: {
    ...changeable,
    personCategory: sent.oneOf(PERSON_CATEGORIES),
    subjectCategoryId: sent.recordId,
    tags: wholeTags,
    ...closing,
    dateClosed: sent.dateTime,
  },
});

export const moveRightsRequest = defineEndpoint({
  method: 'POST',
  path: `${REQUESTS}/workflow`,
  effect: 'change',
  doing: 'move the rights request to this step',
  records: ['rights request {requestId}', 'step {stepId}'],
  body: { id: sent.recordId, stepId: sent.recordId },
});

/** Reads one rights request. @throws DastraError `not-found` if the workspace has no such request */
export const getRightsRequest = (
  dastra: Dastra,
  workspaceId: number,
  requestId: string,
): Promise<RightsRequest> => dastra.call(readRightsRequest, { workspaceId, id: requestId });

/** Reads a request in full; what is known of it stands where that fails. */
const getOrKeep = async (dastra: Dastra, workspaceId: number, known: RightsRequest) => {
  try {
    return await getRightsRequest(dastra, workspaceId, known.id);
  } catch (error) {
    if (error instanceof DastraError) return known;
    throw error;
  }
};

type Requester = Pick<RightsRequest, 'email' | 'givenName' | 'familyName'>;

const nameOf = ({ givenName, familyName }: Requester) =>
  comparableText(`${givenName ?? ''} ${familyName ?? ''}`);

/** Whether two requesters are provably one person: by email where both have one, else by full name. */
const isSamePerson = (one: Requester, other: Requester) => {
  const emails = [one, other].map(({ email }) => comparableText(email));
  if (!emails.includes('')) return emails[0] === emails[1];
  return nameOf(one) !== '' && nameOf(one) === nameOf(other);
};

/**
 * Finds the oldest open request that is provably the one that was meant: the same reference, the same
 * person, and at least these rights. Where Dastra does not filter by the reference, its newest open
 * requests about the first of these rights are read, one page of them: one call more than usual.
 * @throws DastraError `unproven` if that is not all of them and the request is not there
 */
const findOpen = async (dastra: Dastra, input: NewRightsRequest, refId: string) => {
  const { workspaceId, purposes } = input;
  const hasReference = (item: RightsRequest) => searchText(item.refId ?? '') === searchText(refId);
  const isMeant = (item: RightsRequest) =>
    hasReference(item) &&
    item.state !== CLOSED &&
    !item.archived &&
    isSamePerson(item, input) &&
    purposes.every((purpose) => item.purposes?.includes(purpose));
  const read = (wanted: Query) =>
    dastra.list(
      searchRightsRequests,
      { workspaceId },
      { ...wanted, archived: false, size: query.LARGEST_PAGE },
    );
  const oldestIn = ({ items }: Page<RightsRequest>) =>
    items.filter(isMeant).sort((one, other) => Number(one.id) - Number(other.id))[0];

  const filters = allOf([textRule('RefId', 'equal', refId)]);
  const filtered = await read({ filters }).catch(unlessRefused);
  const byFilter = filtered && oldestIn(filtered);
  if (byFilter) return byFilter;
  if (filtered && isConclusive(filtered, query.LARGEST_PAGE, hasReference)) return undefined;

  const newest = await read({
    states: [...OPEN_STATES],
    purposes: purposes.slice(0, 1),
    sortBy: 'dateCreation',
    asc: false,
  });
  const found = oldestIn(newest);
  if (found || isLastPage(newest, query.LARGEST_PAGE)) return found;
  throw new DastraError('unproven', {
    doing: 'find a rights request by its reference',
    workspaceId,
  });
};

/** A request, and how it came about. */
interface CreatedRightsRequest {
  of: RightsRequest;
  added: {
    /** It was there before, and nothing was created. */
    alreadyExisted: boolean;
    /** Names of custom fields that Dastra did not take; undefined if there are none. */
    ignoredCustomFields: string[] | undefined;
  };
}

/**
 * Creates a rights request, and reads it again for what the answer to the creation leaves out
 * (unit, people, tags; assumption A22). If that reading fails, the answer to the creation stands:
 * an error would make Zapier, or its user, create the request a second time.
 *
 * With `returnExisting`, an open request is returned that is provably the same, so that repeating the
 * step does no harm. Without email and name nothing can be proven: such a request is always created,
 * since a second one is a nuisance, and one that is missing a right that nobody answers.
 * @throws DastraError `invalid` on `refId` if it is to be looked for but missing
 */
export const createRightsRequest = async (
  dastra: Dastra,
  input: NewRightsRequest,
): Promise<CreatedRightsRequest> => {
  const { workspaceId, tagIds, personCategory, returnExisting, ...fields } = input;
  if (returnExisting && !fields.refId) {
    throw invalid('refId', 'is missing. It tells which request to return instead of a second one.');
  }
  const isRecognizable = fields.email !== undefined || nameOf(fields) !== '';
  const looksFirst = returnExisting === true && isRecognizable;
  const open = looksFirst && fields.refId ? await findOpen(dastra, input, fields.refId) : undefined;
  if (open) {
    const request = await getOrKeep(dastra, workspaceId, open);
    return { of: request, added: { alreadyExisted: true, ignoredCustomFields: undefined } };
  }
  // Left out, the older enumeration would presumably become its first member, Prospect (assumption
  // A8).
  const category =
    typeof personCategory === 'number'
      ? { subjectCategoryId: personCategory }
      : { personCategory: personCategory ?? ('Other' as const) };
  const tags = await tagsByIds(dastra, workspaceId, requestTags, tagIds);
  const created = await dastra.call(
    postRightsRequest,
    { workspaceId },
    { body: { ...fields, ...category, tags, channel: ZAPIER_CHANNEL }, looksFirst },
  );
  const request = await getOrKeep(dastra, workspaceId, created);
  const ignored = ignoredCustomFields(fields.customFields, request.customFields);
  return { of: request, added: { alreadyExisted: false, ignoredCustomFields: ignored } };
};

/**
 * The newest rights requests, the newest first.
 * @param narrowed what narrows the list
 * @param size how many
 * @param date what makes a request new
 */
export const newestRightsRequests = (
  dastra: Dastra,
  workspaceId: number,
  narrowed: ListQuery,
  size: number,
  date?: Parameters<typeof newestFirst>[5],
): Promise<RightsRequest[]> =>
  newestFirst(dastra, readRightsRequests, { workspaceId }, size, narrowed, date);
