// Reads and prints the records of all projects' runs (see libs/platform/testing/jest/run-record.mjs).
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from './workspace.mjs';

export const recordsFolder = path.join(root, 'coverage', 'tests');

export function recordOf(project) {
  return path.join(recordsFolder, `${project}.json`);
}

/** @returns the records of all spec files: `{ path, seconds, spent, asserts, passed, failed, skipped }` */
export async function readRecords() {
  if (!existsSync(recordsFolder)) return [];
  const files = (await readdir(recordsFolder, { recursive: true })).filter((file) => file.endsWith('.json'));
  const records = await Promise.all(
    files.map(async (file) => JSON.parse(await readFile(path.join(recordsFolder, file), 'utf8'))),
  );
  return records.flat();
}

/**
 * Prints the ten slowest suites, skipped tests, and the totals as the last line.
 *
 * @param leftOut texts about tests that this machine cannot run
 * @returns how many tests were skipped
 */
export function printSummary(suites, leftOut = []) {
  const skipped = [...leftOut, ...suites.flatMap((suite) => suite.skipped.map((test) => `${suite.path}: ${test}`))];
  const slowest = [...suites].sort((a, b) => b.seconds - a.seconds).slice(0, 10);
  const { passed, failed } = totals(suites);
  const lines = [
    '',
    'The ten slowest suites, in seconds:',
    ...slowest.map(({ path: place, seconds }) => `${seconds.toFixed(1).padStart(7)}  ${place}`),
    '',
    ...(skipped.length === 0
      ? ['Skipped: nothing']
      : ['*** SKIPPED 已跳过:', ...skipped.map((line) => `***   ${line}`)]),
    `Suites: ${suites.length}; assertions: ${sum(suites, 'asserts')}`,
    `${passed} passed, ${failed} failed`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return skipped.length;
}

export function totals(suites) {
  return { passed: sum(suites, 'passed'), failed: sum(suites, 'failed') };
}

function sum(suites, field) {
  return suites.reduce((total, suite) => total + suite[field], 0);
}
