import * as z from 'zod/mini';
import { type Dastra, LARGEST_PAGE, path } from './client.ts';
import { DastraError, invalid } from './errors.ts';
import { allOf } from './filters.ts';
import { newestFirst } from './newest-first.ts';
import { tagsByIds } from './tags.ts';
import * as received from './values-received.ts';
import * as sent from './values-sent.ts';

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

/** The state of a request that is done (`DataSubjectRequestState`). */
const CLOSED = 'Closed';

/** The channel of what this app creates, a member of Dastra's own `DataSubjectRequestSource`. */
export const ZAPIER_CHANNEL = 'Zapier';

/**
 * What `POST DataSubjectRequests` takes (`DataSubjectRequestDto`; fact sheet §2.3), with tags by their
 * IDs. Newer documents replace `personCategory` by the ID of a category (§9, 3): it holds either.
 * `returnExisting` is ours: an open request with the same `refId` is returned instead.
 */
export const newRightsRequest = z.object({
  workspaceId: sent.recordId,
  title: sent.text(),
  purposes: sent.listOf(sent.oneOf(PURPOSES)),
  areaId: sent.recordId,
  locale: z._default(sent.text(10), 'en'),
  email: z.optional(sent.text(255)),
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
  refId: z.optional(sent.text(355)),
  complex: z.optional(sent.flag),
  dateDemand: z.optional(sent.dateTime),
  personCategory: z.optional(
    z.union([sent.recordId, sent.oneOf(PERSON_CATEGORIES)], {
      error: `must be the ID of a category, or one of: ${PERSON_CATEGORIES.join(', ')}.`,
    }),
  ),
  tagIds: z.optional(sent.listOf(sent.recordId)),
  customFields: z.optional(sent.customFields),
  userId: z.optional(sent.text(355)),
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

/** Finds a request by its reference that is still open, the oldest first. */
const findOpen = async (dastra: Dastra, workspaceId: number, refId: string) => {
  const { items } = await dastra.list(
    path`/v1/ws/${workspaceId}/DataSubjectRequests`,
    rightsRequest,
    {
      doing: 'look for a rights request with this reference',
      workspaceId,
      query: {
        filters: allOf([{ field: 'RefId', operator: 'equal', value: refId }]),
        archived: false,
        size: LARGEST_PAGE,
      },
    },
  );
  return items
    .filter(
      (item) => item.refId?.trim() === refId.trim() && item.state !== CLOSED && !item.archived,
    )
    .sort((one, other) => Number(one.id) - Number(other.id))[0];
};

/**
 * Creates a rights request, and reads it again for what the answer to the creation leaves out (unit,
 * people, tags; fact sheet §2.3). If that reading fails, the answer to the creation stands: an error
 * would make Zapier, or its user, create the request a second time. With `returnExisting`, an open
 * request with the same reference is returned, so that repeating the step does no harm.
 * @throws DastraError `invalid` on `refId` if it is to be looked for but missing
 */
export const createRightsRequest = async (
  dastra: Dastra,
  input: NewRightsRequest,
): Promise<RightsRequest> => {
  const { workspaceId, tagIds, personCategory, returnExisting, ...fields } = input;
  if (returnExisting) {
    if (!fields.refId) {
      throw invalid(
        'refId',
        'is missing. It tells which request to return instead of a second one.',
      );
    }
    const open = await findOpen(dastra, workspaceId, fields.refId);
    if (open) return getOrKeep(dastra, workspaceId, open);
  }
  const category =
    typeof personCategory === 'number' ? { subjectCategoryId: personCategory } : { personCategory };
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
      repeatable: returnExisting === true,
    },
  );
  return getOrKeep(dastra, workspaceId, created);
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
