import { serverDate, toServerDate } from '../dates.ts';
import type { ActorBody } from '../schemas/actor.ts';
import type { ActorRow } from '../world.ts';
import { knownCustomFields } from './custom-fields.ts';
import type { Origin } from './origin.ts';

/**
 * An actor as the server completes it. Enumerations left out become their first member [I]
 * (fact sheet §1, Omitted non-nullable enums).
 */
export function newActor(body: ActorBody, { id, creatorId, now }: Origin): ActorRow {
  const { tags, ...fields } = body;
  return {
    ...fields,
    id,
    creatorId,
    actorType: body.actorType ?? 'Physical',
    vendorType: body.vendorType ?? 'B2B',
    accessLevel: body.accessLevel ?? 'None',
    dpaSignatureDate: toServerDate(body.dpaSignatureDate),
    dateCreation: serverDate(now),
    readonly: false,
    attachments: [],
    tagIds: tags?.map((tag) => tag.id) ?? [],
    customFields: knownCustomFields(body.customFields, 'actors'),
  };
}
