/** The calls about the files of rights requests (docs/dastra-api.md, Files). */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { defineEndpoint, defineList, type FileToSend } from '../../dastra/endpoint.ts';
import { DastraError, isFault, UNCERTAIN } from '../../dastra/fault.ts';
import * as received from '../../dastra/received.ts';
import { searchText } from '../../dastra/text.ts';
import { type Attachment, attachment, type NewFile } from './schema.ts';

const FILES = '/v1/ws/{workspaceId}/DataSubjectAttachments/{dataSubjectRequestId}';

export const postFile = defineEndpoint({
  method: 'POST',
  path: FILES,
  effect: 'create',
  doing: 'attach the file',
  records: ['rights request {dataSubjectRequestId}'],
  file: 'File',
  answer: attachment,
});

export const readFiles = defineList({
  path: FILES,
  doing: 'list the files of the rights request',
  records: ['rights request {dataSubjectRequestId}'],
  items: attachment,
  in: 'array',
});

export const readFilesOfRequest = defineEndpoint({
  method: 'GET',
  path: '/v1/ws/{workspaceId}/DataSubjectRequests/{id}',
  effect: 'read',
  doing: 'read the rights request',
  records: ['rights request {id}'],
  answer: z.object({ attachments: received.maybeList(attachment) }),
});

/** The files of a request: its own `attachments`, or where it has none to say, the list of newer documents. */
const filesOf = async (
  dastra: Dastra,
  workspaceId: number,
  requestId: number,
): Promise<Attachment[]> => {
  const { attachments } = await dastra.call(readFilesOfRequest, { workspaceId, id: requestId });
  if (attachments) return attachments;
  const ids = { workspaceId, dataSubjectRequestId: requestId };
  return (await dastra.list(readFiles, ids)).items;
};

/** A file, and how it came to be attached. */
interface Attached {
  of: Attachment;
  added: {
    /** It was there before, and nothing was attached. */
    alreadyAttached: boolean;
  };
}

/** A file of which the size can be found out, and which has to be closed. */
interface SizedFile extends FileToSend {
  measure(): Promise<number>;
  close(): void;
}

/**
 * Attaches a file to a request, unless it has one of the same name and size. Where the answer is lost, it is looked for among the files of the request.
 * @param open opens the file, once it is known that there is such a request
 * @throws what `open` throws, too
 */
export const attachFile = async (
  dastra: Dastra,
  { workspaceId, requestId, skipAttached }: NewFile,
  open: () => Promise<SizedFile>,
): Promise<Attached> => {
  const before = await filesOf(dastra, workspaceId, requestId);
  const file = await open();
  try {
    const isSame = (one: Attachment) =>
      searchText(one.fileName ?? '') === searchText(file.name) &&
      one.size === file.size &&
      !one.deleted;
    if (skipAttached) {
      await file.measure();
      const there = before.find(isSame);
      if (there) return { of: there, added: { alreadyAttached: true } };
    }
    const of = await dastra
      .call(
        postFile,
        { workspaceId, dataSubjectRequestId: requestId },
        { file, looksFirst: skipAttached },
      )
      .catch(async (error: unknown) => {
        if (!isFault(error, ...UNCERTAIN)) throw error;
        const after = await filesOf(dastra, workspaceId, requestId).catch(noneAfterFault);
        const ids = new Set(before.map(({ id }) => id));
        const found = after.find((one) => !ids.has(one.id) && isSame(one));
        if (!found) throw error;
        return found;
      });
    return { of, added: { alreadyAttached: false } };
  } finally {
    file.close();
  }
};

/** @throws the error if it is not Dastra's */
const noneAfterFault = (error: unknown): Attachment[] => {
  if (!(error instanceof DastraError)) throw error;
  return [];
};
