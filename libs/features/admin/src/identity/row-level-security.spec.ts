/**
 * Proves that one town cannot read or write another's rows with the application role.
 *
 * It protects against a query of the server that selects too much: row-level security hides the rows. What a connection
 * can do to its own role is tested in application-role.spec.ts.
 */
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Principal } from '@lawgate/contracts';
import { asViewer, newId } from '@lawgate/database';
import { testDatabase } from '@lawgate/testing';
import type pg from 'pg';
import { IdentityWriter } from '@lawgate/cases';
import { insert, makeTown, rowsOf, type Town } from './row-level-security.fixtures.ts';

const database = await testDatabase();
const { appPool, ownerPool } = database;
const writer = new IdentityWriter(ownerPool);
await writer.createOrganisation({ code: 'county', name: '县', kind: 'county', parent: null });
const county = await writer.createPerson({
  org: 'county',
  username: 'county',
  name: '县',
  passwordHash: '-',
  roles: ['director'],
});
const east = await makeTown(ownerPool, 'east');
const west = await makeTown(ownerPool, 'west');
afterAll(() => database.drop());

/** Tables without data of a town, each with the reason. Every other table must be protected, also a future one. */
const open: Record<string, string> = {
  organisation: 'names of public bodies, and the paths that make the tree',
  calendar_day: 'the calendar of the whole country',
  calendar_override: 'the calendar of the whole country',
  calendar_change: 'what was changed in it',
  simulated_clock: 'one instant',
  demonstration: 'one instant',
  year_lived: 'years',
  schema_migration: 'names of files',
  job_kind: 'names of kinds of work',
  definition_version: 'names and hashes of definitions',
  schema_current: 'names of files',
};

const { rows: all } = await ownerPool.query<{ name: string }>(
  `select table_name as name from information_schema.tables
   where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
);
const closed = all.map(({ name }) => name).filter((name) => !(name in open));
const { rows: pathColumns } = await ownerPool.query<{ name: string }>(
  `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'org_path'`,
);

/** The condition for rows of a town: by path where there is one, otherwise by person. */
function ofTown(table: string, town: Town): string {
  if (pathColumns.some(({ name }) => name === table)) return `org_path = '${town.organisation.path}'`;
  const people = [town.clerk, town.adviser, ...town.administrators].map(({ id }) => `'${id}'`);
  return `person_id in (${people.join(', ')})`;
}

/** The number of visible rows; 0 for a table that may not be read at all. */
async function seen(client: pg.Pool | pg.PoolClient, table: string, condition = 'true'): Promise<number> {
  await client.query('savepoint look').catch(() => {});
  try {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table} where ${condition}`);
    return rows[0]?.n ?? 0;
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    await client.query('rollback to savepoint look');
    return 0;
  }
}

const as = <T>(principal: Principal, work: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
  asViewer(appPool, principal, work);

const refused = expect.stringMatching(/row-level security|permission denied|violates foreign key/);

/**
 * The functions of the hot path run with the owner's rights, so they must refuse themselves what the policies would
 * refuse.
 */
describe('the functions that read and write one case', () => {
  const load = async (viewer: Pick<Principal, 'scope' | 'orgPath' | 'id'>, caseId: string): Promise<unknown> =>
    (
      await appPool.query<{ answer: unknown }>('select load_case($1, $2, $3, $4, null) as answer', [
        viewer.scope,
        viewer.orgPath,
        viewer.id,
        caseId,
      ])
    ).rows[0]?.answer;
  const caseRow = async (caseId: string): Promise<{ version: number; documents: number }> =>
    (
      await ownerPool.query<{ version: number; documents: number }>(
        'select version, documents from review_case where id = $1',
        [caseId],
      )
    ).rows[0] as never;
  const write = async (
    viewer: Pick<Principal, 'scope' | 'orgPath' | 'id'>,
    { caseId, organisation }: Town,
    version?: number,
  ): Promise<unknown> => {
    const row = await caseRow(caseId);
    const header = {
      id: version === 1 ? newId() : caseId,
      orgId: organisation.id,
      orgPath: organisation.path,
      category: 'x',
      title: 'x',
      definitionVersion: 1,
      rulesetVersion: 1,
      state: 'x',
      stage: 'x',
      status: 'active',
      version: version ?? row.version + 1,
      documents: row.documents,
      createdBy: viewer.id,
      at: '2024-02-08T01:00:00Z',
      dueOn: null,
    };
    const history = { seq: header.version, type: 'x', actor: null, body: '{}', prevHash: 'x', hash: 'x' };
    const values = [viewer.scope, viewer.orgPath, viewer.id, header, {}, history, null];
    return appPool.query('select commit_event($1, $2, $3, $4, $5, $6, $7)', values);
  };

  it('show a case to its town, to the county and to its assigned people, and to nobody else', async () => {
    for (const viewer of [east.clerk, east.adviser, county]) {
      expect(await load(viewer, east.caseId)).toMatchObject({ id: east.caseId });
    }
    for (const viewer of [west.clerk, west.adviser, ...west.administrators, ...east.administrators]) {
      expect(await load(viewer, east.caseId)).toBeNull();
    }
    for (const scope of ['', 'none', 'assigned', 'organisation', 'x']) {
      expect(await load({ scope: scope as never, orgPath: '', id: newId() }, east.caseId)).toBeNull();
    }
  });

  it('write a case of the own town only, and leave no row of a refused one', async () => {
    const before = await caseRow(east.caseId);
    for (const viewer of [west.clerk, west.adviser, county, ...east.administrators, ...west.administrators]) {
      await expect(write(viewer, east)).rejects.toMatchObject({ code: '42501' });
      await expect(write(viewer, east, 1)).rejects.toMatchObject({ code: '42501' });
    }
    // An adviser acts on assigned cases, and creates none.
    await expect(write(east.adviser, east, 1)).rejects.toMatchObject({ code: '42501' });
    expect(await caseRow(east.caseId)).toEqual(before);
  });

  it('do not accept the path of another town for a case', async () => {
    const disguised = { ...east, organisation: { ...east.organisation, path: west.organisation.path } };
    await expect(write(west.clerk, disguised)).rejects.toMatchObject({ code: 'LG409' });
    await expect(write(west.clerk, disguised, 1)).rejects.toMatchObject({ message: refused });
  });
});

describe('every table that holds something of a town', () => {
  it('has a row of each town to be hidden, so that the proof is not empty', async () => {
    for (const table of closed) {
      for (const town of [east, west]) {
        expect([table, town.organisation.code, await seen(ownerPool, table, ofTown(table, town))]).not.toContain(0);
      }
    }
  });

  it.each(closed)('%s has row-level security, or no right to read', async (table) => {
    const { rows } = await ownerPool.query(
      `select relrowsecurity as rls, has_table_privilege('lawgate_app', oid, 'select') as readable
         from pg_class where oid = $1::regclass`,
      [table],
    );
    expect(rows[0].rls || !rows[0].readable).toBe(true);
  });

  it.each(closed)('%s shows a town nothing of another town', async (table) => {
    for (const [mine, other] of [
      [east, west],
      [west, east],
    ] as const) {
      for (const principal of [mine.clerk, mine.adviser, ...mine.administrators]) {
        expect(await as(principal, (client) => seen(client, table, ofTown(table, other)))).toBe(0);
      }
    }
  });

  it.each(closed)('%s shows nothing at all without settings', async (table) => {
    const client = await appPool.connect();
    try {
      await client.query('begin');
      expect(await seen(client, table)).toBe(0);
      await client.query(`select act_as('organisation', '', '')`);
      await client.query(`select act_as('', '/county/', '')`);
      expect(await seen(client, table)).toBe(0);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it.each(closed)('%s takes no row for another town', async (table) => {
    for (const principal of [east.clerk, east.adviser, county]) {
      const row = { ...(await freshRow(table, west)) };
      await expect(as(principal, (client) => insert(client, table, row))).rejects.toMatchObject({ message: refused });
    }
  });

  it.each(closed)(
    '%s takes no row that claims the own town and belongs on another town’s case or number series',
    async (table) => {
      const row = await freshRow(table, west);
      if (!('org_path' in row) || table === 'person') return;
      for (const principal of [east.clerk, east.adviser]) {
        const disguised = { ...row, org_path: east.organisation.path };
        await expect(as(principal, (client) => insert(client, table, disguised))).rejects.toMatchObject({
          message: refused,
        });
      }
    },
  );

  it.each(closed)('%s cannot be changed or moved from another town', async (table) => {
    const column = pathColumns.some(({ name }) => name === table) ? 'org_path' : 'person_id';
    for (const principal of [east.clerk, east.adviser, county]) {
      const changed = await as(principal, (client) =>
        client.query(`update ${table} set ${column} = ${column} where ${ofTown(table, west)}`),
      ).then(
        ({ rowCount }) => rowCount,
        (error: Error) => error.message,
      );
      expect([0, refused]).toContainEqual(changed);
    }
  });

  it('cannot be given away to another town', async () => {
    await expect(
      as(east.clerk, (client) =>
        client.query('update review_case set org_path = $1 where id = $2', [west.organisation.path, east.caseId]),
      ),
    ).rejects.toMatchObject({ message: refused });
  });
});

/** A row that would be accepted from the town itself: new keys, the same references. */
async function freshRow(table: string, town: Town): Promise<Record<string, unknown>> {
  if (table === 'person') {
    const { id: org_id, path: org_path } = town.organisation;
    const roles = ['submitter'];
    return {
      id: newId(),
      org_id,
      org_path,
      username: 'new',
      name: '新',
      password_hash: '-',
      roles,
      created_at: new Date(),
    };
  }
  const row = { ...rowsOf(town)[table]?.[0] };
  if ('id' in row) row['id'] = newId();
  const fresh: Record<string, unknown> = {
    seq: 2,
    run: 2,
    number: 2,
    code: '收',
    key: 'fresh',
    person_id: town.clerk.id,
  };
  for (const [key, value] of Object.entries(fresh)) if (key in row) row[key] = value;
  if (table === 'document') row['version'] = 2;
  return row;
}

describe('visibility of cases', () => {
  const cases = (principal: Principal) =>
    as(principal, async (client) => {
      const { rows } = await client.query<{ id: string }>('select id from review_case');
      return rows.map(({ id }) => id).sort();
    });

  it('a town sees its own cases, the county sees those of its towns', async () => {
    expect(await cases(east.clerk)).toEqual([east.caseId, east.otherCaseId].sort());
    expect(await cases(county)).toEqual([east.caseId, east.otherCaseId, west.caseId, west.otherCaseId].sort());
  });

  it('the county writes nothing into a town’s case', async () => {
    const changed = await as(county, (client) => client.query(`update review_case set title = '改'`));
    expect(changed.rowCount).toBe(0);
  });

  it('the three administrators see no case and nothing of one', async () => {
    for (const principal of east.administrators) {
      for (const table of [
        'review_case',
        'history',
        'task',
        'clock',
        'fact',
        'opinion',
        'document',
        'document_number',
        'refusal_met',
      ]) {
        expect([table, await as(principal, (client) => seen(client, table))]).toEqual([table, 0]);
      }
    }
  });

  it('an adviser sees the assigned cases and no other', async () => {
    expect(await cases(east.adviser)).toEqual([east.caseId]);
    for (const table of ['history', 'task', 'opinion', 'document', 'refusal_met']) {
      expect(await as(east.adviser, (client) => seen(client, table))).toBe(1);
    }
  });

  it('an adviser cannot assign themselves to a case', async () => {
    const row = {
      case_id: east.otherCaseId,
      org_path: east.organisation.path,
      person_id: east.adviser.id,
      granted_at: new Date(),
    };
    await expect(as(east.adviser, (client) => insert(client, 'case_access', row))).rejects.toMatchObject({
      message: refused,
    });
  });

  it('an adviser who was taken off a case sees nothing of it, and cannot return to it', async () => {
    await as(east.adviser, (client) =>
      client.query(`update case_access set revoked_at = now(), revoked_reason = '回避' where person_id = $1`, [
        east.adviser.id,
      ]),
    );
    expect(await cases(east.adviser)).toEqual([]);
    const back = await as(east.adviser, (client) => client.query('update case_access set revoked_at = null'));
    expect(back.rowCount).toBe(0);
    expect(await cases(east.adviser)).toEqual([]);
  });
});
