/**
 * What an invocation costs: a cold start (Zapier's wrapper from the package, then a first operation) and
 * its repetition, for the app and for the empty one, in fresh processes. Both send the same request to a
 * sandbox: the one that Create Task makes.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { remoteOf } from '../sandbox/remote.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { type Line, median, progress } from './measure.ts';
import type { Package, Packages } from './packages.ts';

const GOALS = { time: { value: 1.2, unit: '×' }, memory: { value: 1.05, unit: '×' } };

/** How often each process repeats the operation, once warm. */
const REPETITIONS = 20;

/** What `invoke.js` prints: milliseconds, but for the peak of memory after the first operation. */
interface Cost {
  load: number;
  first: number;
  total: number;
  /** Of `total`, what the processor was busy for, in all threads. */
  processor: number;
  mebibytes: number;
  again: number[];
}

const invoker = fileURLToPath(new URL('invoke.js', import.meta.url));

const eventOf = (method: string, inputData: object, apiKey?: string) => ({
  command: 'execute',
  method: `creates.${method}.operation.perform`,
  bundle: { authData: { apiKey }, inputData },
  zcacheTestObj: {},
  calledFromCli: true,
});

const invoke = async ({ folder }: Package, event: object, { url }: Sandbox): Promise<Cost> => {
  const args = [invoker, JSON.stringify(event), String(REPETITIONS)];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, DASTRA_API_URL: url },
  });
  return JSON.parse(stdout);
};

/** @param rounds how many processes of each kind, in turn */
export const benchColdStart = async (packages: Packages, rounds: number): Promise<Line[]> => {
  const sandbox = await startSandbox();
  const app: Cost[] = [];
  const empty: Cost[] = [];
  try {
    await remoteOf(sandbox).control('switches', { rateLimitPerMinute: 1_000_000 });
    const input = { workspaceId: '101', label: 'Call back', areaId: '201' };
    const createTask = eventOf('create_task', input, sandbox.apiKey);
    // The first of each fills the disk's cache, and shows which request the app makes.
    await invoke(packages.app, createTask, sandbox);
    const [call] = await remoteOf(sandbox).calls();
    const sendRequest = eventOf('send_request', {
      method: call?.method,
      url: `${sandbox.url}${call?.path}`,
      headers: { 'X-API-Key': sandbox.apiKey },
      body: call?.body,
    });
    await invoke(packages.empty, sendRequest, sandbox);
    for (let round = 1; round <= rounds; round += 1) {
      progress(`Starting, ${round} of ${rounds}`);
      app.push(await invoke(packages.app, createTask, sandbox));
      empty.push(await invoke(packages.empty, sendRequest, sandbox));
    }
  } finally {
    await sandbox.close();
  }

  const compare = (
    what: string,
    unit: string,
    pick: (cost: Cost) => number,
    goal?: Line['goal'],
  ): Line => {
    // Each process next to its neighbor, so that what else the machine does weighs on both alike.
    const ratio = median(app.map((cost, round) => pick(cost) / pick(empty[round] ?? cost)));
    return {
      what,
      measured: [
        { value: median(app.map(pick)), unit },
        { value: ratio, unit: '×' },
      ],
      baseline: { what: 'empty app', measured: [{ value: median(empty.map(pick)), unit }] },
      ...(goal ? { goal, met: ratio <= goal.value } : {}),
    };
  };
  return [
    compare('Cold start', 'ms', ({ total }) => total, GOALS.time),
    compare('  of it, loading the package', 'ms', ({ load }) => load),
    compare('  of it, the first operation', 'ms', ({ first }) => first),
    compare('Cold start, processor time', 'ms', ({ processor }) => processor, GOALS.time),
    compare('Peak memory', 'MiB', ({ mebibytes }) => mebibytes, GOALS.memory),
    compare('The operation once more, warm', 'ms', ({ again }) => median(again)),
  ];
};
