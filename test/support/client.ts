/** The client by itself, with the `z` of a real operation. */
import { createAppTester, type ZObject } from 'zapier-platform-core';
import app from '../../index.ts';
import { Dastra } from '../../src/dastra/client.ts';
import { DastraError } from '../../src/dastra/fault.ts';
import { withOnly } from '../../tools/zapier.ts';

export const KEY = 'unit-key';

/** Runs `act` with a client that has the `z` of a real operation. */
export const withClient = async <Result>(
  act: (dastra: Dastra) => Promise<Result>,
  apiKey: string | undefined = KEY,
): Promise<Result> => {
  // The platform looks through all operations that there are for each run.
  const tester = createAppTester(withOnly(app)) as unknown as (
    perform: (z: ZObject) => Promise<Result>,
  ) => Promise<Result>;
  return tester((z) => act(new Dastra(z, apiKey)));
};

/** The fault that `act` ends in. */
export const faultOf = async (
  act: (dastra: Dastra) => Promise<unknown>,
  apiKey?: string,
): Promise<DastraError> => {
  // Caught inside: the platform adds the whole exchange to an error that reaches it.
  const outcome = await withClient(
    (dastra) => act(dastra).catch((error: unknown) => error),
    apiKey,
  );
  if (outcome instanceof DastraError) return outcome;
  throw new Error(`No fault, but ${JSON.stringify(outcome)}.`);
};
