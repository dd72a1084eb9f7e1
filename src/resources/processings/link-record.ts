import * as z from 'zod/mini';
import { maybeFlag, maybeId } from '../../dastra/received.ts';
import { defineRecord, named } from '../../zapier/record.ts';
import type { Attachment } from './calls.ts';
import { jobTitles, recipientTypes, roles } from './choices.ts';
import { link } from './schema.ts';

/** What Zapier gets of an actor's link to a processing. */
export const linkRecord = defineRecord(
  z.object({ ...link.shape, dataProcessingId: maybeId, alreadyAttached: maybeFlag }),
  {
    actor: { displayName: 'Actor', id: 'Actor ID' },
    type: named('Role', roles),
    recipientType: named('Recipient Type', recipientTypes),
    jobTitle: named('Stakeholder Role', jobTitles),
    dataProcessing: {
      label: 'Processing',
      ref: 'Processing Reference',
      id: 'Processing ID',
    },
    label: 'Label',
    description: 'Description',
    alreadyAttached: 'Already Attached',
    actorId: 'Actor ID',
    dataProcessingId: 'Processing ID',
    id: 'Link ID',
  },
  {
    link: {
      id: '7d0d8f5e-3f0c-4a55-9d0e-5b6f3f0f5a11',
      type: 'Recipient',
      recipientType: 'Vendor',
      label: 'Hosting of the customer portal',
      actorId: '57',
      actor: { id: '57', displayName: 'Lumeo Hosting' },
      dataProcessing: {
        id: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
        label: 'Management of customer accounts',
        ref: 'CUST-01',
      },
    },
    alreadyAttached: false,
  },
  ({ link: found, alreadyAttached }: Attachment) => ({ ...found, alreadyAttached }),
);
