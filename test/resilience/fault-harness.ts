/**
 * What the resilience tests run in: a sandbox, the app in Zapier's own handler, a foreign host that
 * redirects point to, and hands to plan faults and to look into what is left.
 */
import dns from 'node:dns';
import app from '../../index.ts';
import { type Remote, remoteOf } from '../../sandbox/remote.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { listen } from '../../tools/loopback.ts';
import { type Bundle, handlerOf } from '../../tools/zapier.ts';
import { isLogKept, keepPlatformLog } from '../support/log.ts';

/** How an operation ended. */
export type Outcome =
  | { result: unknown }
  | {
      /** The error's class, as Zapier tells them apart. */
      name: string;
      /** What the Zap builder reads. */
      message: string;
      /** Seconds, where Zapier is told how long to wait. */
      delay: number | undefined;
      /** All that the error holds, as text. */
      whole: string;
    };

type Cache = Record<string, unknown>;

/** Where the foreign host serves a file, as Zapier does to an action that takes one. */
const FILE_PATH = '/note.txt';

export interface FaultHarness extends Remote {
  /** The sandbox's address. */
  url: string;
  apiKey: string;
  /** The foreign host's address. */
  foreignUrl: string;
  /** The address of a small text file. */
  fileUrl: string;
  /** How many requests the foreign host has had, beside those for the file. */
  foreignCalls(): number;
  /**
   * Runs a method of the app, such as `creates.create_task.operation.perform`.
   * @param cache Zapier's cache, or that it is down
   */
  run<Result = unknown>(method: string, bundle: Bundle, cache?: Cache | 'down'): Promise<Result>;
  /** The cache that runs have unless another is given. */
  cache: Cache;
  /** Removes all injected faults. */
  clearFaults(): Promise<void>;
  /** Waits until the sandbox is done with every call that it has received. */
  settle(): Promise<void>;
  /** Begins anew: a fresh sandbox, an empty cache, no faults. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** How an operation ends: with a result, or with an error taken apart. */
export const outcomeOf = async (running: Promise<unknown>): Promise<Outcome> => {
  try {
    return { result: await running };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { name, message } = error;
    const whole = `${String(error)} ${JSON.stringify(error)} ${error.stack}`;
    // Errors of the platform carry their message in JSON.
    if (!message.startsWith('{')) return { name, message, delay: undefined, whole };
    const parsed = JSON.parse(message) as { message: string; delay?: number | null };
    return { name, message: parsed.message, delay: parsed.delay ?? undefined, whole };
  }
};

const startForeignHost = async () => {
  let calls = 0;
  const server = await listen(({ url }, response) => {
    if (url === FILE_PATH) {
      response.writeHead(200, { 'content-type': 'text/plain' }).end('A small file.');
      return;
    }
    calls += 1;
    response.end('{}');
  });
  const forget = () => {
    calls = 0;
  };
  return { ...server, calls: () => calls, forget };
};

/** Host names under .invalid are unknown at once: no resolver outside this machine is asked. */
const forgetInvalidNames = () => {
  const { lookup } = dns;
  dns.lookup = ((hostname: string, ...rest: unknown[]) => {
    if (!hostname.endsWith('.invalid')) return Reflect.apply(lookup, dns, [hostname, ...rest]);
    const done = rest.at(-1) as (error: Error) => void;
    const code = 'ENOTFOUND';
    setImmediate(() => done(Object.assign(new Error(`getaddrinfo ${code}`), { code, hostname })));
  }) as typeof lookup;
  return () => {
    dns.lookup = lookup;
  };
};

/**
 * Starts a harness, and points the app at its sandbox.
 * @param running a sandbox that runs elsewhere, and ends with the harness; without it, there is one in this process
 */
export const startFaultHarness = async (running?: Sandbox): Promise<FaultHarness> => {
  const sandbox = running ?? (await startSandbox());
  const foreignHost = await startForeignHost();
  const rememberNames = forgetInvalidNames();
  process.env.DASTRA_API_URL = sandbox.url;
  const handler = handlerOf(app);

  const remote = remoteOf(sandbox);

  const harness: FaultHarness = {
    url: sandbox.url,
    apiKey: sandbox.apiKey,
    foreignUrl: foreignHost.url,
    fileUrl: `${foreignHost.url}${FILE_PATH}`,
    foreignCalls: foreignHost.calls,
    cache: {},
    run: async <Result>(method: string, bundle: Bundle, cache: Cache | 'down' = harness.cache) => {
      const { results } = await handler({
        command: 'execute',
        method,
        bundle: { authData: { apiKey: sandbox.apiKey }, inputData: {}, ...bundle },
        // Without a stand-in the platform asks a server for its cache; nobody listens at this one.
        ...(cache === 'down' ? { rpc_base: 'http://127.0.0.1:9' } : { zcacheTestObj: cache }),
        ...(isLogKept() ? { logToStdout: true, customLogger: keepPlatformLog } : {}),
      });
      return results as Result;
    },
    ...remote,
    clearFaults: async () => {
      await remote.forget('faults');
      process.env.DASTRA_API_URL = sandbox.url;
    },
    reset: async () => {
      await remote.control('reset');
      process.env.DASTRA_API_URL = sandbox.url;
      harness.cache = {};
      foreignHost.forget();
    },
    settle: async () => {
      const until = Date.now() + 10_000;
      while ((await remote.calls()).some(({ status }) => status === null)) {
        if (Date.now() > until) throw new Error('The sandbox is still busy after ten seconds.');
      }
    },
    close: async () => {
      delete process.env.DASTRA_API_URL;
      rememberNames();
      await foreignHost.close();
      await sandbox.close();
    },
  };
  return harness;
};

/**
 * One harness for the tests of a file; each begins with a fresh sandbox and an empty cache.
 * @param options what the sandbox is started with
 */
export const useFaultHarness = (options?: { records?: number }): FaultHarness => {
  let harness: FaultHarness | undefined;
  beforeAll(async () => {
    harness = await startFaultHarness(options && (await startSandbox(options)));
  });
  beforeEach(() => harness?.reset());
  afterAll(() => harness?.close());
  return new Proxy({} as FaultHarness, {
    get: (_target, name) => Reflect.get(harness ?? {}, name),
    set: (_target, name, value) => Reflect.set(harness ?? {}, name, value),
  });
};
