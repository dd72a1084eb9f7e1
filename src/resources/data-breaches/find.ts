/** Finding data breaches by the form of *Find Data Breach*. */
import * as z from 'zod/mini';
import type { Dastra } from '../../dastra/client.ts';
import { invalid, isFault } from '../../dastra/fault.ts';
import { allOf, textRule } from '../../dastra/filters.ts';
import { findIn } from '../../dastra/find.ts';
import { byAge } from '../../dastra/newest.ts';
import * as sent from '../../dastra/sent.ts';
import { comparableText, searchText } from '../../dastra/text.ts';
import { getDataBreach, readDataBreaches } from './calls.ts';
import { type DataBreach, OPEN_STATES } from './schema.ts';

/** The form. The names are those of the form of a new breach: in a pair they are one field. */
export const dataBreachQuery = z.object({
  workspaceId: sent.recordId,
  label: z.optional(sent.text()),
  areaId: z.optional(sent.recordId),
  openOnly: z._default(sent.flag, true),
  dataBreachId: z.optional(sent.guid),
});
type DataBreachQuery = z.infer<typeof dataBreachQuery>;

/**
 * Finds breaches, the newest first.
 * @throws DastraError `invalid` if the form does not say what to search by
 */
export const findDataBreach = async (
  dastra: Dastra,
  { workspaceId, label, areaId, openOnly, dataBreachId }: DataBreachQuery,
): Promise<DataBreach[]> => {
  if (dataBreachId !== undefined) {
    if (label) {
      throw invalid('dataBreachId', 'and Title may mean different breaches. Fill in one of them.');
    }
    try {
      return [await getDataBreach(dastra, workspaceId, dataBreachId)];
    } catch (error) {
      if (isFault(error, 'not-found')) return [];
      throw error;
    }
  }
  if (!label) throw invalid('label', 'is missing. To find a data breach, fill in its title.');
  const states = openOnly ? [...OPEN_STATES] : undefined;
  const found = await findIn(
    (query) =>
      dastra.list(readDataBreaches, { workspaceId }, { areaId, states, archived: false, ...query }),
    {
      filters: allOf([textRule('Label', 'equal', label)]),
      q: searchText(label),
      fits: (breach) =>
        comparableText(breach.label) === comparableText(label) &&
        (!openOnly || breach.state === undefined || breach.state !== 'Closed') &&
        (areaId === undefined || String(areaId) === (breach.areaId ?? breach.area?.id)),
      doing: 'search its data breaches by this title',
      workspaceId,
    },
  );
  return found.sort(byAge);
};
