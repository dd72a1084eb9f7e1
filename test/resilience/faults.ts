/** The rows of the matrix: all that Dastra, or the network before it, can do to a call. */
import type { Fault } from '../../src/dastra/fault.ts';
import type { FaultHarness } from './fault-harness.ts';

/** Stands in the answers of Dastra below; no message may repeat it. */
export const PRIVATE = 'marie.curie@private.example';

export interface FaultRow {
  /** As the documentation names it. */
  name: string;
  /** What the app is to make of it. */
  fault: Fault;
  status?: number;
  /** Dastra's own words about the values, given the name of a field and its label in the form. */
  problems?: (label: string) => string;
  /** The seconds that Zapier is to wait. */
  delay?: 'none' | { from: number; to: number };
  /** A successful answer whose body is not as documented. */
  body?: 'none' | 'wrong';
  /** That body, as the client reads it. */
  answer?: unknown;
  /** Every operation meets it, not only one of each shape. */
  sample?: true;
  /** Whether Dastra does what it was asked for: never, before the fault shows, or after it. */
  done?: 'before' | 'late';
  /** No call reaches Dastra, the first one included. */
  network?: true;
  /** It makes a difference for calls that write only. */
  writesOnly?: true;
  /** The call has this many milliseconds. */
  limit?: number;
  /** What to plan in the sandbox, for the call that it strikes. */
  plan?: (harness: FaultHarness, field: string) => object;
  /** Where the app is sent instead of the sandbox. */
  url?: () => string | Promise<string>;
}

const json = { 'content-type': 'application/problem+json' };

/** RFC 7807 as ASP.NET fills it. */
const validationProblem = (status: number) => (_harness: FaultHarness, field: string) => ({
  status,
  headers: json,
  body: {
    type: 'https://tools.ietf.org/html/rfc7231#section-6.5.1',
    title: 'One or more validation errors occurred.',
    status,
    errors: { [field]: ['The value is refused.'] },
  },
});
const refusedValue = (label: string) => `${label}: The value is refused.`;

const answer = (status: number, fault: Fault): FaultRow => ({
  name: String(status),
  fault,
  status,
  plan: () => ({ status, body: { title: 'Planned', traceId: PRIVATE }, headers: json }),
});

const throttled = (
  name: string,
  delay: FaultRow['delay'],
  retryAfter: () => string | undefined,
): FaultRow => ({
  name,
  fault: 'throttled',
  status: 429,
  ...(delay ? { delay } : {}),
  plan: () => {
    const value = retryAfter();
    return { status: 429, headers: value === undefined ? {} : { 'retry-after': value } };
  },
});

const redirect = (status: number): FaultRow => ({
  name: `${status} to another host`,
  fault: 'unreadable',
  status,
  plan: ({ foreignUrl }) => ({
    status,
    body: '',
    headers: { location: `${foreignUrl}/v1/elsewhere` },
  }),
});

/** So long waits a call that is to time out, in milliseconds, … */
const PATIENCE = 60;
/** … and so long takes Dastra. */
const SLOWNESS = 400;

const CLOUDFLARE = `<!DOCTYPE html>\n<html><head><title>api.dastra.eu | 502: Bad gateway</title></head><body><h1>Bad gateway</h1><p>Ray ID: 8f2, ${PRIVATE}</p></body></html>`;

const OTHER_JSON = { identifier: 12, items: { email: PRIVATE }, email: PRIVATE };

export const FAULTS: FaultRow[] = [
  {
    name: '400 with `errors` by field',
    fault: 'invalid',
    status: 400,
    problems: refusedValue,
    plan: validationProblem(400),
  },
  {
    name: '422 with `errors` by field',
    fault: 'invalid',
    status: 422,
    problems: refusedValue,
    plan: validationProblem(422),
  },
  {
    name: '400 with plain text',
    fault: 'invalid',
    status: 400,
    problems: () => 'Dastra says: The custom field is mandatory.',
    plan: () => ({
      status: 400,
      body: 'The custom field is mandatory',
      headers: { 'content-type': 'text/plain' },
    }),
  },
  answer(401, 'unauthorized'),
  { ...answer(403, 'forbidden'), sample: true },
  answer(404, 'not-found'),
  {
    ...answer(409, 'conflict'),
    problems: () => 'Dastra says: Somebody else has changed it.',
    plan: () => ({
      status: 409,
      headers: json,
      body: { title: 'Conflict', detail: 'Somebody else has changed it.', traceId: PRIVATE },
    }),
  },
  answer(413, 'too-large'),
  answer(415, 'refused'),
  throttled('429, Retry-After in seconds', { from: 17, to: 17 }, () => '17'),
  throttled('429, Retry-After as a date', { from: 20, to: 31 }, () =>
    new Date(Date.now() + 30_000).toUTCString(),
  ),
  throttled('429 without Retry-After', 'none', () => undefined),
  answer(500, 'server'),
  {
    name: '502 with a web page',
    fault: 'server',
    status: 502,
    plan: () => ({ status: 502, body: CLOUDFLARE, headers: { 'content-type': 'text/html' } }),
  },
  answer(503, 'server'),
  {
    name: '200 without a body',
    fault: 'unreadable',
    body: 'none',
    plan: () => ({ status: 200, body: '' }),
  },
  {
    name: '200 with half of the JSON',
    fault: 'unreadable',
    body: 'none',
    plan: () => ({
      body: `{"items":[{"id":12,"email":"${PRIVATE}`,
      headers: { 'content-type': 'application/json' },
    }),
  },
  {
    name: '200 with other JSON',
    fault: 'unreadable',
    body: 'wrong',
    answer: OTHER_JSON,
    sample: true,
    plan: () => ({ body: OTHER_JSON }),
  },
  {
    name: 'Reset in the answer',
    fault: 'interrupted',
    done: 'before',
    // The platform's client leaves the timer of such a call running.
    limit: 1000,
    plan: () => ({ drop: 'during-chunked' }),
  },
  {
    // The platform's client does not notice that less has come than was promised: it waits.
    name: 'Reset in an answer of known length',
    fault: 'timeout',
    limit: PATIENCE,
    done: 'before',
    plan: () => ({ drop: 'during' }),
  },
  { name: 'Reset before', fault: 'interrupted', plan: () => ({ drop: 'before' }) },
  {
    name: 'Reset afterwards',
    fault: 'interrupted',
    done: 'before',
    sample: true,
    plan: () => ({ drop: 'after' }),
  },
  {
    name: 'No answer in time',
    fault: 'timeout',
    limit: PATIENCE,
    plan: () => ({ latencyMs: 3 * PATIENCE, drop: 'before' }),
  },
  {
    name: 'No answer in time, but done',
    fault: 'timeout',
    limit: PATIENCE,
    done: 'late',
    writesOnly: true,
    plan: () => ({ latencyMs: SLOWNESS }),
  },
  {
    name: 'Connection refused',
    fault: 'unreachable',
    network: true,
    url: closedPort,
  },
  {
    name: 'Unknown host name',
    fault: 'unreachable',
    network: true,
    url: () => 'https://dastra.invalid',
  },
  redirect(302),
  redirect(307),
];

/** An address of this machine where nobody listens. */
async function closedPort(): Promise<string> {
  const { createServer } = await import('node:net');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

/**
 * Injects a fault for good.
 * @param call the method and the path that it strikes
 * @param field the field of the API that Dastra complains about, where it does
 */
export const inject = async (
  { plan, url }: FaultRow,
  call: { method: string; path: string },
  field: string,
  harness: FaultHarness,
): Promise<void> => {
  if (url) process.env.DASTRA_API_URL = await url();
  if (plan) await harness.control('faults', { ...call, times: 99, ...plan(harness, field) });
};
