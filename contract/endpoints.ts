/**
 * All that this app uses of Dastra's API: the client's own endpoints, with the shapes that Dastra's
 * document gives to their answers. A call, a parameter or a property that is used but not declared, or
 * declared but never used, is drift (`traffic-check.ts`).
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Endpoint as Call, ListEndpoint, Shape as Shapes } from '../src/dastra/endpoint.ts';
import * as query from '../src/dastra/query.ts';
import { facts } from '../src/dastra/sent.ts';
import * as webhooks from '../src/dastra/webhooks.ts';
import { root } from '../tools/root.ts';

type Schema = z.ZodMiniType;
type Shape = Record<string, Schema>;

/**
 * One call. An enumeration made with `z.enum` is one that users choose from, so it must equal
 * Dastra's; one made with `z.literal` is what we send, and must be among Dastra's.
 */
export interface Endpoint extends Pick<Call, 'method' | 'path' | 'effect' | 'file'> {
  /** The query parameters, all of them optional. */
  query: Shape;
  /** The properties of a JSON body that we can send. */
  body?: Shape;
  /** The properties that a JSON Patch may replace. */
  changes?: Shape;
  /** Properties of the body that Dastra gave us before: they are checked like what is read. */
  echoed: Shape;
  /** What we read of the answer, in the shape that Dastra's document gives it; one a purpose. */
  answers: Schema[];
}

/** Modules that hold endpoints: one folder a resource, and the subscriptions. */
const folders = join(root, 'src', 'resources');
const modules: Record<string, unknown>[] = [{ ...webhooks }];
for (const entry of readdirSync(folders, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
  modules.push((await import(join(entry.parentPath, entry.name))) as Record<string, unknown>);
}

type Declared = Call | ListEndpoint;

const isEndpoint = (value: unknown): value is Declared =>
  typeof value === 'object' && value !== null && 'effect' in value && 'doing' in value;

/** The endpoints that a module exports, also those that are values of a table. */
const endpointsIn = (exported: unknown, depth = 2): Declared[] => {
  if (isEndpoint(exported)) return [exported];
  if (depth === 0 || typeof exported !== 'object' || exported === null) return [];
  return Object.values(exported).flatMap((value) => endpointsIn(value, depth - 1));
};

/** The client skips rows of a list of choices that have no ID. */
const rowOf = ({ items, choices }: ListEndpoint): Schema => {
  const { shape } = items._zod.def as unknown as { shape: Shape };
  return choices && shape.id ? z.object({ ...shape, id: z.nullable(shape.id) }) : items;
};

const answerOf = (endpoint: Declared): Schema | undefined => {
  if (!('items' in endpoint)) return endpoint.answer;
  const list = z.array(rowOf(endpoint));
  if (endpoint.in === 'array') return list;
  if (endpoint.in !== 'page') return z.object({ [endpoint.in]: z.nullable(list) });
  return z.object({ items: z.nullable(list), total: z.optional(z.number()) });
};

const isEchoed = (schema: Schema): boolean => {
  const { innerType } = schema._zod.def as { innerType?: Schema };
  return facts.get(schema)?.echoed === true || (innerType !== undefined && isEchoed(innerType));
};

const split = (shape: Shapes, echoed: boolean): Shape =>
  Object.fromEntries(Object.entries(shape).filter(([, schema]) => isEchoed(schema) === echoed));

const endpointOf = (declared: Declared): Endpoint => {
  const { method, path, effect } = declared;
  const { body, changes, file } = declared as Call;
  const answer = answerOf(declared);
  const asked = {
    ...declared.query,
    ...('select' in declared && declared.select ? { select: query.text } : {}),
  };
  return {
    method,
    path,
    effect,
    query: asked,
    echoed: split({ ...body, ...changes }, true),
    ...(body ? { body: split(body, false) } : {}),
    ...(changes ? { changes: split(changes, false) } : {}),
    ...(file ? { file } : {}),
    answers: answer ? [answer] : [],
  };
};

/** The app may make a call for several purposes, each of which uses another part of it. */
const merged = (one: Endpoint | undefined, other: Endpoint): Endpoint => ({
  ...one,
  ...other,
  query: { ...one?.query, ...other.query },
  ...(one?.body || other.body ? { body: { ...one?.body, ...other.body } } : {}),
  ...(one?.changes || other.changes ? { changes: { ...one?.changes, ...other.changes } } : {}),
  echoed: { ...one?.echoed, ...other.echoed },
  answers: [...(one?.answers ?? []), ...other.answers],
});

/** The endpoints among values and tables of values: each call once, by path and method. */
export const endpointsOf = (exported: readonly unknown[]): Endpoint[] => {
  const byName = new Map<string, Endpoint>();
  for (const declared of new Set(exported.flatMap((one) => endpointsIn(one)))) {
    const endpoint = endpointOf(declared);
    byName.set(nameOf(endpoint), merged(byName.get(nameOf(endpoint)), endpoint));
  }
  return [...byName.values()].sort(
    (one, other) => one.path.localeCompare(other.path) || one.method.localeCompare(other.method),
  );
};

/** How a call is named in a finding. */
export const nameOf = ({ method, path }: { method: string; path: string }): string =>
  `${method} ${path}`;

/** The endpoints of the app. */
export const ENDPOINTS: readonly Endpoint[] = endpointsOf(modules);

/** How webhooks are named in a finding: Dastra makes these calls, to those who subscribe. */
export const WEBHOOK = 'Webhook of /v1/WebHookUrls';

const segments = (path: string) => path.split('/');

const isParameter = (segment: string) => segment.startsWith('{');

/** The endpoint of a call as it was made; the one with the fewest parameters where several match. */
export const endpointFor = (
  method: string,
  path: string,
  endpoints: readonly Endpoint[] = ENDPOINTS,
): Endpoint | undefined =>
  endpoints
    .filter(
      (endpoint) => endpoint.method === method && pathValues(endpoint.path, path) !== undefined,
    )
    .sort(
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
