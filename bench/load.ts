/** What a cold start costs: the built app against the bare platform, each in fresh processes. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../tools/root.ts';
import { type Line, median, progress } from './measure.ts';

const GOAL = { value: 1.05, unit: '×' };

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
  const compare = (what: string, unit: string, pick: (cost: Cost) => number): Line[] => {
    const bare = median(core.map(pick));
    const baseline = { what: 'bare core', measured: [{ value: bare, unit }] };
    const figuresOf = (costs: Cost[]) => {
      const value = median(costs.map(pick));
      return [
        { value, unit },
        { value: value / bare, unit: '×' },
      ];
    };
    const met = median(app.map(pick)) <= GOAL.value * bare;
    return [
      { what: `${what} of the app`, measured: figuresOf(app), baseline, goal: GOAL, met },
      { what: `${what} of core and the app`, measured: figuresOf(both), baseline },
    ];
  };
  return [
    ...compare('Load time', 'ms', ({ milliseconds }) => milliseconds),
    ...compare('Peak memory', 'MiB', ({ mebibytes }) => mebibytes),
  ];
};
