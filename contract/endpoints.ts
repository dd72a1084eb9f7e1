/**
 * All that this app uses of Dastra's API: each call, the query parameters that it may carry, what it
 * may send and what it reads. Names, types, choices and limits come from the client's own schemas.
 * Traffic proves the table: a call, a parameter or a property that is used but not told here, or told
 * but never used, is drift (`traffic-check.ts`).
 */
import * as z from 'zod/mini';
import { LARGEST_PAGE } from '../src/dastra/client.ts';
import { identity } from '../src/dastra/me.ts';
import * as sent from '../src/dastra/sent.ts';
import { subscription, WEBHOOK_EVENTS } from '../src/dastra/webhooks.ts';
import { actor, newActor } from '../src/resources/actors/calls.ts';
import {
  link,
  newLink,
  processing,
  processingWithLinks,
} from '../src/resources/processings/calls.ts';
import {
  newRightsRequest,
  OPEN_STATES,
  PERSON_CATEGORIES,
  PURPOSES,
  rightsRequest,
  ZAPIER_CHANNEL,
} from '../src/resources/rights-requests/calls.ts';
import { subjectCategory } from '../src/resources/rights-requests/categories.ts';
import { newTask, PRIORITIES, task } from '../src/resources/tasks/calls.ts';
import { relatedItem } from '../src/resources/tasks/related-items.ts';
import { iteration, project } from '../src/resources/workspace/projects.ts';
import { step } from '../src/resources/workspace/steps.ts';
import { tag } from '../src/resources/workspace/tags.ts';
import { area } from '../src/resources/workspace/units.ts';
import { user } from '../src/resources/workspace/users.ts';
import { workspace } from '../src/resources/workspace/workspaces.ts';

type Schema = z.ZodMiniType;
type Shape = Record<string, Schema>;

/**
 * One call. An enumeration made with `z.enum` is one that users choose from, so it must equal
 * Dastra's; one made with `z.literal` is what we send, and must be among Dastra's.
 */
export interface Endpoint {
  method: 'GET' | 'POST' | 'DELETE';
  /** The path as Dastra's document writes it. */
  path: string;
  /** The query parameters, all of them optional. */
  query?: Shape;
  /** The properties of the body that we can send. */
  body?: Shape;
  /** Properties of the body that Dastra gave us before: they are checked like what is read. */
  echoed?: Shape;
  /** What we read of the answer, in the shape that Dastra's document gives it. */
  answer?: Schema;
}

/** A list inside an object; `null` is an empty one (`Dastra.list`). */
const listOf = (item: Schema) => z.nullish(z.array(item));

const pageOf = (item: Schema) => z.object({ items: listOf(item), total: z.optional(z.number()) });

const paging = { page: z.int(), size: z.int().check(z.maximum(LARGEST_PAGE)) };
const sorting = { sortBy: z.string(), asc: z.boolean() };
const select = z.string();

/** The properties of a schema but for some that are not sent as they are. */
const without = (shape: Shape, ...names: string[]): Shape =>
  Object.fromEntries(Object.entries(shape).filter(([name]) => !names.includes(name)));

/** Tags are read, and sent back whole. */
const echoedTags = { tags: z.array(tag) };

/** A list that is read only for the choice of a task's related item: some have pages, some are bare. */
const related = (list: string, query: Shape, answer: Schema): Endpoint => ({
  method: 'GET',
  path: `/v1/ws/{workspaceId}/${list}`,
  query,
  answer,
});

/** A project without ID cannot be chosen, and is left out. */
const projectRow = z.object({ ...project.shape, id: z.nullish(project.shape.id) });

/** A related item as most lists have it. */
const labelled = z.pick(relatedItem, { id: true, label: true });

export const ENDPOINTS: readonly Endpoint[] = [
  { method: 'GET', path: '/me', answer: identity },
  {
    method: 'GET',
    path: '/v1/WorkSpaces',
    query: { ...paging, state: z.literal('Active') },
    answer: z.object({ workSpaces: listOf(workspace) }),
  },
  {
    method: 'GET',
    path: '/v1/TenantUsers',
    query: { ...paging, select, workspaceId: sent.recordId },
    answer: pageOf(user),
  },
  {
    method: 'GET',
    path: '/v1/ws/{workspaceId}/Users',
    query: { ...paging, select },
    answer: pageOf(user),
  },
  {
    method: 'GET',
    path: '/v1/ws/{workspaceId}/Areas',
    query: { ...paging, select },
    answer: pageOf(area),
  },
  {
    method: 'GET',
    path: '/v1/ws/{workspaceId}/Tags',
    query: { type: z.literal(['Task', 'Actor']) },
    answer: z.array(tag),
  },
  {
    method: 'GET',
    path: '/v1/ws/{workspaceId}/Projects',
    query: { archived: z.boolean() },
    answer: z.array(projectRow),
  },
  {
    method: 'GET',
    path: '/v1/ws/{workspaceId}/Iterations',
    query: { future: z.boolean(), asc: z.boolean() },
    answer: z.array(iteration),
  },
  { method: 'GET', path: '/v1/ws/{workspaceId}/Workflows/{type}', answer: z.array(step) },
  {
    method: 'GET',
    path: '/v1/ws/{workspaceId}/SubjectCategories',
    answer: z.array(subjectCategory),
  },

  {
    method: 'GET',
    path: '/v1/ws/{workspaceId}/Tasks',
    query: {
      ...paging,
      ...sorting,
      select,
      areaId: sent.recordId,
      users: z.array(sent.recordId),
      prios: z.array(z.enum(PRIORITIES)),
      includeChildren: z.boolean(),
    },
    answer: pageOf(task),
  },
  { method: 'GET', path: '/v1/ws/{workspaceId}/Tasks/{id}', answer: task },
  {
    method: 'POST',
    path: '/v1/ws/{workspaceId}/Tasks',
    body: without(newTask.shape, 'workspaceId', 'tagIds'),
    echoed: echoedTags,
    answer: task,
  },

  {
    method: 'GET',
    path: '/v1/ws/{workspaceId}/Actors',
    query: { ...paging, select, filters: z.string(), q: z.string() },
    answer: pageOf(actor),
  },
  { method: 'GET', path: '/v1/ws/{workspaceId}/Actors/{id}', answer: actor },
  {
    method: 'POST',
    path: '/v1/ws/{workspaceId}/Actors',
    body: without(newActor.shape, 'workspaceId', 'tagIds'),
    echoed: echoedTags,
    answer: actor,
  },

  {
    method: 'GET',
    path: '/v1/ws/{workspaceId}/DataSubjectRequests',
    query: {
      ...paging,
      ...sorting,
      select,
      filters: z.string(),
      archived: z.boolean(),
      areaId: sent.recordId,
      purposes: z.array(z.enum(PURPOSES)),
      states: z.array(z.literal(OPEN_STATES)),
    },
    answer: pageOf(rightsRequest),
  },
  {
    method: 'GET',
    path: '/v1/ws/{workspaceId}/DataSubjectRequests/{id}',
    answer: rightsRequest,
  },
  {
    method: 'POST',
    path: '/v1/ws/{workspaceId}/DataSubjectRequests',
    body: {
      ...without(
        newRightsRequest.shape,
        'workspaceId',
        'tagIds',
        'personCategory',
        'returnExisting',
      ),
      // One field of the form, which holds either.
      personCategory: z.optional(z.enum(PERSON_CATEGORIES)),
      subjectCategoryId: z.optional(sent.recordId),
      channel: z.literal(ZAPIER_CHANNEL),
    },
    echoed: echoedTags,
    // A light record; `createRightsRequest` reads the rest again.
    answer: z.omit(rightsRequest, {
      area: true,
      creator: true,
      operator: true,
      operatorId: true,
      closedByUser: true,
      attachments: true,
      tags: true,
    }),
  },

  {
    method: 'GET',
    path: '/v1/ws/{workspaceId}/DataProcessings',
    query: { ...paging, select, archived: z.boolean() },
    answer: pageOf(processing),
  },
  {
    method: 'GET',
    path: '/v1/ws/{workspaceId}/DataProcessings/{id}',
    answer: processingWithLinks,
  },
  {
    method: 'GET',
    path: '/v1/ws/{workspaceId}/DataProcessings/recipients/{actorId}',
    answer: z.array(link),
  },
  {
    method: 'POST',
    path: '/v1/ws/{workspaceId}/DataProcessings/recipients/batch',
    body: {
      ...without(newLink.shape, 'workspaceId', 'actorId'),
      actorIds: z.array(newLink.shape.actorId),
    },
    answer: z.number(),
  },

  related('DataBreachs', { ...paging, select }, pageOf(labelled)),
  related('AuditResponses', { ...paging, select }, pageOf(labelled)),
  related('Assets', { ...paging, select }, pageOf(labelled)),
  related('DataRetentionRules', { ...paging, select }, pageOf(labelled)),
  related('SecurityMeasures', paging, pageOf(labelled)),
  related(
    'RiskEvaluations',
    { ...paging, select },
    z.array(z.pick(relatedItem, { id: true, risk: true })),
  ),
  related('ControlPoints', paging, z.array(labelled)),

  {
    method: 'GET',
    path: '/v1/WebHookUrls',
    query: { workspaceId: sent.recordId },
    answer: z.array(z.object({ ...subscription.shape, url: z.string() })),
  },
  {
    method: 'POST',
    path: '/v1/WebHookUrls',
    body: {
      url: z.string(),
      workSpaceId: sent.recordId,
      subscribedEvents: z.array(z.literal(WEBHOOK_EVENTS)),
    },
    answer: subscription,
  },
  { method: 'DELETE', path: '/v1/WebHookUrls/{id}' },
];

/** How webhooks are named in a finding: Dastra makes these calls, to those who subscribe. */
export const WEBHOOK = 'Webhook of /v1/WebHookUrls';

/** How a call is named in a finding. */
export const nameOf = ({ method, path }: { method: string; path: string }): string =>
  `${method} ${path}`;

const segments = (path: string) => path.split('/');

const isParameter = (segment: string) => segment.startsWith('{');

/** The entry for a call as it was made; the one with the fewest parameters where several fit. */
export const endpointFor = (method: string, path: string): Endpoint | undefined =>
  ENDPOINTS.filter(
    (endpoint) => endpoint.method === method && pathValues(endpoint.path, path) !== undefined,
  ).sort(
    (one, other) =>
      segments(one.path).filter(isParameter).length -
      segments(other.path).filter(isParameter).length,
  )[0];

/** The values of a path's parameters, by name; undefined if the path is not of this template. */
export const pathValues = (template: string, path: string): Record<string, string> | undefined => {
  const names = segments(template);
  const values = segments(path);
  const fits = names.every((name, index) => isParameter(name) || name === values[index]);
  if (!fits || names.length !== values.length) return undefined;
  return Object.fromEntries(
    names.flatMap((name, index) =>
      isParameter(name) ? [[name.slice(1, -1), decodeURIComponent(values[index] ?? '')]] : [],
    ),
  );
};
