import * as z from 'zod/mini';
import { type Dastra, path } from './client.ts';
import * as received from './received.ts';

/** Whom the API key speaks for, as far as Dastra says. */
export interface Identity {
  id?: string | undefined;
  displayName?: string | undefined;
  email?: string | undefined;
}

/** `GET /me` has no schema in any document (fact sheet §1): each property is taken if it fits. */
export const identity = z.object({
  id: received.ifFits(received.maybeId),
  displayName: received.ifFits(received.maybeText),
  email: received.ifFits(received.maybeText),
});

/**
 * Asks Dastra whom the key belongs to. Any answer but an error means that the key is good.
 * @throws DastraError `unauthorized` if Dastra does not know the key
 */
export const whoAmI = async (dastra: Dastra): Promise<Identity> => {
  const answer = await dastra.get(path`/me`, { doing: 'check the API key' });
  const result = z.safeParse(identity, answer);
  return result.success ? result.data : {};
};
