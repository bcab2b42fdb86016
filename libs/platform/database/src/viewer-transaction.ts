import type { Principal } from '@lawgate/contracts';
import pg from 'pg';
import { sqlTexts } from './sql-text.ts';

const actAsText = sqlTexts(import.meta.url)('statements/act-as');

/** The person with whose access a statement runs; row-level security decides by it. */
export type Viewer = Pick<Principal, 'scope' | 'orgPath' | 'id'>;

/** How a transaction begins of which every statement reads the same moment, and none writes. */
export const beginSnapshot = 'begin isolation level repeatable read read only';

/** Runs `work` in one transaction. Rolls back and gives the connection back whatever happens. */
export async function inTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
  begin: 'begin' | typeof beginSnapshot = 'begin',
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // A connection whose rollback fails too is discarded rather than reused in an unknown state.
    await client.query('rollback').then(
      () => client.release(),
      (fault: Error) => client.release(fault),
    );
    throw error;
  }
}

/**
 * Runs one statement, which is its own transaction. If it fails, the connection is kept with its prepared statements
 * and plans; `pool.query` would discard it, and the next statement would take about twenty times as long.
 */
export async function inStatement<R extends pg.QueryResultRow>(
  pool: pg.Pool,
  statement: pg.QueryConfig,
): Promise<pg.QueryResult<R>> {
  const client = await pool.connect();
  try {
    const result = await client.query<R>(statement);
    client.release();
    return result;
  } catch (error) {
    const refused = error instanceof pg.DatabaseError && error.severity === 'ERROR';
    client.release(refused ? undefined : (error as Error));
    throw error;
  }
}

/** The same, scoped to `viewer` by row-level security. */
export function asViewer<T>(pool: pg.Pool, viewer: Viewer, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return inTransaction(pool, async (client) => {
    await actAs(client, viewer);
    return work(client);
  });
}

/** Makes `viewer` the viewer of the transaction that is open on `client`. */
export async function actAs(client: pg.ClientBase, { scope, orgPath, id }: Viewer): Promise<void> {
  await client.query({ name: 'act-as', text: actAsText, values: [scope, orgPath, id] });
}

/** The statements of a store. */
export interface Statements {
  /** Runs one statement by itself. */
  one<R extends pg.QueryResultRow>(statement: pg.QueryConfig): Promise<pg.QueryResult<R>>;
  /** Runs several in one transaction. */
  together<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
}

/** Each statement, and each group of statements, is a separate transaction. */
export function statementsOn(pool: pg.Pool): Statements {
  return {
    one: (statement) => inStatement(pool, statement),
    together: (work) => inTransaction(pool, work),
  };
}

/** All statements belong to the transaction that is open on `client`: a failing statement fails the whole. */
export function statementsWithin(client: pg.PoolClient): Statements {
  return {
    one: (statement) => client.query(statement),
    together: (work) => work(client),
  };
}
