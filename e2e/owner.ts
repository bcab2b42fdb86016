/** Reads rows as the owner of the tables, and waits without fixed sleeps. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

/** File with the address of a database that the server of this data folder did not start itself. */
export const sharedDatabaseFile = (dataDir: string): string => path.join(dataDir, 'shared-database-url');

/**
 * The owner's connection to the database that belongs to a data folder: the shared one, or the embedded one, whose
 * address changes when another program takes its port.
 */
export async function ownerUrl(dataDir: string): Promise<string> {
  const shared = await readFile(sharedDatabaseFile(dataDir), 'utf8').catch(() => null);
  if (shared !== null) return shared;
  const read = async (name: string): Promise<string> =>
    (await readFile(path.join(dataDir, 'postgres', name), 'utf8')).trim();
  return `postgres://lawgate_owner:${await read('password')}@127.0.0.1:${await read('port')}/lawgate`;
}

/** Pools by address. Opening a connection costs PostgreSQL as much as a hundred of the tests' queries. */
const pools = new Map<string, pg.Pool>();

/**
 * Runs `work` with a pool that bypasses row-level security. Works while the server is dead and its database lives. The
 * pool is reused until {@link leaveDatabase}.
 */
export async function asOwner<T>(dataDir: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const url = await ownerUrl(dataDir);
  const pool = pools.get(url) ?? openPool(url);
  pools.set(url, pool);
  return work(pool);
}

/** An idle pool does not keep the process running, and reconnects after its server was restarted. */
function openPool(url: string): pg.Pool {
  const application_name = 'owner-of-a-test';
  const pool = new pg.Pool({ connectionString: url, max: 2, allowExitOnIdle: true, application_name });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Ends the pools to the database of a data folder that is no longer used. */
export async function leaveDatabase(dataDir: string): Promise<void> {
  const url = await ownerUrl(dataDir).catch(() => null);
  const pool = url === null ? undefined : pools.get(url);
  if (url === null || pool === undefined) return;
  pools.delete(url);
  await pool.end();
}

/** Maximum milliseconds between two polls. */
const seldomMs = 250;

/**
 * Polls until the answer is not null, with increasing intervals, because a poll costs processor time that the awaited
 * work needs.
 *
 * @param maxWaitMs wall time in milliseconds
 * @param everyMs milliseconds before the second poll
 * @throws Error that names what was waited for
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null> | T | null,
  maxWaitMs = 60_000,
  everyMs = 20,
): Promise<T> {
  const deadline = performance.now() + maxWaitMs;
  for (let pause = everyMs; ; pause = Math.min(pause * 1.25, seldomMs)) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() > deadline) throw new Error(`waited ${maxWaitMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
