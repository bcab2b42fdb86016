/** One run of Stryker over one group. */
import { Stryker } from '@stryker-mutator/core';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the copy of the project and the reports are; nothing else looks for files there. */
const workFolder = 'node_modules/.cache/lawgate-mutants';

const plugin = (file) => path.join(import.meta.dirname, file);
const hooks = pathToFileURL(path.resolve(import.meta.dirname, '../../libs/platform/testing/jest/module-hooks.mjs'));

/**
 * @param isIncremental takes results of the run before over for what has not changed. Stryker compares sources and spec
 * files, not fixtures: for work at a score, not for a verdict.
 * @returns the mutants with their status
 */
export function mutate(name, group, { isIncremental }) {
  const incrementalFile = path.join(workFolder, `${name}.json`);
  if (isIncremental) dropSurvivors(incrementalFile);
  const stryker = new Stryker({
    mutate: group.mutate(),
    ignorers: group.ignorers,
    testRunner: 'spec',
    specRunner: { specs: group.specs() },
    plugins: [plugin('spec-runner.mjs'), plugin('display-text.mjs')],
    testRunnerNodeArgs: ['--conditions=source', `--import=${hooks}`],
    coverageAnalysis: 'perTest',
    concurrency: 2,
    // A module that was evaluated again stays in memory until its process ends.
    maxTestRunnerReuse: 300,
    // Endless loops are found by their number of turns; this ends what hangs otherwise, also on a busy machine.
    timeoutMS: 20_000,
    ignorePatterns: ['**', '!libs/**', '!workflows/**', '!package.json', '**/dist/**', '**/node_modules/**'],
    disableTypeChecks: false,
    tempDirName: workFolder,
    incremental: true,
    force: !isIncremental,
    incrementalFile,
    reporters: ['progress-append-only'],
    logLevel: 'warn',
    warnings: { slow: false },
    allowConsoleColors: false,
  });
  return stryker.runMutationTest();
}

/** Stryker does not ask a static mutant again when only tests have changed, and a new test is for a survivor. */
function dropSurvivors(file) {
  if (!existsSync(file)) return;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  for (const source of Object.values(report.files)) {
    source.mutants = source.mutants.filter(({ status }) => status !== 'Survived' && status !== 'NoCoverage');
  }
  writeFileSync(file, JSON.stringify(report));
}
