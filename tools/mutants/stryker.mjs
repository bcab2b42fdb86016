/** One run of Stryker over one group. */
import { Stryker } from '@stryker-mutator/core';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Folder of the copy of the project and of the reports, which other tools ignore. */
const workFolder = 'node_modules/.cache/lawgate-mutants';

const plugin = (file) => path.join(import.meta.dirname, file);
const hooks = pathToFileURL(path.resolve(import.meta.dirname, '../../libs/platform/testing/jest/module-hooks.mjs'));

/**
 * @param isIncremental reuses results of the previous run for unchanged parts. Stryker compares sources and spec files,
 * not fixtures: use it while improving a score, not for the final result.
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
    // Modules that were evaluated again stay in memory until their process ends.
    maxTestRunnerReuse: 300,
    // Endless loops are detected by their number of iterations; this ends other hanging code, also on a busy machine.
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

/** Stryker does not run a static mutant again when only tests have changed, but a new test may detect a survivor. */
function dropSurvivors(file) {
  if (!existsSync(file)) return;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  for (const source of Object.values(report.files)) {
    source.mutants = source.mutants.filter(({ status }) => status !== 'Survived' && status !== 'NoCoverage');
  }
  writeFileSync(file, JSON.stringify(report));
}
