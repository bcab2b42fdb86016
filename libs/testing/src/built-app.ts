import path from 'node:path';

const compileCache = path.resolve(import.meta.dirname, '../../../node_modules/.cache/lawgate-compiled');

/**
 * The environment of a built app that a test starts: what people start it in, without what Jest adds. Node keeps the
 * compiled code of its modules, which the next start reads.
 */
export function builtAppEnvironment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, JEST_WORKER_ID: _worker, NODE_ENV: _env, ...rest } = process.env;
  return { NODE_COMPILE_CACHE: compileCache, ...rest, ...settings };
}
