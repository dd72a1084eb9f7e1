/** The calls about processings and the actors in them. */
import * as z from 'zod/mini';
import type { Dastra, Page } from '../../dastra/client.ts';
import { defineEndpoint, defineList } from '../../dastra/endpoint.ts';
import { DastraError, invalid, isFault, UNCERTAIN } from '../../dastra/fault.ts';
import * as query from '../../dastra/query.ts';
import * as sent from '../../dastra/sent.ts';
import {
  type Link,
  link,
  type NamedProcessing,
  type NewLink,
  namedProcessing,
  newFields,
  processingWithLinks,
} from './schema.ts';

export const PROCESSINGS = '/v1/ws/{workspaceId}/DataProcessings';

export const readProcessingNames = defineList({
  path: PROCESSINGS,
  doing: 'list the processings',
  query: { ...query.paging, q: query.text, archived: query.flag },
  items: namedProcessing,
  in: 'page',
  choices: true,
  select: ['id', 'label', 'ref'],
});

export const readProcessingLinks = defineEndpoint({
  method: 'GET',
  path: `${PROCESSINGS}/{id}`,
  effect: 'read',
  doing: 'read the processing',
  records: ['processing {id}'],
  answer: processingWithLinks,
});

export const readActorLinks = defineList({
  path: `${PROCESSINGS}/recipients/{actorId}`,
  doing: 'read the processings of the actor',
  records: ['actor {actorId}'],
  items: link,
  in: 'array',
});

export const postLinks = defineEndpoint({
  method: 'POST',
  path: `${PROCESSINGS}/recipients/batch`,
  effect: 'create',
  doing: 'attach an actor to a processing',
  records: ['actor {actorId}', 'processing {dataProcessingId}'],
  body: { ...newFields, actorIds: sent.listOf(sent.recordId) },
  // The number of links that were added (assumption A34).
  answer: z.number(),
});

type Wanted = Pick<
  NewLink,
  'workspaceId' | 'dataProcessingId' | 'actorId' | 'type' | 'recipientType' | 'jobTitle'
>;

/**
 * The links of one actor to all processings. Its name leaves open whether it lists all roles
 * (assumption A36).
 */
const linksOfActor = async (dastra: Dastra, { workspaceId, actorId }: Wanted): Promise<Link[]> => {
  const { items } = await dastra.list(readActorLinks, { workspaceId, actorId });
  // They are this actor's, whether or not they say so.
  return items.map((item) => ({
    ...item,
    actorId: item.actorId ?? item.actor?.id ?? String(actorId),
  }));
};

/** The links of one processing to all its stakeholders and controllers. */
const linksOfProcessing = async (
  dastra: Dastra,
  { workspaceId, dataProcessingId }: Wanted,
): Promise<Link[]> => {
  const found = await dastra.call(readProcessingLinks, { workspaceId, id: dataProcessingId });
  const controllers = found.dataControllers?.map((item) => ({ ...item, type: 'DataController' }));
  return [found.recipients, found.stakeHolders, controllers]
    .flatMap((links) => links ?? [])
    .map((item) => ({
      ...item,
      dataProcessing: { id: found.id, label: found.label, ref: found.ref },
    }));
};

/**
 * Reads the links among which an actor's link in a given role would be. Recipients and contact
 * persons stand among the actor's links; stakeholders and controllers are looked up in the
 * processing, whose lists hold them for sure, as are recipients where the actor's links do not say
 * which processing they are of. Contact persons have no list there: if the other one leaves them
 * out too (assumption A36), they are not found.
 */
const readLinks = async (
  dastra: Dastra,
  wanted: Wanted,
  inProcessing: boolean,
): Promise<{ links: Link[]; inProcessing: boolean }> => {
  if (inProcessing) return { links: await linksOfProcessing(dastra, wanted), inProcessing };
  const links = await linksOfActor(dastra, wanted);
  const isTelling = links.every((item) => item.dataProcessing?.id !== undefined);
  return isTelling ? { links, inProcessing } : readLinks(dastra, wanted, true);
};

const findIn = (links: readonly Link[], wanted: Wanted): Link | undefined =>
  links.find(
    (item) =>
      (item.actorId ?? item.actor?.id) === String(wanted.actorId) &&
      item.dataProcessing?.id?.toLowerCase() === wanted.dataProcessingId.toLowerCase() &&
      item.type === wanted.type &&
      (wanted.type !== 'Recipient' || item.recipientType === wanted.recipientType) &&
      (wanted.type !== 'Stakeholder' || item.jobTitle === wanted.jobTitle),
  );

/** A link, and whether it was there before. */
export interface Attachment {
  link: Link;
  alreadyAttached: boolean;
}

/**
 * Attaches an actor to a processing, unless it has this very role there (docs/dastra-api.md,
 * Attaching): looks, writes, and reads back. If reading back fails, the link is returned as it was
 * sent, without its own ID. As it looks first, it can be repeated without harm, also by Zapier.
 * @throws DastraError `invalid` if the kind of recipient or the function, needed by role, is missing
 */
export const attachActor = async (dastra: Dastra, input: NewLink): Promise<Attachment> => {
  const { workspaceId, dataProcessingId, actorId, type, label, description } = input;
  const recipientType = type === 'Recipient' ? input.recipientType : undefined;
  const jobTitle = type === 'Stakeholder' ? input.jobTitle : undefined;
  if (type === 'Recipient' && !recipientType) {
    throw invalid('recipientType', 'is missing. Choose what kind of recipient this is.');
  }
  if (type === 'Stakeholder' && !jobTitle) {
    throw invalid('jobTitle', 'is missing. Choose the function of this stakeholder.');
  }
  const wanted = { workspaceId, dataProcessingId, actorId, type, recipientType, jobTitle };

  const before = await readLinks(
    dastra,
    wanted,
    type === 'Stakeholder' || type === 'DataController',
  );
  const present = findIn(before.links, wanted);
  if (present) return { link: present, alreadyAttached: true };

  const body = { dataProcessingId, type, recipientType, jobTitle, label, description };
  let lost: DastraError | undefined;
  const post = dastra.call(
    postLinks,
    { workspaceId, actorId, dataProcessingId },
    { body: { ...body, actorIds: [actorId] }, looksFirst: true },
  );
  const added = await post.catch((error: unknown) => {
    // It may have been done all the same: reading back will tell.
    if (!isFault(error, ...UNCERTAIN)) throw error;
    lost = error;
  });
  const asSent: Link = {
    ...body,
    id: undefined,
    actorId: String(actorId),
    actor: undefined,
    dataProcessing: { id: dataProcessingId, label: undefined, ref: undefined },
  };
  const after = await readLinks(dastra, wanted, before.inProcessing).catch((error: unknown) => {
    if (error instanceof DastraError) return undefined;
    throw error;
  });
  const readBack = after && findIn(after.links, wanted);
  if (!readBack && lost) throw lost;
  // The answer is presumably the number of links added (assumption A34); none added and none there
  // is a refusal.
  if (!readBack && added === 0) {
    throw invalid(
      'type',
      'was not accepted by Dastra for this actor and processing. Choose another.',
    );
  }
  return { link: readBack ?? asSent, alreadyAttached: false };
};

/**
 * A page of the processings that are not archived.
 * @param page counts from 1
 * @param q a text to search for
 */
export const listProcessings = (
  dastra: Dastra,
  workspaceId: number,
  page: number,
  size: number,
  q?: string,
): Promise<Page<NamedProcessing>> =>
  dastra.list(readProcessingNames, { workspaceId }, { archived: false, page, size, q });
