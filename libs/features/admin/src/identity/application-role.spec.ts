/**
 * The rights of the database roles, and what a connection can do to its own role.
 *
 * Row-level security does not protect against somebody who runs their own SQL on the application's connection: they
 * could set the settings themselves, and `SET ROLE` reaches every role of the connection's login. A deployment gives
 * the api a login that is a member of `lawgate_app` only; the test of such a login shows what that prevents.
 */
import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { asViewer } from '@lawgate/database';
import { testDatabase } from '@lawgate/testing';
import pg from 'pg';
import { IdentityWriter } from '@lawgate/cases';
import { makeTown } from './row-level-security.fixtures.ts';

const database = await testDatabase();
const { appPool, ownerPool, workerPool } = database;
const writer = new IdentityWriter(ownerPool);
await writer.createOrganisation({ code: 'county', name: '县', kind: 'county', parent: null });
const east = await makeTown(ownerPool, 'east');
const west = await makeTown(ownerPool, 'west');
afterAll(() => database.drop());

describe('history', () => {
  it.each(['history', 'opinion', 'fact'])('of %s cannot be changed or deleted by anybody', async (table) => {
    for (const [pool, reason] of [
      [appPool, /permission denied/],
      [workerPool, /permission denied/],
      [ownerPool, /append-only/],
    ] as const) {
      await expect(pool.query(`update ${table} set org_path = org_path`)).rejects.toThrow(reason);
      await expect(pool.query(`delete from ${table}`)).rejects.toThrow(reason);
      // Papers refer to history: truncating is refused because of that, before the trigger runs.
      await expect(pool.query(`truncate ${table}`)).rejects.toThrow(
        pool === ownerPool ? /append-only|foreign key/ : reason,
      );
    }
  });
});

describe('the password hash', () => {
  it('cannot be read by either role', async () => {
    for (const pool of [appPool, workerPool]) {
      await expect(pool.query('select password_hash from person')).rejects.toThrow(/permission denied/);
      await expect(pool.query('select * from session')).rejects.toThrow(/permission denied/);
    }
  });
});

describe('a connection of the application', () => {
  it('returns to its role whatever is reset', async () => {
    const client = await appPool.connect();
    try {
      for (const trick of ['reset role', 'discard all', 'reset all']) {
        await client.query(trick);
        expect((await client.query('select current_user as role')).rows).toEqual([{ role: 'lawgate_app' }]);
        expect((await client.query('select id from review_case')).rows).toEqual([]);
      }
    } finally {
      client.release();
    }
  });

  it('has no viewer after the end of the transaction', async () => {
    const own = new pg.Pool({ ...appPool.options, max: 1 });
    try {
      await asViewer(own, west.clerk, (client) => client.query('select 1'));
      expect((await own.query('select id from review_case')).rows).toEqual([]);
    } finally {
      await own.end();
    }
  });

  it('with a login that is member of lawgate_app alone becomes neither worker nor owner', async () => {
    const login = `town_${randomBytes(4).toString('hex')}`;
    await ownerPool.query(`create role ${login} login noinherit password 'town' in role lawgate_app`);
    const url = new URL(database.url);
    url.username = login;
    url.password = 'town';
    const client = new pg.Client({ connectionString: url.href, options: '-c role=lawgate_app' });
    try {
      await client.connect();
      await client.query(
        `select set_config('lawgate.scope', 'organisation', false), set_config('lawgate.org_path', '/county/east/', false)`,
      );
      expect((await client.query('select id from review_case')).rows).toHaveLength(2);
      await expect(client.query('set role lawgate_worker')).rejects.toThrow(/permission denied/);
      await expect(client.query('set row_security = off; select * from review_case')).rejects.toThrow(
        /row-level security/,
      );
      await client.query('set role none');
      await expect(client.query('select * from review_case')).rejects.toThrow(/permission denied/);
    } finally {
      await client.end();
      await ownerPool.query(`drop role ${login}`);
    }
  });

  it('cannot use a temporary table in the place of a real one', async () => {
    await asViewer(appPool, east.adviser, async (client) => {
      await client.query(
        'create temporary table case_access (case_id uuid, person_id uuid, revoked_at timestamptz) on commit drop',
      );
      await client.query('insert into case_access values ($1, $2, null)', [west.caseId, east.adviser.id]);
      expect((await client.query('select id from review_case where id = $1', [west.caseId])).rows).toEqual([]);
    });
  });
});
