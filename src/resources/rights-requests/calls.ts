import * as z from 'zod/mini';
import { type Dastra, LARGEST_PAGE, type Page, path, type Query } from '../../dastra/client.ts';
import { ignoredCustomFields } from '../../dastra/custom-fields.ts';
import { DastraError, invalid } from '../../dastra/fault.ts';
import { allOf, isConclusive, isLastPage, textRule, unlessRefused } from '../../dastra/filters.ts';
import { newestFirst } from '../../dastra/newest.ts';
import * as received from '../../dastra/received.ts';
import * as sent from '../../dastra/sent.ts';
import { comparableText, searchText } from '../../dastra/text.ts';
import { tagsByIds } from '../workspace/tags.ts';

/** The rights that a request can be about (`DataSubjectPurposeType`). */
export const PURPOSES = [
  'Unknown',
  'Information',
  'Access',
  'Rectification',
  'Erasure',
  'Restriction',
  'Opposition',
  'Portability',
  'AdvanceDirectives',
  'AutomatedDecision',
] as const;

/** The categories of data subjects that Dastra's OpenAPI document knows (`PersonCategoryType`). */
export const PERSON_CATEGORIES = [
  'Prospect',
  'Client',
  'FormerClient',
  'ParticularPerson',
  'Employee',
  'Candidate',
  'ExternalProvider',
  'ExternalServiceProvider',
  'Other',
  'TemporaryWorker',
  'Agent',
  'ElectedRepresentative',
  'PublicServiceUser',
  'Visitors',
  'OldEmployee',
  'EndUsers',
  'Citizen',
  'Patient',
  'HealthProfessional',
  'Students',
  'AgedPeople',
  'Member',
  'Beneficiary',
  'Child',
  'InternetUsers',
] as const;

/** The states of a request that is not done (`DataSubjectRequestState`), and the one of a done one. */
export const OPEN_STATES = ['Open', 'IdentityValidation', 'Processing', 'Active'] as const;
const CLOSED = 'Closed';

/** The channel of what this app creates, a member of Dastra's own `DataSubjectRequestSource`. */
export const ZAPIER_CHANNEL = 'Zapier';

/**
 * What `POST DataSubjectRequests` takes (`DataSubjectRequestDto`; fact sheet §2.3), with tags by their
 * IDs. Newer documents replace `personCategory` by the ID of a category (§9, 3): it holds either.
 * `returnExisting` is ours: an open request with the same `refId`, of the same person and with these
 * rights is returned instead.
 */
export const newRightsRequest = z.object({
  workspaceId: sent.recordId,
  title: sent.text(),
  purposes: sent.listOf(sent.oneOf(PURPOSES)),
  areaId: sent.recordId,
  locale: z._default(sent.locale, 'en'),
  email: z.optional(sent.trimmedText(255)),
  givenName: z.optional(sent.text(180, 250)),
  familyName: z.optional(sent.text(180, 250)),
  message: z.optional(sent.text()),
  description: z.optional(sent.text()),
  operatorId: z.optional(sent.recordId),
  phoneNumber: z.optional(sent.text(60)),
  address: z.optional(sent.text(350)),
  zipCode: z.optional(sent.text(8, 10)),
  city: z.optional(sent.text(255)),
  countryCode: z.optional(sent.countryCode),
  refId: z.optional(sent.trimmedText(355)),
  complex: z.optional(sent.flag),
  dateDemand: z.optional(sent.dateTime),
  personCategory: z.optional(
    z.union([sent.recordId, sent.oneOf(PERSON_CATEGORIES)], {
      error: `must be the ID of a category, or one of: ${PERSON_CATEGORIES.join(', ')}.`,
    }),
  ),
  tagIds: z.optional(sent.listOf(sent.recordId)),
  customFields: z.optional(sent.customFields),
  userId: z.optional(sent.trimmedText(355)),
  expiryTime: z.optional(sent.dateTime),
  workFlowStepId: z.optional(sent.recordId),
  sendNotification: z.optional(sent.flag),
  referrerUrl: z.optional(sent.text()),
  returnExisting: z.optional(sent.flag),
});
export type NewRightsRequest = z.infer<typeof newRightsRequest>;

/** A rights request as Dastra answers (`DataSubjectRequestDto`), with what newer documents add. */
export const rightsRequest = z.object({
  id: received.id,
  demandId: received.maybeText,
  title: received.maybeText,
  purposes: received.maybeList(z.string()),
  state: received.maybeText,
  channel: received.maybeText,
  locale: received.maybeText,
  email: received.maybeText,
  givenName: received.maybeText,
  familyName: received.maybeText,
  phoneNumber: received.maybeText,
  address: received.maybeText,
  zipCode: received.maybeText,
  city: received.maybeText,
  countryCode: received.maybeText,
  message: received.maybeText,
  description: received.maybeText,
  refId: received.maybeText,
  userId: received.maybeText,
  complex: received.maybeFlag,
  expiryTime: received.maybeDate,
  remainingDays: received.maybeNumber,
  dateDemand: received.maybeDate,
  dateCreation: received.maybeDate,
  dateUpdate: received.maybeDate,
  dateClosed: received.maybeDate,
  closingTime: received.maybeNumber,
  closedReason: received.maybeText,
  closedReasonDescription: received.maybeText,
  resolutionMessage: received.maybeText,
  archived: received.maybeFlag,
  archivedDate: received.maybeDate,
  personCategory: received.maybeText,
  subjectCategoryId: received.maybeId,
  subjectCategory: received.maybeNamed,
  areaId: received.maybeId,
  area: received.maybeNamed,
  workFlowStepId: received.maybeId,
  workFlowStep: received.maybeNamed,
  operatorId: received.maybeId,
  operator: received.maybeUser,
  creator: received.maybeUser,
  closedByUser: received.maybeUser,
  tags: received.maybeTags,
  attachments: received.maybeList(
    z.object({
      id: received.maybeId,
      fileName: received.maybeText,
      size: received.maybeNumber,
    }),
  ),
  nbMessages: received.maybeNumber,
  nbMessagesNotViewed: received.maybeNumber,
  nbMessagesIncoming: received.maybeNumber,
  lastMessageDate: received.maybeDate,
  mailValidated: received.maybeFlag,
  emailValidationDate: received.maybeDate,
  identityValidated: received.maybeFlag,
  dateIdentityValidated: received.maybeDate,
  userNotified: received.maybeFlag,
  dateUserNotified: received.maybeDate,
  referrerUrl: received.maybeText,
  widgetId: received.maybeId,
  customFields: received.maybeObject,
});
export type RightsRequest = z.infer<typeof rightsRequest>;

/** Reads one rights request. @throws DastraError `not-found` if the workspace has no such request */
export const getRightsRequest = (
  dastra: Dastra,
  workspaceId: number,
  requestId: string,
): Promise<RightsRequest> =>
  dastra.get(path`/v1/ws/${workspaceId}/DataSubjectRequests/${requestId}`, {
    doing: 'read the rights request',
    record: `rights request ${requestId}`,
    workspaceId,
    answer: rightsRequest,
  });

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
 * @throws DastraError `refused` if that is not all of them and the request is not there
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
  const read = (query: Query) =>
    dastra.list(path`/v1/ws/${workspaceId}/DataSubjectRequests`, rightsRequest, {
      doing: 'look for a rights request with this reference',
      workspaceId,
      query: { ...query, archived: false, size: LARGEST_PAGE },
    });
  const oldestIn = ({ items }: Page<RightsRequest>) =>
    items.filter(isMeant).sort((one, other) => Number(one.id) - Number(other.id))[0];

  const filters = allOf([textRule('RefId', 'equal', refId)]);
  const filtered = await read({ filters }).catch(unlessRefused);
  const byFilter = filtered && oldestIn(filtered);
  if (byFilter) return byFilter;
  if (filtered && isConclusive(filtered, LARGEST_PAGE, hasReference)) return undefined;

  const newest = await read({
    states: OPEN_STATES,
    purposes: purposes[0],
    sortBy: 'dateCreation',
    asc: false,
  });
  const found = oldestIn(newest);
  if (found || isLastPage(newest, LARGEST_PAGE)) return found;
  throw new DastraError('refused', {
    doing: 'find a rights request by its reference',
    workspaceId,
  });
};

/** What became of a creation. */
interface CreatedRightsRequest {
  request: RightsRequest;
  /** It was there before, and nothing was created. */
  alreadyExisted: boolean;
  /** Names of custom fields that Dastra did not take; undefined if there are none. */
  ignoredCustomFields: string[] | undefined;
}

/**
 * Creates a rights request, and reads it again for what the answer to the creation leaves out (unit,
 * people, tags; fact sheet §2.3). If that reading fails, the answer to the creation stands: an error
 * would make Zapier, or its user, create the request a second time.
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
    return { request, alreadyExisted: true, ignoredCustomFields: undefined };
  }
  // Left out, the older enumeration would presumably become its first member, Prospect (§1).
  const category =
    typeof personCategory === 'number'
      ? { subjectCategoryId: personCategory }
      : { personCategory: personCategory ?? 'Other' };
  const created = await dastra.post(
    path`/v1/ws/${workspaceId}/DataSubjectRequests`,
    {
      ...fields,
      ...category,
      tags: await tagsByIds(dastra, workspaceId, 'RightsRequest', tagIds),
      channel: ZAPIER_CHANNEL,
    },
    {
      doing: 'create a rights request',
      workspaceId,
      answer: rightsRequest,
      repeatable: looksFirst,
    },
  );
  const request = await getOrKeep(dastra, workspaceId, created);
  return {
    request,
    alreadyExisted: false,
    ignoredCustomFields: ignoredCustomFields(fields.customFields, request.customFields),
  };
};

/** What narrows a list of rights requests. */
interface RightsRequestFilter {
  areaId?: number | undefined;
  purposes?: readonly string[] | undefined;
}

/** The newest rights requests, the newest first. @param size how many */
export const newestRightsRequests = (
  dastra: Dastra,
  workspaceId: number,
  { areaId, purposes }: RightsRequestFilter,
  size: number,
): Promise<RightsRequest[]> =>
  newestFirst(dastra, path`/v1/ws/${workspaceId}/DataSubjectRequests`, rightsRequest, {
    doing: 'list the rights requests',
    workspaceId,
    size,
    query: { areaId, purposes },
  });
