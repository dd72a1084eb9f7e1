/** A call, checked against the document before it is answered and cut to the document after. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { endpoint, type Properties } from './document.ts';
import type { HookSender } from './hooks.ts';
import { logBody } from './middleware.ts';
import { present } from './present.ts';
import { notFound, Problem } from './problems.ts';
import type { Route } from './resource.ts';
import type { State } from './state.ts';
import { receiveFile } from './upload.ts';
import { check, findErrors, readQuery } from './validate.ts';
import { Scope } from './world.ts';

type RawQuery = Record<string, string | string[]>;

/** Serves a route. */
export const addRoute = (
  app: FastifyInstance,
  { method, path, handle, ...given }: Route,
  state: State,
  hooks: HookSender,
): void => {
  const documented = endpoint(method, path);
  const { query: parameters, body: schema, answer } = { ...documented, ...given };
  app.route({
    method,
    url: path.replace(/\{(\w+)\}/g, ':$1'),
    async handler(request, reply) {
      const params = request.params as Record<string, string>;
      const scope = scopeOf(state, params.workspaceId);
      checkIds(params, documented.path);
      const query = readQuery(request.query as RawQuery, parameters);
      const body = await bodyOf(request, documented.file, state.switches.uploadLimit);
      if (schema) check(body, schema);
      const call = { scope, state, hooks, params, query, body, request, reply };
      const result = await handle(call);
      return result === reply ? reply : present(answer, result);
    },
  });
};

/** What was sent: JSON, or the file of a call that takes one. @throws a 415 for the other of them */
const bodyOf = async (request: FastifyRequest, file: string | undefined, limit: number) => {
  const { body, headers } = request;
  if ((file !== undefined) !== body instanceof Readable) {
    throw new Problem(415, 'Unsupported Media Type');
  }
  if (file === undefined || !(body instanceof Readable)) return body;
  const received = await receiveFile(body, headers, file, limit);
  const { fileName, size, sha256 } = received;
  logBody(request, { [file]: { fileName, size, sha256 } });
  return received;
};

/** The workspace that a path names, or the account. @throws a 404 for any other */
const scopeOf = (state: State, workspaceId: string | undefined): Scope => {
  const account = new Scope(state, 0);
  if (workspaceId === undefined) return account;
  const { id } = account.row('WorkSpaces', workspaceId);
  return new Scope(state, Number(id));
};

/** An id in the path that is not a number or GUID matches no route of ASP.NET. */
const checkIds = (params: Record<string, string>, properties: Properties): void => {
  for (const [name, value] of Object.entries(params)) {
    const { type, format } = properties[name] ?? {};
    const id = type === 'integer' && /^-?\d+$/.test(value) ? Number(value) : value;
    if (Object.keys(findErrors(id, { type, format })).length > 0) throw notFound('Resource');
  }
};
