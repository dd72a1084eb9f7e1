/**
 * Runs the app for the contract: in Zapier's own handler, against a sandbox, with a proxy between them
 * that records the traffic. The scenarios are in `suite.ts`.
 */
import app from '../index.ts';
import { remoteOf } from '../sandbox/remote.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { definition } from '../tools/definition.ts';
import { listen } from '../tools/loopback.ts';
import { type Bundle, type LocalZapier, startZapier } from '../tools/zapier.ts';
import type { Finding } from './findings.ts';
import { type Exchange, startProxy } from './proxy.ts';

/** All that passed between the app and the sandbox, and the operations that failed. */
export interface Traffic {
  exchanges: Exchange[];
  /** The bodies of webhooks. */
  webhooks: unknown[];
  /** The functions of the app that ran, such as `create_task`. */
  ran: Set<string>;
  failures: Finding[];
}

/** What a scenario can do. */
export interface Harness {
  /** Runs a method of the app, such as `creates.create_task.operation.perform`. */
  run<Result>(method: string, inputData?: object, more?: Bundle): Promise<Result>;
  /** The same; a form that the app refuses before it calls Dastra is no failure. */
  runUnlessRefused(method: string, inputData: object): Promise<void>;
  /** What Dastra has answered, the latest first. */
  answers(): unknown[];
  /** An address for webhooks; `next` is the next one. */
  openAddress: LocalZapier['openAddress'];
  /** The address of a small file. */
  fileUrl: string;
  /** Posts to the control plane of the sandbox: switches, faults, webhooks. */
  control(path: string, body?: object): Promise<void>;
}

export type Scenario = (harness: Harness) => Promise<void>;

/** `create_task` for `creates.create_task.operation.perform`; other methods keep their name. */
const shortName = (method: string) =>
  method.replace(/^\w+\.(\w+)\.operation/, '$1').replace(/\.perform$/, '');

/** All functions of the app that Zapier calls, as `ran` names them. */
export const FUNCTIONS: readonly string[] = [
  'authentication.test',
  'authentication.connectionLabel',
  ...definition.operations.flatMap(({ key, functions }) =>
    functions.map((name) => shortName(`any.${key}.operation.${name}`)),
  ),
];

/**
 * Runs scenarios one after the other, each on a fresh sandbox. A scenario that fails is a finding, and
 * the next one goes on.
 */
export const runScenarios = async (scenarios: Record<string, Scenario>): Promise<Traffic> => {
  const traffic: Traffic = { exchanges: [], webhooks: [], ran: new Set(), failures: [] };
  const configured = process.env.DASTRA_API_URL;
  const sandbox = await startSandbox();
  const proxy = await startProxy(sandbox.url);
  process.env.DASTRA_API_URL = proxy.url;
  const zapier = await startZapier(app);
  const fileHost = await listen((_request, response) => response.end('A file.'));
  try {
    for (const [name, scenario] of Object.entries(scenarios)) {
      const harness = harnessOf(sandbox, {
        run: zapier.run,
        fileUrl: `${fileHost.url}/file.txt`,
        openAddress: zapier.openAddress,
        exchanges: proxy.exchanges,
        running: (operation) => {
          proxy.operation = operation;
          traffic.ran.add(operation);
        },
        webhook: (body) => traffic.webhooks.push(body),
      });
      await harness.control('reset');
      await scenario(harness).catch((error: unknown) => {
        traffic.failures.push(failure(name, proxy.operation, error));
      });
    }
  } finally {
    if (configured === undefined) delete process.env.DASTRA_API_URL;
    else process.env.DASTRA_API_URL = configured;
    await zapier.close();
    await fileHost.close();
    await proxy.close();
    await sandbox.close();
  }
  traffic.exchanges.push(...proxy.exchanges);
  return traffic;
};

interface Parts {
  run: LocalZapier['run'];
  fileUrl: string;
  openAddress: LocalZapier['openAddress'];
  exchanges: readonly Exchange[];
  running(operation: string): void;
  webhook(body: unknown): void;
}

const harnessOf = (sandbox: Sandbox, parts: Parts): Harness => {
  const run = async <Result>(method: string, inputData: object = {}, more: Bundle = {}) => {
    parts.running(shortName(method));
    const authData = { apiKey: sandbox.apiKey };
    return (await parts.run(method, {
      authData,
      inputData: { ...inputData },
      ...more,
    })) as Result;
  };
  return {
    run,
    runUnlessRefused: async (method, inputData) => {
      const before = parts.exchanges.length;
      await run(method, inputData).catch((error: unknown) => {
        if (parts.exchanges.length > before) throw error;
      });
    },
    fileUrl: parts.fileUrl,
    answers: () => parts.exchanges.map(({ answer }) => answer).reverse(),
    openAddress: () => {
      const address = parts.openAddress();
      const next = async () => {
        const webhook = await address.next();
        parts.webhook(webhook.cleanedRequest);
        return webhook;
      };
      return { ...address, next };
    },
    control: (path, body) => remoteOf(sandbox).control(path, body),
  };
};

const failure = (scenario: string, operation: string, error: unknown): Finding => {
  const name = error instanceof Error ? error.name : 'no error';
  return {
    call: `Scenario ${scenario}`,
    place: 'call',
    property: operation,
    rule: 'failed',
    // The message of the error may quote a record; its name does not.
    message: `The operation ended in an error (${name}); \`npm test\` says more.`,
    operations: [operation],
  };
};
