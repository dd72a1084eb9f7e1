/** The calls about data breaches. */
import * as z from 'zod/mini';
import type { Dastra, Page } from '../../dastra/client.ts';
import { defineEndpoint, defineList, type Some } from '../../dastra/endpoint.ts';
import { newestFirst } from '../../dastra/newest.ts';
import * as query from '../../dastra/query.ts';
import * as received from '../../dastra/received.ts';
import * as sent from '../../dastra/sent.ts';
import { defineWorkflow } from '../workspace/steps.ts';
import { type TagTypes, wholeTags } from '../workspace/tags.ts';
import { bodyFields, type DataBreach, dataBreach, NATURES, STATES } from './schema.ts';

const BREACHES = '/v1/ws/{workspaceId}/DataBreachs';

export const breachTags: TagTypes = ['DataBreach'];
export const breachWorkflow = defineWorkflow(BREACHES, 'DataBreach');

export const postDataBreach = defineEndpoint({
  method: 'POST',
  path: BREACHES,
  effect: 'create',
  doing: 'create a data breach',
  body: { ...bodyFields, tags: z.optional(wholeTags) },
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

type ListQuery = Some<(typeof readDataBreaches)['query'] & {}>;

const namedBreach = z.object({ id: received.id, label: received.maybeText });

export const readDataBreachNames = defineList({
  path: BREACHES,
  doing: 'list the data breaches',
  query: { ...query.paging, q: query.text },
  items: namedBreach,
  in: 'page',
  choices: true,
  // The document requires the last of each answer.
  select: ['id', 'label', 'startDate'],
});

/** Reads one breach. @throws DastraError `not-found` if the workspace has no such breach */
export const getDataBreach = (
  dastra: Dastra,
  workspaceId: number,
  id: string,
): Promise<DataBreach> => dastra.call(readDataBreach, { workspaceId, id });

/** The newest breaches, the newest first. @param size how many @param date what makes a breach new */
export const newestDataBreaches = (
  dastra: Dastra,
  workspaceId: number,
  narrowed: ListQuery,
  size: number,
  date?: Parameters<typeof newestFirst>[5],
): Promise<DataBreach[]> =>
  newestFirst(dastra, readDataBreaches, { workspaceId }, size, narrowed, date);

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

/** A page of a workspace's breaches by name. @param page counts from 1 @param q a text to search for */
export const listDataBreaches = (
  dastra: Dastra,
  workspaceId: number,
  page: number,
  size: number,
  q?: string,
): Promise<Page<z.infer<typeof namedBreach>>> =>
  dastra.list(readDataBreachNames, { workspaceId }, { page, size, q });
