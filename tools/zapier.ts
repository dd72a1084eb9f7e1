/**
 * A local Zapier: the platform's own handler, which Zapier's servers call for each operation, and
 * addresses that receive webhooks and pass them to the app as Zapier does.
 */
import type { IncomingMessage } from 'node:http';
import * as platform from 'zapier-platform-core';
import { listen } from './loopback.ts';

/** What Zapier passes to an operation, as far as this app uses it. */
export interface Bundle {
  authData?: Record<string, string>;
  inputData?: Record<string, unknown>;
  meta?: Record<string, unknown>;
  targetUrl?: string;
  subscribeData?: unknown;
  rawRequest?: unknown;
  cleanedRequest?: unknown;
}

/** How long a webhook may take to arrive, in milliseconds; Dastra itself gives up after 10 s. */
const HOOK_MS = 10_000;

/** Zapier names a request's headers `Http-…`, but for two. */
const zapierHeaders = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const camelCase = name.replace(/(^|-)([a-z])/g, (letter) => letter.toUpperCase());
      const kept = /^content-(type|length)$/i.test(name);
      return [kept ? camelCase : `Http-${camelCase}`, String(value)];
    }),
  );

/** A webhook as it reaches the `perform` of a trigger. */
type Webhook = Pick<Bundle, 'rawRequest' | 'cleanedRequest'>;

/** Where Dastra sends the webhooks of one Zap. */
interface HookAddress {
  targetUrl: string;
  /** The next webhook that has not been taken yet. @throws Error after ten seconds without one */
  next(): Promise<Webhook>;
}

export interface LocalZapier {
  /** Runs a method of the app, such as `creates.create_task.operation.perform`. */
  run(method: string, bundle: Bundle): Promise<unknown>;
  /** Opens a new address for webhooks. */
  openAddress(): HookAddress;
  close(): Promise<void>;
}

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

/** What takes an event, such as `{ command: 'validate' }`; it throws what the app throws. */
type Handler = (event: {
  method?: string;
  [key: string]: unknown;
}) => Promise<{ results: unknown }>;

// The typings of the platform leave this function out.
const { createAppHandler } = platform as unknown as { createAppHandler(app: object): Handler };

/** The kinds of operations, as a definition has them. */
const KINDS = ['triggers', 'searches', 'creates', 'searchOrCreates'];

/** The app with one operation only: that of a method such as `creates.create_task.operation.perform`; with none by default. */
export const withOnly = (app: object, method = ''): object => {
  const [kind = '', key = ''] = method.split('.');
  const operation: unknown = Reflect.get(Object(Reflect.get(app, kind)), key);
  const none = Object.fromEntries(KINDS.map((other) => [other, {}]));
  return { ...app, ...none, ...(KINDS.includes(kind) ? { [kind]: { [key]: operation } } : {}) };
};

/**
 * The platform's own handler, as Zapier's servers call it. The platform looks through the whole
 * definition for each run, and then uses one operation of it: here it gets no other. Other events get
 * the whole app.
 * @param app the app's definition
 */
export const handlerOf = (app: object): Handler => {
  const whole = createAppHandler(app);
  const handlers = new Map<string, Handler>();
  return (event) => {
    const { method } = event;
    if (method === undefined) return whole(event);
    const handler = handlers.get(method) ?? createAppHandler(withOnly(app, method));
    handlers.set(method, handler);
    return handler(event);
  };
};

/**
 * Starts a local Zapier, on a free port of the loopback interface.
 * @param app the app, as `dist/index.js` exports it
 */
export const startZapier = async (app: object): Promise<LocalZapier> => {
  const handler = handlerOf(app);
  // Replaces the cache that Zapier keeps between runs of a Zap.
  const zcacheTestObj = {};

  const arrived = new Map<string, Webhook[]>();
  const waiting = new Map<string, (webhook: Webhook) => void>();

  const server = await listen(async (request, response) => {
    const path = request.url ?? '';
    const content = await read(request);
    const queue = arrived.get(path);
    // Zapier answers 410 for an address that no Zap uses any more.
    response.writeHead(queue ? 200 : 410).end();
    if (!queue) return;
    const webhook = {
      rawRequest: {
        method: request.method,
        querystring: '',
        headers: zapierHeaders(request.headers),
        content,
      },
      cleanedRequest: JSON.parse(content) as unknown,
    };
    const take = waiting.get(path);
    waiting.delete(path);
    if (take) take(webhook);
    else queue.push(webhook);
  });

  return {
    run: async (method, bundle) => {
      const event = { command: 'execute', method, bundle, zcacheTestObj, calledFromCli: true };
      const { results } = await handler(event);
      return results;
    },
    openAddress: () => {
      const path = `/hooks/${arrived.size + 1}`;
      const queue: Webhook[] = [];
      arrived.set(path, queue);
      return {
        targetUrl: `${server.url}${path}`,
        next: () => {
          const first = queue.shift();
          if (first) return Promise.resolve(first);
          return new Promise((resolve, reject) => {
            const timer = setTimeout(
              () => reject(new Error(`No webhook within ${HOOK_MS / 1000} s.`)),
              HOOK_MS,
            );
            waiting.set(path, (webhook) => {
              clearTimeout(timer);
              resolve(webhook);
            });
          });
        },
      };
    },
    close: server.close,
  };
};
