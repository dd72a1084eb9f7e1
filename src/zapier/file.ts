/**
 * A file that a Zap hands over. Zapier gives its address; here it is opened, without the key of Dastra,
 * and read as it comes, so that it is never in memory as a whole.
 */
import type { ZObject } from 'zapier-platform-core';
import { apiUrl, LOOPBACK } from '../dastra/client.ts';
import type { FileToSend } from '../dastra/endpoint.ts';
import { DastraError, invalid } from '../dastra/fault.ts';
import { fileName, nameInAddress, nameInHeader } from './file-name.ts';

/** What a file may take: milliseconds from the first byte asked for, and bytes (assumption A52). */
export const fileLimits = { time: 19_000, bytes: 30_000_000 };

/** So many times an address may lead to another one. */
const MOST_REDIRECTS = 5;

const REDIRECTS = [301, 302, 303, 307, 308];

/** The field of the form, as problems name it. */
const FIELD = 'file';

const wrong = (message: string) => invalid(FIELD, message);

/** The site fails for now: the same step may succeed later. */
const failing = (message: string) =>
  new DastraError('source', { problems: [{ field: FIELD, message }] });

const LATER = 'Try again in a few minutes.';

const tooLarge = () =>
  wrong('is larger than 30 MB, the most that Dastra takes. Use a smaller file.');
const empty = () => wrong('is empty. Map a file that has content.');
const slow = () => failing(`takes too long to arrive from the site that holds it. ${LATER}`);
const brokenOff = () =>
  failing(`could not be read to its end: the connection to its site broke off. ${LATER}`);

/** What an answer without success says of a file. */
const refused = (status: number): DastraError => {
  if (status === 404 || status === 410) {
    return wrong(`is no longer at its address (status ${status}). Map a file that is there.`);
  }
  if (status === 401 || status === 403) {
    return wrong(
      `may not be read without signing in (status ${status}). Map the file itself instead of a link to it, or share it.`,
    );
  }
  if (status === 429 || status >= 500) {
    return failing(`could not be read: the site that holds it failed (status ${status}). ${LATER}`);
  }
  return wrong(`could not be read at its address (status ${status}). Map another file.`);
};

/** What the platform's `fetch` throws when there is no answer. */
const unanswered = (error: unknown): DastraError => {
  const { name, code } = error as { name?: unknown; code?: unknown };
  if (name === 'AbortError') return slow();
  return code === 'ENOTFOUND'
    ? wrong('is at an address whose site does not exist. Check the address.')
    : failing(`could not be read: the site that holds it could not be reached. ${LATER}`);
};

/** Whether a file may be read there: by https, and never on this machine, but for the sandbox's files. */
const isSafe = ({ protocol, hostname }: URL): boolean => {
  if (!LOOPBACK.test(hostname)) return protocol === 'https:';
  return LOOPBACK.test(new URL(apiUrl()).hostname) && /^https?:$/.test(protocol);
};

/** Asks for a file, and follows where its address leads. */
const ask = async (zapier: ZObject, address: string, signal: AbortSignal) => {
  let url = new URL(address);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    if (!isSafe(url)) {
      const what = redirects === 0 ? 'is' : 'leads on to an address that is';
      throw wrong(`${what} not safe to read. Use an address that begins with https://.`);
    }
    const request = {
      url: url.href,
      raw: true,
      skipThrowForStatus: true,
      merge: false,
      // Each step is looked at before it is taken.
      redirect: 'manual',
      // The first as in the client; with the second, the length is that of the file.
      headers: { 'user-agent': 'Zapier', 'accept-encoding': 'identity' },
      signal,
    } as const;
    const response = await zapier.request(request).catch((error: unknown) => {
      throw unanswered(error);
    });
    const { status, headers } = response;
    if (status >= 200 && status < 300) {
      return { url, headers, body: response.body as unknown as AsyncIterable<Uint8Array> };
    }
    const location = headers.get('location');
    const leadsOn = REDIRECTS.includes(status) && location && URL.canParse(location, url.href);
    if (!leadsOn) throw refused(status);
    url = new URL(location, url);
  }
  throw wrong('leads from one address to the next without end. Map the file itself.');
};

/** A file that is being read. */
interface Reading {
  names: string[];
  type: string;
  /** In bytes, where its site says so. */
  size: number | undefined;
  chunks: AsyncGenerator<Uint8Array>;
  close(): void;
}

/**
 * Opens a file.
 * @param until when it has to be read, in milliseconds since 1970
 * @param atEnd learns its size in bytes
 */
const read = async (
  zapier: ZObject,
  address: string,
  until: number,
  atEnd: (size: number) => void,
): Promise<Reading> => {
  const ending = new AbortController();
  // Time that Dastra takes is not the site's.
  let [isWaiting, isLate] = [true, false];
  const timer = setTimeout(
    () => {
      isLate = isWaiting;
      if (isLate) ending.abort();
    },
    Math.max(0, until - Date.now()),
  );
  // To destroy the stream would leave the connection open.
  const close = () => {
    clearTimeout(timer);
    ending.abort();
  };
  try {
    const { url, headers, body } = await ask(zapier, address, ending.signal);
    const length = headers.get('content-length') ?? '';
    const isPlain = /^(identity)?$/.test(headers.get('content-encoding') ?? '');
    const size = isPlain && /^\d+$/.test(length) ? Number(length) : undefined;
    const [type = ''] =
      /^[\w.+-]+\/[\w.+-]+/.exec(headers.get('content-type')?.toLowerCase() ?? '') ?? [];
    const names = [nameInHeader(headers.get('content-disposition') ?? ''), nameInAddress(url)];

    async function* chunks() {
      let count = 0;
      try {
        for await (const chunk of body) {
          isWaiting = false;
          count += chunk.length;
          if (count > fileLimits.bytes) throw tooLarge();
          yield chunk;
          isWaiting = true;
        }
      } catch (error) {
        if (error instanceof DastraError) throw error;
        throw isLate ? slow() : brokenOff();
      } finally {
        close();
      }
      if (count === 0) throw empty();
      atEnd(count);
    }
    if (size === 0) throw empty();
    if (size !== undefined && size > fileLimits.bytes) throw tooLarge();
    return { names, type, size, chunks: chunks(), close };
  } catch (error) {
    close();
    throw error;
  }
};

/** Whether what an address gives is a page to look at: of a login, or around the file. */
const isPage = ({ names: [inHeader], type }: Reading, name: string) =>
  type === 'text/html' && !inHeader && !/\.html?$/i.test(name);

/** A file that can be sent. Its size is known at its end at the latest. */
interface OpenFile extends FileToSend {
  /** Its size in bytes; reads it to its end where its site does not say it. */
  measure(): Promise<number>;
  /** Ends what is being read of it. */
  close(): void;
}

/**
 * Opens a file. It may be read again for each attempt.
 * @param address where it is
 * @param wantedName what to call it instead of its own name
 * @throws DastraError `invalid` on `file` if it is not there, no file, empty or too large, `source` if its
 *   site fails; so does reading it
 */
export const openFile = async (
  zapier: ZObject,
  address: string,
  wantedName = '',
): Promise<OpenFile> => {
  const until = Date.now() + fileLimits.time;
  let size: number | undefined;
  const start = () =>
    read(zapier, address, until, (count) => {
      size = count;
    });
  const first = await start();
  size = first.size;
  const name = fileName([wantedName, ...first.names], first.type);
  if (isPage(first, wantedName || first.names[1] || '')) {
    first.close();
    throw wrong('is a web page, not a file. Map the file itself, or an address that downloads it.');
  }
  let latest = first;
  let isUnread = true;
  const open = async () => {
    if (!isUnread) latest = await start();
    isUnread = false;
    return latest.chunks;
  };
  return {
    name,
    type: first.type || 'application/octet-stream',
    get size() {
      return size;
    },
    open,
    measure: async () => {
      if (size !== undefined) return size;
      let count = 0;
      for await (const chunk of await open()) count += chunk.length;
      return count;
    },
    close: () => latest.close(),
  };
};
