/** Whether an operation costs more in a large workspace: its calls, and its time in the sandbox. */
import { createRequire } from 'node:module';
import { remoteOf } from '../sandbox/remote.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import type { Input } from '../test/cases/case.ts';
import { DROPDOWNS, filledIn, HOOKS, methodOf, SCENARIOS } from '../test/support/scenarios.ts';
import { listen } from '../tools/loopback.ts';
import { startZapier } from '../tools/zapier.ts';
import { type Figure, type Line, progress } from './measure.ts';

// The platform ends a process of more than 450 MB after 250 runs. Here the sandbox is in the same one, with
// all its records.
const constants: { KILL_MIN_LIMIT: number } = createRequire(import.meta.url)(
  'zapier-platform-core/src/constants',
);
constants.KILL_MIN_LIMIT = Number.POSITIVE_INFINITY;

/** Everything that the app does in a workspace. */
const OPERATIONS: [what: string, method: string, input: Input][] = [
  ...[...SCENARIOS, ...DROPDOWNS].map(({ name, method, input }): [string, string, Input] => [
    name,
    method,
    input,
  ]),
  ...HOOKS.map(({ name, operation, hook }): [string, string, Input] => [
    `${name} listed`,
    methodOf(operation, 'performList'),
    hook.input ?? {},
  ]),
];

type Zapier = Awaited<ReturnType<typeof startZapier>>;

const costIn = async (
  sandbox: Sandbox,
  zapier: Zapier,
  method: string,
  input: Input,
  fileUrl: string,
): Promise<{ calls: Figure; time: Figure }> => {
  process.env.DASTRA_API_URL = sandbox.url;
  const remote = remoteOf(sandbox);
  await remote.forget('requests');
  const begin = performance.now();
  await zapier.run(method, {
    authData: { apiKey: sandbox.apiKey },
    inputData: filledIn(input, { fileUrl }),
  });
  const time = { value: performance.now() - begin, unit: 'ms' };
  const calls = await remote.calls();
  return { calls: { value: calls.length, unit: 'calls' }, time };
};

/** @param records how many of each kind the large workspace holds */
export const benchGrowth = async (app: object, records: number): Promise<Line[]> => {
  progress(`Filling a workspace with ${records} records of each kind`);
  const small = await startSandbox();
  const large = await startSandbox({ records });
  const zapier = await startZapier(app);
  const file = await listen((_request, response) => response.end('A small file.'));
  const lines: Line[] = [];
  try {
    for (const [what, method, input] of OPERATIONS) {
      progress(`${what}, with ${records} records of each kind`);
      const few = await costIn(small, zapier, method, input, file.url);
      const many = await costIn(large, zapier, method, input, file.url);
      lines.push({
        what: `${what}, ${records} records`,
        measured: [many.calls, many.time],
        baseline: { what: 'a few records', measured: [few.calls, few.time] },
        goal: few.calls,
        met: many.calls.value <= few.calls.value,
      });
    }
    return lines;
  } finally {
    await file.close();
    await zapier.close();
    await large.close();
    await small.close();
  }
};
