import { readFileSync } from 'node:fs';
import { errorsDocument } from '../../docs/errors.ts';
import { faultsDocument } from '../../docs/faults.ts';
import { MAYBE_DONE, OUTCOMES } from '../../src/zapier/outcomes.ts';
import { definition } from '../../tools/definition.ts';
import { useFaultHarness } from '../resilience/fault-harness.ts';
import { FAULTS } from '../resilience/faults.ts';

const read = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

describe('docs/errors.md', () => {
  const written = read('errors.md');

  it('says what the app does; `npm run docs:errors` rewrites it', () => {
    expect(written).toBe(errorsDocument());
  });

  it('names every cause', () => {
    for (const { cause } of [...Object.values(OUTCOMES), MAYBE_DONE]) {
      expect(written).toContain(`| ${cause} |`);
    }
    expect(written).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe('docs/faults.md', () => {
  const harness = useFaultHarness();
  const written = read('faults.md');

  it('says what the app does; `npm run docs:errors` rewrites it', async () => {
    expect(written).toBe(await faultsDocument(harness));
  });

  it('names every fault and every operation', () => {
    for (const { name } of FAULTS) expect(written).toContain(`| ${name} |`);
    for (const { label } of definition.visible) expect(written).toContain(label);
    expect(written).not.toMatch(/undefined|NaN|\[object/);
  });
});
