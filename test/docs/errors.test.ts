import { readFileSync } from 'node:fs';
import { errorsDocument } from '../../docs/errors.ts';
import { MAYBE_DONE, OUTCOMES } from '../../src/zapier/outcomes.ts';
import { FAULTS } from '../resilience/faults.ts';
import { OPERATIONS } from '../resilience/operations.ts';

const written = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');

describe('docs/errors.md', () => {
  it('says what the app does; `npm run docs:errors` rewrites it', () => {
    expect(written).toBe(errorsDocument());
  });

  it('names every cause, every fault and every operation', () => {
    for (const { cause } of [...Object.values(OUTCOMES), MAYBE_DONE]) {
      expect(written).toContain(`| ${cause} |`);
    }
    for (const { name } of FAULTS) expect(written).toContain(`| ${name} |`);
    for (const { name } of OPERATIONS) expect(written).toContain(name);
    expect(written).not.toMatch(/undefined|NaN|\[object/);
  });
});
