/**
 * The app as Zapier's servers run it: the platform's handler with its HTTP patch, and its own logger
 * that posts what it logs. Here it posts to a listener of the test.
 */
import { randomUUID } from 'node:crypto';
import app from '../../index.ts';
import { listen } from '../../tools/loopback.ts';
import { type Bundle, handlerOf } from '../../tools/zapier.ts';
import { type Outcome, outcomeOf } from '../resilience/fault-harness.ts';

/** An entry of Zapier's log. */
export interface Entry {
  message: string;
  data: Record<string, unknown>;
}

/** How an operation ended, and what was seen of it. */
export interface Run {
  outcome: Outcome;
  /** What the platform logged, as it was posted. */
  log: string;
  milliseconds: number;
}

interface Options {
  /** Zapier's cache; `'silent'` takes requests and never answers. */
  cache?: Record<string, unknown> | 'silent';
  /** After so many milliseconds the run counts as one that does not end. */
  within: number;
}

export interface Production {
  /** Runs a method of the app, such as `creates.create_task.operation.perform`. */
  run(method: string, bundle: Bundle, options: Options): Promise<Run>;
  close(): Promise<void>;
}

/** How an operation ends that has not ended in time. */
const stillRunning = (within: number) => {
  let timer: NodeJS.Timeout | undefined;
  const outcome = new Promise<Outcome>((resolve) => {
    const message = `It is still running after ${within} ms.`;
    timer = setTimeout(resolve, within, { name: 'Late', message, delay: undefined, whole: '' });
  });
  return { outcome, stop: () => clearTimeout(timer) };
};

/** The entries of a log as it was posted. */
export const entriesOf = (log: string): Entry[] =>
  log
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Entry);

/**
 * Starts Zapier's side of production, on free ports of the loopback interface.
 * @param of the app that it runs
 */
export const startProduction = async (of: object = app): Promise<Production> => {
  const logs = new Map<string, string>();
  const logServer = await listen((request, response) => {
    const token = String(request.headers['x-token']);
    request.setEncoding('utf8');
    request.on('data', (text: string) => logs.set(token, `${logs.get(token) ?? ''}${text}`));
    request.on('end', () => response.end());
  });
  const silentCache = await listen(() => undefined);
  process.env.LOGGING_ENDPOINT = logServer.url;
  const handler = handlerOf(of);
  const { fetch } = globalThis;
  const running = new Set<Promise<unknown>>();

  return {
    run: async (method, bundle, { cache = {}, within }) => {
      const token = randomUUID();
      const begin = Date.now();
      const late = stillRunning(within);
      const work = outcomeOf(
        handler({
          command: 'execute',
          method,
          bundle,
          token,
          ...(cache === 'silent' ? { rpc_base: silentCache.url } : { zcacheTestObj: cache }),
        }).then(({ results }) => results),
      );
      running.add(work);
      const outcome = await Promise.race([work, late.outcome]);
      late.stop();
      // The handler logs what anything in this process fetches from now on, tests included.
      globalThis.fetch = fetch;
      return { outcome, log: logs.get(token) ?? '', milliseconds: Date.now() - begin };
    },
    close: async () => {
      await silentCache.close();
      await Promise.all(running);
      await logServer.close();
      delete process.env.LOGGING_ENDPOINT;
    },
  };
};
