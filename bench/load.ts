/** What a cold start costs: the built app against the bare platform, each in fresh processes. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../release/cli.ts';
import { type Line, median, progress } from './measure.ts';

const GOAL = 1.05;

interface Cost {
  milliseconds: number;
  mebibytes: number;
}

/** What is measured, as code: the app is an ES module, and loads the platform itself. */
const APP = `await import(${JSON.stringify(join(root, 'dist', 'index.js'))})`;
const CORE =
  "process.getBuiltinModule('module').createRequire(process.cwd() + '/')('zapier-platform-core')";

/** Loads something in a new process. */
const load = (statement: string): Cost => {
  const code = `
    const begin = performance.now();
    ${statement};
    const milliseconds = performance.now() - begin;
    const mebibytes = process.resourceUsage().maxRSS / 1024;
    console.log(JSON.stringify({ milliseconds, mebibytes }));`;
  const options = { cwd: root, encoding: 'utf8' } as const;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', code], options));
};

/** @param pairs how many processes of each kind, in turn */
export const benchLoad = (pairs: number): Line[] => {
  const app: Cost[] = [];
  const core: Cost[] = [];
  for (let pair = 1; pair <= pairs; pair += 1) {
    progress(`Loading, ${pair} of ${pairs}`);
    core.push(load(CORE));
    app.push(load(APP));
  }
  const compare = (what: string, unit: string, pick: (cost: Cost) => number): Line => {
    const ratio = median(app.map(pick)) / median(core.map(pick));
    return {
      what,
      measured: `${median(app.map(pick)).toFixed(0)} ${unit} (× ${ratio.toFixed(3)})`,
      baseline: `bare core ${median(core.map(pick)).toFixed(0)} ${unit}`,
      goal: `× ${GOAL}`,
      met: ratio <= GOAL,
    };
  };
  return [
    compare('Load time', 'ms', ({ milliseconds }) => milliseconds),
    compare('Peak memory', 'MiB', ({ mebibytes }) => mebibytes),
  ];
};
