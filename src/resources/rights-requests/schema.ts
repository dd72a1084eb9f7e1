/** A rights request, as Dastra takes it and as it answers. */
import * as z from 'zod/mini';
import * as received from '../../dastra/received.ts';
import * as sent from '../../dastra/sent.ts';
import { updateFields } from '../../zapier/update.ts';

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
export const CLOSED = 'Closed';
export const STATES = [...OPEN_STATES, CLOSED] as const;

/** Why a request can be closed (`ClosedReason`, without the `None` of an open one). */
export const CLOSED_REASONS = [
  'Accepted',
  'Duplicate',
  'WrongIdentity',
  'NotAdmissible',
  'Other',
  'Cancelled',
  'FiledAway',
] as const;

/** The channel of what this app creates, a member of Dastra's own `DataSubjectRequestSource`. */
export const ZAPIER_CHANNEL = 'Zapier';

/** What a patch may replace, beside tags and category; a step is never patched (assumption A51). */
export const changeable = {
  title: sent.text(),
  operatorId: sent.recordId,
  expiryTime: sent.dateTime,
  complex: sent.flag,
  purposes: sent.listOf(sent.oneOf(PURPOSES)),
  areaId: sent.recordId,
  description: sent.text(),
  refId: sent.trimmedText(355),
  email: sent.email,
  givenName: sent.text(180, 250),
  familyName: sent.text(180, 250),
  phoneNumber: sent.text(60),
  customFields: sent.customFields,
};

/**
 * What can be written of a rights request (`DataSubjectRequestDto`; docs/dastra-api.md, Rights
 * requests).
 */
export const writable = {
  ...changeable,
  locale: sent.locale,
  message: sent.text(),
  address: sent.text(350),
  zipCode: sent.text(8, 10),
  city: sent.text(255),
  countryCode: sent.countryCode,
  dateDemand: sent.dateTime,
  userId: sent.trimmedText(355),
  workFlowStepId: sent.recordId,
  sendNotification: sent.flag,
  referrerUrl: sent.text(),
};

/** What a new rights request is sent with. */
export const newFields = {
  ...sent.optional(writable),
  title: writable.title,
  purposes: writable.purposes,
  areaId: writable.areaId,
  locale: writable.locale,
};

/** Newer documents replace `personCategory` by the ID of a category (assumption A24): it holds either. */
const category = z
  .union([sent.recordId, sent.oneOf(PERSON_CATEGORIES)])
  .register(sent.facts, { type: 'string', record: true });

/**
 * The form of a new rights request, with tags by their IDs. `returnExisting` is ours: an open
 * request with the same `refId`, of the same person and with these rights is returned instead.
 */
export const newRightsRequest = z.object({
  workspaceId: sent.recordId,
  ...newFields,
  personCategory: z.optional(category),
  tagIds: z.optional(sent.listOf(sent.recordId)),
  returnExisting: z.optional(sent.flag),
});
export type NewRightsRequest = z.infer<typeof newRightsRequest>;

/** Those keys of the form of an update that can be emptied. */
export const CLEARABLE = [
  'operatorId',
  'expiryTime',
  'description',
  'email',
  'givenName',
  'familyName',
  'phoneNumber',
  'refId',
  'tagIds',
] as const;

export const NOTES_MODES = ['Replace', 'Append'] as const;

/** The form of an update. `requestId` is the ID, `demandId` being the number that people see. */
export const updatedRightsRequest = z.object({
  workspaceId: sent.recordId,
  requestId: sent.recordId,
  ...sent.optional(changeable),
  descriptionMode: z._default(sent.oneOf(NOTES_MODES), 'Replace'),
  personCategory: z.optional(category),
  workFlowStepId: z.optional(writable.workFlowStepId),
  ...updateFields(CLEARABLE),
});
export type UpdatedRightsRequest = z.infer<typeof updatedRightsRequest>;

/** What closing writes (assumption A54). Dastra's own form takes 2,500 characters. */
export const closing = {
  closedReason: sent.oneOf(CLOSED_REASONS),
  closedReasonDescription: z.optional(sent.text(2500)),
  sendNotification: z._default(writable.sendNotification, false),
};

/** The form that closes a request. */
export const closedRightsRequest = z.object({
  workspaceId: sent.recordId,
  requestId: sent.recordId,
  ...closing,
});
export type ClosedRightsRequest = z.infer<typeof closedRightsRequest>;

/** The form that finds requests. */
export const rightsRequestQuery = z.object({
  workspaceId: sent.recordId,
  demandId: z.optional(sent.trimmedText()),
  refId: z.optional(writable.refId),
  email: z.optional(writable.email),
  purposes: z.optional(writable.purposes),
  openOnly: z._default(sent.flag, true),
  requestId: z.optional(sent.recordId),
});
export type RightsRequestQuery = z.infer<typeof rightsRequestQuery>;

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
