/** The calls about data breaches. */
import * as z from 'zod/mini';
import type { Dastra, Page } from '../../dastra/client.ts';
import { wallClock } from '../../dastra/clock.ts';
import { type Created, created } from '../../dastra/custom-fields.ts';
import { defineEndpoint, defineList } from '../../dastra/endpoint.ts';
import { newestFirst } from '../../dastra/newest.ts';
import * as query from '../../dastra/query.ts';
import * as received from '../../dastra/received.ts';
import * as sent from '../../dastra/sent.ts';
import { defineWorkflow } from '../workspace/steps.ts';
import { type TagTypes, tagsByIds, wholeTags } from '../workspace/tags.ts';
import {
  type DataBreach,
  dataBreach,
  NATURES,
  type NewDataBreach,
  STATES,
  writable,
} from './schema.ts';

const BREACHES = '/v1/ws/{workspaceId}/DataBreachs';

export const breachTags: TagTypes = ['DataBreach'];
export const breachWorkflow = defineWorkflow(BREACHES, 'DataBreach');

export const postDataBreach = defineEndpoint({
  method: 'POST',
  path: BREACHES,
  effect: 'create',
  doing: 'create a data breach',
  body: { ...writable, tags: wholeTags },
  answer: dataBreach,
});

export const readDataBreach = defineEndpoint({
  method: 'GET',
  path: `${BREACHES}/{id}`,
  effect: 'read',
  doing: 'read the data breach',
  records: ['data breach {id}'],
  answer: dataBreach,
});

export const readDataBreaches = defineList({
  path: BREACHES,
  doing: 'list the data breaches',
  query: {
    ...query.paging,
    ...query.sorting,
    ...query.search,
    areaId: sent.recordId,
    types: z.array(z.enum(NATURES)),
    states: z.array(z.literal(STATES)),
    workflows: z.array(sent.recordId),
    archived: query.flag,
  },
  items: dataBreach,
  in: 'page',
});

const namedBreach = z.object({ id: received.id, label: received.maybeText });

export const readDataBreachNames = defineList({
  path: BREACHES,
  doing: 'list the data breaches',
  query: query.paging,
  items: namedBreach,
  in: 'page',
  choices: true,
  // The document requires the last of each answer.
  select: ['id', 'label', 'startDate'],
});

/** A breach that was created, and the moment from which the legal delay counts. */
export type CreatedDataBreach = Created<DataBreach> & { added: { awareSince: string } };

/**
 * Creates a data breach: one call, and one before it that reads the tags where there are any. Since
 * when one is aware of it is always sent, as Dastra would store the year 1 (docs/dastra-api.md, Data
 * breaches).
 * @param zone the user's time zone, in which days and hours are sent
 */
export const createDataBreach = async (
  dastra: Dastra,
  input: NewDataBreach,
  zone: string | null | undefined,
): Promise<CreatedDataBreach> => {
  const { workspaceId, tagIds, nature, startDate, endDate, ...others } = input;
  const { constatationDate, personCategories, dataProcessingId, ...fields } = others;
  const now = new Date().toISOString();
  const aware = constatationDate ?? {
    at: now,
    day: now.slice(0, 10),
    time: now.slice(11, 19),
    isInUtc: true,
  };
  const [start, end] = [wallClock(startDate, zone), endDate && wallClock(endDate, zone)];
  const awareOn = wallClock(aware, zone);
  const tags = await tagsByIds(dastra, workspaceId, breachTags, tagIds);
  const answer = await dastra.call(
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
    },
  );
  const { of, added } = created(answer, fields.customFields);
  return { of, added: { ...added, awareSince: aware.at } };
};

/** Reads one breach. @throws DastraError `not-found` if the workspace has no such breach */
export const getDataBreach = (
  dastra: Dastra,
  workspaceId: number,
  id: string,
): Promise<DataBreach> => dastra.call(readDataBreach, { workspaceId, id });

/** What narrows a list of breaches. */
interface DataBreachFilter {
  areaId?: number | undefined;
  nature?: (typeof NATURES)[number][] | undefined;
  state?: (typeof STATES)[number] | undefined;
  stepId?: number | undefined;
}

/** The newest breaches, the newest first. @param size how many */
export const newestDataBreaches = (
  dastra: Dastra,
  workspaceId: number,
  { areaId, nature, state, stepId }: DataBreachFilter,
  size: number,
): Promise<DataBreach[]> =>
  newestFirst(dastra, readDataBreaches, { workspaceId }, size, {
    areaId,
    types: nature,
    states: state && [state],
    workflows: stepId === undefined ? undefined : [stepId],
    archived: false,
  });

/** What the record says of its nature, in the words of `NATURES`; undefined where it does not say. */
export const natureOf = ({
  access,
  integrity,
  availability,
}: NatureFlags): string[] | undefined => {
  if ([access, integrity, availability].every((flag) => flag == null)) return undefined;
  const flags = { Access: access, Integrity: integrity, Availability: availability };
  return Object.entries(flags).flatMap(([name, flag]) => (flag ? name : []));
};

/** The flags of a breach, `null` or absent where it does not say. */
type NatureFlags = {
  [Name in 'access' | 'integrity' | 'availability']?: boolean | null | undefined;
};

/** A page of a workspace's breaches by name. @param page counts from 1 */
export const listDataBreaches = (
  dastra: Dastra,
  workspaceId: number,
  page: number,
  size: number,
): Promise<Page<z.infer<typeof namedBreach>>> =>
  dastra.list(readDataBreachNames, { workspaceId }, { page, size });
