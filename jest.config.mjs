import { hasChromium } from './tools/workspace.mjs';

/** What needs a browser. Without one it is left out, which `npm test` says loudly; under CI it fails. */
const journeys = ['/e2e/web/(?!api-types)', '/verify-page\\.spec\\.ts$'];

/** One configuration for every room: ESM, TypeScript through swc, workspace packages resolved to their sources. */
export default {
  globalSetup: '<rootDir>/libs/testing/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/libs/testing/jest/global-teardown.mjs',
  // Real servers wait more than they work: two suites side by side keep two cores busy.
  maxWorkers: 2,
  setupFiles: ['<rootDir>/libs/testing/jest/property-seed.mjs'],
  testEnvironment: 'node',
  // Patience, no measure: real servers on a busy machine take the time they take. What hangs still ends.
  testTimeout: 180_000,
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true, tsx: false },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2024',
          keepClassNames: true,
          // Node refuses a JSON import that has lost its attribute.
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  testMatch: ['<rootDir>/{apps,libs,e2e,chaos,tools}/**/*.spec.ts', '<rootDir>/workflows/**/*.spec.ts'],
  modulePathIgnorePatterns: ['/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', ...(hasChromium() || process.env.CI === 'true' ? [] : journeys)],
};
