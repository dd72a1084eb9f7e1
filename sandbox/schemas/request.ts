import { z } from 'zod';
import { channels, closedReasons, personCategories, purposes, requestStates } from './enums.ts';
import { customFields, dateTime, flag, guid, int32, optionalText, text } from './fields.ts';
import {
  areaDto,
  subjectCategoryDto,
  tagBody,
  tagDto,
  userLightDto,
  workFlowStepDto,
} from './organization.ts';

/** A data subject request (fact sheet §2.3); limits are those of the OpenAPI document. */

const writable = {
  title: text().min(1),
  locale: text(10).min(1),
  purposes: z.array(z.enum(purposes)).min(1),
  areaId: int32,
  email: optionalText(255),
  givenName: optionalText(180),
  familyName: optionalText(180),
  message: optionalText(),
  description: optionalText(),
  phoneNumber: optionalText(60),
  address: optionalText(350),
  zipCode: optionalText(8),
  city: optionalText(255),
  countryCode: optionalText(2),
  refId: optionalText(355),
  userId: optionalText(355),
  expiryTime: dateTime.nullish(),
  dateDemand: dateTime.nullish(),
  subjectCategoryId: int32.nullish(),
  workFlowStepId: int32.nullish(),
  additionalDatas: z.unknown().optional(),
  referrerUrl: optionalText(),
  widgetId: int32.nullish(),
};

const defaulted = {
  complex: flag,
  personCategory: z.enum(personCategories),
  channel: z.enum(channels),
  sendNotification: flag,
};

export const requestBody = z.strictObject({
  ...writable,
  ...z.object(defaulted).partial().shape,
  operatorId: int32.nullish(),
  tags: z.array(tagBody).optional(),
  customFields: customFields.nullish(),
});
export type RequestBody = z.output<typeof requestBody>;

/** What a create answers: no area, creator, operator, closedByUser, attachments, tags. */
export const requestLightDto = z.object({
  id: int32,
  ...writable,
  ...defaulted,
  demandId: optionalText(),
  state: z.enum(requestStates),
  workFlowStep: workFlowStepDto.optional(),
  dateCreation: dateTime,
  dateUpdate: dateTime.nullish(),
  dateClosed: dateTime.nullish(),
  archived: flag,
  archivedDate: dateTime.nullish(),
  remainingDays: int32.nullish(),
  closingTime: int32.nullish(),
  nbMessages: int32,
  nbMessagesNotViewed: int32,
  emailValidationDate: dateTime,
  mailValidated: flag,
  identityValidated: flag,
  dateIdentityValidated: dateTime.nullish(),
  userNotified: flag,
  dateUserNotified: dateTime.nullish(),
  closedReason: z.enum(closedReasons),
  closedReasonDescription: optionalText(),
  resolutionMessage: optionalText(),
  subjectCategory: subjectCategoryDto.optional(),
  customFields,
});

export const requestDto = requestLightDto.extend({
  area: areaDto.optional(),
  creator: userLightDto.optional(),
  operatorId: int32.nullish(),
  operator: userLightDto.optional(),
  closedByUser: userLightDto.optional(),
  tags: z.array(tagDto),
  attachments: z.array(
    z.object({
      id: guid,
      fileName: optionalText(355),
      extension: optionalText(),
      size: int32,
      transmitted: flag,
    }),
  ),
});
export type RequestDto = z.output<typeof requestDto>;
