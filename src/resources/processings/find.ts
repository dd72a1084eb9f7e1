/** Finding processings by the form of *Find Processing*. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { invalid, isFault } from '../../dastra/fault.ts';
import { allOf, textRule } from '../../dastra/filters.ts';
import { findIn } from '../../dastra/find.ts';
import { byAge } from '../../dastra/newest.ts';
import * as sent from '../../dastra/sent.ts';
import { comparableText, searchText } from '../../dastra/text.ts';
import { getProcessing, readProcessings } from './activities.ts';
import type { Processing } from './schema.ts';

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
        doing: 'find a processing by this value',
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
