/**
 * The import rules between packages; docs/decisions/0045-four-layers.md says why. A rule names the files that it binds
 * and what they may import; every other import is an error. Imports by package name are followed to the source file by
 * the `source` condition, so a rule sees the real file.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = import.meta.dirname;
const SPECS = '\\.(spec|fixtures)\\.tsx?$';

/** The layers, lowest first: a file imports from its own layer and from lower ones. */
const LAYERS = [
  { tag: 'layer:core', folder: 'libs/core/' },
  { tag: 'layer:platform', folder: 'libs/platform/' },
  { tag: 'layer:cases', folder: 'libs/cases/' },
  { tag: 'layer:feature', folder: 'libs/features/' },
  { tag: 'layer:app', folder: 'apps/' },
];

/** What each platform package may import of the others. */
const PLATFORM = {
  database: [],
  files: [],
  process: [],
  jobs: ['database', 'process'],
  http: ['database', 'files'],
  testing: ['database'],
};

/** What each core package may import of the others. */
const CORE = { engine: ['calendar'], calendar: ['engine'], contracts: [], client: [] };

const LAW = ['^workflows/', '^libs/core/(engine|contracts)/', '^node_modules/(xstate|zod)/'];

/** Packages of the workspace, as folders with a slash at the end. */
const packages = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).workspaces.flatMap((pattern) =>
  globSync(`${pattern}/package.json`, { cwd: root }).map((file) => `${path.posix.dirname(file)}/`),
);
packages.forEach(checkTag);

/** The Nx tag of a package names the layer of its folder, so that both ways to ask give one answer. */
function checkTag(folder) {
  const { nx } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
  const layer = [...LAYERS, { tag: 'layer:workflows', folder: 'workflows/' }].find((one) =>
    folder.startsWith(one.folder),
  );
  if (layer === undefined || nx?.tags?.join() !== layer.tag) {
    throw new Error(`${folder}package.json: "nx.tags" must be ["${layer?.tag ?? 'a layer'}"]`);
  }
}

/** What the language and Node bring is not a package; a pure package may not import even that. */
function only(name, comment, from, allowed) {
  return { name, comment, severity: 'error', from: { path: from, pathNot: SPECS }, to: { pathNot: allowed } };
}

/** Specs and fixtures too: a spec that needs a higher layer belongs to that layer. */
function noHigherLayer({ folder }, at) {
  const higher = LAYERS.slice(at + 1).map((layer) => `^${layer.folder}`);
  return {
    name: `imports-go-down-from-${path.posix.basename(folder)}`,
    comment: 'a package imports from its own layer and from lower ones: core, platform, cases, features, apps',
    severity: 'error',
    from: { path: `^${folder}` },
    to: { path: higher },
  };
}

/**
 * What the packages of a layer import of each other; a new package is listed before it imports anything.
 *
 * @param forSpecs the package that specs of all of them use; the rule only-specs-use-testing keeps it out of the rest
 */
function edgesWithin(layer, table, forSpecs) {
  const folder = `^libs/${layer}/`;
  return [
    ...Object.entries(table).map(([name, uses]) => ({
      name: `${layer}-${name}`,
      comment: `${name} imports ${uses.length === 0 ? `no other ${layer} package` : `of ${layer} only ${uses.join(' and ')}`}`,
      severity: 'error',
      from: { path: `${folder}${name}/` },
      to: { path: folder, pathNot: [name, forSpecs, ...uses].map((one) => `${folder}${one}/`) },
    })),
    {
      name: `${layer}-is-listed`,
      comment: `a new ${layer} package is listed in .dependency-cruiser.mjs with what it may import`,
      severity: 'error',
      from: { path: folder, pathNot: `${folder}(${[forSpecs, ...Object.keys(table)].join('|')})/` },
      to: {},
    },
  ];
}

export default {
  forbidden: [
    ...LAYERS.slice(0, -1).map(noHigherLayer),
    {
      name: 'features-are-separate',
      comment: 'a feature imports no other feature: what two of them need belongs into a lower layer',
      severity: 'error',
      from: { path: '^libs/features/([^/]+)/' },
      to: { path: '^libs/features/', pathNot: '^libs/features/$1/' },
    },
    ...edgesWithin('core', CORE, 'sizes'),
    ...edgesWithin('platform', PLATFORM, 'testing'),
    only(
      'pure-core',
      'engine and calendar import xstate, zod and each other: time, ids and tables come in as arguments',
      '^libs/core/(engine|calendar)/src/',
      ['^libs/core/(engine|calendar)/', '^node_modules/(xstate|zod)/'],
    ),
    only(
      'contracts-are-schemas',
      'contracts holds the shared schemas and imports zod only',
      '^libs/core/contracts/src/',
      ['^libs/core/contracts/', '^node_modules/zod/'],
    ),
    only(
      'client-speaks-http',
      'the client is for programs outside: it knows the server by its OpenAPI document alone',
      '^libs/(core/)?client/src/',
      ['^libs/(core/)?client/', '^node_modules/openapi-fetch/'],
    ),
    only(
      'sizes-import-nothing',
      'the specs of every package read the sizes, so sizes imports nothing',
      '^libs/core/sizes/src/',
      ['^libs/core/sizes/'],
    ),
    only(
      'workflows-are-law',
      'a workflow says what the law asks, with engine and contracts; a new category needs no other package',
      '^workflows/(?!(load|releases)\\.ts$)',
      LAW,
    ),
    only(
      'workflows-are-found',
      'the loader finds the categories in its own folder and in one that is named, so that a new one changes no list',
      '^workflows/(load|releases)\\.ts$',
      [...LAW, '^(crypto|fs|url)$'],
    ),
    {
      name: 'workflows-import-core',
      comment: 'specs and fixtures of workflows run on the engine, without a database',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^(libs/(?!core/)|apps/)' },
    },
    {
      name: 'definitions-are-arguments',
      comment: 'no package but an app knows the installed workflows; specs of features may run on them',
      severity: 'error',
      from: { path: '^libs/', pathNot: `^libs/features/.*${SPECS}` },
      to: { path: '^workflows/' },
    },
    {
      name: 'pages-speak-http',
      comment:
        'the pages know the server by its OpenAPI document; their specs draw real files in a real browser, with its tools',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: SPECS },
      to: { path: '^(libs|workflows|apps/(?!web/))', pathNot: '^libs/(core/)?client/' },
    },
    {
      name: 'pages-hold-no-fixtures',
      comment: 'what is written for tests is imported by tests only',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: '\\.spec\\.ts$' },
      to: { path: '\\.fixtures\\.ts$' },
    },
    {
      name: 'pages-are-separate',
      comment:
        'what two pages share is in shared/, or in a folder of its own next to pages/; a page is loaded by the router alone',
      severity: 'error',
      from: { path: '^apps/web/src/pages/([^/]+)/' },
      to: { path: '^apps/web/src/pages/', pathNot: '^apps/web/src/pages/$1/' },
    },
    {
      name: 'only-specs-use-testing',
      comment: 'test servers and sizes of tests must not come into what is shipped',
      severity: 'error',
      from: { path: '^(apps|libs|workflows)/', pathNot: [SPECS, '^libs/platform/testing/', '^libs/core/sizes/'] },
      to: { path: '^libs/(platform/testing|core/sizes)/' },
    },
    {
      name: 'packages-by-name',
      comment: 'another package is imported by its name, so that only what its index exports can be used',
      severity: 'error',
      from: {
        path: '^(libs/(?:core|platform|features)/[^/]+|libs/cases|apps/[^/]+|workflows)/',
        pathNot: '^libs/platform/testing/jest/',
      },
      to: {
        path: '^(libs|apps|workflows)/',
        pathNot: [
          '^$1/',
          '^(libs/(core|platform|features)/[^/]+|libs/cases|apps/[^/]+)/src/(index|main)\\.ts$',
          '^workflows/load\\.ts$',
        ],
        dependencyTypes: ['local'],
      },
    },
    {
      name: 'archives-and-workbooks-have-one-port',
      comment: 'ZIPs and workbooks are read and written by platform/files alone: its limits hold for every file',
      severity: 'error',
      from: {
        path: '^(apps|libs|workflows)/',
        // XML of documents, which runs in the thread of reading.
        pathNot: [SPECS, '^libs/platform/files/', '^libs/features/documents/src/reading/xml\\.ts$'],
      },
      to: { path: '^node_modules/(fflate|saxes|yauzl)/' },
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
      comment: 'an import that leads nowhere is checked by no other rule',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|^libs/platform/process/bundle/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
