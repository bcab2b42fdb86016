import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '..');
/** Inside the project, like the packages, because the compiler looks for types in parent folders. */
let project: string;

beforeAll(() => {
  mkdirSync(path.join(root, 'coverage'), { recursive: true });
  project = mkdtempSync(path.join(root, 'coverage', 'build-project-'));
  writeFileSync(
    path.join(project, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../tsconfig.base.json',
      compilerOptions: { rootDir: '.', outDir: 'dist' },
      include: ['**/*.ts'],
      exclude: ['dist'],
    }),
  );
  for (const category of ['kept', 'deleted', 'renamed']) {
    mkdirSync(path.join(project, category));
    writeFileSync(path.join(project, category, 'definition.ts'), `export const definition = '${category}';\n`);
  }
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

function built(): string[] {
  execFileSync(process.execPath, [path.join(root, 'tools', 'build-project.mjs'), project]);
  const files = readdirSync(path.join(project, 'dist'), { recursive: true }) as string[];
  return files.filter((file) => file.endsWith('definition.js')).sort();
}

it('removes outputs of a folder that was deleted or renamed', () => {
  expect(built()).toEqual(['deleted/definition.js', 'kept/definition.js', 'renamed/definition.js']);
  rmSync(path.join(project, 'deleted'), { recursive: true });
  renameSync(path.join(project, 'renamed'), path.join(project, 'new-name'));
  expect(built()).toEqual(['kept/definition.js', 'new-name/definition.js']);
  const folders = readdirSync(path.join(project, 'dist'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(folders.map(({ name }) => name).sort()).toEqual(['kept', 'new-name']);
});
