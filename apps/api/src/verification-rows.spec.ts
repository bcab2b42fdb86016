/** Rows that were added, removed or exchanged in the database, changed bytes, and a case that is gone. */
import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@lawgate/database';
import type pg from 'pg';
import { openVerifiedTown, type Finding, type VerifiedTown } from './verification.fixtures.ts';

let town: VerifiedTown;
let contract: string;
let neighbour: string;
let client: pg.PoolClient;

beforeAll(async () => {
  town = await openVerifiedTown();
  contract = await town.draft('contract', '镇区道路保洁服务合同');
  await town.reviewed(contract);
  neighbour = await town.draft('contract', '桥梁检测合同');
  client = await town.owner.connect();
  await client.query('set session_replication_role = replica');
}, 120_000);
afterAll(async () => {
  client?.release(true);
  await town?.close();
});

/** What the three say while `statement` holds. */
async function whileChanged(statement: string, look: (spots: readonly Finding[]) => void): Promise<void> {
  await client.query('begin');
  try {
    await client.query(statement);
    await client.query('commit');
    const { verified, findings } = await town.verified(contract);
    expect(verified).toBe(false);
    look(findings);
    look(await town.audited(contract));
    const packed = await town.packed(contract);
    if (packed.problem === null) look(packed.findings);
    else expect(packed.problem).toContain('记录与留痕不一致');
    expect(await town.verified(neighbour)).toMatchObject({ verified: true });
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

const copyOf = (table: string, more: Record<string, string>): string => `
  insert into ${table} select (jsonb_populate_record(x, ${`'${JSON.stringify(more)}'`}::jsonb)).* from ${table} x
   where case_id = '${contract}' limit 1`;

describe('rows of the database', () => {
  it.each([
    ['opinion', () => copyOf('opinion', { id: newId() })],
    ['fact', () => copyOf('fact', { id: newId() })],
    ['task', () => copyOf('task', { id: newId(), seat: 'x' })],
    ['document', () => copyOf('document', { id: newId(), kind: 'x' })],
    ['paper', () => copyOf('paper', { id: newId(), kind: 'x' })],
    ['document_number', () => copyOf('document_number', { id: newId(), number: '900' })],
    ['refusal_met', () => copyOf('refusal_met', { id: newId(), event: 'x' })],
  ] as const)('a row of %s that nobody wrote is named, and gone when it is removed', async (table, statement) => {
    const before = await client.query<{ rows: number }>(`select count(*)::int as rows from ${table}`);
    await whileChanged(statement(), (spots) => {
      expect(spots).toContainEqual(expect.objectContaining({ table, column: null }));
    });
    await client.query(`delete from ${table} where ctid = (select max(ctid) from ${table})`);
    const after = await client.query<{ rows: number }>(`select count(*)::int as rows from ${table}`);
    expect(after.rows).toEqual(before.rows);
    expect(await town.verified(contract)).toMatchObject({ verified: true });
  });

  it.each([
    'opinion',
    'fact',
    'task',
    'document',
    'paper',
    'document_number',
    'clock',
    'history',
    'case_log',
    'history_write',
  ])('a row of %s that was removed is named', async (table) => {
    await client.query(`create table kept as select * from ${table} where case_id = '${contract}'`);
    const last = ['history', 'case_log', 'history_write'].includes(table) ? 'order by seq desc' : '';
    await whileChanged(
      `delete from ${table} where ctid = (select ctid from ${table} where case_id = '${contract}' ${last} limit 1)`,
      (spots) => expect(spots.map((spot) => spot.table)).toContain(table),
    );
    await client.query(`delete from ${table} where case_id = '${contract}'`);
    await client.query(`insert into ${table} select * from kept`);
    await client.query('drop table kept');
    expect(await town.verified(contract)).toMatchObject({ verified: true });
  });

  it('two opinions whose texts were exchanged are both named', async () => {
    const exchange = `update opinion o set text = x.text from opinion x where o.case_id = '${contract}'
      and x.case_id = o.case_id and ((o.act = 'adviser' and x.act = 'reviewer') or (o.act = 'reviewer' and x.act = 'adviser'))`;
    await whileChanged(exchange, (spots) => {
      expect(spots.filter(({ table, column }) => table === 'opinion' && column === 'text')).toHaveLength(2);
    });
    await client.query(exchange);
    expect(await town.verified(contract)).toMatchObject({ verified: true });
  });

  it('an adviser sees where, and not what', async () => {
    await client.query(`update opinion set text = '另一份意见' where case_id = '${contract}' and act = 'adviser'`);
    const { verified, findings } = await town.verified(contract, 'east-adviser');
    expect(verified).toBe(false);
    expect(findings).toContainEqual(
      expect.objectContaining({ table: 'opinion', column: 'text', said: null, found: null }),
    );
    await client.query(`update opinion set text = '同意。' where case_id = '${contract}' and act = 'adviser'`);
    expect(await town.verified(contract)).toMatchObject({ verified: true });
  });
});

describe('bytes of the content store', () => {
  it('are hashed again: a changed document is named by all three', async () => {
    const { rows } = await client.query<{ id: string; sha256: string; name: string }>(
      `select id, sha256, name from document where case_id = '${neighbour}' order by id limit 1`,
    );
    const { id, sha256 = '' } = rows[0] ?? {};
    const place = path.join(town.folder, 'documents', 'sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    await chmod(place, 0o600);
    const { rows: sizes } = await client.query<{ size: string }>('select size from document where id = $1', [id]);
    await writeFile(place, 'x'.repeat(Number(sizes[0]?.size)));
    const spot = expect.objectContaining({ table: 'document', row: id, column: 'content' });
    expect((await town.verified(neighbour)).findings).toContainEqual(spot);
    expect(await town.audited(neighbour)).toContainEqual(spot);
    expect((await town.packed(neighbour)).problem).toContain(rows[0]?.name ?? '?');
  });
});

describe('a case that is gone', () => {
  it('is missed by the next run, and a chain that was rewritten is found', async () => {
    const lost = await town.draft('contract', '绿化养护合同');
    expect(await town.audited(lost)).toEqual([]);
    const { rows } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.columns
        where column_name = 'case_id' and table_schema = 'public' and table_name <> 'case_verification'`,
    );
    for (const { name } of rows) await client.query(`delete from ${name} where case_id = $1`, [lost]);
    await client.query('delete from review_case where id = $1', [lost]);
    expect(await town.audited(lost)).toEqual([
      expect.objectContaining({ table: 'review_case', row: lost, reason: '案件已不在数据库中' }),
    ]);
  });
});
