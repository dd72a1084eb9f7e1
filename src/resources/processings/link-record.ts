import * as z from 'zod/mini';
import { maybeFlag, maybeId } from '../../dastra/received.ts';
import { defineRecord } from '../../zapier/record.ts';
import type { Attachment } from './calls.ts';
import { link } from './schema.ts';

const attachment = z.object({
  ...link.shape,
  dataProcessingId: maybeId,
  alreadyAttached: maybeFlag,
});

const record = defineRecord(
  attachment,
  {
    id: 'Link ID',
    alreadyAttached: 'Already Attached',
    type: 'Role',
    recipientType: 'Recipient Type',
    jobTitle: 'Job Title',
    label: 'Label',
    description: 'Description',
    actorId: 'Actor ID',
    actor: { id: 'Actor ID', displayName: 'Actor' },
    dataProcessingId: 'Processing ID',
    dataProcessing: {
      id: 'Processing ID',
      label: 'Processing',
      ref: 'Processing Reference',
    },
  },
  {
    id: '7d0d8f5e-3f0c-4a55-9d0e-5b6f3f0f5a11',
    alreadyAttached: false,
    type: 'Recipient',
    recipientType: 'Vendor',
    label: 'Hosting of the customer portal',
    actorId: '57',
    actor: { id: '57', displayName: 'Lumeo Hosting' },
    dataProcessingId: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
    dataProcessing: {
      id: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
      label: 'Management of customer accounts',
      ref: 'CUST-01',
    },
  },
  (source) => ({
    ...source,
    actorId: source.actorId ?? source.actor?.id,
    dataProcessingId: source.dataProcessing?.id,
  }),
);

/** What Zapier gets of an actor's link to a processing. */
export const linkRecord = {
  ...record,
  toRecord: ({ link: found, alreadyAttached }: Attachment) =>
    record.toRecord({ ...found, alreadyAttached, dataProcessingId: found.dataProcessing?.id }),
};
