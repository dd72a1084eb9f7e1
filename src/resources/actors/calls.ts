/** The calls about actors. */
import * as z from 'zod/mini';
import type { Dastra, Page } from '../../dastra/client.ts';
import { type Created, created } from '../../dastra/custom-fields.ts';
import { defineEndpoint, defineList } from '../../dastra/endpoint.ts';
import { invalid } from '../../dastra/fault.ts';
import { allOf, type Rule, textRule } from '../../dastra/filters.ts';
import { findIn } from '../../dastra/find.ts';
import * as query from '../../dastra/query.ts';
import * as received from '../../dastra/received.ts';
import { comparableText, searchText } from '../../dastra/text.ts';
import { type TagTypes, tagsByIds, wholeTags } from '../workspace/tags.ts';
import {
  type ACTOR_TYPES,
  type Actor,
  actor,
  changeable,
  type NewActor,
  newFields,
} from './schema.ts';

const ACTORS = '/v1/ws/{workspaceId}/Actors';

export const actorTags: TagTypes = ['Actor'];

export const postActor = defineEndpoint({
  method: 'POST',
  path: ACTORS,
  effect: 'create',
  doing: 'create an actor',
  body: { ...newFields, tags: z.optional(wholeTags) },
  answer: actor,
});

export const readActor = defineEndpoint({
  method: 'GET',
  path: `${ACTORS}/{id}`,
  effect: 'read',
  doing: 'read the actor',
  records: ['actor {id}'],
  answer: actor,
});

export const patchActor = defineEndpoint({
  method: 'PATCH',
  path: `${ACTORS}/{id}`,
  effect: 'change',
  doing: 'update the actor',
  records: ['actor {id}'],
  changes: { ...changeable, tags: wholeTags },
});

export const searchActors = defineList({
  path: ACTORS,
  doing: 'search the actors',
  query: { ...query.paging, ...query.search },
  items: actor,
  in: 'page',
});

/** What tells actors apart in a list. */
const namedActor = z.object({
  id: received.id,
  displayName: received.maybeText,
  email: received.maybeText,
});

export const readActorNames = defineList({
  path: ACTORS,
  doing: 'list the actors',
  query: { ...query.paging, q: query.text },
  items: namedActor,
  in: 'page',
  choices: true,
  select: ['id', 'displayName', 'email'],
});

/**
 * Creates an actor: one call, and one before it that reads the tags where there are any. What a
 * name is depends on the type, which the API does not check (docs/dastra-api.md, Actors).
 * @throws DastraError `invalid` if an organization has no name, or a person neither name
 */
export const createActor = async (dastra: Dastra, input: NewActor): Promise<Created<Actor>> => {
  const { workspaceId, tagIds, ...fields } = input;
  if (fields.actorType === 'Morale' && !fields.companyName) {
    throw invalid('companyName', 'is missing. An organization needs its name: fill it in.');
  }
  if (fields.actorType === 'Physical' && !fields.givenName && !fields.familyName) {
    throw invalid('familyName', 'is missing. A person needs a first name or a last name.');
  }
  const tags = await tagsByIds(dastra, workspaceId, actorTags, tagIds);
  const actor = await dastra.call(postActor, { workspaceId }, { body: { ...fields, tags } });
  return created(actor, fields.customFields);
};

/** Reads one actor. @throws DastraError `not-found` if the workspace has no such actor */
export const getActor = (dastra: Dastra, workspaceId: number, actorId: number): Promise<Actor> =>
  dastra.call(readActor, { workspaceId, id: actorId });

/** A page of a workspace's actors. @param page counts from 1 @param q a text to search for */
export const listActors = (
  dastra: Dastra,
  workspaceId: number,
  page: number,
  size: number,
  q?: string,
): Promise<Page<z.infer<typeof namedActor>>> =>
  dastra.list(readActorNames, { workspaceId }, { page, size, q });

/** What tells an actor: its email, an organization's name, or a person's names. */
export type ActorCriterion =
  | { email: string }
  | { companyName: string }
  | { givenName?: string | undefined; familyName?: string | undefined };

interface ActorSearch {
  criterion: ActorCriterion;
  /** Names that decide between several actors: those that agree in more of them come first. */
  preferred?: Partial<Record<SearchField, string | undefined>>;
  /** Only actors of this type. */
  actorType?: (typeof ACTOR_TYPES)[number] | undefined;
  /** `equal` compares whole values, without regard to case and blanks; `contains` parts of them. */
  operator: Rule['operator'];
}

/** The names of fields that a search compares, as the API and as its filters write them. */
const FILTER_FIELDS = {
  email: 'Email',
  companyName: 'CompanyName',
  givenName: 'GivenName',
  familyName: 'FamilyName',
} as const;
type SearchField = keyof typeof FILTER_FIELDS;

/**
 * Finds actors by one criterion, the one with the lowest ID first (docs/dastra-api.md, Finding). A
 * filter comes first; where Dastra refuses it or finds nothing by it, a full-text search follows,
 * whose hits are only kept if they match here, since Dastra does not say which fields it searches.
 * That there is no such actor is only said where the filter, or a reading of all actors, proves it.
 * @throws DastraError `unproven` if Dastra does not filter and there are too many actors to read
 */
export const findActors = async (
  dastra: Dastra,
  workspaceId: number,
  { criterion, preferred = {}, actorType, operator }: ActorSearch,
): Promise<Actor[]> => {
  const wanted = Object.entries(criterion).filter(
    (entry): entry is [SearchField, string] => typeof entry[1] === 'string',
  );
  const compare = (value: string | undefined, sought: string) =>
    operator === 'contains'
      ? comparableText(value).includes(comparableText(sought))
      : comparableText(value) === comparableText(sought);
  const name = wanted.map(([, value]) => value).join(' ');
  const type = 'companyName' in criterion ? 'Morale' : actorType;
  const fits = (found: Actor) =>
    (!type || !found.actorType || found.actorType === type) &&
    (wanted.every(([field, value]) => compare(found[field], value)) ||
      // A name may stand in the display name alone; an email never does.
      (!('email' in criterion) && !hasNames(found) && compare(found.displayName, name)));

  const preferences = Object.entries(preferred) as [SearchField, string | undefined][];
  const agreement = (found: Actor) =>
    preferences.filter(
      ([field, value]) => value && comparableText(found[field]) === comparableText(value),
    ).length;

  const filters = allOf([
    ...(type ? [{ field: 'ActorType', operator: 'equal' as const, value: type }] : []),
    ...wanted.map(([field, value]) => textRule(FILTER_FIELDS[field], operator, value)),
  ]);
  const found = await findIn((query) => dastra.list(searchActors, { workspaceId }, query), {
    filters,
    q: searchText(name),
    fits,
    doing: 'find an actor by this value',
    workspaceId,
  });
  return found.sort(
    (one, other) => agreement(other) - agreement(one) || Number(one.id) - Number(other.id),
  );
};

const hasNames = (found: Actor) =>
  [found.companyName, found.givenName, found.familyName].some((value) => value !== undefined);
