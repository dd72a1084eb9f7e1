/**
 * The benchmark: what an invocation of the app costs, next to an empty app, measured in the same run on
 * whatever machine this is.
 *
 *   node bench/main.ts [--json] [--quick] [--write]
 *
 * It is no test: a goal that is missed is shown, but is no error. `--quick` takes few samples and a small
 * "large" workspace, to see that it runs. `--write` writes docs/benchmark.md.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import app from '../index.ts';
import { startSandbox } from '../sandbox/server.ts';
import { root } from '../tools/root.ts';
import { benchColdStart } from './cold-start.ts';
import { benchGrowth } from './growth.ts';
import { type Line, progress, textOf } from './measure.ts';
import { benchSize, makePackages } from './packages.ts';
import { benchRecords } from './records.ts';

const USAGE = 'Usage: npm run bench -- [--quick] [--json] [--write]';

const HEAD = ['', 'Measured', 'Baseline', 'At most', ''];

const readOptions = () => {
  try {
    const flag = { type: 'boolean', default: false } as const;
    return parseArgs({ options: { json: flag, quick: flag, write: flag } }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    process.exit(2);
  }
};

const cellsOf = (line: Line): string[] => [
  line.what,
  line.measured.map(textOf).join(', '),
  `${line.baseline.what}: ${line.baseline.measured.map(textOf).join(', ')}`,
  line.goal ? textOf(line.goal) : '',
  line.met === undefined ? '' : line.met ? '✓' : '✗ missed',
];

const print = (lines: Line[]): void => {
  const table = [HEAD, ...lines.map(cellsOf)];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...table.map((row) => (row[column] ?? '').length)),
  );
  for (const row of table) {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    console.log(cells.join('  ').trimEnd());
  }
};

const documentOf = (lines: Line[], rounds: number): string => {
  const rows = [HEAD, HEAD.map(() => '---'), ...lines.map(cellsOf)];
  return `# Benchmark

What an invocation of the app costs next to an empty app. Written by \`npm run bench -- --write\`.

${rows.map((cells) => `| ${cells.map((cell) => cell.trim()).join(' | ')} |`).join('\n')}

- **Empty app**: [bench/empty-app](../bench/empty-app), one action that sends the request it is given. It is installed by itself, from a lock file of its own, and packaged by the same CLI.
- **Cold start**: in a fresh process, Zapier's wrapper is loaded from the unzipped \`build.zip\`, then Create Task runs; the empty app sends the same request. Both talk to the sandbox on this machine. Medians of ${rounds} processes of each kind, in turn; a ratio is the median of the ratios of neighbors.
- **Processor time**: how long the processor was busy with it, in all threads. Other programs on the machine hardly change it, so that it is the steadier of the two.
- **Peak memory**: the largest resident set until the first operation is done.
- **Our own code**: time in the app's function alone, where the answer is there at once.
- **Calls and time with many records**: the operation in a sandbox with so many records of each kind, next to one with a few.

Node ${process.versions.node}, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}.
`;
};

const options = readOptions();
const rounds = options.quick ? 3 : 31;
const sandbox = await startSandbox();
const records = await benchRecords(sandbox);
await sandbox.close();
const packages = makePackages();
const lines: Line[] = [];
try {
  lines.push(...(await benchColdStart(packages, rounds)), benchSize(packages));
} finally {
  packages.remove();
}
lines.push(...records, ...(await benchGrowth(app, options.quick ? 1_000 : 100_000)));
progress('');
if (options.write) writeFileSync(join(root, 'docs', 'benchmark.md'), documentOf(lines, rounds));
if (options.json) console.log(JSON.stringify(lines, null, 2));
else print(lines);
if (options.quick) console.error('Quick: too few samples to draw conclusions from.');
