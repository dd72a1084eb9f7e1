/** The calls about processings themselves: creating, reading and finding them. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { defineEndpoint, defineList } from '../../dastra/endpoint.ts';
import { DastraError, invalid, isFault } from '../../dastra/fault.ts';
import { allOf, textRule } from '../../dastra/filters.ts';
import { findIn } from '../../dastra/find.ts';
import { byAge, newestFirst } from '../../dastra/newest.ts';
import * as query from '../../dastra/query.ts';
import * as sent from '../../dastra/sent.ts';
import { comparableText, searchText } from '../../dastra/text.ts';
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

/** A processing that was created, and why its details were not saved, if they were not. */
interface CreatedProcessing {
  processing: Processing;
  failure: DastraError | undefined;
}

/**
 * Creates a processing, as a draft. Dastra takes its details only afterwards: they are patched, and the
 * processing is read again. Where that fails the processing is there all the same, and is returned with
 * what was saved: an error would make Zapier, or its user, create it a second time.
 */
export const createProcessing = async (
  dastra: Dastra,
  { workspaceId, label, areaId, processingType, tagIds, ...details }: NewProcessing,
): Promise<CreatedProcessing> => {
  const tags = await tagsByIds(dastra, workspaceId, processingTags, tagIds);
  const body = { label, areaId, processingType };
  const created = await dastra.call(postProcessing, { workspaceId }, { body });
  const changes = { ...details, tags };
  if (Object.values(changes).every((value) => value === undefined)) {
    return { processing: created, failure: undefined };
  }
  const ids = { workspaceId, id: created.id };
  const caught = (error: unknown) => {
    if (!(error instanceof DastraError)) throw error;
    return error;
  };
  const failure = await dastra
    .call(patchProcessing, ids, { changes })
    .then(() => undefined, caught);
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

/** The newest processings that are not archived, the newest first. @param size how many */
export const newestProcessings = (
  dastra: Dastra,
  workspaceId: number,
  { areaId, tagIds, processingType, isPublished }: ProcessingFilter,
  size: number,
): Promise<Processing[]> =>
  newestFirst(dastra, readProcessings, { workspaceId }, size, {
    areaId,
    tags: tagIds,
    type: processingType,
    states: isPublished && [PUBLISHED],
    archived: false,
  });

/** The form of *Find Processing*; named as that of a new one: in a pair they are one field. */
export const processingQuery = z.object({
  workspaceId: sent.recordId,
  ref: z.optional(sent.trimmedText(50)),
  label: z.optional(sent.text()),
  areaId: z.optional(sent.recordId),
  dataProcessingId: z.optional(sent.guid),
});
type ProcessingQuery = z.infer<typeof processingQuery>;

/**
 * Finds processings, the newest first: by ID, else by reference, else by name.
 *
 * A new processing gets its reference only after it is there. One of the same name and unit that has
 * none may be one whose details were lost, so that it is found as well: *Find or Create* would else
 * create it once more.
 * @throws DastraError `invalid` if the form does not say what to search by
 */
export const findProcessing = async (
  dastra: Dastra,
  { workspaceId, ref, label, areaId, dataProcessingId }: ProcessingQuery,
): Promise<Processing[]> => {
  if (dataProcessingId !== undefined) {
    if (ref || label) {
      throw invalid(
        'dataProcessingId',
        'and other fields may mean different processings. Fill in one or the other.',
      );
    }
    try {
      return [await getProcessing(dastra, workspaceId, dataProcessingId)];
    } catch (error) {
      if (isFault(error, 'not-found')) return [];
      throw error;
    }
  }
  const findBy = (name: 'ref' | 'label', value: string, fits: (one: Processing) => boolean) =>
    findIn(
      (query) =>
        dastra.list(readProcessings, { workspaceId }, { areaId, archived: false, ...query }),
      {
        filters: allOf([textRule(name === 'ref' ? 'Ref' : 'Label', 'equal', value)]),
        q: searchText(value),
        fits: (one) =>
          comparableText(one[name]) === comparableText(value) &&
          one.archived !== true &&
          (areaId === undefined || String(areaId) === (one.areaId ?? one.area?.id)) &&
          fits(one),
        doing: 'search its processings by this value',
        workspaceId,
      },
    );
  if (!ref && !label) {
    throw invalid('label', 'is missing. To find a processing, fill in its name or its reference.');
  }
  const byRef = ref ? await findBy('ref', ref, () => true) : [];
  if (byRef.length > 0 || !label || (ref && areaId === undefined)) return byRef.sort(byAge);
  const found = await findBy('label', label, (one) => !ref || !one.ref?.trim());
  return found.sort(byAge);
};
