/** What every API call passes before and after its route. */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Fault, fireFault, takeFault } from './faults.ts';
import { notFound, Problem } from './problems.ts';
import type { LoggedCall, State } from './state.ts';

/** The only key that the sandbox knows. */
export const API_KEY = 'sandbox-key';

const MINUTE_MS = 60_000;

const MULTIPART = /^multipart\/form-data/i;

const logged = new WeakMap<FastifyRequest, LoggedCall>();

/** Says in the log what was sent, where the body itself is not kept: of a file. */
export const logBody = (request: FastifyRequest, body: unknown): void => {
  const call = logged.get(request);
  if (call) call.body = body;
};

/**
 * Before its route a call is logged, an injected fault fires, the key is checked, the calls of the
 * minute are counted, and switched-off resources refuse.
 * @param closing ends waits at once when the sandbox closes
 */
export const addMiddleware = (app: FastifyInstance, state: State, closing: AbortSignal): void => {
  const drops = new WeakMap<FastifyRequest, Fault['drop']>();
  const reached = new WeakSet<FastifyRequest>();

  app.addHook('preParsing', async (request, reply, payload) => {
    // A file passes through; anything else is read for the log.
    const isFile = MULTIPART.test(request.headers['content-type'] ?? '');
    const received = isFile ? Buffer.alloc(0) : await buffer(payload);
    const path = pathname(request);
    const call: LoggedCall = {
      method: request.method,
      path,
      query: request.query as LoggedCall['query'],
      body: bodyOf(received.toString()),
      status: null,
      isDone: false,
      at: new Date().toISOString(),
    };
    state.calls.push(call);
    logged.set(request, call);

    const fault = takeFault(state.faults, request.method, path);
    drops.set(request, fault?.drop);
    if (fault !== undefined) {
      await fireFault(fault, request, reply, closing);
      if (reply.sent) return;
    }
    reached.add(request);
    checkKey(request);
    checkRate(state);
    checkSwitchedOff(state, path);
    return isFile ? payload : Readable.from([received]);
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const drop = drops.get(request);
    const call = logged.get(request);
    if (call) call.isDone = reached.has(request) && reply.statusCode < 300;
    if (drop?.toString().startsWith('during')) {
      const text = Buffer.from(typeof payload === 'string' ? payload : '');
      if (drop === 'during') reply.header('content-length', text.length + 1);
      return cutShort(text, request);
    }
    if (drop === 'after') request.raw.socket.destroy();
    else if (call) call.status = reply.statusCode;
    return payload;
  });
};

/** The first half of an answer; then the socket closes. */
const cutShort = (answer: Buffer, request: FastifyRequest): Readable => {
  const half = async function* () {
    yield answer.subarray(0, Math.ceil(answer.length / 2));
    // Lets the half leave first.
    await new Promise((resolve) => setImmediate(resolve));
    request.raw.socket.destroy();
  };
  return Readable.from(half());
};

const pathname = (request: FastifyRequest): string => {
  return request.url.split('?', 1)[0] ?? '';
};

/** The JSON of a body, its text if it is none, null if it is empty. */
const bodyOf = (text: string): unknown => {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Header `X-API-Key` (docs/dastra-api.md, Authentication). */
const checkKey = (request: FastifyRequest): void => {
  if (request.headers['x-api-key'] !== API_KEY) throw new Problem(401, 'Unauthorized');
};

/** A fixed window of one minute; the header says the seconds left of it (assumption A19). */
const checkRate = ({ minute, switches }: State): void => {
  const now = Date.now();
  if (now - minute.startedAt >= MINUTE_MS) {
    minute.startedAt = now;
    minute.calls = 0;
  }
  minute.calls += 1;
  if (minute.calls <= switches.rateLimitPerMinute) return;
  const seconds = Math.ceil((minute.startedAt + MINUTE_MS - now) / 1000);
  throw new Problem(429, 'Too many requests', { headers: { 'retry-after': String(seconds) } });
};

const checkSwitchedOff = ({ switches }: State, path: string): void => {
  const resource = /^\/v1\/(?:ws\/[^/]+\/)?([^/]+)/i.exec(path)?.[1]?.toLowerCase();
  const names = (list: string[]) => list.some((name) => name.toLowerCase() === resource);
  if (names(switches.missingEndpoints)) throw notFound('Resource');
  if (names(switches.forbiddenEndpoints)) throw new Problem(403, 'Forbidden');
};
