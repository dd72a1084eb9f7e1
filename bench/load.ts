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
 * What is measured, as code. The bundle loads nothing of the platform itself: Zapier's wrapper has
 * done so before. What an invocation pays is therefore shown too, the one after the other.
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
  const compare = (what: string, costs: Cost[], unit: string, pick: (cost: Cost) => number) => {
    const measured = median(costs.map(pick));
    const baseline = median(core.map(pick));
    const ratio = measured / baseline;
    return {
      what,
      measured: `${measured.toFixed(0)} ${unit} (× ${ratio.toFixed(3)})`,
      baseline: `bare core ${baseline.toFixed(0)} ${unit}`,
      goal: `× ${GOAL}`,
      met: ratio <= GOAL,
    };
  };
  const milliseconds = (cost: Cost) => cost.milliseconds;
  const mebibytes = (cost: Cost) => cost.mebibytes;
  return [
    compare('Load time of the app', app, 'ms', milliseconds),
    compare('Load time of core and the app', both, 'ms', milliseconds),
    compare('Peak memory of the app', app, 'MiB', mebibytes),
    compare('Peak memory of core and the app', both, 'MiB', mebibytes),
  ];
};
