/**
 * What can go wrong between this app and Dastra, in Dastra's terms. What the Zap builder reads, and
 * what Zapier does about it, is decided in one place: `src/zapier/outcomes.ts`.
 */
export type Fault =
  /** The values cannot be sent, or Dastra refused them (400, 422). `problems` says which and why. */
  | 'invalid'
  /** The API key is missing, wrong or revoked (401). */
  | 'unauthorized'
  /** The API key may not do this here (403). */
  | 'forbidden'
  /** The record, or without `record` the workspace or the whole endpoint, is not there (404, 405, 410). */
  | 'not-found'
  /** The record was changed or exists already (409, 412). */
  | 'conflict'
  /** Another refusal, which no value of a step explains (402, 406, 415 and so on). */
  | 'refused'
  /** Whether a record exists cannot be proven: Dastra does not filter its list, which is too long to read. */
  | 'unproven'
  /** More data than Dastra takes at once (413). */
  | 'too-large'
  /** Too many calls (429). `retryAfter` holds the seconds to wait, if Dastra says so. */
  | 'throttled'
  /** Dastra failed (5xx). */
  | 'server'
  /** No answer within the time that this call had. */
  | 'timeout'
  /** No connection: refused, or the host's name is unknown. Nothing has reached Dastra. */
  | 'unreachable'
  /** The connection broke before the answer was complete. */
  | 'interrupted'
  /** An answer that is not what Dastra's documents say: other JSON, a page, nothing, a redirect. */
  | 'unreadable'
  /** The site that holds a file is slow, cannot be reached, or fails. `problems` says so. */
  | 'source';

/** Transient faults: a retry may well succeed at once. */
export const TRANSIENT: readonly Fault[] = ['server', 'timeout', 'unreachable', 'interrupted'];

/** After these, nobody knows whether Dastra has done what it was asked for. */
export const UNCERTAIN: readonly Fault[] = ['server', 'timeout', 'interrupted', 'unreadable'];

/**
 * One value that is wrong: `field` as the API names it, `part` the name of one custom field in it,
 * `items` the places in a list that are wrong, as in "item 2"; `message` a phrase that follows the
 * name, or a sentence.
 */
export interface Problem {
  field?: string;
  part?: string;
  items?: string;
  message: string;
}

interface Details {
  /** What the call was for, as in "create a task": the infinitive without "to". */
  doing?: string;
  workspaceId?: string | number | undefined;
  /** The record that the call was about, as in "actor 12". */
  record?: string | undefined;
  status?: number;
  problems?: Problem[];
  retryAfter?: number | undefined;
  /** Where an answer is not as documented: a path of property names, such as "area.id". */
  place?: string | undefined;
  /** Dastra may have done what was asked, though its answer was lost: repeating may do it twice. */
  maybeDone?: boolean;
  /** Properties that calls before this one have saved, as the API names them. */
  saved?: readonly string[];
}

/** The only error that `src/dastra/` throws on purpose. */
export class DastraError extends Error {
  readonly fault: Fault;
  readonly details: Details;

  constructor(fault: Fault, details: Details = {}) {
    super(`${fault}: ${details.doing ?? 'call Dastra'}`);
    this.name = 'DastraError';
    this.fault = fault;
    this.details = details;
  }
}

/**
 * Says that one value cannot be used.
 * @param field the field as the API names it
 * @param message a phrase that follows the field's name, such as "is missing."
 */
export const invalid = (field: string, message: string): DastraError =>
  new DastraError('invalid', { problems: [{ field, message }] });

/** Tells whether an error is Dastra's and one of the given faults. */
export const isFault = (error: unknown, ...faults: Fault[]): error is DastraError =>
  error instanceof DastraError && faults.includes(error.fault);
