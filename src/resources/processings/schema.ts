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

/** Whose record of processing activities it is in: the controller's or the processor's (`ProcessingType`). */
export const PROCESSING_TYPES = ['Default', 'Vendor'] as const;

/** How far the processing itself has come (`ProcessingState`). */
export const PROCESSING_STATES = ['Study', 'BeingDeployed', 'InProduction', 'Stopped'] as const;

/** The state of a processing whose step is "Published" (`DataProcessingState`). */
export const PUBLISHED = 'Active' as const;

/** What a new processing is sent with: nothing else is declared (`DataProcessingCreationDto`). */
export const newProcessingFields = {
  label: sent.text(120),
  areaId: sent.recordId,
  processingType: z._default(sent.oneOf(PROCESSING_TYPES), 'Default'),
};

/** What can be written of a processing once it is there (`DataProcessingDto`), by a patch. */
export const processingDetails = {
  ref: sent.text(50),
  description: sent.text(3000),
  ownerId: sent.recordId,
  processingState: sent.oneOf(PROCESSING_STATES),
};

/** The form of a new processing, with tags by their IDs. */
export const newProcessing = z.object({
  workspaceId: sent.recordId,
  ...newProcessingFields,
  ...sent.optional(processingDetails),
  tagIds: z.optional(sent.listOf(sent.recordId)),
});
export type NewProcessing = z.infer<typeof newProcessing>;

/** A processing, as far as it tells itself from others. */
export const namedProcessing = z.object({
  id: received.id,
  label: received.maybeText,
  ref: received.maybeText,
});
export type NamedProcessing = z.infer<typeof namedProcessing>;

/** A processing as Dastra answers (`DataProcessingDto`), without the many lists that it holds. */
export const processing = z.object({
  ...namedProcessing.shape,
  description: received.maybeText,
  state: received.maybeText,
  processingState: received.maybeText,
  processingType: received.maybeText,
  areaId: received.maybeId,
  area: received.maybeNamed,
  workFlowStepId: received.maybeId,
  // Spelled so here, and `workFlowStep` in all other records.
  workflowStep: received.maybeNamed,
  ownerId: received.maybeId,
  owner: received.maybeUser,
  datePublication: received.maybeDate,
  dateCreation: received.maybeDate,
  dateUpdate: received.maybeDate,
  versionDescription: received.maybeText,
  progression: received.maybeDecimal,
  quality: received.maybeDecimal,
  isDPIARequired: received.maybeFlag,
  tags: received.maybeTags,
  archived: received.maybeFlag,
  customFields: received.maybeObject,
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
  ...namedProcessing.shape,
  recipients: received.maybeList(linkInProcessing),
  stakeHolders: received.maybeList(linkInProcessing),
  dataControllers: received.maybeList(controllerInProcessing),
});
