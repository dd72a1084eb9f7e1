import * as z from 'zod/mini';
import { maybeFlag } from '../../dastra/received.ts';
import { userLabels } from '../../zapier/labels.ts';
import { defineRecord, extendRecord } from '../../zapier/record.ts';
import { attachment } from './schema.ts';

/** What Zapier gets of a file that was attached to a rights request. */
export const attachedFileRecord = extendRecord(
  defineRecord(
    attachment,
    {
      id: 'File ID',
      fileName: 'File Name',
      extension: 'Extension',
      size: 'Size (Bytes)',
      label: 'Label',
      transmitted: 'Sent to Requester',
      userRequestId: 'Request ID',
      userRequestMessageId: 'Message ID',
      dateCreation: 'Date Created',
      expiration: 'Date Expires',
      expired: 'Expired',
      deleted: 'Deleted',
      creator: userLabels('Creator'),
    },
    {
      id: '0c9f6f6e-5c0e-4d0b-8f57-6f2b1a3d4e22',
      fileName: 'customer-data.zip',
      extension: 'zip',
      size: 182_044,
      transmitted: false,
      userRequestId: '1306',
      dateCreation: '2026-11-25T08:14:02.000Z',
      expired: false,
      deleted: false,
      creator: { id: '19', displayName: 'Zapier', email: 'zapier@example.com' },
    },
  ),
  z.object({ alreadyAttached: maybeFlag }),
  { alreadyAttached: 'Already Attached' },
  { alreadyAttached: false },
);
