// node tools/build-project.mjs FOLDER: compiles one package. What a deleted or renamed source left in its dist goes
// first: categories are found by their files, so an old output would still be loaded.
import { existsSync, readFileSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root, runNode } from './workspace.mjs';

const OUTPUT = /\.(js|d\.ts)(\.map)?$/;

const project = path.resolve(root, process.argv[2]);
const { rootDir } = JSON.parse(readFileSync(path.join(project, 'tsconfig.json'), 'utf8')).compilerOptions;
removeOrphans(path.join(project, 'dist'), path.join(project, rootDir));
process.exitCode = await runNode([path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b', project]);

/** Removes outputs without a source, and folders that are empty then. */
function removeOrphans(outputs, sources) {
  if (!existsSync(outputs)) return;
  for (const entry of readdirSync(outputs, { withFileTypes: true })) {
    const output = path.join(outputs, entry.name);
    if (entry.isDirectory()) {
      removeOrphans(output, path.join(sources, entry.name));
      if (readdirSync(output).length === 0) rmdirSync(output);
    } else if (!hasSource(entry.name, sources)) rmSync(output);
  }
}

function hasSource(output, sources) {
  if (output.endsWith('.tsbuildinfo')) return true;
  // A JSON file that a source imports is in dist under its own name.
  if (!OUTPUT.test(output)) return existsSync(path.join(sources, output));
  const name = output.replace(OUTPUT, '');
  return ['.ts', '.tsx', '.js'].some((extension) => existsSync(path.join(sources, name + extension)));
}
