import http from 'node:http';
import https from 'node:https';
import { limits } from '../../src/dastra/client.ts';
import { keepLog } from './log.ts';

// Second attempts come at once: no test has to wait for them.
limits.pause = 1;

// The platform ends a process that outgrows Zapier's machines; here all of Jest is in it.
const { memoryUsage } = process;
process.memoryUsage = Object.assign(() => ({ ...memoryUsage(), rss: 0 }), {
  rss: memoryUsage.rss,
});

keepLog();

// In production the platform replaces the request functions of Node, which all test files of a process
// share: each file begins with Node's own.
const NODES_OWN = Symbol.for('request function of Node');
for (const module of [http, https] as (typeof http & Record<symbol, unknown>)[]) {
  module[NODES_OWN] ??= module.request;
  Object.assign(module, { request: module[NODES_OWN], patchedByZapier: false });
}
