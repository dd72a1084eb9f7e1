/** Updating an actor by the form of *Update Actor*. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import * as sent from '../../dastra/sent.ts';
import { updateFields, updateRecord } from '../../zapier/update.ts';
import { tagsByIds } from '../workspace/tags.ts';
import { actorTags, getActor, patchActor } from './calls.ts';
import { changeable } from './schema.ts';

/** The fields that can be emptied, by their keys in the form. Names are not: an actor needs one. */
export const CLEARABLE = [
  'email',
  'phoneNumber',
  'description',
  'websiteUrl',
  'contactName',
  'contactPosition',
  'address',
  'zipCode',
  'city',
  'countryCode',
  'immatriculationNumber',
  'tagIds',
  'dpaSignatureDate',
] as const;

/** The form. */
export const actorUpdate = z.object({
  workspaceId: sent.recordId,
  actorId: sent.recordId,
  ...sent.optional(changeable),
  ...updateFields(CLEARABLE),
});

/**
 * Updates an actor. One call where it is so already, and four at most.
 * @throws DastraError with any fault
 */
export const updateActor = (dastra: Dastra, input: z.infer<typeof actorUpdate>) => {
  const { workspaceId, actorId, tagIds, tagMode, fieldsToClear, ...values } = input;
  const ids = { workspaceId, id: actorId };
  return updateRecord(
    {
      read: () => getActor(dastra, workspaceId, actorId),
      patch: (changes) => dastra.call(patchActor, ids, { changes }),
      tags: (wanted, kept) => tagsByIds(dastra, workspaceId, actorTags, wanted, kept),
    },
    input,
    { values, tagIds, tagMode, fieldsToClear },
  );
};
