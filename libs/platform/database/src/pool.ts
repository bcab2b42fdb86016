import pg from 'pg';

export interface PoolOptions {
  /** The role every connection works as. Row-level security applies to both; without it the pool is the owner's. */
  role?: 'lawgate_app' | 'lawgate_worker';
  /** Most connections at a time. Default 10. */
  max?: number;
  /** Shown in `pg_stat_activity`. Default `lawgate`. */
  applicationName?: string;
  /** Called when an idle connection breaks. Default: one line on standard error. */
  onError?: (error: Error) => void;
}

/**
 * A pool of connections to `url`. The role is set by a start-up option, so it costs no statement and `RESET ROLE` or
 * `DISCARD ALL` come back to it. The caller ends the pool.
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
  // An idle connection that breaks (the server restarts) raises an event; without a listener it would end the process.
  // While the pool is ending, its last connections may be cut by the server's own shutdown, and nobody needs to know.
  pool.on('error', (error) => {
    if (!pool.ending) {
      onError(error);
    }
  });
  // A connection that somebody holds is taken out of the pool's care: broken between two statements of a transaction,
  // it would end the process too. Anyone who holds it learns of it by their next statement.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function sayOnStandardError(error: Error): void {
  process.stderr.write(`数据库空闲连接断开 (idle connection lost): ${error.message}\n`);
}
