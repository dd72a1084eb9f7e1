/** What the app asked of Dastra, as the tests look into it. */
import { type Endpoint, endpointFor } from '../../contract/endpoints.ts';
import type { LoggedCall } from '../../sandbox/engine/state.ts';

/** The values that calls send under a name: in the query, in a body, or in a JSON Patch. */
export const sentUnder = (calls: readonly LoggedCall[], name: string): unknown[] =>
  calls
    .flatMap(({ query, body }) => {
      const inPatch = Array.isArray(body)
        ? body.filter((change) => Reflect.get(change, 'path') === `/${name}`)
        : [];
      const inBody = typeof body === 'object' && body !== null ? [Reflect.get(body, name)] : [];
      return [query[name], ...inBody, ...inPatch.map((change) => Reflect.get(change, 'value'))];
    })
    .filter((value) => value !== undefined);

/**
 * The endpoint that a call is for.
 * @throws Error if it leads anywhere else, or sends what the endpoint does not declare
 */
export const endpointOf = ({ method, path, query, body }: LoggedCall): Endpoint => {
  const endpoint = endpointFor(method, path);
  // Each value is one segment, and none leads to another workspace.
  const isStraight = /^(\/[\w-]+)+$/.test(path) && /^\/(v1\/(?!ws\/)|v1\/ws\/101\/|me$)/.test(path);
  if (!endpoint || !isStraight) throw new Error(`A call of its own: ${method} ${path}`);
  const declared = { ...endpoint.body, ...endpoint.changes, ...endpoint.echoed };
  const names = Array.isArray(body)
    ? body.map((change) => String(Reflect.get(change, 'path')).slice(1))
    : Object.keys((endpoint.file ? undefined : (body as object | null)) ?? {});
  const odd = [
    ...names.filter((name) => !Object.hasOwn(declared, name)),
    ...Object.keys(query).filter((name) => !Object.hasOwn(endpoint.query, name)),
  ];
  if (odd.length > 0) throw new Error(`${method} ${path} sends ${odd.join(', ')}`);
  return endpoint;
};
