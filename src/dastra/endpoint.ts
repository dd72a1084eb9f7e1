/**
 * Calls as values: what is called, what may be sent, what comes back, and what the call does to
 * Dastra's data. The client makes calls of them; the contract, the fault tests and the sentences of
 * errors read them.
 */
import type * as z from 'zod/mini';

type Schema = z.ZodMiniType;

/** What may be sent or asked for, by name. */
export type Shape = Readonly<Record<string, Schema>>;

/**
 * What a call does, which decides what may be repeated. A read, a change and a removal lead to the same
 * end however often they are made; a create makes one record more each time.
 */
export type Effect = 'read' | 'create' | 'change' | 'remove';

/** What all calls have. */
interface Call<Path extends string> {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** The path as Dastra's OpenAPI document writes it: `/v1/ws/{workspaceId}/Tasks/{taskId}`. */
  path: Path;
  effect: Effect;
  /** What the call is for: an infinitive without "to", such as "create a task". */
  doing: string;
  /** The records that a 404 may mean, such as "task {taskId}"; without them it means the endpoint. */
  records?: readonly string[];
}

/** One call. */
export interface Endpoint<
  Path extends string = string,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
  Answer = unknown,
> extends Call<Path> {
  /** The query parameters, all of them optional. */
  query?: Query;
  /** The properties of a JSON body. */
  body?: Body;
  /** The properties that a JSON Patch may replace; those that are not named stay as they are. */
  changes?: Body;
  /** The name of the one part of a multipart body, which holds a file. */
  file?: string;
  /** What the answer must look like; without it, any answer will do. */
  answer?: z.ZodMiniType<Answer>;
}

/** A call that answers a list, or one page of it. */
export interface ListEndpoint<
  Path extends string = string,
  Query extends Shape = Shape,
  Item = unknown,
> extends Call<Path> {
  effect: 'read';
  query?: Query;
  /** What each item must look like. */
  items: z.ZodMiniType<Item>;
  /**
   * The shape that the OpenAPI document gives to the list: a page, a bare array, or an object that
   * holds the array under the given name. The client reads all of them.
   */
  in: 'page' | 'array' | (string & {});
  /** The only fields that are wanted, where the list takes `select`. */
  select?: readonly string[];
  /** To choose from: rows without ID are left out, as one odd row must not take the others with it. */
  choices?: true;
}

/** The names in braces of a path. */
type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type Id = string | number;

/** The IDs that a call is about: all those of its path, and others that its sentences name. */
export type Ids<Path extends string> = { readonly [Name in NamesIn<Path>]: Id } & {
  readonly [name: string]: Id | undefined;
};

/** Values of a shape, each of which may be left out. */
export type Some<Of extends Shape> = {
  readonly [Name in keyof Of]?: z.infer<Of[Name]> | undefined;
};

/** Values that a JSON Patch sets; `null` clears a property, `undefined` leaves it as it is. */
export type Changes<Of extends Shape> = {
  readonly [Name in keyof Of]?: z.infer<Of[Name]> | null | undefined;
};

/** A file on its way to Dastra. */
export interface FileToSend {
  name: string;
  /** Its media type. */
  type: string;
  /** In bytes; undefined where nobody knows before the end. */
  size: number | undefined;
  /** Opens it. It is opened anew for each attempt. */
  open(): Promise<AsyncIterable<Uint8Array>>;
}

/** Declares a call, and infers its types. */
export const defineEndpoint = <
  const Path extends string,
  const Query extends Shape = Record<never, Schema>,
  const Body extends Shape = Record<never, Schema>,
  Answer = unknown,
>(
  endpoint: Endpoint<Path, Query, Body, Answer>,
): Endpoint<Path, Query, Body, Answer> => endpoint;

/** Declares a call that answers a list, and infers its types. */
export const defineList = <
  const Path extends string,
  const Query extends Shape = Record<never, Schema>,
  Item = unknown,
>(
  endpoint: Omit<ListEndpoint<Path, Query, Item>, 'method' | 'effect'>,
): ListEndpoint<Path, Query, Item> => ({ method: 'GET', effect: 'read', ...endpoint });

/**
 * A text with its names in braces replaced by values. In a path each value becomes one segment,
 * percent-encoded, so that no value can lead to another path.
 */
const filled = (template: string, ids: Ids<string>, encode: (value: string) => string): string =>
  template.replace(/\{(\w+)\}/g, (_all, name: string) => encode(String(ids[name])));

/** The path of a call: `/v1/ws/12/Actors/a%20b%2Fc`. @throws Error if a value would be a step in it */
export const pathOf = (template: string, ids: Ids<string>): string =>
  filled(template, ids, (value) => {
    // No encoding keeps these two from being resolved.
    if (value === '.' || value === '..') throw new Error('A path segment cannot be dots.');
    return encodeURIComponent(value);
  });

/** The records that a call is about, as in "actor 12 or no processing 3fa8…". */
export const recordOf = (records: readonly string[] | undefined, ids: Ids<string>) =>
  records?.map((record) => filled(record, ids, (value) => value)).join(' or no ');
