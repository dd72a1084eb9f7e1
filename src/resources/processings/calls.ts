import * as z from 'zod/mini';
import { type Dastra, type Page, path } from '../../dastra/client.ts';
import { DastraError, invalid, isFault, UNCERTAIN } from '../../dastra/fault.ts';
import * as received from '../../dastra/received.ts';
import { listRows } from '../../dastra/rows.ts';
import * as sent from '../../dastra/sent.ts';

/** The roles that an actor can have in a processing (`DataProcessingActorType`). */
export const ROLES = ['Recipient', 'Stakeholder', 'DataController', 'Referent'] as const;

/** What kind of recipient, for the role Recipient (`RecipientType`). */
export const RECIPIENT_TYPES = [
  'InternalService',
  'Vendor',
  'ThirdParty',
  'JointController',
  'DataSubject',
  'PublicOrganism',
  'InstitutionalPartner',
  'AuthorizedThirdParty',
] as const;

/** Which function, for the role Stakeholder (`JobTitle`). */
export const JOB_TITLES = [
  'JointController',
  'ProcessImplementationManager',
  'DataControllerRepresentative',
  'DataController',
  'DataProtectionOfficer',
  'DataProtectionOfficerRepresentative',
  'Processor',
  'Referent',
  'ChiefInformationSecurityOfficer',
  'Other',
] as const;

/** What attaches an actor to a processing (`ActorDataProcessingBatchDto`; fact sheet §3). */
export const newLink = z.object({
  workspaceId: sent.recordId,
  dataProcessingId: sent.guid,
  actorId: sent.recordId,
  type: z._default(sent.oneOf(ROLES), 'Recipient'),
  recipientType: z.optional(sent.oneOf(RECIPIENT_TYPES)),
  jobTitle: z.optional(sent.oneOf(JOB_TITLES)),
  label: z.optional(sent.text(250)),
  description: z.optional(sent.text()),
});
export type NewLink = z.infer<typeof newLink>;

export const processing = z.object({
  id: received.id,
  label: received.maybeText,
  ref: received.maybeText,
});
export type Processing = z.infer<typeof processing>;

/** Controllers stand in a list of their own, which says least (`DataProcessingDataControllerDto`). */
const controllerInProcessing = z.object({
  id: received.maybeId,
  description: received.maybeText,
  actorId: received.maybeId,
  actor: received.maybe(z.object({ id: received.maybeId, displayName: received.maybeText })),
});

/** A link as the processing itself shows it (`DataProcessingActorDto`). */
const linkInProcessing = z.object({
  ...controllerInProcessing.shape,
  type: received.maybeText,
  recipientType: received.maybeText,
  jobTitle: received.maybeText,
  label: received.maybeText,
});

/** An actor's link to a processing (`DataProcessingActorCompleteDto`). */
export const link = z.object({
  ...linkInProcessing.shape,
  dataProcessing: received.maybe(
    z.object({ id: received.maybeId, label: received.maybeText, ref: received.maybeText }),
  ),
});
type Link = z.infer<typeof link>;

/** The three lists of links that a processing holds. */
export const processingWithLinks = z.object({
  ...processing.shape,
  recipients: received.maybeList(linkInProcessing),
  stakeHolders: received.maybeList(linkInProcessing),
  dataControllers: received.maybeList(controllerInProcessing),
});

type Wanted = Pick<
  NewLink,
  'workspaceId' | 'dataProcessingId' | 'actorId' | 'type' | 'recipientType' | 'jobTitle'
>;

/** A list as it is, or in an object as most of Dastra's lists; nothing at all is an empty one. */
const linkList = z.pipe(
  z.transform((answer: unknown) => {
    if (typeof answer !== 'object' || answer === null) return answer || [];
    return 'items' in answer ? (answer.items ?? []) : answer;
  }),
  z.array(link),
);

/** The links of one actor to all processings. Its name leaves open whether it lists all roles (§3). */
const linksOfActor = async (dastra: Dastra, { workspaceId, actorId }: Wanted): Promise<Link[]> => {
  const url = path`/v1/ws/${workspaceId}/DataProcessings/recipients/${actorId}`;
  const links = await dastra.get(url, {
    doing: 'read the processings of the actor',
    record: `actor ${actorId}`,
    workspaceId,
    answer: linkList,
  });
  // They are this actor's, whether or not they say so.
  return links.map((item) => ({
    ...item,
    actorId: item.actorId ?? item.actor?.id ?? String(actorId),
  }));
};

/** The links of one processing to all its stakeholders and controllers. */
const linksOfProcessing = async (
  dastra: Dastra,
  { workspaceId, dataProcessingId }: Wanted,
): Promise<Link[]> => {
  const found = await dastra.get(path`/v1/ws/${workspaceId}/DataProcessings/${dataProcessingId}`, {
    doing: 'read the processing',
    record: `processing ${dataProcessingId}`,
    workspaceId,
    answer: processingWithLinks,
  });
  const controllers = found.dataControllers?.map((item) => ({ ...item, type: 'DataController' }));
  return [found.recipients, found.stakeHolders, controllers]
    .flatMap((links) => links ?? [])
    .map((item) => ({
      ...item,
      dataProcessing: { id: found.id, label: found.label, ref: found.ref },
    }));
};

/**
 * Reads the links among which an actor's link in a given role would be. Recipients and contact persons
 * stand among the actor's links; stakeholders and controllers are looked up in the processing, whose
 * lists hold them for sure, as are recipients where the actor's links do not say which processing they
 * are of. Contact persons have no list there: if the other one leaves them out too (§9, 14), they are
 * not found.
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
 * Attaches an actor to a processing, unless it has this very role there (fact sheet §3): looks,
 * writes, and reads back. If reading back fails, the link is returned as it was sent, without its
 * own ID. As it looks first, it can be repeated without harm, also by Zapier.
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
  const post = dastra.post(
    path`/v1/ws/${workspaceId}/DataProcessings/recipients/batch`,
    { ...body, actorIds: [actorId] },
    {
      doing: 'attach an actor to a processing',
      record: `actor ${actorId}, or no processing ${dataProcessingId},`,
      workspaceId,
      repeatable: true,
      answer: z.number(),
    },
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
  // The answer is presumably the number of links added (§3); none added and none there is a refusal.
  if (!readBack && added === 0) {
    throw invalid(
      'type',
      'was not accepted by Dastra for this actor and processing. Choose another.',
    );
  }
  return { link: readBack ?? asSent, alreadyAttached: false };
};

/** A page of the processings that are not archived. @param page counts from 1 */
export const listProcessings = (
  dastra: Dastra,
  workspaceId: number,
  page: number,
  size: number,
): Promise<Page<Processing>> =>
  listRows(dastra, path`/v1/ws/${workspaceId}/DataProcessings`, processing, {
    doing: 'list the processings',
    workspaceId,
    query: { archived: false, page, size },
    select: ['id', 'label', 'ref'],
  });
