/**
 * Jest's test runner, circus, which also records the causes of the spec file's time; `spentOn` of this package adds to
 * it.
 */
import circus from 'jest-circus/runner';

const spent = Symbol.for('lawgate.spent');

export default async function timedCircus(globalConfig, config, environment, runtime, ...rest) {
  globalThis[spent] = new Map();
  const result = await circus.default(globalConfig, config, environment, runtime, ...rest);
  const causes = { loading: runtime.loadingMs, ...Object.fromEntries(globalThis[spent]) };
  const seconds = Object.entries(causes).map(([cause, ms]) => [cause, ms / 1000]);
  result.perfStats = { ...result.perfStats, spent: Object.fromEntries(seconds) };
  return result;
}
