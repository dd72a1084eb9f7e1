/** What a resource is: which calls it answers, what of them is stored, and how its records are read. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseDate, serverDate, toServerDate } from './dates.ts';
import { endpoint, itemOf, membersOf, pick, propertiesOf, type Schema } from './document.ts';
import type { HookEvent, HookSender } from './hooks.ts';
import { PAGE_LIMITS, type Page, pageOf, selectFrom } from './list.ts';
import { applyPatch } from './patch.ts';
import { flat, present } from './present.ts';
import { type FieldErrors, invalid, notFound } from './problems.ts';
import type { State } from './state.ts';
import type { Switches } from './switches.ts';
import { check, pascal, type Query } from './validate.ts';
import { API_USER_ID, type Fields, type Row, type Scope, sameId } from './world.ts';

/** A call that has been checked against the document. */
export interface Call {
  scope: Scope;
  state: State;
  hooks: HookSender;
  params: Record<string, string>;
  query: Query;
  body: unknown;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** One call that is answered. What the document says of it holds unless it is given here. */
export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** The path as the document writes it. */
  path: string;
  query?: Record<string, Schema>;
  body?: Schema | null;
  answer?: Schema;
  handle(call: Call): unknown;
}

type Served = 'list' | 'get' | 'post' | 'patch' | 'workflow';

/** Whether a record is among those that a parameter asks for, or the property that must match it. */
type Filter = string | ((record: Row, wanted: never, scope: Scope) => boolean);

/** The event of a change, or all of them. */
type Events = HookEvent | ((row: Row) => HookEvent[]);

interface Definition {
  /** As the path names it: `Tasks`. */
  path: string;
  /** One record, in a 404: `Task`. */
  name: string;
  serves?: readonly Served[];
  /** Records of the account, under `/v1/`; others are of a workspace, under `/v1/ws/{workspaceId}/`. */
  ofAccount?: true;
  id?: 'int' | 'guid';
  /** The schema of a record; otherwise that of the list or of GET `{id}` in the document. */
  dto?: Schema;
  /** Where rows come from, if they are another resource's. */
  rows?: (scope: Scope) => Row[];
  /** Properties computed from other records when they are read; `NAMED` has the usual ones. */
  joins?: Record<string, (row: Row, scope: Scope) => unknown>;
  /** The properties that `q` searches; a dot leads into a record. */
  searched?: string[];
  /** Query parameters of the list beside `USUAL_FILTERS`. One that has no filter is a 400. */
  filters?: Record<string, Filter>;
  /** What holds for parameters that are left out. */
  defaults?: (query: Query) => Query;
  /** Parameters of the list, if the document has none. */
  query?: Record<string, Schema>;
  /** Puts a list without pages in order. */
  arrange?: (records: Row[], query: Query) => Row[];
  /** Changes what a list answers. */
  shape?: (page: Page, switches: Switches) => unknown;
  /** The properties of the document's body that a POST takes, and a PATCH too; spaces part them. */
  writable?: string;
  /** What a POST requires beyond the document. */
  required?: string[];
  /** What only a PATCH takes. */
  changes?: string;
  /** Properties that name records of other resources. */
  references?: Record<string, string>;
  /** Whose tags it has. */
  tagType?: string;
  /** Whose steps it goes through. */
  workflow?: string;
  /** The custom fields that the fictional customer has defined; unknown ones are dropped [D]. */
  customFields?: readonly string[];
  /** What else is wrong with a record to be stored, by property. */
  refuses?: (fields: Fields, scope: Scope) => Record<string, string | false | undefined>;
  /** What the server sets on a new record. */
  fresh?: (fields: Fields, now: Date, scope: Scope) => Fields;
  /** What closing sets. */
  closed?: () => Fields;
  events?: { created?: HookEvent; changed?: Events; moved?: Events };
  /** Calls that are peculiar to it. */
  routes?: readonly Route[];
  /** Calls of the control plane. */
  controls?: readonly Route[];
  /** The records to start with by workspace, 0 for the account; `day` is so many days from now. */
  seed?: (day: (days: number) => string) => Record<number, Fields[]>;
  /** Further records, to fill a workspace with. */
  many?: (number: number) => Fields;
}

export interface Resource
  extends Pick<Definition, 'path' | 'name' | 'ofAccount' | 'rows' | 'controls' | 'seed' | 'many'> {
  id: 'int' | 'guid';
  joins: NonNullable<Definition['joins']>;
  routes: readonly Route[];
  /** A full row of the properties given. */
  build(scope: Scope, fields: Fields, now: Date): Row;
  /** Checks, stores and announces a new record. @param events what it fires instead of its own */
  create(call: Pick<Call, 'scope' | 'hooks'>, body: unknown, events?: HookEvent[]): Row;
}

/** Records that others name, in most resources by the same property: its name, their resource, the id. */
const NAMED: [property: string, path: string, id: string][] = [
  ['area', 'Areas', 'areaId'],
  ['assignedToUser', 'TenantUsers', 'assignedToUserId'],
  ['closedByUser', 'TenantUsers', 'closedByUserId'],
  ['creator', 'TenantUsers', 'creatorId'],
  ['creatorUser', 'TenantUsers', 'creatorId'],
  ['operator', 'TenantUsers', 'operatorId'],
  ['owner', 'TenantUsers', 'ownerId'],
  ['iteration', 'Iterations', 'iterationId'],
  ['project', 'Projects', 'projectId'],
  ['subjectCategory', 'SubjectCategories', 'subjectCategoryId'],
  ['workFlowStep', 'Workflows', 'workFlowStepId'],
  ['workflowStep', 'Workflows', 'workFlowStepId'],
  ['workSpace', 'WorkSpaces', 'workSpaceId'],
];

/** Parameters that mean the same in every list: the property that they compare. */
const USUAL_FILTERS: Record<string, Filter> = {
  archived: 'archived',
  areaId: 'areaId',
  ids: 'id',
  state: 'state',
  states: 'state',
  tags: 'tagIds',
  type: 'type',
  types: 'type',
  workflows: 'workFlowStepId',
};

/** Custom fields: a scalar, or an array for multiple choice (fact sheet §2.7). */
export const CUSTOM_FIELDS: Schema = {
  type: 'object',
  nullable: true,
  additionalProperties: { type: 'custom value', nullable: true },
};

const PAGING = ['page', 'size', 'skip', 'sortBy', 'asc', 'q', 'filters', 'select'];

/** Whether the legal or planned delay of an open record has passed. */
export const isOvertaking = (due: unknown, { state }: Row): boolean =>
  state !== 'Closed' && typeof due === 'string' && parseDate(due) < new Date();

const wordsOf = (text = ''): string[] => text.split(/\s+/).filter(Boolean);

/** Declares a resource: its file says what is peculiar to it, the document the rest. */
export const defineResource = (definition: Definition): Resource => {
  const { path, serves = [], searched = [] } = definition;
  const writable = wordsOf(definition.writable);
  const changes = wordsOf(definition.changes);
  const base = `/v1/${definition.ofAccount ? '' : 'ws/{workspaceId}/'}${path}`;
  const list = endpoint('GET', base);
  const post = endpoint('POST', base);
  const dto = definition.dto ?? endpoint('GET', `${base}/{id}`).answer ?? itemOf(list.answer) ?? {};
  const properties = propertiesOf(dto);
  const body = pick(post.body ?? dto, writable, definition.required);
  const light = post.answer && post.answer.$ref !== dto.$ref ? post.answer : flat(dto);
  const id = definition.id ?? 'int';

  const joins: Resource['joins'] = {
    ...Object.fromEntries(
      NAMED.filter(([property]) => property in properties).map(([property, named, id]) => [
        property,
        (row: Row, scope: Scope) => scope.find(named, row[id]),
      ]),
    ),
    ...('tags' in properties && {
      tags: ({ tagIds = [] }: Row, scope: Scope) =>
        scope
          .rows('Tags')
          .filter(({ id }) => (tagIds as unknown[]).includes(id))
          .map((tag) => scope.complete('Tags', tag)),
    }),
    ...definition.joins,
  };

  const filters: Record<string, Filter> = {
    ...Object.fromEntries(
      Object.entries(USUAL_FILTERS).filter(
        ([, property]) => property === 'tagIds' || String(property) in properties,
      ),
    ),
    ...definition.filters,
  };

  /** Fields as they are stored: dates in Dastra's form, tags by id, custom fields that are known. */
  const stored = ({ tags, customFields, ...fields }: Fields): Fields => ({
    ...Object.fromEntries(
      Object.entries(fields).map(([property, value]) => {
        const isDate = properties[property]?.format === 'date-time';
        return [property, isDate ? toServerDate(value as string | null) : value];
      }),
    ),
    ...(tags !== undefined && { tagIds: ((tags ?? []) as Row[]).map(({ id }) => id) }),
    ...(customFields !== undefined && {
      customFields: Object.fromEntries(
        Object.entries(customFields ?? {}).filter(([key]) =>
          definition.customFields?.includes(key),
        ),
      ),
    }),
  });

  /**
   * Refuses what names records that do not exist, and what the resource itself refuses.
   * @param changed the part of the fields that is new
   */
  const checkMeaning = (fields: Fields, scope: Scope, changed = fields): void => {
    const errors: FieldErrors = {};
    const refuse = (property: string, message: string) => {
      errors[pascal(property)] = [`${pascal(property)}: ${message}`];
    };
    const checkReference = (property: string, id: unknown, among: Row[]) => {
      if (id != null && !among.some((row) => sameId(row.id, id))) {
        refuse(property, `There is no record ${id}`);
      }
    };
    for (const [property, named] of Object.entries(definition.references ?? {})) {
      checkReference(property, changed[property], scope.rows(named));
    }
    checkReference('workFlowStepId', changed.workFlowStepId, stepsOf(scope, definition.workflow));
    const tags = scope.rows('Tags').filter(({ type }) => type === definition.tagType);
    const [tagType] = tags.map((tag) => scope.complete('Tags', tag).type);
    for (const [index, tag] of ((changed.tags ?? []) as Row[]).entries()) {
      checkReference(`tags[${index}].Id`, tag.id, tags);
      if (tag.type !== tagType) refuse(`tags[${index}].Type`, `Expected ${tagType}`);
    }
    const customFields = (fields.customFields ?? {}) as Fields;
    for (const key of scope.switches.mandatoryCustomFields) {
      const isEmpty = [undefined, null, ''].some((empty) => empty === customFields[key]);
      if (isEmpty && definition.customFields?.includes(key)) {
        refuse(`customFields.${key}`, 'A value is required');
      }
    }
    for (const [property, message] of Object.entries(definition.refuses?.(fields, scope) ?? {})) {
      if (message) refuse(property, message);
    }
    if (Object.keys(errors).length > 0) throw invalid(errors);
  };

  const build: Resource['build'] = (scope, fields, now) => {
    const step = definition.workflow && stepOf(scope, definition.workflow, fields);
    return {
      id: id === 'guid' ? randomUUID() : scope.world.nextId,
      creatorId: API_USER_ID,
      dateCreation: serverDate(now),
      ...Object.fromEntries(
        ['workspaceId', 'workSpaceId']
          .filter((property) => property in properties && !definition.ofAccount)
          .map((property) => [property, scope.workspaceId]),
      ),
      ...(definition.customFields && { customFields: {} }),
      ...stored(fields),
      ...(step && { workFlowStepId: step.id, state: fields.state ?? stateOf(dto, step) }),
      ...definition.fresh?.(fields, now, scope),
    };
  };

  /** Announces a change to those who subscribed to it. */
  const fire = ({ scope, hooks }: Pick<Call, 'scope' | 'hooks'>, row: Row, events: HookEvent[]) => {
    const schema = scope.switches.hookData === 'full' ? dto : light;
    const data = present(schema, scope.complete(path, row));
    for (const event of events) hooks.fire(event, { workspaceId: scope.workspaceId, data });
  };
  const eventsOf = (events: Events | undefined, row: Row): HookEvent[] =>
    typeof events === 'function' ? events(row) : events ? [events] : [];

  const create: Resource['create'] = (call, given, events) => {
    const { scope } = call;
    check(given, body);
    checkMeaning(given as Fields, scope);
    const row = build(scope, given as Fields, new Date());
    if (row.id === scope.world.nextId) scope.world.nextId += 1;
    scope.rows(path).push(row);
    fire(call, row, events ?? eventsOf(definition.events?.created, row));
    return row;
  };

  const listQuery = Object.fromEntries(
    Object.entries({ ...list.query, ...definition.query })
      .filter(([parameter]) => PAGING.includes(parameter) || parameter in filters)
      .map(([parameter, schema]) => [parameter, PAGE_LIMITS[parameter] ?? schema]),
  );

  const handlers: Record<Served, Route> = {
    list: {
      method: 'GET',
      path: base,
      query: listQuery,
      answer: {},
      handle({ scope, state: { switches }, query }) {
        const wanted: Query = {
          // Left out, it presumably hides archived records [I] (fact sheet §6).
          ...('archived' in listQuery && { archived: false }),
          ...definition.defaults?.(query),
          ...query,
        };
        const asked = Object.entries(filters).filter(([name]) => wanted[name] !== undefined);
        const records = scope
          .rows(path)
          .map((row) => scope.complete(path, row))
          .filter((record) =>
            asked.every(([name, filter]) => keeps(record, filter, wanted[name], scope)),
          );
        if (!('page' in listQuery)) {
          return present({ items: dto }, definition.arrange?.(records, query) ?? records);
        }
        const page = pageOf({ records, schema: dto, searched }, query, switches);
        if (definition.shape) return definition.shape(page, switches);
        // Some lists answer the records of the page alone (fact sheet §1, Paging).
        return list.answer?.items ? page.items : page;
      },
    },
    get: {
      method: 'GET',
      path: `${base}/{id}`,
      answer: {},
      handle: ({ scope, params, query }) =>
        present(
          selectFrom(dto, query.select as string | undefined),
          scope.complete(path, scope.row(path, params.id)),
        ),
    },
    post: {
      method: 'POST',
      path: base,
      body,
      handle: (call) => call.scope.complete(path, create(call, call.body)),
    },
    patch: {
      method: 'PATCH',
      path: `${base}/{id}`,
      handle(call) {
        const { scope, params, reply } = call;
        const row = scope.row(path, params.id);
        const names = [...writable, ...changes];
        const schema = pick(dto, names, body.required);
        const before = present(schema, scope.complete(path, row)) as Fields;
        const after = applyPatch(before, call, names);
        check(after, schema);
        const changed = Object.fromEntries(
          Object.entries(after).filter(([name, value]) => !isDeepStrictEqual(value, before[name])),
        );
        checkMeaning(after, scope, changed);
        Object.assign(row, stored(changed), { dateUpdate: serverDate(new Date()) });
        fire(call, row, eventsOf(definition.events?.changed, row));
        // No schema is documented.
        return scope.switches.patchAnswer === 'record'
          ? present(dto, scope.complete(path, row))
          : reply.send();
      },
    },
    workflow: {
      method: 'POST',
      path: `${base}/workflow`,
      handle(call) {
        const { scope, reply } = call;
        const { id, stepId } = call.body as { id: unknown; stepId: unknown };
        const row = scope.row(path, id);
        const step = stepsOf(scope, definition.workflow).find((one) => one.id === stepId);
        if (step === undefined) throw notFound('Step');
        const state = stateOf(dto, step);
        const closes = state === 'Closed' && row.state !== 'Closed';
        const date = serverDate(new Date());
        Object.assign(row, { workFlowStepId: step.id, state, dateUpdate: date });
        if (closes) Object.assign(row, { dateClosed: date }, definition.closed?.());
        const { moved, changed } = definition.events ?? {};
        const { closeEvents } = scope.switches;
        fire(call, row, [
          ...(closes && closeEvents === 'update' ? [] : eventsOf(moved, row)),
          ...(closes && closeEvents !== 'state' ? eventsOf(changed, row) : []),
        ]);
        // No schema is documented.
        return reply.send();
      },
    },
  };

  return {
    ...definition,
    id,
    joins,
    build,
    create,
    routes: [...serves.map((served) => handlers[served]), ...(definition.routes ?? [])],
  };
};

/** Whether a record has the value that a parameter asks for, or one of them. */
const keeps = (record: Row, filter: Filter, wanted: unknown, scope: Scope): boolean => {
  if (typeof filter === 'function') return filter(record, wanted as never, scope);
  const actual = [record[filter] ?? (wanted === false ? false : undefined)].flat();
  return [wanted].flat().some((one) => actual.some((value) => value != null && sameId(value, one)));
};

const stepsOf = (scope: Scope, workflow: string | undefined): Row[] =>
  scope.rows('Workflows').filter(({ type }) => type === workflow);

/** The step that a new record is in: the one named, the one of its state, or the initial one. */
const stepOf = (scope: Scope, workflow: string, { workFlowStepId, state }: Fields) => {
  const steps = stepsOf(scope, workflow);
  return (
    steps.find(({ id }) => id === workFlowStepId) ??
    steps.find(({ mappedState }) => mappedState === state) ??
    steps.find(({ initialStep }) => initialStep)
  );
};

/** The state of a record in a step [I] (fact sheet §2.4); the first one where the step has none. */
const stateOf = (dto: Schema, { mappedState }: Row): unknown => {
  const states = membersOf(propertiesOf(dto).state ?? {});
  return states.find((state) => state === mappedState) ?? states[0];
};
