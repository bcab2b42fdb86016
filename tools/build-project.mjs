// node tools/build-project.mjs FOLDER: compiles one package into its dist. Outputs of deleted or renamed sources are
// removed first: categories are found by their files, so an old output would still be loaded.
//
// A package that others install is compiled by TypeScript, with its declarations. All others are only transpiled, file
// by file: their types are checked once, by `npm run lint`.
import fs from 'node:fs';
import path from 'node:path';
import { root, runNode } from './workspace.mjs';

const project = path.resolve(root, process.argv[2]);
const { compilerOptions, include, exclude = [] } = readJson('tsconfig.json');
const sources = path.join(project, compilerOptions.rootDir);
const dist = path.join(project, compilerOptions.outDir);
const isPublished = fs.existsSync(path.join(project, 'package.json')) && readJson('package.json').private !== true;
const output = isPublished ? /\.(js|d\.ts)(\.map)?$/ : /\.js(\.map)?$/;

removeOrphans(dist, sources);
if (isPublished) {
  process.exitCode = await runNode([path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b', project]);
} else {
  // Otherwise a later `tsc -b` would assume that its own outputs are still there.
  fs.rmSync(path.join(project, 'tsconfig.tsbuildinfo'), { force: true });
  await transpile();
}

function readJson(name) {
  return JSON.parse(fs.readFileSync(path.join(project, name), 'utf8'));
}

async function transpile() {
  const [{ transformFileSync }, { transpiling }] = await Promise.all([
    import('@swc/core'),
    import('../libs/platform/testing/jest/transpiling.mjs'),
  ]);
  const options = { ...transpiling, jsc: { ...transpiling.jsc, rewriteRelativeImportExtensions: true } };
  for (const file of fs.globSync(include, { cwd: project, exclude: ['**/node_modules/**', ...exclude] })) {
    const source = path.join(project, file);
    const target = path.join(dist, path.relative(sources, source)).replace(/\.ts$/, '.js');
    const { code, map } = transformFileSync(source, { ...options, filename: source });
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, `${code}//# sourceMappingURL=${path.basename(target)}.map\n`);
    fs.writeFileSync(`${target}.map`, map);
    for (const [, name] of code.matchAll(/from "(\.[^"]+\.json)"/g)) {
      fs.copyFileSync(path.resolve(path.dirname(source), name), path.resolve(path.dirname(target), name));
    }
  }
}

/** Removes outputs without a source, and folders that are then empty. */
function removeOrphans(outputs, from) {
  if (!fs.existsSync(outputs)) return;
  for (const entry of fs.readdirSync(outputs, { withFileTypes: true })) {
    const place = path.join(outputs, entry.name);
    if (entry.isDirectory()) {
      removeOrphans(place, path.join(from, entry.name));
      if (fs.readdirSync(place).length === 0) fs.rmdirSync(place);
    } else if (!hasSource(entry.name, from)) fs.rmSync(place);
  }
}

function hasSource(name, from) {
  if (isPublished && name.endsWith('.tsbuildinfo')) return true;
  // A JSON file that a source imports is in dist under its own name.
  if (!output.test(name)) return fs.existsSync(path.join(from, name));
  return fs.existsSync(path.join(from, name.replace(output, '.ts')));
}
