/** Checks that paths, commands and names in the documents exist. */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from './workspace.mjs';

const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  // Other specs write folders that begin with a dot next to the sources, and remove them.
  .filter((file) => file !== '' && !/\/\./.test(file) && existsSync(path.join(root, file)));
const documents = tracked.filter((file) => file.endsWith('.md'));
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const { scripts, workspaces } = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  workspaces: string[];
};
const packages = workspaces.flatMap((pattern) =>
  globSync(`${pattern}/package.json`, { cwd: root }).map((file) => path.posix.dirname(file)),
);

/** The top-level folders: a code span that begins with one of them is a path, as is one that ends as a source does. */
const folders = new Set(tracked.filter((file) => file.includes('/')).map((file) => file.split('/')[0]));
/** Written by commands, or with a placeholder. */
const NOT_IN_TREE = /(^|\/)(dist|node_modules|coverage|bundle|\.env)(\/|$)|[*…<>{}$]|\bNNNN\b|\bVERSION\b|\/vN\./;

function fences(markdown: string): { prose: string; code: string } {
  const code: string[] = [];
  const prose = markdown.replace(/^( *)```[^\n]*\n([\s\S]*?)^\1```/gm, (_, __, block: string) => {
    code.push(block);
    return '';
  });
  return { prose, code: code.join('\n') };
}
const spans = (prose: string): string[] => [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);

function headingIds(markdown: string): Set<string> {
  const ids = [...fences(markdown).prose.matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return new Set(ids);
}

export function brokenLinks(file: string, markdown: string): string[] {
  const links = [...fences(markdown).prose.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(
    ([, link = '']) => link,
  );
  return links.filter((link) => {
    const [target = '', anchor] = link.split('#');
    const place = target === '' ? file : path.posix.join(path.posix.dirname(file), decodeURI(target));
    if (!existsSync(path.join(root, place))) return true;
    return anchor !== undefined && place.endsWith('.md') && !headingIds(read(place)).has(decodeURI(anchor));
  });
}

export function missingPaths(file: string, markdown: string): string[] {
  return spans(fences(markdown).prose)
    .filter((span) => /^[\w.@-]+(\/[\w.@-]+)+\/?$/.test(span))
    .filter((span) => folders.has(span.split('/')[0] as string) || /^src\/|^\w.*\.(tsx?|mjs|sql)$/.test(span))
    .filter((span) => !NOT_IN_TREE.test(span))
    .filter((span) => {
      const here = path.posix.join(path.posix.dirname(file), span);
      return ![span, here].some((place) =>
        ['', '.ts', '.tsx', '.mjs', '.spec.ts'].some((ending) => existsSync(path.join(root, place + ending))),
      );
    });
}

export function unknownCommands(markdown: string): string[] {
  const run = [...markdown.matchAll(/\bnpm run (?:--\S+ )*([a-z][\w:-]*)/g)].map(([, name = '']) => name);
  const targets = [...markdown.matchAll(/\bnx run-many -t ((?:[a-z][\w:-]* ?)+)/g)].flatMap(([, names = '']) =>
    names.trim().split(' '),
  );
  const known = new Set(['build', 'test', 'serve', ...nxTargets()]);
  return [...run.filter((name) => !(name in scripts)), ...targets.filter((name) => !known.has(name))];
}

function nxTargets(): string[] {
  const { nx } = JSON.parse(read('package.json')) as { nx: { targets: object } };
  return Object.keys(nx.targets);
}

/** Routes as patterns, from the generated types of the OpenAPI document. */
function knownRoutes(): RegExp[] {
  const types = read('libs/core/client/src/schema.ts');
  return [...types.matchAll(/^ {4}"(\/api\/[^"]+)": \{([\s\S]*?)^ {4}\};/gm)].flatMap(([, route = '', body = '']) =>
    [...body.matchAll(/^ {8}(get|put|post|delete|patch): (?!never)/gm)].map(
      ([, verb = '']) => new RegExp(`^${verb.toUpperCase()} ${route.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    ),
  );
}
/** Routes that are not part of the OpenAPI document. */
const UNDESCRIBED = ['GET /api/docs', 'GET /api/openapi.json', 'PUT /api/test/clock'];

export function unknownRoutes(markdown: string, known: readonly RegExp[]): string[] {
  const named = [...markdown.matchAll(/`((?:GET|POST|PUT|DELETE|PATCH) \/api\/[^\s`?{[]+)/g)].map(([, route = '']) =>
    route.replace(/\/$/, ''),
  );
  return named.filter((route) => !UNDESCRIBED.includes(route) && !known.some((pattern) => pattern.test(route)));
}

/** Lines and files of code change with every commit, so a stated count is soon wrong. */
export function codeCounts(markdown: string): string[] {
  const counts = /\b\d[\d,.]*k?\+? (?:lines? of (?:code|TypeScript|SQL)|LOC|source files|TypeScript files)\b/gi;
  return [...fences(markdown).prose.matchAll(counts)].map(([text]) => text);
}

/** @returns names in the column "in code" of the glossary that no source has */
export function unknownNames(markdown: string, sources: string): string[] {
  const rows = markdown.split('\n').filter((line) => line.startsWith('|') && !/^\| (term|-)/.test(line));
  return rows
    .flatMap((row) => spans(row.split('|')[2] ?? ''))
    .filter((name) => !new RegExp(`(?<![\\w])${name}(?![a-z])`, 'i').test(sources));
}

const inEach = (check: (file: string, markdown: string) => string[]): string[] =>
  documents.flatMap((file) => check(file, read(file)).map((found) => `${file}: ${found}`));

describe('the documents', () => {
  it('link to no file or heading that is missing', () => {
    expect(inEach(brokenLinks)).toEqual([]);
  });

  it('name no missing path and no missing command', () => {
    expect([...inEach(missingPaths), ...inEach((_, markdown) => unknownCommands(markdown))]).toEqual([]);
  });

  it('name no route that the interface lacks', () => {
    const known = knownRoutes();
    expect(inEach((_, markdown) => unknownRoutes(markdown, known))).toEqual([]);
  });

  it('state no count of code lines', () => {
    expect(inEach((_, markdown) => codeCounts(markdown))).toEqual([]);
  });

  it('have a README for every package and folder of tests', () => {
    const places = [...packages, 'tools', 'e2e', 'chaos', 'bench', 'docker'];
    expect(places.filter((place) => !existsSync(path.join(root, place, 'README.md')))).toEqual([]);
  });

  it('use names that exist in the code', () => {
    const sources = tracked
      .filter((file) => /^(libs|workflows|tools)\/.*\.(ts|mjs|sql)$/.test(file) && !/released\/|schema\.ts$/.test(file))
      .map(read)
      .join('\n');
    expect(unknownNames(read('docs/glossary.md'), sources)).toEqual([]);
  });

  it('number each decision once, without an undeclared gap', () => {
    const numbers = readdirSync(path.join(root, 'docs/decisions'))
      .filter((file) => /^\d{4}-.*\.md$/.test(file))
      .map((file) => ({ file, number: file.slice(0, 4), heading: read(`docs/decisions/${file}`).split('\n')[0] ?? '' }))
      .sort((a, b) => Number(a.number) - Number(b.number));
    expect(numbers.filter(({ number, heading }) => !heading.startsWith(`# ${number} `))).toEqual([]);
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(numbers.length);
    const last = Number(numbers.at(-1)?.number);
    const used = new Set(numbers.map(({ number }) => number));
    const gaps = Array.from({ length: last }, (_, at) => String(at + 1).padStart(4, '0')).filter((n) => !used.has(n));
    const list = read('docs/decisions/README.md');
    const [, unused = ''] = /The numbers ([\d\s,and]+) have never been used/.exec(list) ?? [];
    expect((unused.match(/\d{4}/g) ?? []).sort()).toEqual(gaps);
    expect(numbers.filter(({ file, number }) => !list.includes(`- [${number}](${file}) `))).toEqual([]);
  });
});

describe('a wrong document', () => {
  it('is found by its link, its heading, its path, its command, its route, its count and its name', () => {
    expect(brokenLinks('docs/a.md', '[a](missing.md) [b](manual.md#no-such-part) [c](manual.md)')).toEqual([
      'missing.md',
      'manual.md#no-such-part',
    ]);
    expect(
      missingPaths('docs/a.md', '`libs/cases/src/no-such.ts` `libs/cases/src/read/loaded-case.ts` `libs/*/dist/x`'),
    ).toEqual(['libs/cases/src/no-such.ts']);
    expect(missingPaths('libs/cases/README.md', '`src/chain.ts` `src/read/loaded-case.ts`')).toEqual(['src/chain.ts']);
    expect(unknownCommands('`npm run no-such` `npm run lint` `npx nx run-many -t imports nowhere`')).toEqual([
      'no-such',
      'nowhere',
    ]);
    expect(unknownRoutes('`GET /api/cases/:id` `GET /api/no-such`', knownRoutes())).toEqual(['GET /api/no-such']);
    expect(codeCounts('It has 12,000 lines of code.')).toEqual(['12,000 lines of code']);
    expect(unknownNames('| 案件 | `noSuchName`, `step` | x | y |', 'export function step() {}')).toEqual([
      'noSuchName',
    ]);
  });
});
