/** Files in multipart/form-data, read as they come: of a large one only size and hash are kept. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { invalidField, Problem } from './problems.ts';

/** Files up to this size can be downloaded again. */
const KEPT_BYTES = 1_000_000;

export interface ReceivedFile {
  fileName: string;
  contentType: string;
  /** Bytes. */
  size: number;
  sha256: string;
  /** Undefined of a large file. */
  content: Buffer | undefined;
}

/**
 * Reads a body that has one part, named as the document names it.
 * @param limit bytes of the whole body
 * @throws a 413 past the limit, a 400 for any other body
 */
export const receiveFile = async (
  body: Readable,
  headers: { 'content-type'?: string; 'content-length'?: string },
  partName: string,
  limit: number,
): Promise<ReceivedFile> => {
  const boundary = /;\s*boundary="?([^";]+)"?/i.exec(headers['content-type'] ?? '')?.[1];
  const closing = `\r\n--${boundary}`;
  const hash = createHash('sha256');
  const kept: Buffer[] = [];
  let part: Pick<ReceivedFile, 'fileName' | 'contentType'> | undefined;
  let pending: Buffer = Buffer.from('\r\n');
  let [received, size, ended] = [0, 0, false];

  try {
    if (Number(headers['content-length']) > limit) throw new Problem(413, 'Payload Too Large');
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      received += chunk.length;
      if (received > limit) throw new Problem(413, 'Payload Too Large');
      pending = Buffer.concat([pending, chunk]);
      if (part === undefined) {
        const end = pending.indexOf('\r\n\r\n');
        if (end < 0) continue;
        part = readHead(pending.toString('utf8', 0, end), closing, partName);
        pending = pending.subarray(end + 4);
      }
      if (ended) continue;
      const end = pending.indexOf(closing);
      // The end of what is there may be the beginning of the boundary.
      const content = pending.subarray(
        0,
        end < 0 ? Math.max(0, pending.length - closing.length) : end,
      );
      hash.update(content);
      size += content.length;
      if (size <= KEPT_BYTES) kept.push(content);
      pending = pending.subarray(content.length);
      ended = end >= 0;
    }
    if (!part || !pending.toString().startsWith(`${closing}--`)) throw onePart(partName);
  } catch (error) {
    // What is still to come is let through, so that the sender reads the answer.
    body.resume();
    throw error;
  }
  return {
    ...part,
    size,
    sha256: hash.digest('hex'),
    content: size <= KEPT_BYTES ? Buffer.concat(kept) : undefined,
  };
};

const onePart = (name: string) =>
  invalidField(name, `Expected one part named ${name}, with a file`);

/** Name and type of a file, from the head of its part. */
const readHead = (head: string, opening: string, partName: string) => {
  const name = /;\s*name="?([^";\r\n]+)"?/i.exec(head)?.[1];
  const plain = /;\s*filename="([^"\r\n]*)"/i.exec(head)?.[1];
  const encoded = /;\s*filename\*=UTF-8''([^;\r\n]+)/i.exec(head)?.[1];
  const fileName = encoded === undefined ? plain : decodeURIComponent(encoded);
  if (!head.startsWith(`${opening}\r\n`) || name !== partName || !fileName) throw onePart(partName);
  const contentType = /^content-type:\s*(.+)$/im.exec(head)?.[1]?.trim();
  return { fileName, contentType: contentType ?? 'application/octet-stream' };
};
