/**
 * The error appendix of the manual says what the sources say: no code is missing there, and none is listed that nobody
 * gives.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { TASK_RULES } from '@lawgate/engine';

const root = path.resolve(import.meta.dirname, '..');

/** What the first part of a code may be. A new part is found by the last test and belongs here, too. */
const families = [
  'account',
  'audit',
  'archive',
  'auth',
  'calendar',
  'case',
  'channel',
  'clock',
  'comparison',
  'content',
  'copy',
  'data',
  'database',
  'definition',
  'document',
  'engine',
  'event',
  'idempotency',
  'indicator',
  'identity',
  'overview',
  'number',
  'openapi',
  'paper',
  'pack',
  'queue',
  'recording',
  'register',
  'report',
  'request',
  'resource',
  'route',
  'ruleset',
  'server',
  'settings',
  'stand-in',
  'task-set',
  'template',
  'text',
  'workflows',
];

/** Families whose names rules and events of the engine have, too: a code is only what an error is made with. */
const amongRules = ['task'];

/**
 * Texts of the same form that are no errors: names of files, kinds of notices, types of history rows, and actions of
 * the audit log.
 */
const noErrors = [
  // Kinds of jobs.
  'audit.verification',
  'calendar.recount',
  'definition.migration',
  'channel.delivery',
  'document.comparison',
  'document.content-cleaning',
  'document.scan',
  'document.text',
  'indicator.quarter',
  'register.import',
  'archive.retention',
  'paper.docx',
  'paper.pdf',
  'case.json',
  'pack.before-keep',
  'pack.after-keep',
  'indicator.reminder',
  'report.year-end',
  'calendar.recomputed',
  'clock.lapsed',
  'clock.settled',
  'clock.threatened',
  'server.pid',
  'definition.js',
  'definition.ts',
  'case.accepted',
  'case.returned',
  'case.declined',
  'account.created',
  'account.renamed',
  'account.activated',
  'account.deactivated',
  'account.password-reset',
  'account.roles-granted',
  'audit.verified',
  'auth.login',
  'auth.password-changed',
  'calendar.imported',
  'document.downloaded',
  'register.exported',
  'ruleset.entered',
  'number.void',
  'comparison.accept',
];

interface Row {
  readonly code: string;
  readonly status: string;
}

/** Every source that is shipped, as one text; a code may be broken over lines only between its arguments. */
let sources = '';
let listed: Row[] = [];
let listedRules: string[] = [];

beforeAll(() => {
  sources = ['apps', 'libs', 'workflows'].flatMap((folder) => texts(path.join(root, folder))).join('\n');
  const manual = readFileSync(path.join(root, 'docs', 'manual.md'), 'utf8');
  listed = rowsBetween(manual, 'errors');
  listedRules = rowsBetween(manual, 'rules').map(({ code }) => code);
});

describe('the error appendix', () => {
  it('misses no code that the product can give, and lists none that is gone', () => {
    const family = families.join('|');
    const given = new Set(
      [...sources.matchAll(new RegExp(`'((?:${family})\\.[a-z]+(?:-[a-z]+)*)'`, 'g'))].map(([, code]) => code ?? ''),
    );
    const made = new RegExp(
      `(?:new ProblemError|super)\\(\\s*\\d{3},\\s*'((?:${amongRules.join('|')})\\.[a-z-]+)'`,
      'g',
    );
    for (const [, code = ''] of sources.matchAll(made)) given.add(code);
    const codes = listed.map(({ code }) => code).sort();
    expect(codes).toEqual([...given].filter((code) => !noErrors.includes(code)).sort());
  });

  it('gives each code the HTTP status with which it is thrown', () => {
    const statuses = new Map(listed.map(({ code, status }) => [code, status]));
    const thrown = [
      ...sources.matchAll(/(?:new ProblemError|super)\(\s*(\d{3}),\s*'([^']+)'/g),
      ...sources.matchAll(/status: (\d{3}),\s*code: '([^']+)'/g),
    ];
    expect(thrown.length).toBeGreaterThan(30);
    for (const [, status = '', code = ''] of thrown) expect(`${code} ${statuses.get(code)}`).toBe(`${code} ${status}`);
  });

  it('knows every family of codes that an error class is given', () => {
    const first = [...sources.matchAll(/new \w+Error\(\s*(?:\d{3},\s*)?'([a-z-]+)\.[a-z-]+'/g)].map(([, part]) => part);
    expect(first.length).toBeGreaterThan(30);
    expect([...new Set(first)].filter((part) => ![...families, ...amongRules].includes(part ?? ''))).toEqual([]);
  });

  it("lists the engine's own rules", () => {
    const inEngine = texts(path.join(root, 'libs', 'core', 'engine')).join('\n');
    const given = [...inEngine.matchAll(/rule: '([a-z.-]+)'/g)].map(([, rule]) => rule ?? '');
    expect([...listedRules].sort()).toEqual([...new Set([...given, ...Object.keys(TASK_RULES)])].sort());
  });

  it('says of each what it means and what to do, once', () => {
    const codes = listed.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

/** @throws RangeError when the markers are gone, so that an emptied appendix is not a complete one. */
function rowsBetween(manual: string, name: string): Row[] {
  const begin = manual.indexOf(`<!-- ${name}: begin -->`);
  const end = manual.indexOf(`<!-- ${name}: end -->`);
  if (begin < 0 || end < begin) throw new RangeError(`the manual has no part "${name}"`);
  return manual
    .slice(begin, end)
    .split('\n')
    .flatMap((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      const code = /^`([a-z.-]+)`$/.exec(cells[1] ?? '')?.[1];
      if (code === undefined) return [];
      expect(cells.slice(2, -1).every((cell) => cell !== '')).toBe(true);
      return [{ code, status: cells[2] ?? '' }];
    });
}

function texts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return ['dist', 'node_modules', 'testing'].includes(entry.name) ? [] : texts(place);
    const shipped = /\.ts$/.test(entry.name) && !/\.(spec|fixtures|model)\.ts$/.test(entry.name);
    return shipped ? [readFileSync(place, 'utf8')] : [];
  });
}
