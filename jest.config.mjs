import { hasChromium } from './tools/workspace.mjs';

/** What needs a browser. Without one it is left out, which `npm test` says loudly; under CI it fails. */
const journeys = ['/e2e/web/', '/verify-page\\.spec\\.ts$'];

/** One configuration for every package. Runs under the flags of tools/workspace.mjs: Node loads the sources itself. */
export default {
  globalSetup: '<rootDir>/libs/platform/testing/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/libs/platform/testing/jest/global-teardown.mjs',
  // Real servers wait more than they work: two suites side by side keep two cores busy.
  maxWorkers: 2,
  setupFiles: ['<rootDir>/libs/platform/testing/jest/property-seed.mjs'],
  reporters: ['default', '<rootDir>/libs/platform/testing/jest/run-record.mjs'],
  testRunner: '<rootDir>/libs/platform/testing/jest/timed-circus.mjs',
  runtime: '<rootDir>/libs/platform/testing/jest/native-runtime.mjs',
  testEnvironment: '<rootDir>/libs/platform/testing/jest/native-environment.mjs',
  injectGlobals: false,
  // A promise that a test left behind and that fails is that test's failure.
  waitForUnhandledRejections: true,
  // Generous timeout; not a benchmark: real servers and pages on a busy machine. What hangs still ends.
  testTimeout: 240_000,
  testMatch: ['<rootDir>/{apps,libs,e2e,chaos,tools}/**/*.spec.ts', '<rootDir>/workflows/**/*.spec.ts'],
  modulePathIgnorePatterns: ['/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', ...(hasChromium() || process.env.CI === 'true' ? [] : journeys)],
};
