/**
 * `node --import libs/platform/process/register.mjs apps/…/dist/main.js`: our own code takes the packages of
 * bundled-packages.json from the bundle that `npm run build` made of them. A process that starts without this, or before
 * there is a bundle, takes them from node_modules and is as good, only slower to start.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const folder = new URL('bundle/', import.meta.url);
const bundled = readIndex();

registerHooks({
  resolve(specifier, context, next) {
    const file = bundled[specifier];
    // Packages know each other by their places in node_modules.
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
