/** Files of rights requests: uploaded in multipart/form-data, listed, downloaded. */

import { defineResource } from '../engine/define.ts';
import { ref } from '../engine/document.ts';
import { notFound, Problem } from '../engine/problems.ts';
import type { ReceivedFile } from '../engine/upload.ts';
import { guid, sameId } from '../engine/world.ts';

const BASE = '/v1/ws/{workspaceId}/DataSubjectAttachments';

export const files = defineResource({
  path: 'DataSubjectAttachments',
  name: 'File',
  id: 'guid',
  dto: ref('DataSubjectAttachmentDto'),
  routes: [
    {
      method: 'POST',
      path: `${BASE}/{dataSubjectRequestId}`,
      handle({ scope, params, body }) {
        const { id } = scope.row('DataSubjectRequests', params.dataSubjectRequestId);
        const file = body as ReceivedFile;
        const extension = file.fileName.includes('.') ? file.fileName.split('.').at(-1) : null;
        const fields = { ...file, extension, userRequestId: id };
        const row = files.build(scope, fields, new Date());
        scope.rows('DataSubjectAttachments').push(row);
        return scope.complete('DataSubjectAttachments', row);
      },
    },
    {
      // Only newer documents list it.
      method: 'GET',
      path: `${BASE}/{dataSubjectRequestId}`,
      answer: { items: ref('DataSubjectAttachmentDto') },
      handle: ({ scope, params }) => {
        const { id } = scope.row('DataSubjectRequests', params.dataSubjectRequestId);
        return scope
          .rows('DataSubjectAttachments')
          .filter(({ userRequestId }) => userRequestId === id)
          .map((row) => scope.complete('DataSubjectAttachments', row));
      },
    },
    {
      method: 'GET',
      path: `${BASE}/{id}/download/{fileId}`,
      handle({ scope, params, reply }) {
        const row = scope.row('DataSubjectAttachments', params.fileId);
        if (!sameId(row.userRequestId, params.id)) throw notFound('File');
        // Of a large file, only size and hash were kept.
        if (row.content === undefined) throw new Problem(501, 'This file was not kept');
        const fileName = encodeURIComponent(String(row.fileName));
        return reply
          .type(String(row.contentType))
          .header('content-disposition', `attachment; filename*=UTF-8''${fileName}`)
          .send(row.content);
      },
    },
  ],
  seed: () => ({
    101: [
      {
        id: guid(101, 11, 1),
        userRequestId: 3004,
        fileName: 'piece.pdf',
        extension: 'pdf',
        size: 48_213,
        transmitted: true,
        daysOld: 20,
      },
      {
        id: guid(101, 11, 2),
        userRequestId: 3006,
        fileName: 'note.txt',
        extension: 'txt',
        size: 13,
        daysOld: 1,
      },
    ],
  }),
});
