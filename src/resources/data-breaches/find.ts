/** Finding data breaches by the form of *Find Data Breach*. */
import type { Dastra } from '../../dastra/client.ts';
import { invalid, isFault } from '../../dastra/fault.ts';
import { allOf, textRule } from '../../dastra/filters.ts';
import { findIn } from '../../dastra/find.ts';
import { byAge } from '../../dastra/newest.ts';
import { comparableText, searchText } from '../../dastra/text.ts';
import { getDataBreach, readDataBreaches } from './calls.ts';
import { CLOSED, type DataBreach, type DataBreachQuery, OPEN_STATES } from './schema.ts';

/**
 * Finds breaches, the newest first.
 * @throws DastraError `invalid` if the form does not say what to search by
 */
export const findDataBreaches = async (
  dastra: Dastra,
  { workspaceId, label, areaId, openOnly, dataBreachId }: DataBreachQuery,
): Promise<DataBreach[]> => {
  if (dataBreachId !== undefined) {
    if (label) {
      throw invalid(
        'dataBreachId',
        'and Title may mean different breaches. Fill in one or the other.',
      );
    }
    return getDataBreach(dastra, workspaceId, dataBreachId).then(
      (found) => [found],
      (error: unknown) => {
        if (!isFault(error, 'not-found')) throw error;
        return [];
      },
    );
  }
  if (!label) throw invalid('label', 'is missing. To find a data breach, fill in its Title.');
  const narrowed = openOnly ? { states: [...OPEN_STATES], archived: false } : {};
  const found = await findIn(
    (query) => dastra.list(readDataBreaches, { workspaceId }, { areaId, ...narrowed, ...query }),
    {
      filters: allOf([textRule('Label', 'equal', label)]),
      q: searchText(label),
      fits: (breach) =>
        comparableText(breach.label) === comparableText(label) &&
        (!openOnly || (breach.state !== CLOSED && !breach.archived)) &&
        (areaId === undefined || String(areaId) === (breach.areaId ?? breach.area?.id)),
      doing: 'find a data breach by this title',
      workspaceId,
    },
  );
  return found.sort(byAge);
};
