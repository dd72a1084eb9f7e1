/** An asset, as Dastra takes it and as it answers. */
import * as z from 'zod/mini';
import * as received from '../../dastra/received.ts';
import * as sent from '../../dastra/sent.ts';

/** `AssetType`. */
export const ASSET_TYPES = [
  'Software',
  'Building',
  'Network',
  'Material',
  'Data',
  'People',
  'Process',
] as const;

/** `ApplicationType` and `ApplicationState`. */
export const APPLICATION_TYPES = ['Software', 'WebApp', 'Saas', 'Module', 'Other'] as const;
export const APPLICATION_STATES = ['InProduction', 'InDevelopment', 'Stopped'] as const;

/** `HostingType`, `DevelopmentType`, `MaintenanceType` and `SupportType` alike. */
export const SOURCINGS = ['InHouse', 'OutSourced'] as const;

/** What only software has. */
export const ofSoftware = {
  applicationType: sent.oneOf(APPLICATION_TYPES),
  applicationState: sent.oneOf(APPLICATION_STATES),
  hostingType: sent.oneOf(SOURCINGS),
  developmentType: sent.oneOf(SOURCINGS),
  maintenanceType: sent.oneOf(SOURCINGS),
  supportType: sent.oneOf(SOURCINGS),
};

/** What can be written of an asset (`AssetDto`; docs/dastra-api.md, Assets), as the API names it. */
export const writable = {
  label: sent.text(655),
  type: sent.oneOf(ASSET_TYPES),
  description: sent.text(),
  ...ofSoftware,
  address: sent.text(400),
  zipCode: sent.text(10),
  city: sent.text(155),
  countryCode: sent.countryCode,
  logoUrl: sent.text(255),
  customFields: sent.customFields,
};

/** What a new asset is sent with. */
export const newFields = {
  ...sent.optional(writable),
  label: writable.label,
  type: writable.type,
};

/**
 * The form of a new asset, with tags by their IDs. What software has would become the first member
 * where it is left out (assumption A8), so that the form shows it.
 */
export const newAsset = z.object({
  workspaceId: sent.recordId,
  ...newFields,
  applicationType: z._default(writable.applicationType, 'Software'),
  applicationState: z._default(writable.applicationState, 'InProduction'),
  hostingType: z._default(writable.hostingType, 'InHouse'),
  developmentType: z._default(writable.developmentType, 'InHouse'),
  maintenanceType: z._default(writable.maintenanceType, 'InHouse'),
  supportType: z._default(writable.supportType, 'InHouse'),
  tagIds: z.optional(sent.listOf(sent.recordId)),
});
export type NewAsset = z.infer<typeof newAsset>;

/** An asset as Dastra answers (`AssetDto`), with what only newer documents name. */
export const asset = z.object({
  id: received.id,
  label: received.maybeText,
  type: received.maybeText,
  description: received.maybeText,
  applicationType: received.maybeText,
  applicationState: received.maybeText,
  hostingType: received.maybeText,
  developmentType: received.maybeText,
  maintenanceType: received.maybeText,
  supportType: received.maybeText,
  address: received.maybeText,
  zipCode: received.maybeText,
  city: received.maybeText,
  countryCode: received.maybeText,
  logoUrl: received.maybeText,
  tags: received.maybeTags,
  dateCreation: received.maybeDate,
  dateUpdate: received.maybeDate,
  creator: received.maybeUser,
  customFields: received.maybeObject,
});
export type Asset = z.infer<typeof asset>;
