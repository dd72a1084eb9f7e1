/** Creating data breaches, unless the one that is meant is there already. */
import type { Dastra } from '../../dastra/client.ts';
import { wallClock } from '../../dastra/clock.ts';
import { ignoredCustomFields } from '../../dastra/custom-fields.ts';
import { tagsByIds } from '../workspace/tags.ts';
import { breachTags, postDataBreach } from './calls.ts';
import { findDataBreaches } from './find.ts';
import type { DataBreach, NewDataBreach } from './schema.ts';

/** A breach, and how it came about. */
interface CreatedDataBreach {
  of: DataBreach;
  added: {
    /** It was there before, and nothing was created. */
    alreadyExisted: boolean;
    /** The moment from which the legal delay counts, ISO 8601 in UTC; undefined if it was there before. */
    awareSince: string | undefined;
    ignoredCustomFields: string[] | undefined;
  };
}

const now = () => {
  const at = new Date().toISOString();
  return { at, day: at.slice(0, 10), time: at.slice(11, 19), isInUtc: true };
};

/**
 * Creates a data breach: one call, and one before it that reads the tags where there are any. Since
 * when one is aware of it is always sent, as Dastra would store the year 1 (docs/dastra-api.md, Data
 * breaches).
 *
 * With `returnExisting`, the newest open breach of the same title and unit is returned instead, so that
 * repeating the step does no harm: Dastra keeps no reference of ours.
 * @param zone the user's time zone, in which days and hours are sent
 */
export const createDataBreach = async (
  dastra: Dastra,
  input: NewDataBreach,
  zone: string | null | undefined,
): Promise<CreatedDataBreach> => {
  const { workspaceId, tagIds, nature, startDate, endDate, returnExisting, ...others } = input;
  const { constatationDate, personCategories, dataProcessingId, ...fields } = others;
  if (returnExisting) {
    const { label, areaId } = fields;
    const [open] = await findDataBreaches(dastra, { workspaceId, label, areaId, openOnly: true });
    if (open) {
      const added = { awareSince: undefined, ignoredCustomFields: undefined };
      return { of: open, added: { alreadyExisted: true, ...added } };
    }
  }
  const aware = constatationDate ?? now();
  const [start, end] = [wallClock(startDate, zone), endDate && wallClock(endDate, zone)];
  const awareOn = wallClock(aware, zone);
  const tags = await tagsByIds(dastra, workspaceId, breachTags, tagIds);
  const breach = await dastra.call(
    postDataBreach,
    { workspaceId },
    {
      body: {
        ...fields,
        access: nature.includes('Access'),
        integrity: nature.includes('Integrity'),
        availability: nature.includes('Availability'),
        startDate: start.day,
        startHour: start.hour,
        constatationDate: awareOn.day,
        constatationHour: awareOn.hour,
        endDate: end?.day,
        endHour: end?.hour,
        personCategories: personCategories?.map((type) => ({ type })),
        dataProcessings: dataProcessingId ? [{ id: dataProcessingId }] : undefined,
        tags,
      },
      looksFirst: returnExisting === true,
    },
  );
  const ignored = ignoredCustomFields(fields.customFields, breach.customFields);
  return {
    of: breach,
    added: { alreadyExisted: false, awareSince: aware.at, ignoredCustomFields: ignored },
  };
};
