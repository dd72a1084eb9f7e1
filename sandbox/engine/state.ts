/** All that a sandbox knows; nothing is kept elsewhere, so that a reset forgets everything. */
import type { Fault } from './faults.ts';
import { defaultSwitches, type Switches } from './switches.ts';
import { seed, type Table, type World } from './world.ts';

/** One call as it was received; `status` null: no answer left the sandbox. */
export interface LoggedCall {
  method: string;
  /** The pathname as received, without decoding. */
  path: string;
  query: Record<string, string | string[]>;
  /** JSON or text; of a file only its name, size and hash. */
  body: unknown;
  status: number | null;
  /** The sandbox has done what it asks, whatever becomes of the answer; a fault that answers does nothing. */
  isDone: boolean;
  at: string;
}

/** One webhook delivery; `status` null: the receiver gave no answer, `error` says why. */
export interface Delivery {
  webhookId: number | string;
  url: string;
  event: string;
  body: unknown;
  signature: string | null;
  status: number | null;
  error: string | null;
  at: string;
}

export interface State {
  resources: readonly Table[];
  /** How many further records of each kind the first workspace holds. */
  records: number;
  /** The moment that the dates of the seed count from; each reset's own if undefined. */
  seededAt: Date | undefined;
  world: World;
  switches: Switches;
  faults: Fault[];
  calls: LoggedCall[];
  deliveries: Delivery[];
  /** The current minute of the rate limit. */
  minute: { startedAt: number; calls: number };
}

/**
 * A freshly seeded sandbox.
 * @param records how many further records of each kind it holds
 * @param seededAt the moment that the dates of the seed count from; now if undefined
 */
export const createState = (
  resources: readonly Table[],
  records = 0,
  seededAt?: Date | undefined,
): State => {
  const switches = defaultSwitches();
  return {
    resources,
    records,
    seededAt,
    world: seed(resources, switches, records, seededAt ?? new Date()),
    switches,
    faults: [],
    calls: [],
    deliveries: [],
    minute: { startedAt: 0, calls: 0 },
  };
};
