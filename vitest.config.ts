/** How the tests run: the TypeScript sources as they are, in one process for each core. */
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/sequencer.ts';

export default defineConfig({
  test: {
    globals: true,
    include: ['test/**/*.test.ts'],
    setupFiles: './test/support/setup.ts',
    // The files of a worker share the modules, as one machine of Zapier's runs many steps: half the time.
    isolate: false,
    // Vitest leaves one core to itself otherwise, and on a machine of two there is one test file at a time.
    maxWorkers: '100%',
    // Tests wait for nothing, but share two cores with each other and with sandboxes.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    sequence: { sequencer: LongestFirst },
    slowTestThreshold: 10_000,
  },
});
