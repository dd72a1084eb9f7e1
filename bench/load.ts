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

/**
 * What is measured, as code. The goal is for the bundle, which loads nothing of the platform: Zapier's
 * wrapper has done so before. What an invocation pays for both is shown beside it.
 */
const CORE =
  "process.getBuiltinModule('module').createRequire(process.cwd() + '/')('zapier-platform-core')";
const APP = `await import(${JSON.stringify(join(root, 'dist', 'index.js'))})`;
const BOTH = `${CORE}; ${APP}`;

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

/** @param rounds how many processes of each kind, in turn */
export const benchLoad = (rounds: number): Line[] => {
  const core: Cost[] = [];
  const app: Cost[] = [];
  const both: Cost[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    progress(`Loading, ${round} of ${rounds}`);
    core.push(load(CORE));
    app.push(load(APP));
    both.push(load(BOTH));
  }
  const compare = (what: string, unit: string, costs: Cost[], pick: (cost: Cost) => number) => {
    const [cost, baseline] = [median(costs.map(pick)), median(core.map(pick))];
    const ratio = cost / baseline;
    const line = {
      what,
      measured: `${cost.toFixed(0)} ${unit} (× ${ratio.toFixed(3)})`,
      baseline: `bare core ${baseline.toFixed(0)} ${unit}`,
    };
    return costs === app ? { ...line, goal: `× ${GOAL}`, met: ratio <= GOAL } : line;
  };
  const milliseconds = (cost: Cost) => cost.milliseconds;
  const mebibytes = (cost: Cost) => cost.mebibytes;
  return [
    compare('Load time of the app', 'ms', app, milliseconds),
    compare('Load time of core and the app', 'ms', both, milliseconds),
    compare('Peak memory of the app', 'MiB', app, mebibytes),
    compare('Peak memory of core and the app', 'MiB', both, mebibytes),
  ];
};
