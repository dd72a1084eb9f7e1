/** Finding actors by the form of *Find Actor*. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { invalid, isFault } from '../../dastra/fault.ts';
import * as sent from '../../dastra/sent.ts';
import { type ActorCriterion, findActors, getActor } from './calls.ts';
import { ACTOR_TYPES, type Actor } from './schema.ts';

const MATCHES = ['exact', 'contains'] as const;

/** The form. */
export const actorQuery = z.object({
  workspaceId: sent.recordId,
  email: z.optional(sent.trimmedText()),
  companyName: z.optional(sent.text()),
  givenName: z.optional(sent.text()),
  familyName: z.optional(sent.text()),
  actorType: z.optional(sent.oneOf(ACTOR_TYPES)),
  match: z._default(sent.oneOf(MATCHES), 'exact'),
  actorId: z.optional(sent.recordId),
});
type ActorQuery = z.infer<typeof actorQuery>;

/**
 * Decides what to search by. In Find or Create Actor the fields of both forms arrive together, so
 * that the most telling one has to win where that is safe.
 */
const criterionOf = (query: ActorQuery): ActorCriterion => {
  const { email, companyName, givenName, familyName, actorType } = query;
  if (email) return { email };
  const hasName = givenName !== undefined || familyName !== undefined;
  if (companyName && hasName && !actorType) {
    throw invalid(
      'companyName',
      "Search by Organization Name or by a person's name, not both, or choose the Actor Type.",
    );
  }
  if (companyName && actorType !== 'Physical') return { companyName };
  if (hasName && actorType !== 'Morale') return { givenName, familyName };
  throw invalid(
    actorType === 'Physical' ? 'familyName' : 'email',
    actorType === 'Physical'
      ? 'Enter an Email, or a First and Last Name.'
      : 'Enter an Email, an Organization Name, or a First and Last Name.',
  );
};

/**
 * Finds actors, the best match first.
 * @throws DastraError `invalid` if the form does not say what to search by
 */
export const findActor = async (dastra: Dastra, query: ActorQuery): Promise<Actor[]> => {
  const { workspaceId, actorId, actorType, match, companyName, givenName, familyName } = query;
  if (actorId === undefined) {
    return findActors(dastra, workspaceId, {
      criterion: criterionOf(query),
      preferred: { companyName, givenName, familyName },
      actorType,
      operator: match === 'contains' ? 'contains' : 'equal',
    });
  }
  if (query.email || query.companyName || query.givenName || query.familyName) {
    throw invalid('actorId', 'Leave the other fields blank when you choose an actor here.');
  }
  try {
    return [await getActor(dastra, workspaceId, actorId)];
  } catch (error) {
    if (isFault(error, 'not-found')) return [];
    throw error;
  }
};
