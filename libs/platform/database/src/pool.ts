import pg from 'pg';

export interface PoolOptions {
  /** The role of every connection. Row-level security applies to both; without a role the pool is the owner's. */
  role?: 'lawgate_app' | 'lawgate_worker';
  /** Maximum number of connections. Default 10. */
  max?: number;
  /** Shown in `pg_stat_activity`. Default `lawgate`. */
  applicationName?: string;
  /** Called when an idle connection breaks. Default: one line on standard error. */
  onError?: (error: Error) => void;
}

/**
 * A pool of connections to `url`. The role is set by a start-up option, so it needs no statement, and `RESET ROLE` or
 * `DISCARD ALL` return to it. The caller ends the pool.
 */
export function createPool(url: string, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.applicationName ?? 'lawgate',
    ...(options.role === undefined
      ? {}
      : { options: `-c role=${options.role} -c timezone=UTC -c plan_cache_mode=force_generic_plan -c jit=off` }),
  });
  const onError = options.onError ?? sayOnStandardError;
  // An idle connection that breaks (the server restarts) emits an error; without a listener it would end the process.
  // While the pool is ending, connections may be cut by the server's own shutdown, which is not reported.
  pool.on('error', (error) => {
    if (!pool.ending) {
      onError(error);
    }
  });
  // The pool does not listen to a connection that is checked out: if it breaks between two statements of a transaction,
  // it would end the process too. The next statement on it fails.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function sayOnStandardError(error: Error): void {
  process.stderr.write(`数据库空闲连接断开 (idle connection lost): ${error.message}\n`);
}
