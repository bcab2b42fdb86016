/**
 * The import rules of the house. A rule names the room that is bound, then what it may reach; everything else is an error.
 * Packages of the workspace are followed to their sources by the `source` condition, so a rule sees the real file.
 */
const SPECS = '\\.(spec|fixtures)\\.tsx?$';

const LAW = ['^workflows/', '^libs/(engine|contracts)/', '^node_modules/(xstate|zod)/'];

/** What the language and the platform bring is not a package; a pure room may not even have that. */
function only(name, comment, from, allowed) {
  return { name, comment, severity: 'error', from: { path: from, pathNot: SPECS }, to: { pathNot: allowed } };
}

export default {
  forbidden: [
    only(
      'pure-core',
      'engine and calendar import nothing but xstate, zod and each other: time, ids and tables come in as arguments',
      '^libs/(engine|calendar)/src/',
      ['^libs/(engine|calendar)/', '^node_modules/(xstate|zod)/'],
    ),
    only('contracts-are-words', 'contracts is the shared vocabulary: zod and nothing else', '^libs/contracts/src/', [
      '^libs/contracts/',
      '^node_modules/zod/',
    ]),
    only(
      'client-speaks-http',
      'the client is for programs outside: it knows the server by its OpenAPI document alone',
      '^libs/(core/)?client/src/',
      ['^libs/(core/)?client/', '^node_modules/openapi-fetch/'],
    ),
    only(
      'workflows-are-law',
      'a workflow says what the law asks, by engine and contracts; a new category needs no other room',
      '^workflows/(?!load\\.ts$)',
      LAW,
    ),
    only(
      'workflows-are-found',
      'the loader finds the categories by looking into its own folder and one that is named, so that adding one changes no list',
      '^workflows/load\\.ts$',
      [...LAW, '^(fs|url)$'],
    ),
    {
      name: 'libs-know-no-app',
      comment: 'apps compose rooms; a room that needs an app has its rule in the wrong place',
      severity: 'error',
      from: { path: '^(libs|workflows)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'pages-speak-http',
      comment:
        'what the pages know of the server is its OpenAPI document, as any client knows it; their specs may take what it ' +
        'writes from its fixtures',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(libs|workflows|apps/(?!web/))', pathNot: ['\\.fixtures\\.ts$', '^libs/(core/)?client/'] },
    },
    {
      name: 'pages-hold-no-fixtures',
      comment: 'what is written for tests stays with them',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: '\\.spec\\.ts$' },
      to: { path: '\\.fixtures\\.ts$' },
    },
    {
      name: 'pages-stand-alone',
      comment:
        'what two pages share lies in shared/, or in a folder of its own beside pages/; a page is loaded by the router alone',
      severity: 'error',
      from: { path: '^apps/web/src/pages/([^/]+)/' },
      to: { path: '^apps/web/src/pages/', pathNot: '^apps/web/src/pages/$1/' },
    },
    {
      name: 'only-specs-use-testing',
      comment: 'test servers must not come into what is shipped',
      severity: 'error',
      from: { path: '^(apps|libs|workflows)/', pathNot: [SPECS, '^libs/testing/'] },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'no-back-doors',
      comment: 'another room is imported by its name, so only what its index offers can be used',
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/', pathNot: '^libs/testing/jest/' },
      to: {
        path: '^(libs|apps|workflows)/',
        pathNot: ['^$1/$2/', '^(libs|apps)/[^/]+/src/(index|main)\\.ts$', '^workflows/load\\.ts$'],
        dependencyTypes: ['local'],
      },
    },
    {
      name: 'no-cycles',
      comment: 'two modules that need each other are one module',
      severity: 'error',
      from: {},
      // A cycle of types alone disappears when compiled.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'a name that leads nowhere is checked by no other rule',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|^libs/process/bundle/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
