/** An actor, as Dastra takes it and as it answers. */
import * as z from 'zod/mini';
import * as received from '../../dastra/received.ts';
import * as sent from '../../dastra/sent.ts';

/** A legal person is `Morale`, a natural person `Physical` (`ActorType`). */
export const ACTOR_TYPES = ['Morale', 'Physical'] as const;
export const VENDOR_TYPES = ['B2B', 'B2C'] as const;
export const ACCESS_LEVELS = ['None', 'Restricted', 'Full'] as const;

/** What an update can replace of an actor: an organization stays one, and so does a person. */
export const changeable = {
  companyName: sent.text(),
  givenName: sent.text(),
  familyName: sent.text(),
  email: sent.email,
  phoneNumber: sent.text(20),
  description: sent.text(),
  websiteUrl: sent.text(),
  contactName: sent.text(250),
  contactPosition: sent.text(150),
  immatriculationNumber: sent.text(),
  address: sent.text(),
  zipCode: sent.text(10),
  city: sent.text(300),
  countryCode: sent.countryCode,
  customFields: sent.customFields,
  vendorType: sent.oneOf(VENDOR_TYPES),
  accessLevel: sent.oneOf(ACCESS_LEVELS),
  dpaSignatureDate: sent.day,
};

/**
 * What can be written of an actor (`ActorDto`; docs/dastra-api.md, Actors), as the API names it.
 */
export const writable = { actorType: sent.oneOf(ACTOR_TYPES), ...changeable };

/** What a new actor is sent with. */
export const newFields = { ...sent.optional(writable), actorType: writable.actorType };

/** The form of a new actor, with tags by their IDs. */
export const newActor = z.object({
  workspaceId: sent.recordId,
  ...newFields,
  tagIds: z.optional(sent.listOf(sent.recordId)),
});
export type NewActor = z.infer<typeof newActor>;

/** An actor as Dastra answers (`ActorDto`). */
export const actor = z.object({
  id: received.id,
  displayName: received.maybeText,
  actorType: received.maybeText,
  companyName: received.maybeText,
  givenName: received.maybeText,
  familyName: received.maybeText,
  email: received.maybeText,
  phoneNumber: received.maybeText,
  description: received.maybeText,
  websiteUrl: received.maybeText,
  contactName: received.maybeText,
  contactPosition: received.maybeText,
  immatriculationNumber: received.maybeText,
  address: received.maybeText,
  zipCode: received.maybeText,
  city: received.maybeText,
  countryCode: received.maybeText,
  vendorType: received.maybeText,
  accessLevel: received.maybeText,
  dpaSignatureDate: received.maybeDate,
  tags: received.maybeTags,
  recipients: received.maybeList(
    z.object({
      id: received.maybeId,
      label: received.maybeText,
      type: received.maybeText,
      recipientType: received.maybeText,
      jobTitle: received.maybeText,
    }),
  ),
  nbReferences: received.maybeNumber,
  creator: received.maybeUser,
  dateCreation: received.maybeDate,
  dateUpdate: received.maybeDate,
  customFields: received.maybeObject,
});
export type Actor = z.infer<typeof actor>;
