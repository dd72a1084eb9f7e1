/** A listener between the app and the sandbox: it passes everything on, and remembers it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type Loopback, listen } from '../tools/loopback.ts';

/** One call and its answer. */
export interface Exchange {
  /** The operation of the app that was running. */
  operation: string;
  method: string;
  path: string;
  query: URLSearchParams;
  /** The media type of the body, without parameters; undefined without body. */
  contentType: string | undefined;
  body: unknown;
  status: number;
  answerType: string | undefined;
  answer: unknown;
}

export interface Proxy extends Loopback {
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

/** Starts a proxy to `target`, on a free port of the loopback interface. */
export const startProxy = async (target: string): Promise<Proxy> => {
  const exchanges: Exchange[] = [];

  const pass = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', target);
    const sent = await buffer(request);
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
    const text = await answer.text();
    exchanges.push({
      operation,
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      contentType: mediaType(request.headers['content-type']),
      body: jsonOf(sent.toString()),
      status: answer.status,
      answerType: mediaType(answer.headers.get('content-type')),
      answer: jsonOf(text),
    });
    const kept = [...answer.headers].filter(([name]) => !OF_THE_CONNECTION.includes(name));
    response.writeHead(answer.status, Object.fromEntries(kept)).end(text);
  };

  const server = await listen((request, response) => {
    // A sandbox that breaks off is passed on as just that.
    pass(request, response).catch(() => response.destroy());
  });
  const proxy: Proxy = { ...server, operation: '', exchanges };
  return proxy;
};
