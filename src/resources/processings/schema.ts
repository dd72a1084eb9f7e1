/** A processing and the actors in it, as Dastra takes them and as it answers. */
import * as z from 'zod/mini';
import * as received from '../../dastra/received.ts';
import * as sent from '../../dastra/sent.ts';

/** The roles that an actor can have in a processing (`DataProcessingActorType`). */
export const ROLES = ['Recipient', 'Stakeholder', 'DataController', 'Referent'] as const;

/** What kind of recipient, for the role Recipient (`RecipientType`). */
export const RECIPIENT_TYPES = [
  'InternalService',
  'Vendor',
  'ThirdParty',
  'JointController',
  'DataSubject',
  'PublicOrganism',
  'InstitutionalPartner',
  'AuthorizedThirdParty',
] as const;

/** Which function, for the role Stakeholder (`JobTitle`). */
export const JOB_TITLES = [
  'JointController',
  'ProcessImplementationManager',
  'DataControllerRepresentative',
  'DataController',
  'DataProtectionOfficer',
  'DataProtectionOfficerRepresentative',
  'Processor',
  'Referent',
  'ChiefInformationSecurityOfficer',
  'Other',
] as const;

/**
 * What attaches an actor to a processing (`ActorDataProcessingBatchDto`; docs/dastra-api.md,
 * Attaching).
 */
export const writableLink = {
  dataProcessingId: sent.guid,
  type: sent.oneOf(ROLES),
  recipientType: sent.oneOf(RECIPIENT_TYPES),
  jobTitle: sent.oneOf(JOB_TITLES),
  label: sent.text(250),
  description: sent.text(),
};

/** What a new link is sent with. */
export const newFields = {
  ...sent.optional(writableLink),
  dataProcessingId: writableLink.dataProcessingId,
  type: z._default(writableLink.type, 'Recipient'),
};

/** The form that attaches one actor. */
export const newLink = z.object({
  workspaceId: sent.recordId,
  ...newFields,
  actorId: sent.recordId,
});
export type NewLink = z.infer<typeof newLink>;

/** A processing, as far as it tells itself from others. */
export const processing = z.object({
  id: received.id,
  label: received.maybeText,
  ref: received.maybeText,
});
export type Processing = z.infer<typeof processing>;

/** Controllers stand in a list of their own, which says least (`DataProcessingDataControllerDto`). */
const controllerInProcessing = z.object({
  id: received.maybeId,
  description: received.maybeText,
  actorId: received.maybeId,
  actor: received.maybe(z.object({ id: received.maybeId, displayName: received.maybeText })),
});

/** A link as the processing itself shows it (`DataProcessingActorDto`). */
const linkInProcessing = z.object({
  ...controllerInProcessing.shape,
  type: received.maybeText,
  recipientType: received.maybeText,
  jobTitle: received.maybeText,
  label: received.maybeText,
});

/** An actor's link to a processing (`DataProcessingActorCompleteDto`). */
export const link = z.object({
  ...linkInProcessing.shape,
  dataProcessing: received.maybe(
    z.object({ id: received.maybeId, label: received.maybeText, ref: received.maybeText }),
  ),
});
export type Link = z.infer<typeof link>;

/** The three lists of links that a processing holds. */
export const processingWithLinks = z.object({
  ...processing.shape,
  recipients: received.maybeList(linkInProcessing),
  stakeHolders: received.maybeList(linkInProcessing),
  dataControllers: received.maybeList(controllerInProcessing),
});
