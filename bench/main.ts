/**
 * The benchmark: what an invocation of the app costs, next to the bare platform, measured in the same
 * run on whatever machine this is.
 *
 *   node bench/main.ts [--json] [--quick]
 *
 * It is no test: a goal that is missed is shown, not punished. `--quick` takes few samples and a small
 * "large" workspace, to see that it runs.
 */
import { parseArgs } from 'node:util';
import { startSandbox } from '../sandbox/server.ts';
import { benchGrowth } from './growth.ts';
import { benchLoad } from './load.ts';
import { type Line, progress, textOf } from './measure.ts';
import { benchRecords } from './records.ts';
import { benchSize } from './size.ts';

const USAGE = 'Usage: npm run bench -- [--quick] [--json]';

const readOptions = () => {
  try {
    const flag = { type: 'boolean', default: false } as const;
    return parseArgs({ options: { json: flag, quick: flag } }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    process.exit(2);
  }
};

const verdictOf = ({ met }: Line) => (met === undefined ? '' : met ? '✓' : '✗ missed');

const print = (lines: Line[]): void => {
  const rows = lines.map((line) => [
    line.what,
    line.measured.map(textOf).join(', '),
    `${line.baseline.what}: ${line.baseline.measured.map(textOf).join(', ')}`,
    line.goal ? textOf(line.goal) : '',
    verdictOf(line),
  ]);
  const table = [['', 'Measured', 'Baseline', 'At most', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...table.map((row) => (row[column] ?? '').length)),
  );
  for (const row of table) {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    console.log(cells.join('  ').trimEnd());
  }
  console.log(`
Core is zapier-platform-core. The app loads nothing of it, as Zapier has done so before; a cold start
pays for both.`);
};

const options = readOptions();
const { default: app } = (await import(new URL('../dist/index.js', import.meta.url).href)) as {
  default: object;
};

const sandbox = await startSandbox();
const records = await benchRecords(sandbox);
await sandbox.close();
const lines = [
  ...benchLoad(options.quick ? 1 : 15),
  ...benchSize(),
  ...records,
  ...(await benchGrowth(app, options.quick ? 1_000 : 100_000)),
];
progress('');
if (options.json) console.log(JSON.stringify(lines, null, 2));
else print(lines);
if (options.quick) console.error('Quick: too few samples to judge by.');
