/** Brings the tables, functions, triggers and policies of a database to the state of the SQL files. */
import type pg from 'pg';
import { SchemaError } from './schema-error.ts';
import { currentFiles, migrationFiles, type SqlFile } from './sql-files.ts';

export interface SchemaChanges {
  /** Names of the migrations that ran. */
  readonly migrated: readonly string[];
  /** Names of the files of `current/` that were applied, because they are new or changed. */
  readonly applied: readonly string[];
}

/**
 * The migrations of version 0.1, in the order of their names. A database that ran all of them has the tables of the
 * baseline.
 */
const version01 = [
  '0001-schema',
  '0002-functions',
  '0003-calendar-import',
  '0004-channels',
  '0005-standins',
  '0006-rulesets',
  '0007-kept-clocks',
  '0008-queue-health',
  '0010-register-import',
  '0011-indicators',
  '0012-reports-and-register',
  '0013-papers',
  '0014-documents',
  '0015-proof-packs',
  '0016-workbench',
];

/**
 * Runs in one transaction, under a lock that the caller holds: the migrations that have not run yet, then the files of
 * `current/` whose content is not the applied one. Nothing has changed when it throws.
 *
 * @param folder folder of the SQL files
 * @throws SchemaError for a database of another version; the error of PostgreSQL, with the name of the file, for
 * invalid SQL
 */
export async function bringUpToDate(client: pg.ClientBase, folder: URL): Promise<SchemaChanges> {
  await client.query('begin');
  try {
    const migrations = migrationFiles(folder);
    await createBookkeeping(client, migrations);
    const migrated = await runMigrations(client, migrations);
    const applied = await applyCurrent(client, currentFiles(folder));
    await client.query('commit');
    return { migrated, applied };
  } catch (error) {
    // The connection itself may have failed, and then there is nothing to roll back.
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

/** @throws SchemaError `database.version-unknown` where version 0.1 or an older one did not finish its migrations */
async function createBookkeeping(client: pg.ClientBase, migrations: readonly SqlFile[]): Promise<void> {
  const ran = await migrationsOf01(client);
  if (ran !== null) {
    if (ran.length > 0 && ran.join() !== version01.join()) {
      const missing = version01.filter((name) => !ran.includes(name));
      const other = ran.filter((name) => !version01.includes(name));
      throw new SchemaError(
        'database.version-unknown',
        `数据库不是 0.1 版的，无法升级；请先用 0.1 版启动一次 (not the database of version 0.1, start that version on it first;` +
          ` missing: ${missing.join(', ') || 'none'}; unknown: ${other.join(', ') || 'none'})`,
      );
    }
    await client.query('drop table schema_migration');
  }
  await client.query(`
    create table if not exists schema_migration (
      name text primary key,
      sha256 text not null,
      applied_at timestamptz not null default clock_timestamp()
    );
    create table if not exists schema_current (
      name text primary key,
      sha256 text not null,
      applied_at timestamptz not null default clock_timestamp()
    );
    grant select on schema_migration, schema_current to lawgate_app, lawgate_worker;
  `);
  const [baseline] = migrations;
  if (ran !== null && ran.length > 0 && baseline !== undefined) await note(client, 'schema_migration', baseline);
}

/** Names in the migration table of version 0.1; null where that table does not exist. */
async function migrationsOf01(client: pg.ClientBase): Promise<string[] | null> {
  const { rows: found } = await client.query(
    `select from information_schema.columns
      where table_schema = 'public' and table_name = 'schema_migration' and column_name = 'executed_at'`,
  );
  if (found.length === 0) return null;
  const { rows } = await client.query<{ name: string }>('select name from schema_migration order by name collate "C"');
  return rows.map(({ name }) => name);
}

/** @throws SchemaError `database.migration-unknown`, `database.migration-changed` */
async function runMigrations(client: pg.ClientBase, migrations: readonly SqlFile[]): Promise<string[]> {
  const applied = await hashesOf(client, 'schema_migration');
  const unknown = [...applied.keys()].filter((name) => !migrations.some((file) => file.name === name));
  if (unknown.length > 0) {
    throw new SchemaError(
      'database.migration-unknown',
      `数据库由更新的版本升级过，请使用该版本，或者恢复升级前的备份 (the database was migrated by a newer version: ${unknown.join(', ')};` +
        ' start that version, or restore the backup from before)',
    );
  }
  const changed = migrations.filter(({ name, sha256 }) => (applied.get(name) ?? sha256) !== sha256);
  if (changed.length > 0) {
    throw new SchemaError(
      'database.migration-changed',
      `已执行的迁移文件被改动，请恢复原文件，另加新的迁移 (a migration that has run here was changed: ` +
        `${changed.map(({ name }) => name).join(', ')}; restore the file and add a new one)`,
    );
  }
  const pending = migrations.filter(({ name }) => !applied.has(name));
  for (const file of pending) {
    await run(client, file);
    await note(client, 'schema_migration', file);
  }
  return pending.map(({ name }) => name);
}

/** A file that was removed from `current/` is removed from the list here, and a migration drops its objects. */
async function applyCurrent(client: pg.ClientBase, files: readonly SqlFile[]): Promise<string[]> {
  const applied = await hashesOf(client, 'schema_current');
  const pending = files.filter(({ name, sha256 }) => applied.get(name) !== sha256);
  // Functions call each other, so their bodies are checked after all of them exist.
  if (pending.length > 0) await client.query('set local check_function_bodies = off');
  for (const file of pending) {
    await run(client, file);
    await note(client, 'schema_current', file);
  }
  if (pending.length > 0) await checkFunctionBodies(client);
  const names = files.map(({ name }) => name);
  await client.query('delete from schema_current where name <> all ($1)', [names]);
  return pending.map(({ name }) => name);
}

async function checkFunctionBodies(client: pg.ClientBase): Promise<void> {
  await client.query(`
    set local check_function_bodies = on;
    select case l.lanname when 'sql' then fmgr_sql_validator(p.oid)::text else plpgsql_validator(p.oid)::text end
      from pg_proc p join pg_language l on l.oid = p.prolang
     where p.pronamespace = 'public'::regnamespace and l.lanname in ('sql', 'plpgsql')
       and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e');
  `);
}

async function hashesOf(client: pg.ClientBase, table: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; sha256: string }>(`select name, sha256 from ${table}`);
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
}

async function run(client: pg.ClientBase, { name, sql }: SqlFile): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    if (error instanceof Error) error.message = `${name}.sql: ${error.message}`;
    throw error;
  }
}

async function note(client: pg.ClientBase, table: string, { name, sha256 }: SqlFile): Promise<void> {
  await client.query(
    `insert into ${table} (name, sha256) values ($1, $2)
     on conflict (name) do update set sha256 = excluded.sha256, applied_at = excluded.applied_at`,
    [name, sha256],
  );
}
