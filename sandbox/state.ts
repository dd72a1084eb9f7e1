import type { Fault } from './faults.ts';
import { seedWorld } from './seed/world.ts';
import { defaultSwitches, type Switches } from './switches.ts';
import type { World } from './world.ts';

/** One call as it was received; `status` null: no answer left the sandbox. */
export interface LoggedCall {
  method: string;
  /** The pathname as received, without decoding. */
  path: string;
  query: Record<string, string | string[]>;
  body: unknown;
  status: number | null;
  at: string;
}

/** One webhook delivery; `status` null: the receiver gave no answer, `error` says why. */
export interface Delivery {
  webhookId: number;
  url: string;
  event: string;
  body: unknown;
  signature: string | null;
  status: number | null;
  error: string | null;
  at: string;
}

/** All that a sandbox knows; nothing is kept elsewhere, so that a reset forgets everything. */
export interface State {
  /** How many records of each kind the first workspace was filled with, besides those of the tables. */
  records: number;
  world: World;
  switches: Switches;
  faults: Fault[];
  calls: LoggedCall[];
  deliveries: Delivery[];
  /** The current minute of the rate limit. */
  minute: { startedAt: number; calls: number };
}

/** A freshly seeded sandbox. @param records how many further records of each kind it holds */
export function createState(records: number): State {
  return {
    records,
    world: seedWorld(new Date(), records),
    switches: defaultSwitches(),
    faults: [],
    calls: [],
    deliveries: [],
    minute: { startedAt: 0, calls: 0 },
  };
}
