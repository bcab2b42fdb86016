import { randomBytes } from 'node:crypto';
import { createPool } from '@lawgate/database';
import pg from 'pg';
import { ask } from './broker.ts';
import { spentOn } from './spent.ts';

/** A separate database for one spec file: migrated, empty, on the real server of this run. */
export interface TestDatabase {
  /** Connection of the owner, for code that takes a URL (queues, child processes). */
  url: string;
  appPool: pg.Pool;
  workerPool: pg.Pool;
  ownerPool: pg.Pool;
  /** Ends the pools, cuts every other connection and removes the database. */
  drop(): Promise<void>;
}

/** @throws Error when Jest runs without the project's global set-up. */
export function testDatabase(): Promise<TestDatabase> {
  return spentOn('database', createTestDatabase);
}

async function createTestDatabase(): Promise<TestDatabase> {
  const { url: server, template } = await ask<{ url: string; template: string }>('/postgres');
  const name = `t_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template ${template} strategy file_copy`);
  const own = new URL(server);
  own.pathname = `/${name}`;
  const url = own.href;
  const pools = {
    appPool: createPool(url, { role: 'lawgate_app', applicationName: 'test-app' }),
    workerPool: createPool(url, { role: 'lawgate_worker', applicationName: 'test-worker' }),
    ownerPool: createPool(url, { applicationName: 'test-owner' }),
  };
  const drop = () =>
    spentOn('database', async () => {
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
      await onServer(server, `drop database ${name} with (force)`);
    });
  return { url, ...pools, drop };
}

/** A database without a schema, for code that migrates by itself. */
export function emptyDatabase(): Promise<Pick<TestDatabase, 'url' | 'drop'>> {
  return spentOn('database', async () => {
    const { url: server } = await ask<{ url: string }>('/postgres');
    const name = `e_${randomBytes(6).toString('hex')}`;
    await onServer(server, `create database ${name} strategy file_copy`);
    const own = new URL(server);
    own.pathname = `/${name}`;
    const drop = () => spentOn('database', () => onServer(server, `drop database ${name} with (force)`));
    return { url: own.href, drop };
  });
}

/** @returns an empty numbered database of the run's real Redis, or null where there is no `redis-server` (never in CI). */
export async function redisUrl(): Promise<string | null> {
  return (await ask<{ url: string | null }>('/redis')).url;
}

/** Runs one statement on the server of `url`. */
export async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
