/** What a resource is: which calls it answers, and what is peculiar to its records. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Schema } from './document.ts';
import type { HookEvent, HookSender } from './hooks.ts';
import type { Page } from './list.ts';
import type { State } from './state.ts';
import type { Switches } from './switches.ts';
import type { Query } from './validate.ts';
import type { Fields, Row, Scope, Table } from './world.ts';

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
  body?: Schema;
  answer?: Schema;
  handle(call: Call): unknown;
}

export type Served = 'list' | 'get' | 'post' | 'patch' | 'workflow';

/** Whether a record is among those that a parameter asks for, or the property that must match it. */
export type Filter = string | ((record: Row, wanted: never, scope: Scope) => boolean);

/** The event of a change, or all of them. */
export type Events = HookEvent | ((row: Row) => HookEvent[]);

/** What the file of a resource says of it; the document says the rest. */
export interface Definition
  extends Pick<Table, 'path' | 'name' | 'ofAccount' | 'rows' | 'seed' | 'many'> {
  serves?: readonly Served[];
  id?: Table['id'];
  /** The schema of a record; otherwise that of the list or of GET `{id}` in the document. */
  dto?: Schema;
  /** Properties computed when they are read, beside records that are named as usual (define.ts). */
  joins?: Table['joins'];
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
  /** What only a PATCH takes. */
  changes?: string;
  /** Properties that name records of other resources. */
  references?: Record<string, string>;
  /** Whose tags it has. */
  tagType?: string;
  /** Whose steps it goes through. */
  workflow?: string;
  /** The custom fields that the fictional customer has defined; unknown ones are dropped. */
  customFields?: readonly string[];
  /** What else is wrong with a record to be stored, by property. */
  refuses?: (fields: Fields, scope: Scope) => Record<string, string | false | undefined>;
  /** What the server sets on a new record. */
  fresh?: (fields: Fields, now: Date, scope: Scope) => Fields;
  /** What the server sets beside a change. */
  follows?: (changed: Fields, row: Row, scope: Scope) => Fields;
  /** What moving to another step sets. */
  moved?: (row: Row) => Fields;
  /** What closing sets. */
  closed?: (row: Row, scope: Scope) => Fields;
  events?: { created?: HookEvent; changed?: Events; moved?: Events };
  /** Calls that are peculiar to it. */
  routes?: readonly Route[];
  /** Calls of the control plane, beside those of `define.ts`. */
  controls?: readonly Route[];
}

export interface Resource extends Table {
  routes: readonly Route[];
  controls?: readonly Route[];
  /** Checks, stores and announces a new record. @param events what it fires instead of its own */
  create(call: Pick<Call, 'scope' | 'hooks'>, body: unknown, events?: HookEvent[]): Row;
  /** Puts a record in a step, and announces it. @param userId who did it, if not the key's user */
  move(call: Pick<Call, 'scope' | 'hooks'>, row: Row, step: Row, userId?: number): void;
  /** Announces a record. @param userId who did it, if not the key's user */
  announce(
    call: Pick<Call, 'scope' | 'hooks'>,
    row: Row,
    events: HookEvent[],
    userId?: number,
  ): void;
}
