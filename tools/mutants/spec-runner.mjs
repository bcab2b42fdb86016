/**
 * Stryker's test runner for the pure libraries: Jest's circus runs the spec files inside the worker process of Stryker.
 *
 * Stryker's own Jest plugin starts Jest for each mutant, runs all its tests, and cannot reload modules that Node itself
 * imported. Here a mutant costs only the tests that cover it, up to the first failure.
 */
import path from 'node:path';
import * as circus from 'jest-circus';
import { importTest, reloadSources, reloadTests } from './module-versions.mjs';

/** Where `@jest/globals` finds its functions; see libs/platform/testing/jest/jest-globals.mjs. */
globalThis[Symbol.for('lawgate.jest-globals')] = circus;

const testTimeoutMs = 60_000;
/** The namespace in which the instrumented sources look for the active mutant and count what they cover. */
const mutation = (globalThis.__stryker__ ??= {});

class SpecRunner {
  static inject = ['options'];

  #specs;
  #sourcesAreMutated = false;

  constructor(options) {
    this.#specs = options.specRunner.specs;
  }

  /** Static mutants are reloaded here, without a new process. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    const tests = [];
    for (const file of this.#specs) {
      const { results, fault } = await run(file, { bail: false });
      if (fault !== undefined) return { status: 'error', errorMessage: `${file}: ${fault}` };
      tests.push(...results);
    }
    return { status: 'complete', tests, mutantCoverage: mutation.mutantCoverage };
  }

  async mutantRun({ activeMutant, sandboxFileName, testFilter, hitLimit, reloadEnvironment }) {
    if (reloadEnvironment || this.#sourcesAreMutated) reloadSources();
    this.#sourcesAreMutated = reloadEnvironment;
    const wanted = testFilter && new Set(testFilter);
    // Loaded before the mutant is activated, as Stryker requires for code that does not run while loading.
    Object.assign(mutation, { activeMutant: undefined, hitCount: undefined, hitLimit });
    const activate = () => Object.assign(mutation, { activeMutant: activeMutant.id, hitCount: hitLimit && 0 });
    let nrOfTests = 0;
    for (const file of nearestFirst(this.#specs, path.relative(process.cwd(), sandboxFileName))) {
      if (wanted && !testFilter.some((id) => id.startsWith(`${file} `))) continue;
      const { results, fault } = await run(file, { bail: true, wanted, activate, isStatic: reloadEnvironment });
      nrOfTests += results.length;
      if (mutation.hitCount > hitLimit) return { status: 'timeout', reason: `Hit limit reached (${hitLimit})` };
      if (fault !== undefined) return { status: 'killed', killedBy: [], failureMessage: fault, nrOfTests };
      const failed = results.find(({ status }) => status === 1);
      if (failed) return { status: 'killed', killedBy: [failed.id], failureMessage: failed.failureMessage, nrOfTests };
    }
    return { status: 'survived', nrOfTests };
  }
}

/** The spec file with the longest common path is the most likely to fail, and the first failure ends the run. */
function nearestFirst(specs, source) {
  const common = (file) => [...file].findIndex((letter, index) => letter !== source[index]);
  return specs.toSorted((a, b) => common(b) - common(a));
}

/** Runs one spec file, or only the `wanted` tests of it. `fault` is the error that prevented loading. */
async function run(file, { bail, wanted, activate = () => {}, isStatic = false }) {
  circus.resetState();
  circus.getState().testTimeout = testTimeoutMs;
  reloadTests();
  try {
    if (isStatic) activate();
    await importTest(file);
  } catch (error) {
    return { results: [], fault: String(error?.message ?? error) };
  }
  activate();
  const { results, handle } = recorder(file, { bail, wanted });
  circus.addEventHandler(handle);
  try {
    await circus.run();
  } finally {
    circus.removeEventHandler(handle);
    mutation.currentTestId = undefined;
  }
  const [fault] = circus.getState().unhandledErrors;
  return { results, fault: fault && String(fault[0]?.message ?? fault) };
}

function recorder(file, { bail, wanted }) {
  const results = [];
  let hasFailed = false;
  const handle = (event) => {
    if (event.name === 'test_start') {
      const id = `${file} ${nameOf(event.test)}`;
      if ((bail && hasFailed) || (wanted && !wanted.has(id))) event.test.mode = 'skip';
      else mutation.currentTestId = id;
    }
    if (event.name === 'test_done') {
      mutation.currentTestId = undefined;
      results.push(resultOf(file, event.test));
      hasFailed ||= event.test.errors.length > 0;
    }
  };
  return { results, handle };
}

function resultOf(file, test) {
  const id = `${file} ${nameOf(test)}`;
  const common = { id, name: id, fileName: file, timeSpentMs: test.duration ?? 0 };
  if (test.errors.length === 0) return { ...common, status: 0 };
  const [first] = test.errors.flat();
  return { ...common, status: 1, failureMessage: String(first?.message ?? first) };
}

function nameOf(test) {
  const names = [];
  for (let block = test; block.parent; block = block.parent) names.unshift(block.name);
  return names.join(' ');
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'spec', injectableClass: SpecRunner }];
/** Lets Stryker accept the option that names the spec files. */
export const strykerValidationSchema = {
  properties: { specRunner: { type: 'object', properties: { specs: { type: 'array', items: { type: 'string' } } } } },
};
