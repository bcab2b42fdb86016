/** Reads rows as the owner of the tables, and waits without fixed sleeps. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

/** Where a test writes the address of a database that the server of this data folder did not start itself. */
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

/** By address. A connection costs PostgreSQL as much as a hundred of the questions that the tests ask. */
const pools = new Map<string, pg.Pool>();

/**
 * Runs `work` with a pool that row-level security does not concern. The server may be dead, its database not. The pool
 * stays for the next one who asks, until {@link leaveDatabase}.
 */
export async function asOwner<T>(dataDir: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const url = await ownerUrl(dataDir);
  const pool = pools.get(url) ?? openPool(url);
  pools.set(url, pool);
  return work(pool);
}

/** It holds up nobody's end, and a connection that breaks with its server is made again for the next question. */
function openPool(url: string): pg.Pool {
  const application_name = 'owner-of-a-test';
  const pool = new pg.Pool({ connectionString: url, max: 2, allowExitOnIdle: true, application_name });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Ends the pools to the database of a data folder that is given up. */
export async function leaveDatabase(dataDir: string): Promise<void> {
  const url = await ownerUrl(dataDir).catch(() => null);
  const pool = url === null ? undefined : pools.get(url);
  if (url === null || pool === undefined) return;
  pools.delete(url);
  await pool.end();
}

/** Milliseconds between two questions, at most. */
const seldomMs = 250;

/**
 * Asks again until the answer is not null, first soon and then ever more seldom: to answer is work as well, on a
 * machine that has the awaited to do.
 *
 * @param maxWaitMs wall time in milliseconds
 * @param everyMs milliseconds before the second question
 * @throws Error naming what was waited for
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
