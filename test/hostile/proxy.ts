/** A proxy in front of the sandbox that changes requests and answers, as a different server might. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type Loopback, listen } from '../../tools/loopback.ts';

/** What a proxy does to a call; what is left out passes as it is. */
export interface Behavior {
  /** Changes what the sandbox is asked for. */
  request?(url: URL): void;
  /** Changes the JSON of an answer. @param url what the app asked for, @param method and how */
  answer?(json: unknown, url: URL, method: string): unknown;
  /** Sends an answer, or does not. */
  send?(response: ServerResponse, text: string, method: string): void;
}

export interface ProxyServer extends Loopback {
  behavior: Behavior;
}

// The platform replaces the global one by one that logs.
const { fetch } = globalThis;

/** They belong to one connection, and `fetch` sets its own. */
const OF_THE_CONNECTION = ['connection', 'content-length', 'host', 'transfer-encoding'];

const pass = async (
  { behavior }: ProxyServer,
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
) => {
  const asked = new URL(request.url ?? '/', target);
  const url = new URL(asked);
  behavior.request?.(url);
  const body = await buffer(request);
  const headers = Object.entries(request.headers)
    .filter(([name]) => !OF_THE_CONNECTION.includes(name))
    .map(([name, value]) => [name, String(value)] as [string, string]);
  const method = request.method ?? 'GET';
  const answer = await fetch(url, {
    method,
    headers,
    ...(body.length > 0 ? { body } : {}),
  });
  const text = await answer.text();
  const isJson = answer.ok && text !== '';
  const changed =
    isJson && behavior.answer
      ? JSON.stringify(behavior.answer(JSON.parse(text), asked, method))
      : text;
  response.statusCode = answer.status;
  response.setHeader('content-type', answer.headers.get('content-type') ?? 'application/json');
  if (behavior.send) behavior.send(response, changed, method);
  else response.end(changed);
};

/** Starts a proxy to `target`, on a free port of the loopback interface. */
export const startProxy = async (target: string): Promise<ProxyServer> => {
  const server = await listen((request, response) => {
    pass(proxy, target, request, response).catch(() => response.destroy());
  });
  const proxy: ProxyServer = { ...server, behavior: {} };
  return proxy;
};
