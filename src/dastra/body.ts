/** Bodies of requests: JSON, JSON Patch (RFC 6902) and a file in multipart/form-data. */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FileToSend } from './endpoint.ts';
import { DastraError, invalid } from './fault.ts';

/** A body with the headers that go with it. */
export interface Body {
  headers: Record<string, string>;
  body: string | Readable;
}

/** The media type of a JSON Patch, and the one that is tried where Dastra does not take it (415). */
export const PATCH_TYPES = ['application/json-patch+json', 'application/json'] as const;

/**
 * A value as JSON, in a text: the platform logs texts as they are, and a buffer as a list of bytes.
 * @param type another media type than `application/json`
 */
export const jsonBody = (value: unknown, type: string = PATCH_TYPES[1]): Body => ({
  headers: { 'content-type': type },
  body: JSON.stringify(value),
});

/**
 * Changes as a JSON Patch that replaces each property by its new value. `null` clears a property; what
 * is undefined is left as it is. To replace is repeatable, which no other operation of a patch is.
 */
export const patchOf = (changes: object): object[] =>
  Object.entries(changes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({ op: 'replace', path: `/${name}`, value }));

const CRLF = '\r\n';

/** A value inside quotes of a header: no quotes, and no line break that would begin another header. */
const inQuotes = (value: string) => value.replace(/[\p{Cc}"]/gu, '_');

/** The name of a file without the folders before it. */
const baseName = (path: string) => path.split(/[\\/]/).at(-1) || 'file';

/** The fault of a file that cannot be read; one that its source names itself stays as it is. */
const unreadable = (part: string, error: unknown): DastraError =>
  error instanceof DastraError
    ? error
    : invalid(
        part.charAt(0).toLowerCase() + part.slice(1),
        'could not be read to its end. Check that the file is still there, and run this step again.',
      );

/**
 * A file as the one part of a multipart body. It streams: the file is never in memory as a whole, and
 * the platform logs a stream only as "<streaming data>".
 * @param part the name of the part
 * @throws DastraError `invalid` if the file cannot be opened. If it breaks later, or is not as long as
 *   it should be, the stream ends in that error.
 */
export const fileBody = async (
  part: string,
  { name, type, size, open }: FileToSend,
): Promise<Body> => {
  const boundary = `dastra-${randomUUID()}`;
  const head = Buffer.from(
    [
      `--${boundary}`,
      `content-disposition: form-data; name="${inQuotes(part)}"; filename="${inQuotes(baseName(name))}"`,
      `content-type: ${inQuotes(type)}`,
      CRLF,
    ].join(CRLF),
  );
  const tail = Buffer.from(`${CRLF}--${boundary}--${CRLF}`);
  const content = await open().catch((error: unknown) => {
    throw unreadable(part, error);
  });
  async function* parts() {
    yield head;
    let left = size ?? Number.POSITIVE_INFINITY;
    try {
      for await (const chunk of content) {
        left -= chunk.length;
        if (left < 0) break;
        yield chunk;
      }
    } catch (error) {
      throw unreadable(part, error);
    }
    // Dastra would wait for the rest, or take the surplus for another request.
    if (size !== undefined && left !== 0) throw unreadable(part, undefined);
    yield tail;
  }
  return {
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(size === undefined ? {} : { 'content-length': String(head.length + size + tail.length) }),
    },
    body: Readable.from(parts(), { objectMode: false }),
  };
};
