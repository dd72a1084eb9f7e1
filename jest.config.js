/** Jest runs the TypeScript sources as ES modules, as Zapier's runtime loads the bundle. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript' },
          experimental: { keepImportAttributes: true },
        },
      },
    ],
  },
  globalSetup: '<rootDir>/test/support/log-start.ts',
  globalTeardown: '<rootDir>/test/support/log-end.ts',
  setupFiles: ['<rootDir>/test/support/setup.ts'],
  // Tests wait for nothing, but share two cores with each other and with sandboxes.
  testTimeout: 20_000,
  // Jest leaves one core to itself otherwise, and on a machine of two there is one test file at a time.
  maxWorkers: '100%',
  testSequencer: '<rootDir>/test/support/sequencer.ts',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/build/'],
};
