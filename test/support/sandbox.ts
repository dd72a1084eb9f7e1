/** A sandbox of its own for each test, and the app that talks to it through Zapier's own handler. */
import app from '../../index.ts';
import { type Remote, remoteOf } from '../../sandbox/remote.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { type Bundle, handlerOf } from '../../tools/zapier.ts';

/** What an operation of the app is run with, beside its input. */
type More = Omit<Bundle, 'inputData'>;

type Operation = Record<string, unknown>;

/** Where a trigger, a search or an action stands in the app's definition, and its operation. */
const find = (key: string): { path: string; operation: Operation } => {
  const { triggers, searches, creates } = app;
  for (const [kind, group] of Object.entries({ triggers, searches, creates })) {
    const found = (group as Record<string, { operation: object }>)[key];
    if (found) return { path: `${kind}.${key}`, operation: found.operation as Operation };
  }
  throw new Error(`The app has no operation ${key}.`);
};

/** The operation of a trigger, a search or an action, by its key. */
export const operationOf = (key: string): Operation => find(key).operation;

export interface TestSandbox extends Pick<Remote, 'api' | 'control' | 'calls'> {
  /** The address of this test's sandbox. */
  readonly url: string;
  /** Runs one function of an operation, `perform` unless another is named. */
  run<Result = Record<string, unknown>>(
    key: string,
    inputData: object,
    more?: More & { method?: string },
  ): Promise<Result>;
  /** Runs any method of the app, such as `authentication.test`. */
  call<Result = unknown>(method: string, bundle: object): Promise<Result>;
  /** The message of the error that `run` ends in, with its name, as in "HaltedError: …". */
  failure(key: string, inputData: object, more?: More & { method?: string }): Promise<string>;
}

/** Errors of the platform carry their message in JSON. */
const plainMessage = (error: unknown): string => {
  if (!(error instanceof Error)) throw error;
  const { name, message } = error;
  if (!message.startsWith('{')) return `${name}: ${message}`;
  const parsed = JSON.parse(message) as { message: string; delay?: number };
  return `${name}: ${parsed.message}${parsed.delay === undefined ? '' : ` [${parsed.delay}]`}`;
};

/**
 * Gives each test of a file a fresh sandbox, and points the app at it.
 * @param options what the sandbox is started with
 */
export const useSandbox = (options: { records?: number } = {}): TestSandbox => {
  const handler = handlerOf(app);
  let sandbox: Sandbox;
  let zcacheTestObj: Record<string, unknown>;

  beforeEach(async () => {
    sandbox = await startSandbox(options);
    process.env.DASTRA_API_URL = sandbox.url;
    zcacheTestObj = {};
  });
  afterEach(async () => {
    delete process.env.DASTRA_API_URL;
    await sandbox.close();
  });

  const call = async <Result>(method: string, bundle: object) => {
    const { results } = await handler({
      command: 'execute',
      method,
      bundle,
      zcacheTestObj,
      logToStdout: true,
      detailedLogToStdout: true,
    });
    return results as Result;
  };
  const run = <Result>(
    key: string,
    inputData: object,
    { method = 'perform', ...more }: More & { method?: string } = {},
  ) =>
    call<Result>(`${find(key).path}.operation.${method}`, {
      authData: { apiKey: sandbox.apiKey },
      inputData,
      ...more,
    });
  return {
    get url() {
      return sandbox.url;
    },
    run,
    call,
    failure: async (...args) => {
      const outcome = await run(...args).then(
        (result) => ({ result }),
        (error: unknown) => ({ message: plainMessage(error) }),
      );
      if ('message' in outcome) return outcome.message;
      throw new Error(`It did not fail, but gave ${JSON.stringify(outcome.result)}.`);
    },
    calls: () => remoteOf(sandbox).calls(),
    api: (path) => remoteOf(sandbox).api(path),
    control: (path, body) => remoteOf(sandbox).control(path, body),
  };
};
