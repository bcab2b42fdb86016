/**
 * The error appendix of the manual agrees with the sources: it lists every code, and no code that the product cannot
 * return.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { TASK_RULES } from '@lawgate/engine';

const root = path.resolve(import.meta.dirname, '..');

/** The first parts of codes. The last test finds a new one, which must be added here. */
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
  'record',
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

/** Families whose names are also used for rules and events of the engine: only codes passed to an error count. */
const amongRules = ['task'];

/**
 * Texts of the same form that are not error codes: file names, kinds of notices, types of history rows, and actions of
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
  'document.recognition',
  'document.recognition-queue',
  'document.reread',
  'document.scan',
  'document.text',
  'indicator.quarter',
  'register.import',
  'register.conversion',
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
  // Types of entries of the log of a case.
  'document.handed-in',
  'document.scanned',
  'paper.made',
  'recording.entered',
  'recording.voided',
  'comparison.asked',
  'comparison.done',
  'case.copied',
  'case.handed-over',
  // Types of history rows.
  'register.record',
  'register.completed',
  'register.converted',
  'register.generated',
  'record.dates',
  // An entry of a package.
  'content.xml',
];

interface Row {
  readonly code: string;
  readonly status: string;
}

/**
 * Every shipped source as one text; a code may be separated from its error class only by line breaks between arguments.
 */
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
  it('lists every code that the product can return, and no other', () => {
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

  it('gives for each code its meaning and remedy, once', () => {
    const codes = listed.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

/** @throws RangeError when the markers are missing, so that an emptied appendix does not pass. */
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
