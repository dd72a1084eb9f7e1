import http from 'node:http';
import https from 'node:https';
import { limits } from '../../src/dastra/client.ts';
import { leaks } from './leaks.ts';
import { keepLog, takeLog } from './log.ts';

// Second attempts come at once: no test has to wait for them.
limits.pause = 1;

/** The test files of a worker share a process: what one of them changes in it ends with that file. */
const kept = {
  env: { ...process.env },
  fetch: globalThis.fetch,
  memoryUsage: process.memoryUsage,
  requests: [http, https].map((module) => ({ module, request: module.request })),
};

// The platform ends a process that outgrows Zapier's machines; here all the tests are in it.
process.memoryUsage = Object.assign(() => ({ ...kept.memoryUsage(), rss: 0 }), {
  rss: kept.memoryUsage.rss,
});

const endLog = keepLog();

/** Whatever was logged or thrown holds no key and no personal data. */
const lookThroughLog = () => {
  const found = leaks(takeLog());
  if (found.length === 0) return;
  const shown = found.slice(0, 5).map((line) => `\n\n${line.slice(0, 2_000)}`);
  throw new Error(`${found.length} lines of the log hold a key or personal data:${shown.join('')}`);
};

afterEach(lookThroughLog);

afterAll(() => {
  lookThroughLog();
  endLog();
  process.memoryUsage = kept.memoryUsage;
  for (const name of Object.keys(process.env)) if (!(name in kept.env)) delete process.env[name];
  Object.assign(process.env, kept.env);
  // In production the platform replaces these, once in a process.
  globalThis.fetch = kept.fetch;
  for (const { module, request } of kept.requests) {
    Object.assign(module, { request, patchedByZapier: false });
  }
});
