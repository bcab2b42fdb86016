/**
 * Evaluates the modules of the project again inside one process: for Node, a changed version in the URL is another
 * module.
 *
 * Static mutants are in code that runs while a module loads. They take effect only when the module is evaluated with
 * them.
 */
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const boundedProperties = new URL('bounded-properties.mjs', import.meta.url).href;

const versions = { tests: 0, sources: 0 };

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'fast-check' && context.parentURL !== boundedProperties) {
      return { url: boundedProperties, shortCircuit: true };
    }
    const resolved = next(specifier, context);
    return { ...resolved, url: versioned(resolved.url) };
  },
});

/** Evaluates the spec modules again, which registers their tests; the sources stay loaded. */
export function reloadTests() {
  versions.tests += 1;
}

export function reloadSources() {
  versions.sources += 1;
}

export function importTest(file) {
  return import(pathToFileURL(path.resolve(file)).href);
}

/** Only files in Stryker's copy of the project, the working directory, are mutated. */
function versioned(url) {
  const copy = pathToFileURL(path.join(process.cwd(), path.sep)).href;
  if (!url.startsWith(copy) || url.startsWith(`${copy}node_modules/`) || !url.endsWith('.ts')) return url;
  const ofTests = /\.(spec|fixtures|model)\.ts$/.test(url);
  return `${url}?version=${versions.sources}${ofTests ? `.${versions.tests}` : ''}`;
}
