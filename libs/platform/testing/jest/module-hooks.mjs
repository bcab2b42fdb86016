/**
 * Module hooks of a test process (`node --import`): TypeScript with decorators through swc, cached on disk by content,
 * and `@jest/globals` as the functions of the running spec file.
 */
import { transformSync } from '@swc/core';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transpiling } from './transpiling.mjs';

const root = path.resolve(import.meta.dirname, '../../../..');
const cache = path.join(root, 'node_modules', '.cache', 'lawgate-swc');
/** Source map files by the URL of their module; the runtime passes them to Jest, which formats stack traces. */
const sourceMaps = (globalThis[Symbol.for('lawgate.source-maps')] ??= new Map());
const globalsUrl = new URL('jest-globals.mjs', import.meta.url).href;

const optionsKey = JSON.stringify(transpiling) + process.version;

mkdirSync(cache, { recursive: true });

registerHooks({
  resolve(specifier, context, next) {
    return specifier === '@jest/globals' ? { url: globalsUrl, shortCircuit: true } : next(specifier, context);
  },
  load(url, context, next) {
    const { pathname } = new URL(url);
    return url.startsWith('file:') && /\.tsx?$/.test(pathname)
      ? { format: 'module', source: transformed(url), shortCircuit: true }
      : next(url, context);
  },
});

function transformed(url) {
  const file = fileURLToPath(url);
  const source = readFileSync(file, 'utf8');
  const key = createHash('sha256').update(optionsKey).update(file).update(source).digest('hex');
  const kept = path.join(cache, `${key}.js`);
  sourceMaps.set(url, `${kept}.map`);
  try {
    return readFileSync(kept, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const { code, map } = transformSync(source, { ...transpiling, filename: file });
  moveIntoPlace(`${kept}.map`, map);
  moveIntoPlace(kept, code);
  return code;
}

/** Another process may write the same file at the same time; a rename never exposes a partial file. */
function moveIntoPlace(file, text) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, text);
  renameSync(own, file);
}
