/** A proxy between the app and the sandbox: it passes every byte on, and records the calls. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type Loopback, listen } from '../tools/loopback.ts';

/** What is recorded of a file in a multipart body; its content is not. */
interface SentFile {
  fileName: string;
  /** In bytes. */
  size: number;
}

/** One call and its answer. */
export interface Exchange {
  /** The operation of the app that was running. */
  operation: string;
  method: string;
  path: string;
  query: URLSearchParams;
  /** The media type of the body, without parameters; undefined without body. */
  contentType: string | undefined;
  /** JSON as its value; the parts of a multipart body by name, a file as a `SentFile`; else text. */
  body: unknown;
  status: number;
  answerType: string | undefined;
  answer: unknown;
}

export interface RecordingProxy extends Loopback {
  /** Which operation of the app is running now. */
  operation: string;
  readonly exchanges: Exchange[];
}

/** They belong to one connection, and `fetch` sets its own. */
const OF_THE_CONNECTION = [
  'connection',
  'content-length',
  'host',
  'keep-alive',
  'transfer-encoding',
];

export const MULTIPART = 'multipart/form-data';

const mediaType = (header: string | null | undefined) =>
  header?.split(';')[0]?.trim().toLowerCase();

/** JSON as its value, any other text as it is, nothing as undefined. */
const jsonOf = (text: string): unknown => {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** The parts of a multipart body; the bytes as text where they are none. */
const partsOf = async (bytes: Buffer<ArrayBuffer>, contentType: string): Promise<unknown> => {
  const response = new Response(bytes, { headers: { 'content-type': contentType } });
  const form = await response.formData().catch(() => undefined);
  if (!form) return bytes.toString();
  const parts = [...form].map(([name, value]): [string, SentFile | string] =>
    typeof value === 'string' ? [name, value] : [name, { fileName: value.name, size: value.size }],
  );
  return Object.fromEntries(parts);
};

const bodyOf = (bytes: Buffer<ArrayBuffer>, contentType = ''): unknown =>
  mediaType(contentType) === MULTIPART ? partsOf(bytes, contentType) : jsonOf(bytes.toString());

/** Starts a proxy to `target`, on a free port of the loopback interface. */
export const startProxy = async (target: string): Promise<RecordingProxy> => {
  const exchanges: Exchange[] = [];

  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', target);
    const sent = Buffer.from(await buffer(request));
    const { operation } = proxy;
    const headers = Object.entries(request.headers)
      .filter(([name]) => !OF_THE_CONNECTION.includes(name))
      .map(([name, value]) => [name, String(value)] as [string, string]);
    const answer = await fetch(url, {
      method: request.method ?? 'GET',
      headers,
      redirect: 'manual',
      ...(sent.length > 0 ? { body: sent } : {}),
    });
    const received = Buffer.from(await answer.arrayBuffer());
    exchanges.push({
      operation,
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      contentType: mediaType(request.headers['content-type']),
      body: await bodyOf(sent, request.headers['content-type']),
      status: answer.status,
      answerType: mediaType(answer.headers.get('content-type')),
      answer: jsonOf(received.toString()),
    });
    // `fetch` has decoded the answer already.
    const kept = [...answer.headers].filter(
      ([name]) => !OF_THE_CONNECTION.includes(name) && name !== 'content-encoding',
    );
    response.writeHead(answer.status, Object.fromEntries(kept)).end(received);
  };

  const server = await listen((request, response) => {
    // A sandbox that breaks off is passed on as just that.
    pass(request, response).catch(() => response.destroy());
  });
  const proxy: RecordingProxy = { ...server, operation: '', exchanges };
  return proxy;
};
