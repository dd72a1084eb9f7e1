import fastify, { type FastifyInstance } from 'fastify';
import { validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { API_KEY, addAdmission } from './admission.ts';
import type { App, Context } from './context.ts';
import { addControlRoutes } from './control.ts';
import { toJson } from './dates.ts';
import { invalid, notFound, sendProblem } from './problems.ts';
import { addAccountRoutes } from './routes/account.ts';
import { addActorRoutes } from './routes/actors.ts';
import { addProcessingRoutes } from './routes/processings.ts';
import { addReferentialRoutes } from './routes/referential.ts';
import { addRelatedRoutes } from './routes/related.ts';
import { addRequestRoutes } from './routes/requests.ts';
import { addTaskRoutes } from './routes/tasks.ts';
import { addWebhookUrlRoutes } from './routes/webhook-urls.ts';
import { createState } from './state.ts';
import { HookSender } from './webhooks.ts';

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
 * Starts a stand-in for the parts of the Dastra API that the app calls, on this machine only.
 * @param options.port the port to listen on; 0, the default, takes a free one
 * @param options.records how many further records of each kind the first workspace holds
 * @throws what Node says when the port cannot be had, such as EADDRINUSE
 */
export async function startSandbox({
  port = 0,
  records = 0,
}: {
  port?: number;
  records?: number;
} = {}): Promise<Sandbox> {
  const state = createState(records);
  const hooks = new HookSender(state);
  const closing = new AbortController();
  const server = buildServer({ state, hooks }, closing.signal);
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
}

function buildServer(context: Context, closing: AbortSignal): FastifyInstance {
  const server = fastify({
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    // ASP.NET routes ignore case [I] (fact sheet §1, Workspaces).
    routerOptions: { caseSensitive: false },
  });
  server.setValidatorCompiler(validatorCompiler);
  server.setErrorHandler(sendProblem);
  acceptJson(server);

  // Two plugins, so that only API calls pass the admission.
  server.register(async (api) => {
    const { state } = context;
    addAdmission(api, state, closing);
    api.setReplySerializer((payload) => toJson(payload, state.switches.datesWithZone));
    api.setNotFoundHandler(() => {
      throw notFound('Resource');
    });
    const app = api.withTypeProvider<ZodTypeProvider>();
    for (const addRoutes of apiRoutes) addRoutes(app, context);
  });
  server.register(async (control) => {
    addControlRoutes(control.withTypeProvider<ZodTypeProvider>(), context);
  });
  return server;
}

const apiRoutes: ((app: App, context: Context) => void)[] = [
  addAccountRoutes,
  addReferentialRoutes,
  addActorRoutes,
  addProcessingRoutes,
  addRequestRoutes,
  addTaskRoutes,
  addRelatedRoutes,
  addWebhookUrlRoutes,
];

/** The content types of the OpenAPI document (fact sheet §1, Bodies); any other is a 415. */
function acceptJson(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    /^(application\/json|text\/json|application\/[\w.-]+\+json)\s*(;|$)/i,
    { parseAs: 'string' },
    async (_request: unknown, text: string) => {
      if (text === '') return undefined;
      try {
        return JSON.parse(text);
      } catch {
        throw invalid({ Body: ['Body: the text is no JSON'] });
      }
    },
  );
}
