/** Starts a built app as a separate process. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '../../../..');
/** As `npm start` and the images do. */
const bundledPackages = `--import=${pathToFileURL(path.join(root, 'libs', 'platform', 'process', 'register.mjs')).href}`;
/** The same flag as the test process itself, see tools/workspace.mjs. */
const youngSpace = process.execArgv.filter((flag) => flag.includes('semi-space-size'));
const compileCache = path.join(root, 'node_modules', '.cache', 'lawgate-compiled');

/**
 * Its environment is that of the test run without the variables of Jest, plus the settings. Node caches the compiled
 * code of its modules for the next start.
 */
export function spawnBuiltApp(
  app: 'api' | 'server' | 'worker',
  settings: Readonly<Record<string, string>>,
): ChildProcessByStdio<null, Readable, Readable> {
  const { NODE_OPTIONS: _options, JEST_WORKER_ID: _worker, NODE_ENV: _env, ...rest } = process.env;
  return spawn(process.execPath, [...youngSpace, bundledPackages, path.join(root, 'apps', app, 'dist', 'main.js')], {
    // A log line for each request would be thousands that no test reads.
    env: { NODE_COMPILE_CACHE: compileCache, LAWGATE_LOG: 'warn', ...rest, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
