/**
 * Where the app plays for the contract: Zapier's own handler, a sandbox, and the proxy between them.
 * What is played is in `suite.ts`.
 */
import app from '../index.ts';
import { remoteOf } from '../sandbox/remote.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { definition } from '../tools/definition.ts';
import { type Bundle, type LocalZapier, startZapier } from '../tools/zapier.ts';
import type { Finding } from './findings.ts';
import { type Exchange, startProxy } from './proxy.ts';

/** All that passed between the app and the sandbox, and what went wrong with the app on the way. */
export interface Traffic {
  exchanges: Exchange[];
  /** The bodies of webhooks. */
  webhooks: unknown[];
  /** The functions of the app that ran, such as `create_task` or `new_rights_request.performList`. */
  ran: Set<string>;
  failures: Finding[];
}

export interface Stage {
  /** Runs a method of the app, such as `creates.create_task.operation.perform`. */
  run<Result>(method: string, inputData?: object, more?: Bundle): Promise<Result>;
  /** An address for webhooks; `next` is the next one. */
  openAddress: LocalZapier['openAddress'];
  /** Posts to the control plane of the sandbox: switches, faults, webhooks. */
  control(path: string, body?: object): Promise<void>;
}

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
 * Plays scenes, one after the other, each on a fresh sandbox. A scene that fails is a finding, and
 * the next one goes on.
 */
export const play = async (scenes: Record<string, (stage: Stage) => Promise<void>>) => {
  const traffic: Traffic = { exchanges: [], webhooks: [], ran: new Set(), failures: [] };
  const configured = process.env.DASTRA_API_URL;
  const sandbox = await startSandbox();
  const proxy = await startProxy(sandbox.url);
  process.env.DASTRA_API_URL = proxy.url;
  const zapier = await startZapier(app);
  try {
    for (const [name, scene] of Object.entries(scenes)) {
      const stage = stageOf(sandbox, zapier, {
        running: (operation) => {
          proxy.operation = operation;
          traffic.ran.add(operation);
        },
        webhook: (body) => traffic.webhooks.push(body),
      });
      await stage.control('reset');
      await scene(stage).catch((error: unknown) => {
        traffic.failures.push(failure(name, proxy.operation, error));
      });
    }
  } finally {
    if (configured === undefined) delete process.env.DASTRA_API_URL;
    else process.env.DASTRA_API_URL = configured;
    await zapier.close();
    await proxy.close();
    await sandbox.close();
  }
  traffic.exchanges.push(...proxy.exchanges);
  return traffic;
};

interface Listener {
  running(operation: string): void;
  webhook(body: unknown): void;
}

const stageOf = (sandbox: Sandbox, zapier: LocalZapier, listener: Listener): Stage => ({
  run: async <Result>(method: string, inputData: object = {}, more: Bundle = {}) => {
    listener.running(shortName(method));
    const authData = { apiKey: sandbox.apiKey };
    return (await zapier.run(method, {
      authData,
      inputData: { ...inputData },
      ...more,
    })) as Result;
  },
  openAddress: () => {
    const address = zapier.openAddress();
    const next = async () => {
      const webhook = await address.next();
      listener.webhook(webhook.cleanedRequest);
      return webhook;
    };
    return { ...address, next };
  },
  control: (path, body) => remoteOf(sandbox).control(path, body),
});

const failure = (scene: string, operation: string, error: unknown): Finding => {
  const name = error instanceof Error ? error.name : 'no error';
  return {
    call: `Scene ${scene}`,
    place: 'call',
    property: operation,
    rule: 'failed',
    // The message of the error may quote a record; its name does not.
    message: `The operation ended in an error (${name}); \`npm test\` tells more.`,
    operations: [operation],
  };
};
