/** The packages that others may install: their contents, their dependencies, and their examples. */
import { execFile } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { built } from '@lawgate/testing';
import { sourceFlags } from './workspace.mjs';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '..');

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as Manifest;

/** Folders of packages that are not private, by name. */
const publishable = new Map(
  globSync('libs/**/package.json', { cwd: root, exclude: ['**/node_modules', '**/dist'] })
    .map((file) => path.dirname(file))
    .filter((folder) => manifestOf(folder).private !== true)
    .map((folder) => [manifestOf(folder).name, folder]),
);

it('are exactly these', () => {
  expect([...publishable.keys()].sort()).toEqual(['@lawgate/calendar', '@lawgate/client', '@lawgate/engine']);
});

describe('what is packed', () => {
  let packed: Map<string, string[]>;

  beforeAll(async () => {
    await built();
    const folders = [...publishable.values()].map((folder) => `./${folder}`);
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', ...folders], { cwd: root });
    const listed = JSON.parse(stdout) as { name: string; files: { path: string }[] }[];
    packed = new Map(listed.map(({ name, files }) => [name, files.map(({ path: file }) => file)]));
  }, 240_000);

  it.each([...publishable.keys()])('of %s contains its exports, README and licence, and no tests', (name) => {
    const files = packed.get(name) ?? [];
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']));
    const { exports = {} } = manifestOf(publishable.get(name) ?? '');
    for (const target of Object.values(exports).flatMap((conditions) => Object.values(conditions))) {
      expect(files).toContain(target.replace('./', ''));
    }
    expect(files.filter((file) => /\.(spec|fixtures)\.|tsbuildinfo|node_modules/.test(file))).toEqual([]);
  });

  it.each([...publishable.keys()])('of %s has types without the sources', (name) => {
    const folder = path.join(root, publishable.get(name) ?? '');
    for (const file of (packed.get(name) ?? []).filter((each) => each.endsWith('.d.ts'))) {
      const text = readFileSync(path.join(folder, file), 'utf8');
      for (const [, target = ''] of text.matchAll(/from '(\.[^']+)'/g)) {
        const stem = path.join(folder, path.dirname(file), target.replace(/\.(js|ts)$/, ''));
        expect({ file, target, isThere: existsSync(`${stem}.d.ts`) }).toEqual({ file, target, isThere: true });
      }
    }
  });
});

describe.each([...publishable])('%s', (name, folder) => {
  const manifest = manifestOf(folder);
  const sources = globSync('src/**/*.ts', { cwd: path.join(root, folder) }).filter(
    (file) => !/\.(spec|fixtures)\.ts$/.test(file),
  );

  it('depends on exactly the packages that it imports, each in one version', () => {
    const imported = new Set<string>();
    for (const file of sources) {
      const text = readFileSync(path.join(root, folder, file), 'utf8');
      for (const [, target = ''] of text.matchAll(/(?:from|import\() ?'([^.'][^']*)'/g)) {
        imported.add(
          target
            .split('/')
            .slice(0, target.startsWith('@') ? 2 : 1)
            .join('/'),
        );
      }
    }
    expect(Object.keys(manifest.dependencies ?? {}).sort()).toEqual([...imported].sort());
    const { dependencies: dependencies = {} } = manifestOf('.');
    for (const [dependency, version] of Object.entries(manifest.dependencies ?? {})) {
      const own = publishable.get(dependency);
      expect({ dependency, version }).toEqual({
        dependency,
        version: own === undefined ? dependencies[dependency] : manifestOf(own).version,
      });
    }
  });

  it('has the licence of the project', () => {
    expect(manifest.license).toBe('Apache-2.0');
    const licence = readFileSync(path.join(root, 'LICENSE'), 'utf8');
    expect(readFileSync(path.join(root, folder, 'LICENSE'), 'utf8')).toBe(licence);
  });

  it('runs the example of its README, with the output that the README shows', async () => {
    const readme = readFileSync(path.join(root, folder, 'README.md'), 'utf8');
    const example = /```js\n([^]*?)```/.exec(readme)?.[1];
    // The client's example needs a server; e2e/fuzz.spec.ts sends the same calls to one.
    if (example === undefined) {
      expect(name).toBe('@lawgate/client');
      return;
    }
    const place = path.join(root, 'node_modules', '.cache', `readme-${path.basename(folder)}-${process.pid}.mjs`);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, example);
    try {
      const { stdout } = await run(process.execPath, [...sourceFlags, place], { cwd: root });
      const promised = [...example.matchAll(/\/\/ → (.*)/g)].map(([, line]) => line);
      expect(promised.length).toBeGreaterThan(1);
      expect(stdout.trim().split('\n')).toEqual(promised);
    } finally {
      rmSync(place);
    }
  }, 60_000);
});
