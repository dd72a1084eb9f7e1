import { z } from 'zod';
import { actorLightDto, processingLightDto } from './actor.ts';
import {
  jobTitles,
  linkTypes,
  processingRecordStates,
  processingStates,
  processingTypes,
  recipientTypes,
} from './enums.ts';
import { customFields, dateTime, flag, guid, int32, optionalText, text } from './fields.ts';
import { areaBaseDto, tagDto, userLightDto, workFlowStepDto } from './organization.ts';

/** A processing and its links to actors (fact sheet §2.6 and §3). */

/** A link seen from the processing, for the types that are not a controller. */
export const processingActorDto = z.object({
  id: guid,
  type: z.enum(linkTypes),
  recipientType: z.enum(recipientTypes).optional(),
  jobTitle: z.enum(jobTitles).optional(),
  displayName: optionalText(),
  label: optionalText(250),
  description: optionalText(),
  actorId: int32.nullish(),
  actor: actorLightDto.optional(),
  areaId: int32.nullish(),
  purposes: z.array(guid),
  dataRetentionRules: z.array(guid),
  transfers: z.array(z.object({ id: guid })),
  readonly: flag,
});

/** A link seen from the actor. */
export const processingActorCompleteDto = processingActorDto.extend({
  dataProcessing: processingLightDto,
});

export const dataControllerDto = processingActorDto.pick({
  id: true,
  displayName: true,
  actorId: true,
  actor: true,
  areaId: true,
  purposes: true,
  dataRetentionRules: true,
  description: true,
  readonly: true,
});

/** The fields the app needs, and those that show what kind of record it is (fact sheet §2.6). */
export const processingDto = z.object({
  id: guid,
  label: text(120),
  ref: optionalText(50),
  description: optionalText(3000),
  descriptionHtml: optionalText(),
  processingType: z.enum(processingTypes),
  state: z.enum(processingRecordStates),
  processingState: z.enum(processingStates),
  workSpaceId: int32,
  areaId: int32,
  area: areaBaseDto.optional(),
  ownerId: int32.nullish(),
  owner: userLightDto.optional(),
  creatorUser: userLightDto.optional(),
  workFlowStepId: int32,
  workflowStep: workFlowStepDto.optional(),
  archived: flag,
  dateCreation: dateTime,
  dateUpdate: dateTime.nullish(),
  dateArchived: dateTime.nullish(),
  tags: z.array(tagDto),
  stakeHolders: z.array(processingActorDto),
  recipients: z.array(processingActorDto),
  dataControllers: z.array(dataControllerDto),
  customFields,
});
export type ProcessingDto = z.output<typeof processingDto>;

/** Strict about the pairs that §3 of the fact sheet infers from the older client [I]. */
export const attachBody = z
  .strictObject({
    actorIds: z.array(int32).min(1),
    dataProcessingId: guid,
    type: z.enum(linkTypes),
    recipientType: z.enum(recipientTypes).optional(),
    jobTitle: z.enum(jobTitles).optional(),
    label: optionalText(250),
    description: optionalText(),
  })
  .refine((body) => body.recipientType === undefined || body.type === 'Recipient', {
    path: ['recipientType'],
    message: 'recipientType goes with type Recipient only',
  })
  .refine((body) => body.jobTitle === undefined || body.type === 'Stakeholder', {
    path: ['jobTitle'],
    message: 'jobTitle goes with type Stakeholder only',
  });

export const detachBody = z.strictObject({ relationshipIds: z.array(guid).min(1) });
