/**
 * Jest's runtime for native modules: Node itself imports a spec file, and imported modules stay loaded for the next
 * spec file of the same worker process.
 *
 * Jest's own runtime evaluates every module again for each spec file in a `vm` context: about 3,000 modules, 2.7 s a
 * suite. Here a module is loaded once in each worker, in the realm and by the resolution of production. Workers,
 * circus, time limits, hooks and reporters are Jest's. Not supported: module mocks, and separate module state for each
 * spec file, which the product's modules do not have.
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** Jest requires this file, and uses the default export only if the module is marked as an ES module. */
export const __esModule = true;

const require = createRequire(import.meta.url);

/** Key under which `@jest/globals` finds the functions of the running spec file; see jest-globals.mjs. */
const currentGlobals = Symbol.for('lawgate.jest-globals');
/** Key of the source maps of transformed sources, by URL; see module-hooks.mjs. */
const sourceMaps = Symbol.for('lawgate.source-maps');
/** Circus stores its event handlers here and would find those of the previous spec file. */
const circusHandlers = Symbol.for('EVENT_HANDLERS');

export default class NativeRuntime {
  /** Wall time of importing the spec file and the modules that were not loaded before. */
  loadingMs = 0;

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(file) {
    const start = performance.now();
    const loaded = await import(pathToFileURL(file).href);
    this.loadingMs += performance.now() - start;
    return loaded;
  }

  /** Circus: its state belongs to one spec file, so it is evaluated again for each. */
  requireInternalModule(file) {
    delete require.cache[require.resolve(file)];
    delete globalThis[circusHandlers];
    return require(file);
  }

  requireModule(file) {
    return require(file);
  }

  setGlobalsForRuntime(globals) {
    globalThis[currentGlobals] = globals;
  }

  getSourceMaps() {
    return globalThis[sourceMaps];
  }

  getAllCoverageInfoCopy() {
    return undefined;
  }

  enterTestCode() {}
  leaveTestCode() {}
  teardown() {}
}
