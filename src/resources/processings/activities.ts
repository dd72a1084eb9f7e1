/** The calls about processings themselves: creating, reading and listing them. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { defineEndpoint, defineList } from '../../dastra/endpoint.ts';
import { DastraError, isFault, UNCERTAIN } from '../../dastra/fault.ts';
import { newestFirst } from '../../dastra/newest.ts';
import * as query from '../../dastra/query.ts';
import * as sent from '../../dastra/sent.ts';
import { comparableText } from '../../dastra/text.ts';
import { type TagTypes, tagsByIds, wholeTags } from '../workspace/tags.ts';
import { PROCESSINGS } from './calls.ts';
import {
  type NewProcessing,
  newProcessingFields,
  PROCESSING_TYPES,
  type Processing,
  PUBLISHED,
  processing,
  processingDetails,
} from './schema.ts';

export const processingTags: TagTypes = ['DataProcessing'];

export const postProcessing = defineEndpoint({
  method: 'POST',
  path: PROCESSINGS,
  effect: 'create',
  doing: 'create a processing',
  body: newProcessingFields,
  answer: processing,
});

export const patchProcessing = defineEndpoint({
  method: 'PATCH',
  path: `${PROCESSINGS}/{id}`,
  effect: 'change',
  doing: 'save the details of the processing',
  records: ['processing {id}'],
  changes: { ...processingDetails, tags: wholeTags },
});

export const readProcessing = defineEndpoint({
  method: 'GET',
  path: `${PROCESSINGS}/{id}`,
  effect: 'read',
  doing: 'read the processing',
  records: ['processing {id}'],
  answer: processing,
});

export const readProcessings = defineList({
  path: PROCESSINGS,
  doing: 'list the processings',
  query: {
    ...query.paging,
    ...query.sorting,
    ...query.search,
    areaId: sent.recordId,
    tags: z.array(sent.recordId),
    type: z.enum(PROCESSING_TYPES),
    states: z.array(z.literal([PUBLISHED])),
    archived: query.flag,
  },
  items: processing,
  in: 'page',
  // A row has dozens of lists. Where Dastra does not know one of these, the rows come whole.
  select: Object.keys(processing.shape),
});

/** How many of the newest processings are looked at. */
const CHOICES = 50;

/** How far the clocks of Dastra and of Zapier may differ, in milliseconds. */
const CLOCKS_DIFFER = 60_000;

/** A processing that was created, and why its details were not saved, if they were not. */
interface CreatedProcessing {
  processing: Processing;
  failure: DastraError | undefined;
}

/**
 * The processing that a creation has made although its answer was lost: of this name and unit, not
 * older than the creation, and without another reference, since a new one has none yet.
 * @param since when the creation began, in milliseconds
 */
const findMade = async (dastra: Dastra, input: NewProcessing, since: number) => {
  const { workspaceId, label, areaId, processingType, ref } = input;
  const narrowed = { areaId, processingType };
  const newest = await newestProcessings(dastra, workspaceId, narrowed, CHOICES).catch(caught);
  if (newest instanceof DastraError) return undefined;
  return newest.find(
    (one) =>
      comparableText(one.label) === comparableText(label) &&
      ['', comparableText(ref)].includes(comparableText(one.ref)) &&
      Date.parse(one.dateCreation ?? '') >= since - CLOCKS_DIFFER,
  );
};

/** For the `catch` of what may fail without harm. @throws what is no fault of a call */
const caught = (error: unknown): DastraError => {
  if (!(error instanceof DastraError)) throw error;
  return error;
};

/**
 * Creates a processing, as a draft. Dastra takes its details only afterwards: they are patched, and the
 * processing is read again. Where that fails the processing is there all the same, and is returned with
 * what was saved: an error would make Zapier, or its user, create it a second time. For the same reason
 * it is looked for where the answer to its creation is lost.
 */
export const createProcessing = async (
  dastra: Dastra,
  input: NewProcessing,
): Promise<CreatedProcessing> => {
  const { workspaceId, label, areaId, processingType, tagIds, ...details } = input;
  const tags = await tagsByIds(dastra, workspaceId, processingTags, tagIds);
  const body = { label, areaId, processingType };
  const since = Date.now();
  const post = dastra.call(postProcessing, { workspaceId }, { body });
  const created = await post.catch(async (error: unknown) => {
    const made = isFault(error, ...UNCERTAIN) ? await findMade(dastra, input, since) : undefined;
    if (made === undefined) throw error;
    return made;
  });
  const changes = { ...details, tags };
  if (Object.values(changes).every((value) => value === undefined)) {
    return { processing: created, failure: undefined };
  }
  const ids = { workspaceId, id: created.id };
  const patched = await dastra.call(patchProcessing, ids, { changes }).catch(caught);
  const failure = patched instanceof DastraError ? patched : undefined;
  const found = await dastra.call(readProcessing, ids).catch(caught);
  return { processing: found instanceof DastraError ? created : found, failure };
};

/** Reads one processing. @throws DastraError `not-found` if the workspace has no such processing */
export const getProcessing = (
  dastra: Dastra,
  workspaceId: number,
  id: string,
): Promise<Processing> => dastra.call(readProcessing, { workspaceId, id });

/** What narrows a list of processings. */
interface ProcessingFilter {
  areaId?: number | undefined;
  tagIds?: number[] | undefined;
  processingType?: (typeof PROCESSING_TYPES)[number] | undefined;
  isPublished?: true;
}

/**
 * The newest processings that are not archived, the newest first; those that are published by the date
 * of that.
 * @param size how many
 */
export const newestProcessings = (
  dastra: Dastra,
  workspaceId: number,
  { areaId, tagIds, processingType, isPublished }: ProcessingFilter,
  size: number,
): Promise<Processing[]> => {
  const narrowed = {
    areaId,
    tags: tagIds,
    type: processingType,
    states: isPublished ? [PUBLISHED] : undefined,
    archived: false,
  };
  const date = isPublished ? 'datePublication' : 'dateCreation';
  return newestFirst(dastra, readProcessings, { workspaceId }, size, narrowed, date);
};
