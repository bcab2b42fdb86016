/**
 * The schema of the SQL files: the same for a new database and for one of version 0.1, whichever process creates it.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPool, migrate, SQL_FOLDER } from '@lawgate/database';
import { emptyDatabase } from '@lawgate/testing';
import type pg from 'pg';
import { catalogueOf } from './catalogue.ts';
import { restoreSchema } from './recorded-version.ts';

let fresh: Awaited<ReturnType<typeof emptyDatabase>>;
let upgraded: Awaited<ReturnType<typeof emptyDatabase>>;
let freshPool: pg.Pool;
let upgradedPool: pg.Pool;
/** Results of two processes started together on an empty database, and of one on a database of version 0.1. */
let made: string[];
let again: string[];
let taken: string[];
let copy: string;
/** A copy of the SQL files that a test may change. */
let folder: URL;

beforeAll(async () => {
  [fresh, upgraded] = await Promise.all([emptyDatabase(), emptyDatabase()]);
  freshPool = createPool(fresh.url, { max: 2 });
  upgradedPool = createPool(upgraded.url, { max: 2 });
  copy = await mkdtemp(path.join(tmpdir(), 'lawgate-sql-'));
  await cp(SQL_FOLDER, copy, { recursive: true });
  folder = pathToFileURL(`${copy}/`);
  await restoreSchema('0.1', upgraded.url);
  [made, again, taken] = await Promise.all([migrate(fresh.url), migrate(fresh.url), migrate(upgraded.url)]);
}, 60_000);

afterAll(async () => {
  await Promise.all([freshPool?.end(), upgradedPool?.end()]);
  await Promise.all([fresh?.drop(), upgraded?.drop()]);
  await rm(copy, { recursive: true, force: true });
}, 60_000);

async function change(file: string, from: string, to: string): Promise<() => Promise<void>> {
  const place = path.join(copy, file);
  const before = await readFile(place, 'utf8');
  expect(before).toContain(from);
  await writeFile(place, before.replace(from, to));
  return () => writeFile(place, before);
}

describe('the schema', () => {
  it('is the same from version 0.1 as from an empty database, and applied once by processes that start together', async () => {
    expect([made, again].filter((ran) => ran.length > 0)).toHaveLength(1);
    expect([...made, ...again]).toEqual(expect.arrayContaining(['0001-baseline', ...taken]));
    // The baseline does not run where version 0.1 made its tables.
    expect(taken).not.toContain('0001-baseline');
    expect(taken).toContain('functions/commit-event');
    const catalogue = await catalogueOf(freshPool);
    expect(catalogue['tables']?.length).toBeGreaterThan(60);
    expect(catalogue['policies']?.length).toBeGreaterThan(100);
    expect(await catalogueOf(upgradedPool)).toEqual(catalogue);
    expect(await Promise.all([migrate(fresh.url), migrate(upgraded.url)])).toEqual([[], []]);
  }, 60_000);

  it('applies a function again after one character of its file was changed, once and no other file', async () => {
    const appliedAt = () => freshPool.query('select name, applied_at::text from schema_current order by name');
    const before = (await appliedAt()).rows;
    const restore = await change('current/functions/viewer.sql', 'nullif(current_setting', 'nullif (current_setting');
    expect(await migrate(fresh.url, () => {}, folder)).toEqual(['functions/viewer']);
    expect(await migrate(fresh.url, () => {}, folder)).toEqual([]);
    const changed = (await appliedAt()).rows.filter((row, at) => row.applied_at !== before[at].applied_at);
    expect(changed.map(({ name }) => name)).toEqual(['functions/viewer']);
    const { rows } = await freshPool.query(`select prosrc from pg_proc where proname = 'is_person'`);
    expect(rows[0].prosrc).toContain('nullif (current_setting');
    await restore();
    expect(await migrate(fresh.url, () => {}, folder)).toEqual(['functions/viewer']);
    expect((await catalogueOf(freshPool))['functions']).toEqual((await catalogueOf(upgradedPool))['functions']);
  });

  it('is unchanged when a file is wrong, and the error names the file', async () => {
    const before = await catalogueOf(freshPool);
    const restore = await change('current/functions/register.sql', 'from fact where', 'from facts where');
    await expect(migrate(fresh.url, () => {}, folder)).rejects.toThrow(/relation "facts" does not exist/);
    await restore();
    await writeFile(path.join(copy, '0002-wrong.sql'), 'create table half (id int); create table half (id int);');
    await expect(migrate(fresh.url, () => {}, folder)).rejects.toThrow(
      /^0002-wrong\.sql: relation "half" already exists/,
    );
    await rm(path.join(copy, '0002-wrong.sql'));
    expect(await catalogueOf(freshPool)).toEqual(before);
  });

  it('does not start on a changed migration, one that it does not know, or an unfinished version 0.1', async () => {
    const restore = await change('0001-baseline.sql', 'create table', 'create  table');
    await expect(migrate(fresh.url, () => {}, folder)).rejects.toMatchObject({
      code: 'database.migration-changed',
      message: expect.stringContaining('0001-baseline'),
    });
    await restore();
    await writeFile(path.join(copy, '0002-later.sql'), 'create table later (id int)');
    expect(await migrate(fresh.url, () => {}, folder)).toContain('0002-later');
    await expect(migrate(fresh.url)).rejects.toMatchObject({
      code: 'database.migration-unknown',
      message: expect.stringContaining('0002-later'),
    });
    const older = await emptyDatabase();
    try {
      await restoreSchema('0.1', older.url);
      const pool = createPool(older.url, { max: 1 });
      await pool.query(`delete from schema_migration where name = '0016-workbench'`);
      await pool.end();
      await expect(migrate(older.url)).rejects.toMatchObject({
        code: 'database.version-unknown',
        message: expect.stringContaining('missing: 0016-workbench'),
      });
    } finally {
      await older.drop();
    }
  }, 60_000);
});
