import { z } from 'zod';
import {
  accessLevels,
  actorTypes,
  jobTitles,
  linkTypes,
  processingTypes,
  recipientTypes,
  vendorTypes,
} from './enums.ts';
import { customFields, dateTime, flag, guid, int32, optionalText } from './fields.ts';
import { tagBody, tagDto, userLightDto } from './organization.ts';

/** An actor, what a caller may write of it and what Dastra answers (fact sheet §2.5). */

const writable = {
  logoUrl: optionalText(),
  givenName: optionalText(),
  familyName: optionalText(),
  companyName: optionalText(),
  description: optionalText(),
  countryCode: optionalText(2),
  email: optionalText(255),
  phoneNumber: optionalText(20),
  contactName: optionalText(250),
  contactPosition: optionalText(150),
  immatriculationNumber: optionalText(),
  websiteUrl: optionalText(),
  address: optionalText(),
  zipCode: optionalText(10),
  city: optionalText(300),
};

const kinds = {
  actorType: z.enum(actorTypes),
  vendorType: z.enum(vendorTypes),
  accessLevel: z.enum(accessLevels),
};

/** Nothing is required (fact sheet §2.5). */
export const actorBody = z.strictObject({
  ...writable,
  ...z.object(kinds).partial().shape,
  dpaSignatureDate: dateTime.nullish(),
  tags: z.array(tagBody).optional(),
  customFields: customFields.nullish(),
});
export type ActorBody = z.output<typeof actorBody>;

export const actorLightDto = z.object({
  id: int32,
  displayName: optionalText(),
  ...kinds,
  ...writable,
  readonly: flag,
  dateCreation: dateTime,
  dateUpdate: dateTime.nullish(),
});

/** What a processing shows of itself inside an actor or a link. */
export const processingLightDto = z.object({
  id: guid,
  label: optionalText(),
  ref: optionalText(),
  description: optionalText(),
  riskLevel: int32.nullish(),
  workspaceId: int32,
  archived: flag,
  dateUpdate: dateTime,
  dateCreation: dateTime,
  areaId: int32.nullish(),
  processingType: z.enum(processingTypes),
});

export const actorDto = actorLightDto.extend({
  dpaSignatureDate: dateTime.nullish(),
  nbReferences: int32,
  tags: z.array(tagDto),
  attachments: z.array(z.object({ id: int32 })),
  recipients: z.array(
    processingLightDto.extend({
      type: z.enum(linkTypes),
      recipientType: z.enum(recipientTypes).optional(),
      jobTitle: z.enum(jobTitles).optional(),
    }),
  ),
  creator: userLightDto.optional(),
  customFields,
});
export type ActorDto = z.output<typeof actorDto>;
