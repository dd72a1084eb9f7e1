import * as z from 'zod/mini';
import { type Dastra, LARGEST_PAGE, type Page, path, type Query } from '../../dastra/client.ts';
import { DastraError, invalid } from '../../dastra/fault.ts';
import {
  allOf,
  isConclusive,
  isLastPage,
  type Rule,
  textRule,
  unlessRefused,
} from '../../dastra/filters.ts';
import * as received from '../../dastra/received.ts';
import { listRows } from '../../dastra/rows.ts';
import * as sent from '../../dastra/sent.ts';
import { comparableText, searchText } from '../../dastra/text.ts';
import { tagsByIds } from '../workspace/tags.ts';

/** A legal person is `Morale`, a natural person `Physical` (`ActorType`). */
export const ACTOR_TYPES = ['Morale', 'Physical'] as const;
export const VENDOR_TYPES = ['B2B', 'B2C'] as const;
export const ACCESS_LEVELS = ['None', 'Restricted', 'Full'] as const;

/** What `POST Actors` takes (`ActorDto`; fact sheet §2.5), with tags by their IDs. */
export const newActor = z.object({
  workspaceId: sent.recordId,
  actorType: sent.oneOf(ACTOR_TYPES),
  companyName: z.optional(sent.text()),
  givenName: z.optional(sent.text()),
  familyName: z.optional(sent.text()),
  email: z.optional(sent.trimmedText(255)),
  phoneNumber: z.optional(sent.text(20)),
  description: z.optional(sent.text()),
  websiteUrl: z.optional(sent.text()),
  contactName: z.optional(sent.text(250)),
  contactPosition: z.optional(sent.text(150)),
  immatriculationNumber: z.optional(sent.text()),
  address: z.optional(sent.text()),
  zipCode: z.optional(sent.text(10)),
  city: z.optional(sent.text(300)),
  countryCode: z.optional(sent.countryCode),
  tagIds: z.optional(sent.listOf(sent.recordId)),
  customFields: z.optional(sent.customFields),
  vendorType: z.optional(sent.oneOf(VENDOR_TYPES)),
  accessLevel: z.optional(sent.oneOf(ACCESS_LEVELS)),
  dpaSignatureDate: z.optional(sent.day),
});
export type NewActor = z.infer<typeof newActor>;

/** An actor as Dastra answers (`ActorDto`). */
export const actor = z.object({
  id: received.id,
  displayName: received.maybeText,
  actorType: received.maybeText,
  companyName: received.maybeText,
  givenName: received.maybeText,
  familyName: received.maybeText,
  email: received.maybeText,
  phoneNumber: received.maybeText,
  description: received.maybeText,
  websiteUrl: received.maybeText,
  contactName: received.maybeText,
  contactPosition: received.maybeText,
  immatriculationNumber: received.maybeText,
  address: received.maybeText,
  zipCode: received.maybeText,
  city: received.maybeText,
  countryCode: received.maybeText,
  vendorType: received.maybeText,
  accessLevel: received.maybeText,
  dpaSignatureDate: received.maybeDate,
  tags: received.maybeTags,
  recipients: received.maybeList(
    z.object({
      id: received.maybeId,
      label: received.maybeText,
      type: received.maybeText,
      recipientType: received.maybeText,
      jobTitle: received.maybeText,
    }),
  ),
  nbReferences: received.maybeNumber,
  creator: received.maybeUser,
  dateCreation: received.maybeDate,
  dateUpdate: received.maybeDate,
  customFields: received.maybeObject,
});
export type Actor = z.infer<typeof actor>;

/**
 * Creates an actor: one call, and one before it that reads the tags where there are any. What a name
 * is depends on the type, which the API does not check (fact sheet §2.5).
 * @throws DastraError `invalid` if an organization has no name, or a person neither name
 */
export const createActor = async (dastra: Dastra, input: NewActor): Promise<Actor> => {
  const { workspaceId, tagIds, ...fields } = input;
  if (fields.actorType === 'Morale' && !fields.companyName) {
    throw invalid('companyName', 'is missing. An organization needs its name: fill it in.');
  }
  if (fields.actorType === 'Physical' && !fields.givenName && !fields.familyName) {
    throw invalid('familyName', 'is missing. A person needs a first name or a last name.');
  }
  return dastra.post(
    path`/v1/ws/${workspaceId}/Actors`,
    { ...fields, tags: await tagsByIds(dastra, workspaceId, 'Actor', tagIds) },
    { doing: 'create an actor', workspaceId, answer: actor },
  );
};

/** Reads one actor. @throws DastraError `not-found` if the workspace has no such actor */
export const getActor = (dastra: Dastra, workspaceId: number, actorId: number): Promise<Actor> =>
  dastra.get(path`/v1/ws/${workspaceId}/Actors/${actorId}`, {
    doing: 'read the actor',
    record: `actor ${actorId}`,
    workspaceId,
    answer: actor,
  });

/** What tells actors apart in a list. */
const namedActor = z.object({
  id: received.id,
  displayName: received.maybeText,
  email: received.maybeText,
});

/** A page of a workspace's actors. @param page counts from 1 */
export const listActors = (
  dastra: Dastra,
  workspaceId: number,
  page: number,
  size: number,
): Promise<Page<z.infer<typeof namedActor>>> =>
  listRows(dastra, path`/v1/ws/${workspaceId}/Actors`, namedActor, {
    doing: 'list the actors',
    workspaceId,
    query: { page, size },
    select: Object.keys(namedActor.shape),
  });

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

/** How many actors a search reads when it filters, and when it falls back to `q`. */
const SEARCH_SIZE = 100;

/** How many of the largest pages are read where neither proves that there is no such actor. */
const MOST_PAGES = 2;

/** The names of fields that a search compares, as the API and as its filters write them. */
const FILTER_FIELDS = {
  email: 'Email',
  companyName: 'CompanyName',
  givenName: 'GivenName',
  familyName: 'FamilyName',
} as const;
type SearchField = keyof typeof FILTER_FIELDS;

/**
 * Finds actors by one criterion, the one with the lowest ID first (fact sheet §4). A filter comes
 * first; where Dastra refuses it or finds nothing by it, a full-text search follows, whose hits are
 * only kept if they match here, since Dastra does not say which fields it searches. That there is no
 * such actor is only said where the filter, or a reading of all actors, proves it.
 * @throws DastraError `refused` if Dastra does not filter and there are too many actors to read
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
  const matches = (found: Actor) =>
    (!type || !found.actorType || found.actorType === type) &&
    (wanted.every(([field, value]) => compare(found[field], value)) ||
      // A name may stand in the display name alone; an email never does.
      (!('email' in criterion) && !hasNames(found) && compare(found.displayName, name)));

  const preferences = Object.entries(preferred) as [SearchField, string | undefined][];
  const agreement = (found: Actor) =>
    preferences.filter(
      ([field, value]) => value && comparableText(found[field]) === comparableText(value),
    ).length;

  const read = (query: Query) =>
    dastra.list(path`/v1/ws/${workspaceId}/Actors`, actor, {
      doing: 'search the actors',
      workspaceId,
      query,
    });
  const matchesIn = ({ items }: Page<Actor>) =>
    items
      .filter(matches)
      .sort((one, other) => agreement(other) - agreement(one) || Number(one.id) - Number(other.id));

  const filters = allOf([
    ...(type ? [{ field: 'ActorType', operator: 'equal' as const, value: type }] : []),
    ...wanted.map(([field, value]) => textRule(FILTER_FIELDS[field], operator, value)),
  ]);
  const filtered = await read({ filters, size: SEARCH_SIZE }).catch(unlessRefused);
  const byFilter = filtered ? matchesIn(filtered) : [];
  if (byFilter.length > 0) return byFilter;
  const byText = matchesIn(await read({ q: searchText(name), size: SEARCH_SIZE }));
  if (byText.length > 0) return byText;
  if (filtered && isConclusive(filtered, SEARCH_SIZE, matches)) return [];

  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const all = await read({ page, size: LARGEST_PAGE });
    const found = matchesIn(all);
    if (found.length > 0 || isLastPage(all, LARGEST_PAGE, page)) return found;
  }
  throw new DastraError('refused', { doing: 'search its actors by this value', workspaceId });
};

const hasNames = (found: Actor) =>
  [found.companyName, found.givenName, found.familyName].some((value) => value !== undefined);
