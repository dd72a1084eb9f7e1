import { statSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Those that run every operation many times take up to a minute each. */
const LONG = /\/test\/(generated|hostile|contract|resilience|docs|release)\//;

/**
 * The order of the test files: the long ones first. One of them begun last would run alone, with the
 * other core idle. Vitest orders by what files took before, which a fresh clone does not know, and then
 * by size, which says little here.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      (LONG.test(moduleId) ? 1e9 : 0) + statSync(moduleId).size;
    return [...files].sort((one, other) => rank(other) - rank(one));
  }
}
