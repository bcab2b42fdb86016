/**
 * Jest reporter: duration of each spec file by cause, number of assertions, skipped tests. Written to the file of
 * LAWGATE_TEST_RECORD; without it a summary is printed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { printSummary } from '../../../../tools/test-summary.mjs';

const MS = 1000;

export default class RunRecord {
  #suites = [];

  constructor(globalConfig) {
    this.rootDir = globalConfig.rootDir;
    // With -t, tests with other names are left out on purpose.
    this.filtered = Boolean(globalConfig.testNamePattern);
  }

  onTestResult({ path: file }, { perfStats, testResults, testExecError }) {
    const titles = (status) => testResults.filter((test) => test.status === status).map(({ fullName }) => fullName);
    this.#suites.push({
      path: path.relative(this.rootDir, file),
      seconds: perfStats.runtime / MS,
      spent: perfStats.spent ?? {},
      asserts: testResults.reduce((sum, test) => sum + test.numPassingAsserts, 0),
      passed: titles('passed').length,
      // A suite that could not be loaded contains no failed test, but it has failed.
      failed: titles('failed').length + (testExecError == null ? 0 : 1),
      skipped: this.filtered ? [] : ['pending', 'todo', 'skipped', 'disabled'].flatMap(titles),
    });
  }

  onRunComplete() {
    const file = process.env.LAWGATE_TEST_RECORD;
    if (file === undefined) return void printSummary(this.#suites);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(this.#suites, null, 1));
  }
}
