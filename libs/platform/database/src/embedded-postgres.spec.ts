import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DatabaseStartError } from './database-start-error.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import type { EmbeddedPostgres } from './embedded-postgres.ts';
import { migrate, migrateQueue } from './migrate.ts';
import { createPool } from './pool.ts';
import { isAlive, readPostmaster } from './postmaster.ts';

const root = mkdtempSync(path.join(tmpdir(), 'lawgate-database-'));
const dataDir = path.join(root, 'postgres');
const clusterDir = path.join(dataDir, 'cluster');
let running: EmbeddedPostgres | undefined;

async function start(options: { port?: number; requiredFreeBytes?: number } = {}): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({ dataDir, durable: false, ...options });
  return running;
}

async function codeOf(starting: Promise<unknown>): Promise<string> {
  const error = await starting.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DatabaseStartError);
  expect((error as Error).message).not.toContain('\n');
  return (error as DatabaseStartError).code;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('embedded PostgreSQL', () => {
  it('lets two processes migrate at the same time, each migration running once', async () => {
    const { url } = await start();
    const ran = await Promise.all([migrate(url), migrate(url)]);
    expect(ran.filter((names) => names.includes('0001-baseline'))).toHaveLength(1);
    expect(await migrate(url)).toEqual([]);
    await Promise.all([migrateQueue(url), migrateQueue(url)]);
    const names = await query(url, 'select name from schema_migration order by name');
    expect(names[0]).toEqual({ name: '0001-baseline' });
  });

  it('works as the application role, which cannot bypass row-level security, and returns to it after a reset', async () => {
    const { url } = await start();
    await migrate(url);
    const pool = createPool(url, { role: 'lawgate_app', max: 1 });
    try {
      await pool.query('set role none');
      await pool.query('reset role');
      const { rows } = await pool.query(
        'select current_user as role, rolbypassrls, rolsuper, rolcanlogin from pg_roles where rolname = current_user',
      );
      expect(rows).toEqual([{ role: 'lawgate_app', rolbypassrls: false, rolsuper: false, rolcanlogin: false }]);
    } finally {
      await pool.end();
    }
  });

  it('keeps rows, port and password over a stop and a start, and hides the password from other users', async () => {
    const first = await start();
    await query(first.url, `create table kept (text text); insert into kept values ('㐀𠮷 أ 🙂')`);
    await first.stop();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select text from kept')).toEqual([{ text: '㐀𠮷 أ 🙂' }]);
    expect(readFileSync(path.join(dataDir, 'password'), 'utf8')).toHaveLength(32);
    await expect(query(first.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('finds Chinese text by trigrams, which needs a suitable character type', async () => {
    const { url } = await start();
    await query(url, 'create extension if not exists pg_trgm');
    const [row] = await query(url, `select cardinality(show_trgm('重要合同')) as count`);
    expect(row?.count).toBeGreaterThan(0);
  });

  it('uses another port when the stored one is taken', async () => {
    const first = await start();
    await first.stop();
    const intruder = createServer().listen(first.port, '127.0.0.1');
    await once(intruder, 'listening');
    try {
      const second = await start();
      expect(second.port).not.toBe(first.port);
    } finally {
      await new Promise((resolve) => intruder.close(resolve));
    }
  });

  it('fails when the requested port is taken', async () => {
    const intruder = createServer().listen(0, '127.0.0.1');
    await once(intruder, 'listening');
    const { port } = intruder.address() as AddressInfo;
    try {
      expect(await codeOf(start({ port }))).toBe('database.start-failed');
    } finally {
      await new Promise((resolve) => intruder.close(resolve));
    }
  });

  it('refuses a folder that a running server uses, and does not disturb that server', async () => {
    const { url } = await start();
    expect(await codeOf(startEmbeddedPostgres({ dataDir, durable: false }))).toBe('database.in-use');
    expect(await query(url, 'select 1 as alive')).toEqual([{ alive: 1 }]);
  });

  it('recovers after its parent was killed, with every acknowledged commit', async () => {
    const source = new URL('./embedded-postgres.ts', import.meta.url).href;
    const script = `
      const { startEmbeddedPostgres } = await import(${JSON.stringify(source)});
      const { url } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
      process.stdout.write(url + '\\n');
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const url = line.toString().trim();
    await query(url, `create table acknowledged (n int); insert into acknowledged values (7)`);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    const orphan = readPostmaster(clusterDir)?.pid ?? 0;
    expect(isAlive(orphan)).toBe(true);

    const next = await start();
    expect(isAlive(orphan)).toBe(false);
    expect(await query(next.url, 'select n from acknowledged')).toEqual([{ n: 7 }]);
  });

  it('starts although a stale postmaster.pid names a living process that is no server of Lawgate', async () => {
    await (await start()).stop();
    writeFileSync(path.join(clusterDir, 'postmaster.pid'), `${process.ppid}\n${clusterDir}\n0\n5432\n\n\n\nready\n`);
    await expect(start()).resolves.toMatchObject({ port: expect.any(Number) });
  });

  it('refuses a full disk before it writes anything', async () => {
    expect(await codeOf(start({ requiredFreeBytes: 2 ** 60 }))).toBe('database.disk-full');
  });

  it('refuses a folder of another PostgreSQL version by its own code', async () => {
    await (await start()).stop();
    const versionFile = path.join(clusterDir, 'PG_VERSION');
    writeFileSync(versionFile, '17\n');
    expect(await codeOf(start())).toBe('database.version-mismatch');
    writeFileSync(versionFile, '18\n');
  });

  it('refuses a folder that cannot be created, in one line', async () => {
    const file = path.join(root, 'a-file');
    writeFileSync(file, '');
    expect(await codeOf(startEmbeddedPostgres({ dataDir: path.join(file, 'x') }))).toBe('database.start-failed');
  });
});
