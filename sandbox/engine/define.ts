/** Makes a resource of its definition. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { serverDate } from './dates.ts';
import { endpoint, itemOf, pick, propertiesOf } from './document.ts';
import type { HookEvent } from './hooks.ts';
import { PAGE_LIMITS, pageOf, selectFrom } from './list.ts';
import { applyPatch } from './patch.ts';
import { flat, present } from './present.ts';
import { invalidField, notFound, Problem } from './problems.ts';
import { checkMeaning, stateOf, stepOf, stepsOf, stored } from './records.ts';
import type { Definition, Events, Filter, Resource, Route, Served } from './resource.ts';
import { check, type Query } from './validate.ts';
import { API_USER_ID, COLLEAGUE_ID, type Fields, type Row, Scope, sameId } from './world.ts';

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

const PAGING = ['page', 'size', 'skip', 'sortBy', 'asc', 'q', 'filters', 'select'];

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
  const body = pick(post.body ?? dto, writable);
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
      ...stored(fields, properties, definition.customFields),
      ...(step && { workFlowStepId: step.id, state: fields.state ?? stateOf(properties, step) }),
      ...definition.fresh?.(fields, now, scope),
    };
  };

  /** Announces a change to those who subscribed to it. */
  const fire: Resource['announce'] = ({ scope, hooks }, row, events, userId) => {
    const schema = scope.switches.hookData === 'full' ? dto : light;
    const data = present(schema, scope.complete(path, row));
    const { workspaceId } = scope;
    for (const event of events) hooks.fire(event, { workspaceId, data, userId });
  };
  const eventsOf = (events: Events | undefined, row: Row): HookEvent[] =>
    typeof events === 'function' ? events(row) : events ? [events] : [];

  const create: Resource['create'] = (call, given, events) => {
    const { scope } = call;
    check(given, body);
    checkMeaning(definition, given as Fields, scope);
    const row = build(scope, given as Fields, new Date());
    if (row.id === scope.world.nextId) scope.world.nextId += 1;
    scope.rows(path).push(row);
    fire(call, row, events ?? eventsOf(definition.events?.created, row));
    return row;
  };

  /** @throws Problem 404 if its workflow has no such step */
  const findStep = (scope: Scope, isWanted: (step: Row) => boolean): Row => {
    const step = stepsOf(scope, definition.workflow).find(isWanted);
    if (step === undefined) throw notFound('Step');
    return step;
  };

  const move: Resource['move'] = (call, row, step, userId) => {
    const { scope } = call;
    const state = stateOf(properties, step);
    const closes = state === 'Closed' && row.state !== 'Closed';
    const reopens = state !== 'Closed' && row.state === 'Closed';
    const date = serverDate(new Date());
    Object.assign(row, { workFlowStepId: step.id, state, dateUpdate: date });
    Object.assign(row, definition.moved?.(row));
    if (reopens) row.dateClosed = null;
    if (closes) {
      // Whoever closes it may have said when.
      Object.assign(row, { dateClosed: row.dateClosed ?? date }, definition.closed?.(row, scope));
    }
    const { moved, changed } = definition.events ?? {};
    const { closeEvents } = scope.switches;
    const events = [
      ...(closes && closeEvents === 'update' ? [] : eventsOf(moved, row)),
      ...(closes && closeEvents !== 'state' ? eventsOf(changed, row) : []),
    ];
    fire(call, row, events, userId);
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
          // Left out, it presumably hides archived records (assumption A18).
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
        // Some lists answer the records of the page alone (docs/dastra-api.md, Paging).
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
        const { scope, params, request, reply } = call;
        const type = request.headers['content-type'] ?? '';
        if (scope.switches.patchMediaTypes === 'json' && /json-patch\+json/i.test(type)) {
          throw new Problem(415, 'Unsupported Media Type');
        }
        const row = scope.row(path, params.id);
        const names = [...writable, ...changes];
        const schema = pick(dto, names, body.required);
        const before = present(schema, scope.complete(path, row)) as Fields;
        const after = applyPatch(before, call.body, names);
        check(after, schema);
        const changed = Object.fromEntries(
          Object.entries(after).filter(([name, value]) => !isDeepStrictEqual(value, before[name])),
        );
        checkMeaning(definition, after, scope, changed);
        if (changed.customFields && scope.switches.patchesCustomFields === 'refused') {
          throw invalidField('CustomFields', 'They cannot be patched');
        }
        Object.assign(row, stored(changed, properties, definition.customFields), {
          dateUpdate: serverDate(new Date()),
          ...definition.follows?.(changed, row, scope),
        });
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
        const step = findStep(scope, (one) => one.id === stepId);
        if (scope.switches.workflowMoves === 'done') move(call, row, step);
        // No schema is documented.
        return reply.send();
      },
    },
  };

  /** A colleague moves a record. The step is an ID or a label. */
  const moves: Route = {
    method: 'POST',
    path: `/_sandbox/moves/${path}`,
    handle({ body, state, hooks }) {
      const { workspaceId, id, step } = body as Fields;
      const scope = new Scope(state, Number(workspaceId));
      const row = scope.row(path, id);
      const found = findStep(scope, ({ id, label }) => id === step || label === step);
      move({ scope, hooks }, row, found, COLLEAGUE_ID);
      return body;
    },
  };

  return {
    ...definition,
    id,
    joins,
    build,
    create,
    move,
    announce: fire,
    routes: [...serves.map((served) => handlers[served]), ...(definition.routes ?? [])],
    controls: [...(definition.workflow ? [moves] : []), ...(definition.controls ?? [])],
  };
};

/** Whether a record has the value that a parameter asks for, or one of them. */
const keeps = (record: Row, filter: Filter, wanted: unknown, scope: Scope): boolean => {
  if (typeof filter === 'function') return filter(record, wanted as never, scope);
  const actual = [record[filter] ?? (wanted === false ? false : undefined)].flat();
  return [wanted].flat().some((one) => actual.some((value) => value != null && sameId(value, one)));
};
