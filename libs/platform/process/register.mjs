/**
 * `node --import libs/platform/process/register.mjs apps/…/dist/main.js`: loads the packages of bundled-packages.json
 * from the bundle that `npm run build` makes of them. A process that starts without this, or without a bundle, loads
 * them from node_modules; it only starts more slowly.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const folder = new URL('bundle/', import.meta.url);
const bundled = readIndex();

registerHooks({
  resolve(specifier, context, next) {
    const file = bundled[specifier];
    // Packages resolve each other by their folders in node_modules.
    if (file === undefined || context.parentURL?.includes('/node_modules/')) return next(specifier, context);
    return { url: new URL(file, folder).href, format: 'module', shortCircuit: true };
  },
});

function readIndex() {
  try {
    return JSON.parse(readFileSync(new URL('index.json', folder), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return {};
    throw error;
  }
}
