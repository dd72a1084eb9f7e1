import type { Search } from 'zapier-platform-core';
import * as z from 'zod/mini';
import type { Dastra } from '../dastra/client.ts';
import { invalid, isFault } from '../dastra/fault.ts';
import * as sent from '../dastra/sent.ts';
import { actorTypes } from '../fields/choices.ts';
import { listedBy, workspaceField } from '../fields/workspace.ts';
import {
  ACTOR_TYPES,
  type Actor,
  type ActorCriterion,
  findActors,
  getActor,
} from '../resources/actors/calls.ts';
import { actorRecord } from '../resources/actors/record.ts';
import { defineForm } from '../zapier/form.ts';
import { operation } from '../zapier/perform.ts';

const MATCHES = ['exact', 'contains'] as const;

const actorQuery = z.object({
  workspaceId: sent.recordId,
  email: z.optional(sent.text()),
  companyName: z.optional(sent.text()),
  givenName: z.optional(sent.text()),
  familyName: z.optional(sent.text()),
  actorType: z.optional(sent.oneOf(ACTOR_TYPES)),
  match: z._default(sent.oneOf(MATCHES), 'exact'),
  actorId: z.optional(sent.recordId),
});
type ActorQuery = z.infer<typeof actorQuery>;

const form = defineForm(actorQuery, {
  workspaceId: workspaceField,
  email: {
    label: 'Email',
    helpText:
      'The surest way. If it is filled in, the names below only choose between actors that share it.',
  },
  companyName: { label: 'Organization Name', helpText: 'To find an organization without email.' },
  givenName: { label: 'First Name', helpText: 'To find a person without email, with Last Name.' },
  familyName: { label: 'Last Name' },
  actorType: {
    label: 'Actor Type',
    helpText: 'Leave it blank to search organizations and persons.',
    choices: actorTypes,
  },
  match: {
    label: 'Match',
    helpText:
      'Whether the whole value must be the same, apart from upper and lower case, or only a part of it.',
    choices: { exact: 'Exact', contains: 'Contains' },
    default: 'exact',
  },
  actorId: {
    label: 'Actor',
    helpText: 'To read an actor whose ID you have; then leave the other fields blank.',
    ...listedBy('list_actors'),
  },
});

/**
 * Decides what to search by. In Find or Create Actor the fields of both forms arrive together, so
 * that the most telling one has to win where that is safe.
 */
const criterionOf = (query: ActorQuery): ActorCriterion => {
  const { email, companyName, givenName, familyName, actorType } = query;
  if (email) return { email };
  const hasName = givenName !== undefined || familyName !== undefined;
  if (companyName && hasName && !actorType) {
    throw invalid(
      'companyName',
      'and a First or Last Name find different actors. Fill in one of them, or choose the Actor Type.',
    );
  }
  if (companyName && actorType !== 'Physical') return { companyName };
  if (hasName && actorType !== 'Morale') return { givenName, familyName };
  throw invalid(
    actorType === 'Physical' ? 'familyName' : 'email',
    actorType === 'Physical'
      ? 'is missing. To find a person, fill in Email, or First Name and Last Name.'
      : 'is missing. To find an actor, fill in Email, Organization Name, or First Name and Last Name.',
  );
};

const find = async (dastra: Dastra, query: ActorQuery): Promise<Actor[]> => {
  const { workspaceId, actorId, actorType, match, companyName, givenName, familyName } = query;
  if (actorId === undefined) {
    return findActors(dastra, workspaceId, {
      criterion: criterionOf(query),
      preferred: { companyName, givenName, familyName },
      actorType,
      operator: match === 'contains' ? 'contains' : 'equal',
    });
  }
  if (query.email || query.companyName || query.givenName || query.familyName) {
    throw invalid(
      'actorId',
      'and other fields may mean different actors. Fill in one or the other.',
    );
  }
  try {
    return [await getActor(dastra, workspaceId, actorId)];
  } catch (error) {
    if (isFault(error, 'not-found')) return [];
    throw error;
  }
};

export default {
  key: 'find_actor',
  noun: 'Actor',
  display: {
    label: 'Find Actor',
    description: 'Finds an actor by email, by the name of an organization or person, or by ID.',
  },
  operation: {
    inputFields: form.inputFields,
    perform: operation(form, async (dastra, query) =>
      (await find(dastra, query)).map(actorRecord.toRecord),
    ),
    sample: actorRecord.sample,
    outputFields: actorRecord.outputFields,
  },
} satisfies Search;
