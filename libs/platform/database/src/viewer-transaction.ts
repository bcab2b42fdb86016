import type { Principal } from '@lawgate/contracts';
import pg from 'pg';

/** Whose eyes and rights a statement has; row-level security decides by it. */
export type Viewer = Pick<Principal, 'scope' | 'orgPath' | 'id'>;

/** Runs `work` in one transaction. Rolls back and gives the connection back whatever happens. */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // A connection whose rollback fails too is thrown away rather than reused in an unknown state.
    await client.query('rollback').then(
      () => client.release(),
      (fault: Error) => client.release(fault),
    );
    throw error;
  }
}

/**
 * One statement, which is its own transaction. Where the database refuses it, the connection is kept with all that it has
 * prepared and planned; `pool.query` would throw it away, and the next statement would take some twenty times as long.
 */
export async function inStatement(pool: pg.Pool, statement: pg.QueryConfig): Promise<pg.QueryResult> {
  const client = await pool.connect();
  try {
    const result = await client.query(statement);
    client.release();
    return result;
  } catch (error) {
    const refused = error instanceof pg.DatabaseError && error.severity === 'ERROR';
    client.release(refused ? undefined : (error as Error));
    throw error;
  }
}

/** The same with the eyes and rights of `viewer`: row-level security shows and takes only what is his. */
export function asViewer<T>(pool: pg.Pool, viewer: Viewer, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return inTransaction(pool, async (client) => {
    await client.query({
      name: 'act-as',
      text: 'select act_as($1, $2, $3)',
      values: [viewer.scope, viewer.orgPath, viewer.id],
    });
    return work(client);
  });
}

/**
 * One open transaction in the place of a pool: what would begin and commit by itself becomes a part of it, so that
 * several events stand or fall together. A statement that fails fails the whole.
 */
export function poolWithin(client: pg.PoolClient): pg.Pool {
  const bounds = new Set(['begin', 'commit', 'rollback']);
  const query = async (text: unknown, values?: unknown[]): Promise<unknown> =>
    typeof text === 'string' && bounds.has(text) ? undefined : client.query(text as string, values);
  const inner = { query, release: () => {} };
  // Of a pool, stores use these two only.
  return { query, connect: async () => inner } as unknown as pg.Pool;
}
