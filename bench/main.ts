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
import { type Line, progress } from './measure.ts';
import { benchRecords } from './records.ts';
import { benchSize } from './size.ts';

const print = (lines: Line[]): void => {
  const rows = lines.map(({ what, measured, baseline, goal, met }) => [
    what,
    measured,
    baseline,
    goal ?? '',
    met === undefined ? '' : met ? '✓' : '✗ missed',
  ]);
  const table = [['', 'Measured', 'Baseline', 'Goal', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...table.map((row) => (row[column] ?? '').length)),
  );
  for (const row of table) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
};

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
});
const { default: app } = (await import(new URL('../dist/index.js', import.meta.url).href)) as {
  default: object;
};

const sandbox = await startSandbox();
const records = await benchRecords(sandbox);
await sandbox.close();
const lines = [
  ...benchLoad(values.quick ? 1 : 15),
  ...benchSize(),
  ...records,
  ...(await benchGrowth(app, values.quick ? 1_000 : 100_000)),
];
progress('');
if (values.json) console.log(JSON.stringify(lines, null, 2));
else print(lines);
