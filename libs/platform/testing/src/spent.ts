/**
 * Causes of the time of a spec file, besides loading modules and the tests themselves: databases created and dropped,
 * servers started and stopped, processes killed and restarted, pages opened by their address, pages analysed by axe.
 */
export type Cause = 'database' | 'server' | 'kill' | 'page' | 'axe';

const spent = Symbol.for('lawgate.spent');

/** Runs `work` and adds its wall time to the running spec file's time for `cause`; libs/platform/testing/jest/timed-circus.mjs reports it. */
export async function spentOn<T>(cause: Cause, work: () => Promise<T>): Promise<T> {
  const causes = (globalThis as { [spent]?: Map<Cause, number> })[spent];
  const start = performance.now();
  try {
    return await work();
  } finally {
    causes?.set(cause, (causes.get(cause) ?? 0) + performance.now() - start);
  }
}
