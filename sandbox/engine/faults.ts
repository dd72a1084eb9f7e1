/** Faults that a test injects into the next calls. */
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Problem } from './problems.ts';

/**
 * A fault for the next calls that match:
 * - `method` (default any) and `path`: the pathname, ignoring case, `*` for any characters
 * - `status` answers at once, with problem+json unless there is a `body`
 * - `body` or `headers` without status answer 200; a text body is sent raw, any other as JSON
 * - `latencyMs` waits first; alone, the call then proceeds
 * - `drop` true or 'before' closes the socket before the call is processed, 'after' once it is;
 *   'during' does so in the middle of the answer, which has promised more than it sent, and
 *   'during-chunked' likewise where the answer comes in chunks and names no length
 * - `times` it fires (default 1)
 */
export const faultSchema = z
  .strictObject({
    method: z.string().optional(),
    path: z.string(),
    status: z.int().min(200).max(599).optional(),
    latencyMs: z.int().min(0).optional(),
    drop: z
      .union([z.literal(true), z.enum(['before', 'during', 'during-chunked', 'after'])])
      .optional(),
    body: z.unknown().optional(),
    headers: z.record(z.string(), z.string()).optional(),
    times: z.int().min(1).default(1),
  })
  .refine(
    ({ status, latencyMs, drop, body, headers }) =>
      [status, latencyMs, drop, body, headers].some((effect) => effect !== undefined),
    'A fault needs an effect: status, latencyMs, drop, body or headers',
  );

export type Fault = z.output<typeof faultSchema>;

/** Takes one firing from the first fault that matches a call; a spent fault leaves the list. */
export const takeFault = (faults: Fault[], method: string, pathname: string): Fault | undefined => {
  const fault = faults.find(
    (candidate) =>
      (candidate.method ?? method).toUpperCase() === method &&
      pathPattern(candidate.path).test(pathname),
  );
  if (fault === undefined) return undefined;
  fault.times -= 1;
  if (fault.times === 0) faults.splice(faults.indexOf(fault), 1);
  return fault;
};

/**
 * Fires a fault: waits, drops the socket or answers. Afterwards `reply.sent` says whether the call
 * is over.
 * @param closing ends a wait at once when the sandbox closes
 */
export const fireFault = async (
  fault: Fault,
  request: FastifyRequest,
  reply: FastifyReply,
  closing: AbortSignal,
): Promise<void> => {
  if (fault.latencyMs !== undefined) await delay(fault.latencyMs, undefined, { signal: closing });
  if (fault.drop === true || fault.drop === 'before') {
    reply.hijack();
    request.raw.socket.destroy();
  } else if (fault.body === undefined && fault.status !== undefined) {
    throw new Problem(fault.status, `Injected fault ${fault.status}`, { headers: fault.headers });
  } else if (fault.body !== undefined || fault.headers !== undefined) {
    reply
      .code(fault.status ?? 200)
      .headers(fault.headers ?? {})
      .send(fault.body);
  }
};

const pathPattern = (path: string): RegExp => {
  const literal = path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}$`, 'i');
};
