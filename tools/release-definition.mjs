// npm run release -- FOLDER…: freezes the version of a category's definition as `released/vN.mjs`, with everything that
// it imports, and `released/vN.json` with its hashes. A released version is never written again, except with --same,
// which requires that the definition is the same part by part although its sources changed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { compactSource, partsThatDiffer, requireSound } from '@lawgate/engine';
import { hashedParts, sha256 } from '../workflows/dist/releases.js';

/** Released code uses the engine of the installation; everything else is in the file. */
const external = /^(@lawgate\/(engine|contracts|calendar)|zod|xstate)(\/|$)/;
const shipped = path.resolve(import.meta.dirname, '..', 'workflows');

const args = process.argv.slice(2);
const same = args.includes('--same');
const folders = args.filter((each) => !each.startsWith('--'));
if (folders.length === 0) {
  console.error('npm run release -- [--same] FOLDER…   such as workflows/contract');
  process.exit(2);
}
for (const folder of folders) await release(path.resolve(folder));

async function release(folder) {
  const base = path.dirname(folder);
  const name = path.basename(folder);
  const inDist = path.join(base, 'dist', name, 'definition.js');
  const loaded = [inDist, path.join(folder, 'definition.js'), path.join(folder, 'definition.ts')].find(existsSync);
  const { definition } = await import(pathToFileURL(loaded).href);
  // A start skips this check for released versions.
  requireSound([definition]);
  const { key, version } = definition;
  const target = path.join(folder, 'released', `v${version}`);
  const parts = hashedParts(definition);
  const known = existsSync(`${target}.json`) ? JSON.parse(readFileSync(`${target}.json`, 'utf8')) : null;
  if (known !== null) {
    const changed = partsThatDiffer(known.parts, parts);
    if (!same) throw new Error(`${key} version ${version} was released already. Raise "version" in its definition.`);
    if (changed.length > 0) throw new Error(`${key} version ${version} says something else now: ${changed.join(', ')}`);
  }
  const { code, modules } = await bundled(
    ['definition.ts', 'definition.js'].map((file) => path.join(folder, file)).find(existsSync),
  );
  mkdirSync(path.dirname(target), { recursive: true });
  // The released file is what runs; --same updates only the hashes of its sources.
  if (known === null) writeFileSync(`${target}.mjs`, code);
  const within = (home, file) => path.relative(home, file).replace(/\.(ts|js)$/, '');
  const own = modules.filter((file) => file.startsWith(`${base}${path.sep}`)).sort();
  const sources = own.filter((file) => file.endsWith('.ts'));
  const built = sources.map((file) => path.join(base, 'dist', `${within(base, file)}.js`)).filter(existsSync);
  const record = {
    key,
    version,
    hash: sha256(readFileSync(`${target}.mjs`)),
    parts,
    sources: Object.fromEntries(
      sources.map((file) => [within(base, file), sha256(compactSource(readFileSync(file, 'utf8')))]),
    ),
    built: Object.fromEntries(built.map((file) => [within(path.join(base, 'dist'), file), sha256(readFileSync(file))])),
  };
  writeFileSync(`${target}.json`, `${JSON.stringify(record, null, 2)}\n`);
  console.log(
    `${path.relative(process.cwd(), target)}.mjs  ${key} version ${version}, ${own.length} files, ${Math.round(code.length / 1024)} kB`,
  );
}

async function bundled(input) {
  const build = await rolldown({
    input,
    platform: 'node',
    external,
    resolve: { conditionNames: ['source', 'import', 'node', 'default'], alias: { '@lawgate/workflows': shipped } },
    treeshake: true,
  });
  const { output } = await build.generate({ format: 'esm', minify: false });
  await build.close();
  if (output.length !== 1) throw new Error(`${input} does not fit into one file.`);
  const { code, moduleIds } = output[0];
  return { code, modules: moduleIds.filter((id) => path.isAbsolute(id)) };
}
