import { z } from 'zod';
import { notificationChannels } from './enums.ts';
import { dateTime, flag, guid, int32, optionalText } from './fields.ts';
import { workSpaceDto } from './organization.ts';

/** A webhook URL (fact sheet §2.8). `workSpaceId` null stands for every workspace. */

const writable = {
  url: z.url({ protocol: /^https?$/, message: 'Invalid URL: expected http:// or https://' }),
  workSpaceId: int32.nullish(),
};

export const webhookUrlBody = z.strictObject({
  ...writable,
  subscribedEvents: z.array(z.enum(notificationChannels)).optional(),
});

export const webhookUrlDto = z.object({
  id: int32,
  ...writable,
  subscribedEvents: z.array(z.enum(notificationChannels)),
  signatureKey: guid,
  nbErrors: int32,
  inError: flag,
  errorMessage: optionalText(),
  dateLastError: dateTime.nullish(),
  workSpace: workSpaceDto.optional(),
});
export type WebhookUrlDto = z.output<typeof webhookUrlDto>;
