/** A sandbox of its own for each test, and the app that talks to it through Zapier's test runtime. */
import { createAppTester, type ZObject } from 'zapier-platform-core';
import app from '../../index.ts';
import { type Remote, remoteOf } from '../../sandbox/remote.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import type { Bundle } from '../../tools/zapier.ts';

// The platform types what a function gets; here all of it is made by hand.
type Perform = (z: ZObject, bundle: never) => unknown;
type Tester = (perform: Perform, bundle: object, clearCache?: boolean) => Promise<unknown>;

/** What an operation of the app is run with, beside its input. */
type More = Omit<Bundle, 'inputData'>;

type Operation = Record<string, unknown>;

/** The operation of a trigger, a search or an action, by its key. */
export const operationOf = (key: string): Operation => {
  const found = { ...app.triggers, ...app.searches, ...app.creates }[key];
  if (!found) throw new Error(`The app has no operation ${key}.`);
  return found.operation as unknown as Operation;
};

export interface TestSandbox extends Pick<Remote, 'api' | 'control' | 'calls'> {
  /** The address of this test's sandbox. */
  readonly url: string;
  /** Runs one function of an operation, `perform` unless another is named. */
  run<Result = Record<string, unknown>>(
    key: string,
    inputData: object,
    more?: More & { method?: string },
  ): Promise<Result>;
  /** Runs any function of the app. */
  call<Result = unknown>(perform: unknown, bundle: object): Promise<Result>;
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
  let sandbox: Sandbox;
  let tester: Tester;

  beforeEach(async () => {
    sandbox = await startSandbox(options);
    process.env.DASTRA_API_URL = sandbox.url;
    tester = createAppTester(app) as unknown as Tester;
  });
  afterEach(async () => {
    delete process.env.DASTRA_API_URL;
    await sandbox.close();
  });

  const call = async <Result>(perform: unknown, bundle: object) =>
    (await tester(perform as Perform, bundle)) as Result;
  const run = <Result>(
    key: string,
    inputData: object,
    { method = 'perform', ...more }: More & { method?: string } = {},
  ) =>
    call<Result>(operationOf(key)[method], {
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
