import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Fault, strike, takeFault } from './faults.ts';
import { notFound, Problem } from './problems.ts';
import type { LoggedCall, State } from './state.ts';

/** The only key that the sandbox knows. */
export const API_KEY = 'sandbox-key';

const MINUTE_MS = 60_000;

/**
 * What every API call passes before its route: it is logged, a planned fault strikes, the key is
 * checked, the calls of the minute are counted, and switched-off resources refuse.
 * @param closing ends waits at once when the sandbox closes
 */
export function addAdmission(app: FastifyInstance, state: State, closing: AbortSignal): void {
  const admitted = new WeakMap<FastifyRequest, { call: LoggedCall; drop: Fault['drop'] }>();

  app.addHook('preParsing', async (request, reply, payload) => {
    const received = await buffer(payload);
    const path = pathname(request);
    const call: LoggedCall = {
      method: request.method,
      path,
      query: request.query as LoggedCall['query'],
      body: bodyOf(received.toString()),
      status: null,
      at: new Date().toISOString(),
    };
    state.calls.push(call);

    const fault = takeFault(state.faults, request.method, path);
    admitted.set(request, { call, drop: fault?.drop });
    if (fault !== undefined) {
      await strike(fault, request, reply, closing);
      if (reply.sent) return;
    }
    checkKey(request);
    checkRate(state);
    checkSwitchedOff(state, path);
    return Readable.from([received]);
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const admission = admitted.get(request);
    if (admission?.drop?.toString().startsWith('during')) {
      const text = Buffer.from(typeof payload === 'string' ? payload : '');
      if (admission.drop === 'during') reply.header('content-length', text.length + 1);
      return cutShort(text, request);
    }
    if (admission?.drop === 'after') request.raw.socket.destroy();
    else if (admission) admission.call.status = reply.statusCode;
    return payload;
  });
}

/** The first half of an answer; then the socket closes. */
function cutShort(answer: Buffer, request: FastifyRequest): Readable {
  const half = async function* () {
    yield answer.subarray(0, Math.ceil(answer.length / 2));
    // Lets the half leave first.
    await new Promise((resolve) => setImmediate(resolve));
    request.raw.socket.destroy();
  };
  return Readable.from(half());
}

function pathname(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}

/** The JSON of a body, its text if it is none, null if it is empty. */
function bodyOf(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Header `X-API-Key` (fact sheet §1, auth). */
function checkKey(request: FastifyRequest): void {
  if (request.headers['x-api-key'] !== API_KEY) throw new Problem(401, 'Unauthorized');
}

/** A fixed window of one minute; the header says the seconds left of it (fact sheet §1 [I]). */
function checkRate({ minute, switches }: State): void {
  const now = Date.now();
  if (now - minute.startedAt >= MINUTE_MS) {
    minute.startedAt = now;
    minute.calls = 0;
  }
  minute.calls += 1;
  if (minute.calls <= switches.rateLimitPerMinute) return;
  const seconds = Math.ceil((minute.startedAt + MINUTE_MS - now) / 1000);
  throw new Problem(429, 'Too many requests', { headers: { 'retry-after': String(seconds) } });
}

function checkSwitchedOff({ switches }: State, path: string): void {
  const resource = /^\/v1\/(?:ws\/[^/]+\/)?([^/]+)/i.exec(path)?.[1]?.toLowerCase();
  const names = (list: string[]) => list.some((name) => name.toLowerCase() === resource);
  if (names(switches.missingEndpoints)) throw notFound('Resource');
  if (names(switches.forbiddenEndpoints)) throw new Problem(403, 'Forbidden');
}
