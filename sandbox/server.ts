/** A stand-in for the parts of the Dastra API that the app calls. */
import fastify, { type FastifyInstance } from 'fastify';
import { addControlRoutes } from './engine/control.ts';
import { toJson } from './engine/dates.ts';
import { HookSender } from './engine/hooks.ts';
import { API_KEY, addMiddleware } from './engine/middleware.ts';
import { invalidField, notFound, sendProblem } from './engine/problems.ts';
import { addRoute } from './engine/route.ts';
import { createState } from './engine/state.ts';
import { RESOURCES } from './resources/index.ts';

/** A running sandbox. */
export interface Sandbox {
  /** `http://127.0.0.1:<port>`, in place of `https://api.dastra.eu`. */
  url: string;
  /** The key that the header `X-API-Key` must carry. */
  apiKey: string;
  /** Ends it at once, with all that waits in it. */
  close(): Promise<void>;
}

/**
 * Starts a sandbox on this machine only.
 * @param options.port the port to listen on; 0, the default, takes a free one
 * @param options.records how many further records of each kind the first workspace holds
 * @param options.seededAt the moment that the dates of its records count from, also after a reset; by
 *   default, they count from the start or the reset
 * @throws what Node says when the port cannot be had, such as EADDRINUSE
 */
export const startSandbox = async ({
  port = 0,
  records = 0,
  seededAt,
}: {
  port?: number;
  records?: number;
  seededAt?: Date;
} = {}): Promise<Sandbox> => {
  const state = createState(RESOURCES, records, seededAt);
  const hooks = new HookSender(state);
  const closing = new AbortController();
  const server = fastify({
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    // ASP.NET routes ignore case (assumption A4).
    routerOptions: { caseSensitive: false },
  });
  server.setErrorHandler(sendProblem);
  acceptBodies(server);

  // Two plugins, so that only API calls pass the middleware.
  server.register(async (api) => {
    addMiddleware(api, state, closing.signal);
    api.setReplySerializer((payload) => toJson(payload, state.switches.datesWithZone));
    api.setNotFoundHandler(() => {
      throw notFound('Resource');
    });
    for (const { routes } of RESOURCES) {
      for (const route of routes) addRoute(api, route, state, hooks);
    }
  });
  server.register(async (control) => {
    addControlRoutes(control, state, hooks);
    for (const { controls = [] } of RESOURCES) {
      for (const route of controls) addRoute(control, route, state, hooks);
    }
  });

  const url = await server.listen({ host: '127.0.0.1', port });
  return {
    url,
    apiKey: API_KEY,
    async close() {
      closing.abort();
      hooks.cancel();
      await server.close();
    },
  };
};

/** The content types of the OpenAPI document (docs/dastra-api.md, Bodies); any other is a 415. */
const acceptBodies = (server: FastifyInstance): void => {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    /^(application\/json|text\/json|application\/[\w.-]+\+json)\s*(;|$)/i,
    { parseAs: 'string' },
    async (_request: unknown, text: string) => {
      if (text === '') return undefined;
      try {
        return JSON.parse(text);
      } catch {
        throw invalidField('Body', 'The text is not JSON');
      }
    },
  );
  // A file is read as it comes, by a route that takes one.
  server.addContentTypeParser('multipart/form-data', (_request, payload, done) => {
    done(null, payload);
  });
};
