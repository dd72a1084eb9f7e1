/** Runs every function of the app against a hostile server, and says what is wrong with how it ended. */

import type { LoggedCall } from '../../sandbox/engine/state.ts';
import { type Remote, remoteOf } from '../../sandbox/remote.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { type Loopback, listen } from '../../tools/loopback.ts';
import type { Bundle } from '../../tools/zapier.ts';
import type { Input } from '../cases/case.ts';
import { undocumented } from '../resilience/documented.ts';
import { deliveryOf, signedDelivery, subscriptionsOf, TARGET_URL } from '../support/deliveries.ts';
import {
  DROPDOWNS,
  filledIn,
  HOOKS,
  type HookScenario,
  methodOf,
  SCENARIOS,
} from '../support/scenarios.ts';
import { type Production, type Run, startProduction } from './production.ts';
import { type ProxyServer, startProxy } from './proxy.ts';
import type { Envelope, Hostile } from './servers.ts';

/** One function of the app with one input. */
export interface Case {
  /** As in `creates.create_task.operation.perform`. */
  method: string;
  name: string;
  input: Input;
  /** Running it twice makes no more than running it once. */
  isRepeatable: boolean;
  /** How many records, links or subscriptions it makes at most. */
  makes: number;
  /** A webhook of an instant trigger, and which of its events it is. */
  webhook?: { scenario: HookScenario; event: number };
  subscribeData?: object;
  /** How many calls it makes, where its situation says. */
  calls?: number;
}

const common = { input: {}, isRepeatable: false, makes: 1 };

/** The functions of an instant trigger; each event starts it, with all filters and without any. */
const casesOfHook = (scenario: HookScenario): Case[] => {
  const { key, operation, hook } = scenario;
  const passes = Object.entries(hook.filters).map(([field, filter]) => [field, filter.passes]);
  const input = { ...hook.input, ...Object.fromEntries(passes) };
  const method = (name: string) => methodOf(operation, name);
  return [
    ...hook.events.map((event, index) => ({
      ...common,
      method: method('perform'),
      name: `${key} on ${event}${index === 0 ? ' with filters' : ''}`,
      input: index === 0 ? input : { ...hook.input },
      webhook: { scenario, event: index },
    })),
    { ...common, method: method('performList'), name: `${key} performList`, input },
    {
      ...common,
      method: method('performSubscribe'),
      name: `${key} performSubscribe`,
      input,
      makes: hook.events.length,
    },
    {
      ...common,
      method: method('performUnsubscribe'),
      name: `${key} performUnsubscribe`,
      input,
      subscribeData: subscriptionsOf(scenario),
    },
  ];
};

/** A drop-down that depends on a choice is run with one of them. */
const dropdowns = DROPDOWNS.filter(
  ({ key }, index) => DROPDOWNS.findIndex((one) => one.key === key) === index,
);

/** Every function of every operation in each of its situations, and the test of the connection. */
export const CASES: readonly Case[] = [
  { ...common, method: 'authentication.test', name: 'the connection' },
  ...[...SCENARIOS, ...dropdowns].map(({ method, name, input, situation }) => ({
    ...common,
    method,
    name,
    input,
    isRepeatable: situation.repeatable === true,
    calls: situation.calls,
  })),
  ...HOOKS.flatMap(casesOfHook),
];

/** Of each function of the app, the first case. */
export const RULES: readonly Case[] = CASES.filter(
  (one, index) => CASES.findIndex(({ method }) => method === one.method) === index,
);

/** Whether a case is one of a webhook. */
export const isWebhook = ({ webhook }: Case): boolean => webhook !== undefined;

/** Made anew by each sandbox: the number of a request, and the GUIDs that are not of the seed. */
const isRandom = (name: string, value: unknown) =>
  name === 'demandId' || /^(?!0000)[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(String(value));

const isEmpty = (value: unknown) =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/** All tests against one harness take less, in milliseconds. */
const HALF_AN_HOUR = 1_800_000;

const momentOf = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;

/** The first place where a result differs from the sandbox's own; undefined if there is none. */
const difference = (
  found: unknown,
  wanted: unknown,
  { saysLess, since }: { saysLess: boolean; since: number },
  place = '',
): string | undefined => {
  if (isEmpty(found) && isEmpty(wanted)) return undefined;
  // Dates that count from the run; those of the sandbox's seed are the same in all of them.
  const [one, other] = [momentOf(found), momentOf(wanted)];
  if (one >= since && other >= since && Math.abs(one - other) < HALF_AN_HOUR) return undefined;
  const differs = `${place || 'result'}: ${JSON.stringify(found)} for ${JSON.stringify(wanted)}`;
  if (Array.isArray(found) && Array.isArray(wanted)) {
    if (found.length !== wanted.length) return differs;
    return found
      .map((item, index) =>
        difference(item, wanted[index], { saysLess, since }, `${place}[${index}]`),
      )
      .find(Boolean);
  }
  if (typeof found !== 'object' || typeof wanted !== 'object' || !found || !wanted) {
    return found === wanted ? undefined : differs;
  }
  return [...new Set([...Object.keys(found), ...Object.keys(wanted)])]
    .map((name) => {
      const [ours, theirs]: unknown[] = [Reflect.get(found, name), Reflect.get(wanted, name)];
      if (isRandom(name, ours) && isRandom(name, theirs)) return undefined;
      if (saysLess && ours === undefined) return undefined;
      return difference(ours, theirs, { saysLess, since }, `${place}.${name}`);
    })
    .find(Boolean);
};

/** What an operation may take. */
export interface Clock {
  /** The operation's own limit, in milliseconds. */
  limit: number;
  /** What the platform and a busy machine may add. */
  grace: number;
}

/** Where the cases run: a sandbox behind a proxy, and the app as in production. */
export class Harness {
  readonly #sandbox: Sandbox;
  readonly #production: Production;
  readonly #proxy: ProxyServer;
  readonly #fileHost: Loopback;
  readonly #remote: Remote;
  readonly #webhooks = new Map<Case, Bundle>();
  readonly #plain = new Map<Case, unknown>();
  /** A date may be sent in whole seconds. */
  readonly #since = Math.floor(Date.now() / 1000) * 1000;

  private constructor(
    sandbox: Sandbox,
    production: Production,
    proxy: ProxyServer,
    fileHost: Loopback,
  ) {
    this.#sandbox = sandbox;
    this.#production = production;
    this.#proxy = proxy;
    this.#fileHost = fileHost;
    this.#remote = remoteOf(sandbox);
  }

  /** Starts all there is, and runs each case against the sandbox as it is. */
  static async start(): Promise<Harness> {
    // A little earlier: days are counted up to now, and a whole number of them would be on the edge.
    const sandbox = await startSandbox({ seededAt: new Date(Date.now() - 60_000) });
    const proxy = await startProxy(sandbox.url);
    process.env.DASTRA_API_URL = proxy.url;
    const fileHost = await listen((_request, response) => response.end('A small file.'));
    const harness = new Harness(sandbox, await startProduction(), proxy, fileHost);
    for (const one of CASES) {
      if (!one.webhook) continue;
      const { scenario, event } = one.webhook;
      harness.#webhooks.set(one, await deliveryOf(harness.#remote, scenario, 'full', { event }));
    }
    for (const one of CASES) {
      await harness.reset({ name: 'the sandbox' });
      const { outcome } = await harness.run(one, { name: 'the sandbox' });
      if (!('result' in outcome)) throw new Error(`${one.name}: ${outcome.whole}`);
      harness.#plain.set(one, outcome.result);
    }
    return harness;
  }

  /** A fresh sandbox behind a hostile proxy. */
  async reset(hostile: Hostile): Promise<void> {
    await this.#remote.control('reset');
    this.#proxy.behavior = hostile;
  }

  run(
    one: Case,
    hostile: Hostile,
    cache: Record<string, unknown> | 'silent' = {},
    within = 15_000,
  ): Promise<Run> {
    const { apiKey } = this.#sandbox;
    const { method, input, subscribeData } = one;
    const bundle = {
      authData: { apiKey: hostile.key?.(apiKey) ?? apiKey },
      inputData: filledIn(input, this),
      targetUrl: TARGET_URL,
      ...(subscribeData ? { subscribeData } : {}),
      ...this.#webhook(one, hostile),
    };
    return this.#production.run(method, bundle, { cache, within });
  }

  /** The address of a small text file, on a site that is not hostile. */
  get fileUrl(): string {
    return `${this.#fileHost.url}/note.txt`;
  }

  #webhook(one: Case, hostile: Hostile): Bundle {
    const plain = this.#webhooks.get(one);
    if (!plain || !one.webhook || !hostile.event) return plain ?? {};
    return signedDelivery(
      one.webhook.scenario,
      one.webhook.event,
      hostile.event(plain.cleanedRequest as Envelope),
    );
  }

  /** What the sandbox has been asked since its reset. */
  calls(): Promise<LoggedCall[]> {
    return this.#remote.calls();
  }

  /** How many records, links and subscriptions the sandbox has made since its reset. */
  async made(): Promise<number> {
    const calls = await this.calls();
    return calls.filter(({ method, status }) => method === 'POST' && status === 200).length;
  }

  /** What is wrong with a run; undefined if nothing is. */
  wrong(
    one: Case,
    { name, tolerated, saysLess }: Hostile,
    { outcome, log, milliseconds }: Run,
    { limit, grace }: Clock = { limit: 25_000, grace: 0 },
  ): string | undefined {
    if (log.includes(this.#sandbox.apiKey)) {
      const lines = log.split('\n').filter((line) => line.includes(this.#sandbox.apiKey));
      return `The key stands in ${lines.length} lines of the log: ${lines[0]?.slice(0, 500)}`;
    }
    if (milliseconds > limit + grace) return `It took ${milliseconds} ms.`;
    if ('result' in outcome)
      return difference(outcome.result, this.#plain.get(one), {
        saysLess: saysLess === true,
        since: this.#since,
      });
    const mustSucceed = typeof tolerated === 'function' ? tolerated(one) : tolerated === true;
    if (mustSucceed) return `It fails against ${name}: ${outcome.name}: ${outcome.message}`;
    return undocumented(outcome);
  }

  async close(): Promise<void> {
    delete process.env.DASTRA_API_URL;
    await this.#proxy.close();
    await this.#fileHost.close();
    await this.#sandbox.close();
    await this.#production.close();
  }
}
