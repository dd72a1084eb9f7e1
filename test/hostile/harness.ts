/** Runs every function of the app against a hostile server, and says what is wrong with how it ended. */

import app from '../../index.ts';
import type { LoggedCall } from '../../sandbox/engine/state.ts';
import { type Remote, remoteOf } from '../../sandbox/remote.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import type { Bundle } from '../../tools/zapier.ts';
import { undocumented } from '../resilience/documented.ts';
import { event, webhook } from '../support/webhooks.ts';
import { INPUTS, type Row } from './inputs.ts';
import { type Production, type Run, startProduction } from './production.ts';
import { type ProxyServer, startProxy } from './proxy.ts';
import type { Envelope, Hostile } from './servers.ts';

/** One function of the app with one input. */
export interface Case {
  /** As in `triggers.new_task.operation.perform`. */
  method: string;
  name: string;
  row: Row;
}

/** Every operation of the app, by key. */
export const OPERATIONS = (['triggers', 'searches', 'creates'] as const).flatMap((kind) =>
  Object.values(app[kind]).map(({ key, operation }) => ({ kind, key, operation })),
);

/** Every function of every operation with each of its inputs, and the test of the connection. */
export const CASES: readonly Case[] = [
  { method: 'authentication.test', name: 'the connection', row: { input: {} } },
  ...OPERATIONS.flatMap(({ kind, key, operation }) =>
    Object.keys(operation)
      .filter((name) => name.startsWith('perform'))
      .flatMap((name) =>
        (INPUTS[key] ?? []).map((row) => ({
          method: `${kind}.${key}.operation.${name}`,
          name: [key, name === 'perform' ? '' : name, row.when].filter(Boolean).join(' '),
          row,
        })),
      ),
  ),
];

/** Whether a case is one of a webhook. */
export const isWebhook = ({ method, row }: Case): boolean =>
  row.event !== undefined && method.endsWith('.perform');

/** Made anew by each sandbox: the number of a request, and the GUIDs that are not of the seed. */
const isRandom = (name: string, value: unknown) =>
  name === 'demandId' || /^(?!0000)[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(String(value));

const isEmpty = (value: unknown) =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

const momentOf = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;

/** The first place where a result differs from the sandbox's own; undefined if there is none. */
const difference = (
  found: unknown,
  wanted: unknown,
  saysLess: boolean,
  place = '',
): string | undefined => {
  if (isEmpty(found) && isEmpty(wanted)) return undefined;
  // The seed of a sandbox is as old as the sandbox, and the plain run is as old as the whole suite.
  if (Math.abs(momentOf(found) - momentOf(wanted)) < 900_000) return undefined;
  const differs = `${place || 'result'}: ${JSON.stringify(found)} for ${JSON.stringify(wanted)}`;
  if (Array.isArray(found) && Array.isArray(wanted)) {
    if (found.length !== wanted.length) return differs;
    return found
      .map((item, index) => difference(item, wanted[index], saysLess, `${place}[${index}]`))
      .find(Boolean);
  }
  if (typeof found !== 'object' || typeof wanted !== 'object' || !found || !wanted) {
    return found === wanted ? undefined : differs;
  }
  return [...new Set([...Object.keys(found), ...Object.keys(wanted)])]
    .map((name) => {
      const [one, other]: unknown[] = [Reflect.get(found, name), Reflect.get(wanted, name)];
      if (isRandom(name, one) && isRandom(name, other)) return undefined;
      if (saysLess && one === undefined) return undefined;
      return difference(one, other, saysLess, `${place}.${name}`);
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
  readonly #remote: Remote;
  readonly #records = new Map<string, unknown>();
  readonly #plain = new Map<Case, unknown>();

  private constructor(sandbox: Sandbox, production: Production, proxy: ProxyServer) {
    this.#sandbox = sandbox;
    this.#production = production;
    this.#proxy = proxy;
    this.#remote = remoteOf(sandbox);
  }

  /** Starts all there is, and runs each case against the sandbox as it is. */
  static async start(): Promise<Harness> {
    const sandbox = await startSandbox();
    const proxy = await startProxy(sandbox.url);
    process.env.DASTRA_API_URL = proxy.url;
    const harness = new Harness(sandbox, await startProduction(), proxy);
    for (const { row } of CASES) {
      const { record } = row.event ?? {};
      if (record) harness.#records.set(record, await harness.#remote.api(record));
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
    { method, row }: Case,
    hostile: Hostile,
    cache: Record<string, unknown> | 'silent' = {},
    within = 15_000,
  ): Promise<Run> {
    const { apiKey } = this.#sandbox;
    const bundle = {
      authData: { apiKey: hostile.key?.(apiKey) ?? apiKey },
      inputData: row.input,
      ...this.#more(method, row, hostile),
    };
    return this.#production.run(method, bundle, { cache, within });
  }

  /** What a function gets beside its input. */
  #more(method: string, { event: one }: Row, hostile: Hostile): Bundle {
    if (method.endsWith('.performSubscribe')) return { targetUrl: 'http://127.0.0.1:9/hook' };
    if (method.endsWith('.performUnsubscribe')) {
      return { subscribeData: { id: '1', subscriptions: [{ id: '1', events: ['TaskCreation'] }] } };
    }
    if (!one || !method.endsWith('.perform')) return {};
    const envelope = event(one.type, this.#records.get(one.record)) as Envelope;
    return webhook(hostile.event?.(envelope) ?? envelope);
  }

  /** What the sandbox has been asked since its reset. */
  calls(): Promise<LoggedCall[]> {
    return this.#remote.calls();
  }

  /** How often the sandbox has made the same record, link or subscription since its reset, at most. */
  async made(): Promise<number> {
    const times = new Map<string, number>();
    for (const { method, status, path, body } of await this.calls()) {
      if (method !== 'POST' || status !== 200) continue;
      const what = JSON.stringify([path, body]);
      times.set(what, (times.get(what) ?? 0) + 1);
    }
    return Math.max(0, ...times.values());
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
      return difference(outcome.result, this.#plain.get(one), saysLess === true);
    const mustSucceed = typeof tolerated === 'function' ? tolerated(one) : tolerated === true;
    if (mustSucceed) return `It fails against ${name}: ${outcome.name}: ${outcome.message}`;
    return undocumented(outcome);
  }

  async close(): Promise<void> {
    delete process.env.DASTRA_API_URL;
    await this.#proxy.close();
    await this.#sandbox.close();
    await this.#production.close();
  }
}
