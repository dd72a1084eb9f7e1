/**
 * The order of the test files. Those that run every operation many times take a minute each, and come
 * first: one of them begun last would run alone, with the other core idle. Jest orders by what files
 * took before, which a fresh clone does not know; and then by size, which says little here.
 */
import { statSync } from 'node:fs';

interface TestFile {
  path: string;
}

const LONG = /\/test\/(generated|hostile|contract|resilience|docs|release)\//;

export default class Sequencer {
  sort<Test extends TestFile>(tests: Test[]): Test[] {
    const rank = ({ path }: TestFile) => (LONG.test(path) ? 1e9 : 0) + statSync(path).size;
    return [...tests].sort((one, other) => rank(other) - rank(one));
  }

  /** Jest tells it what the files took, to be kept for the next run: no run depends on one before it. */
  cacheResults(): void {}
}
