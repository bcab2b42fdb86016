import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { plainWords } from './tools/plain-words/eslint-rule.mjs';
import { noSqlStrings } from './tools/sql-strings/eslint-rule.mjs';

const NODE_GLOBALS = [
  'process',
  'console',
  'fetch',
  'URL',
  'URLSearchParams',
  'Buffer',
  'AbortController',
  'AbortSignal',
];
const TIMER_GLOBALS = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'performance'];
const WEB_GLOBALS = ['structuredClone', 'TextEncoder', 'TextDecoder', 'FormData', 'Blob', 'Response', 'Request'];
const GLOBALS = [...NODE_GLOBALS, ...TIMER_GLOBALS, ...WEB_GLOBALS];

/** A pure package gets time and ids as arguments; every other source of them is an error there. */
const IMPURE = [
  { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'Time comes in as an argument.' },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time comes in as an argument.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Time comes in as an argument.' },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'A pure package uses no randomness.',
  },
];

/** A skipped test looks like a passed one, and a focused one skips all the others. */
const UNRUN_TESTS = [
  {
    selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(skip|only|todo|failing)$/]',
    message: 'Every test runs. Make it pass or delete it.',
  },
  { selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]', message: 'Every test runs.' },
];

/** Where SQL is a string in the product: docs/decisions/0052. */
const SQL_STRINGS = [
  // Lists are put together from parts that are merged from indexes: docs/decisions/0038.
  'libs/cases/src/lists/{case-page,task-page}.ts',
  // What runs before the schema exists: the database is created and locked, and the files that ran there are listed.
  'libs/platform/database/src/{embedded-postgres,migrate,schema}.ts',
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      'libs/platform/process/bundle/',
      '**/node_modules/',
      '.lawgate/',
      '.nx/',
      'coverage/',
      'workflows/*/released/',
      'libs/**/client/src/schema.ts',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    languageOptions: { globals: Object.fromEntries(GLOBALS.map((name) => [name, 'readonly'])) },
    plugins: { lawgate: { rules: { 'plain-words': plainWords, 'no-sql-strings': noSqlStrings } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // `== null` asks for both kinds of absence at once, which is what an optional column needs.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'lawgate/plain-words': 'error',
      'no-restricted-syntax': ['error', ...UNRUN_TESTS],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
    },
  },
  {
    files: ['libs/core/engine/**/*.ts', 'libs/core/calendar/**/*.ts', 'workflows/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.fixtures.ts'],
    rules: { 'no-restricted-syntax': ['error', ...UNRUN_TESTS, ...IMPURE] },
  },
  {
    files: ['libs/**/*.ts', 'apps/**/*.{ts,tsx}'],
    ignores: ['**/*.spec.ts', '**/*.fixtures.ts', 'libs/platform/testing/**', ...SQL_STRINGS],
    rules: { 'lawgate/no-sql-strings': 'error' },
  },
  {
    // Which names a browser brings is the compiler's knowledge.
    files: ['apps/web/**/*.{ts,tsx}', 'e2e/web/**/*.ts'],
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    // Part of each proof pack: runs in a browser as well.
    files: ['libs/features/case-file/verify/**'],
    languageOptions: {
      globals: Object.fromEntries(
        ['document', 'ReadableStream', 'DecompressionStream'].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    // The list itself, its tests, and quotations of other sources.
    files: ['tools/plain-words/words.mjs', 'tools/plain-words/*.spec.ts', 'tools/breaks/*.mjs'],
    rules: { 'lawgate/plain-words': 'off' },
  },
  { files: ['tools/**', 'e2e/**', 'bench/**', 'chaos/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.spec.ts', '**/*.fixtures.ts'],
    // A test often leaves out what it does not look at.
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
);
