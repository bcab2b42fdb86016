// node tools/bundle-packages.mjs: bundles the packages that every process loads as it starts. Unbundled they are more
// than 2,000 files, which cost a start a quarter of its processor time. See libs/platform/process/register.mjs.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const home = path.resolve(import.meta.dirname, '..', 'libs', 'platform', 'process');
const bundle = path.join(home, 'bundle');
const entries = path.join(bundle, 'entries');
const specifiers = JSON.parse(readFileSync(path.join(home, 'bundled-packages.json'), 'utf8'));
const nameOf = (specifier) => specifier.replaceAll(/[@/]+/g, '-').replace(/^-/, '');

/**
 * Not bundled: packages that find files by their path, that change globals, and optional ones that are not installed.
 */
const external = [
  /^(pino|thread-stream|msgpackr|reflect-metadata)(\/|$)/,
  /^@nestjs\/(microservices|websockets|platform-express)/,
  /^class-(transformer|validator)/,
  /^pg-native$/,
  /\.node$/,
];

rmSync(bundle, { recursive: true, force: true });
mkdirSync(entries, { recursive: true });
const input = {};
for (const specifier of specifiers) {
  // Only Node knows the named exports of a CommonJS package.
  const names = Object.keys(await import(import.meta.resolve(specifier, pathToFileURL(`${home}/`))));
  const named = names.filter((name) => name !== 'default' && name !== 'module.exports');
  const lines = [`export { ${named.join(', ')} } from '${specifier}';`];
  if (names.includes('default')) lines.push(`export { default } from '${specifier}';`);
  input[nameOf(specifier)] = path.join(entries, `${nameOf(specifier)}.mjs`);
  writeFileSync(input[nameOf(specifier)], `${lines.join('\n')}\n`);
}
const build = await rolldown({
  input,
  platform: 'node',
  external,
  treeshake: { moduleSideEffects: true },
  onLog: (level, log) => {
    // Warnings about a package's own code are ignored; an import that is not found is an error.
    if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
  },
});
await build.write({
  dir: bundle,
  format: 'esm',
  entryFileNames: '[name].mjs',
  chunkFileNames: 'shared/[name]-[hash].mjs',
  // Modules run in the order of their imports, as in Node.
  strictExecutionOrder: true,
});
await build.close();
rmSync(entries, { recursive: true });
const files = Object.fromEntries(specifiers.map((specifier) => [specifier, `${nameOf(specifier)}.mjs`]));
writeFileSync(path.join(bundle, 'index.json'), `${JSON.stringify(files, null, 2)}\n`);
