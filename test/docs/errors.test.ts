import { readFileSync } from 'node:fs';
import { errorsDocument, faultsDocument } from '../../docs/errors.ts';
import { MAYBE_DONE, OUTCOMES } from '../../src/zapier/outcomes.ts';
import { FAULTS } from '../trust/faults.ts';
import { OPERATIONS } from '../trust/operations.ts';

const read = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
const written = read('errors.md');
const faults = read('faults.md');

describe('docs/errors.md and docs/faults.md', () => {
  it('say what the app does; `npm run docs:errors` rewrites them', () => {
    expect(written).toBe(errorsDocument());
    expect(faults).toBe(faultsDocument());
  });

  it('name every cause, every fault and every operation', () => {
    for (const { cause } of [...Object.values(OUTCOMES), MAYBE_DONE]) {
      expect(written).toContain(`| ${cause} |`);
    }
    for (const { name } of FAULTS) expect(faults).toContain(`| ${name} |`);
    for (const { name } of OPERATIONS) expect(faults).toContain(name);
    expect(written + faults).not.toMatch(/undefined|NaN|\[object/);
  });
});
