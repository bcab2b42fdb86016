/** Every covered column, changed in turn behind the back of the application: verification, audit and pack name it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { coverage, type CoveredTable } from '@lawgate/cases';
import type pg from 'pg';
import { openVerifiedTown, type Finding, type VerifiedTown } from './verification.fixtures.ts';

let town: VerifiedTown;
let contract: string;
let decision: string;
let neighbour: string;
/** A client whom no trigger, foreign key or check stops, as the owner of the database can be. */
let client: pg.PoolClient;

beforeAll(async () => {
  town = await openVerifiedTown();
  contract = await town.draft('contract', '镇区道路保洁服务合同');
  await town.reviewed(contract);
  decision = await town.draft('enforcement-decision', '某食品店处罚决定');
  await town.recorded(decision);
  neighbour = await town.draft('contract', '桥梁检测合同');
  client = await town.owner.connect();
  await client.query('set session_replication_role = replica');
  const { rows } = await client.query<{ tbl: string; name: string }>(
    `select conrelid::regclass::text as tbl, conname as name from pg_constraint
      where contype = 'c' and connamespace = 'public'::regnamespace`,
  );
  for (const { tbl, name } of rows) await client.query(`alter table ${tbl} drop constraint "${name}"`);
}, 120_000);
afterAll(async () => {
  client?.release(true);
  await town?.close();
});

it('first everything agrees, and nothing is left out', async () => {
  for (const id of [contract, decision, neighbour]) {
    expect(await town.verified(id)).toMatchObject({ verified: true, findings: [], notCovered: [] });
    expect(await town.audited(id)).toEqual([]);
  }
  expect(await town.packed(contract)).toMatchObject({ findings: [], faults: [], problem: null });
});

/** Every covered column; `isKey` for one by which a row is found: a change of it may also be a row missing and one added. */
const columns = Object.entries(coverage).flatMap(([table, covered]) => {
  const { key, columns: named } = covered as CoveredTable;
  const all = [...key.map((column) => ({ table, column, isKey: true }))];
  for (const column of Object.keys(named)) all.push({ table, column, isKey: false });
  // The id of the case, and of a person, is what the rest is found by; bytes have a test of their own.
  return all.filter(
    ({ column }) => column !== 'content' && !(column === 'id' && ['review_case', 'person'].includes(table)),
  );
});
const changes: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  int4: 'coalesce($, 0) + 1000',
  int8: 'coalesce($, 0) + 1000',
  bool: 'not coalesce($, false)',
  date: `coalesce($, '2020-01-01') + 1`,
  timestamptz: `coalesce($, '2020-01-01') + interval '1 hour'`,
  jsonb: `'{"改": 1}'`,
  json: `'{"改": 1}'`,
  _text: `array_append($, '改')`,
};

/** Changes values of one row, runs `look`, and puts them back. */
async function changed<T>(table: string, names: readonly string[], look: (caseId: string) => Promise<T>): Promise<T> {
  const { rows: types } = await client.query<{ name: string; type: string }>(
    'select column_name as name, udt_name as type from information_schema.columns where table_name = $1',
    [table],
  );
  const typeOf = (column: string) => types.find(({ name }) => name === column)?.type ?? '';
  const own = { person: 'id', review_case: 'id' }[table] ?? 'case_id';
  const ids = table === 'person' ? [town.person('east-clerk').id] : [contract, decision];
  const was = names.map((column) => `"${column}"::text as "${column}"`);
  const { rows } = await client.query<{ ctid: string; of: string } & Record<string, string | null>>(
    `select ctid, ${own} as of, ${was.join(', ')} from ${table} where ${own} = any($1) order by ${own}, ctid limit 1`,
    [ids],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`no case has a row of ${table}`);
  const set = async (ctid: string, valueOf: (column: string, index: number) => string, values: unknown[] = []) => {
    const to = names.map((column, index) => `"${column}" = ${valueOf(column, index)}`).join(', ');
    const statement = `update ${table} set ${to} where ctid = $1::tid returning ctid`;
    return (await client.query<{ ctid: string }>(statement, [ctid, ...values])).rows[0]?.ctid ?? '';
  };
  const ctid = await set(row.ctid, (column) => {
    // A path below the own one: the row stays visible.
    const text = column === 'org_path' ? `$ || 'x/'` : `coalesce($, '') || '改'`;
    return (changes[typeOf(column)] ?? text).replaceAll('$', `"${column}"`);
  });
  try {
    return await look(table === 'person' ? contract : row.of);
  } finally {
    const back = (column: string, index: number) =>
      `$${index + 2}::${typeOf(column) === '_text' ? 'text[]' : typeOf(column)}`;
    await set(
      ctid,
      back,
      names.map((column) => row[column]),
    );
  }
}

/** Short in the message of a failure. */
const namedIn = (findings: readonly Finding[]): string[] => [
  ...new Set(findings.flatMap(({ table, column }) => [table, `${table}.${column}`])),
];

describe('a column that was changed in the database', () => {
  it.each(columns)('$table $column is named by the verification of the case', async ({ table, column, isKey }) => {
    await changed(table, [column], async (caseId) => {
      const { verified, findings } = await town.verified(caseId);
      expect(verified).toBe(false);
      expect(namedIn(findings)).toContain(isKey ? table : `${table}.${column}`);
    });
  });

  it.each(columns)('$table $column is named by audit and pack', async ({ table, column, isKey }) => {
    const spot = isKey ? table : `${table}.${column}`;
    await changed(table, [column], async (caseId) => {
      expect(namedIn(await town.audited(caseId))).toContain(spot);
      const { findings, faults, problem, page } = await town.packed(caseId);
      if (problem !== null) expect(problem).toMatch(/记录与留痕不一致，没有做成/);
      else {
        expect(namedIn(findings)).toContain(spot);
        const reasons = findings.map(({ reason }) => reason);
        expect(faults.join()).toContain(reasons[0] ?? '?');
        expect(page).toContain('本案记录与留痕不一致');
      }
      if (table !== 'person') expect(await town.verified(neighbour)).toMatchObject({ verified: true });
    });
  });

  it('is put back each time: the cases agree again', async () => {
    for (const id of [contract, decision, neighbour]) expect(await town.audited(id)).toEqual([]);
  });
});
