/** A database of version 0.1 with the present code: nothing is lost, and every open case can be worked to its end. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runVerification } from '@lawgate/admin';
import { openContentStore } from '@lawgate/files';
import { RegisterConversion, registerConversionKind } from '@lawgate/reporting';
import { createPool, Database, migrate, SimulatedClock } from '@lawgate/database';
import type { Definition } from '@lawgate/engine';
import { isKept, openRuntime, toCaseView, type OpenRuntime } from '@lawgate/cases';
import { emptyDatabase } from '@lawgate/testing';
import { loadDefinitions, releasedDefinitions } from '@lawgate/workflows';
import pg from 'pg';
import { CaseWorker, peopleOf } from './case-worker.ts';
import { reachableStates } from './reachable-states.ts';
import { restoreContents, restoreVersion } from './recorded-version.ts';
import { takeSnapshot, type DatabaseSnapshot, type TableRows } from './snapshot.ts';

interface RecordedCase {
  readonly id: string;
  readonly org_id: string;
  readonly category: string;
  readonly definition_version: string;
  readonly state: string;
  readonly status: 'active' | 'done';
}

let db: Awaited<ReturnType<typeof emptyDatabase>>;
let owner: pg.Pool;
let worker: pg.Pool;
let parts: OpenRuntime;
let recorded: DatabaseSnapshot;
let migrated: DatabaseSnapshot;
let definitions: readonly Definition[];

beforeAll(async () => {
  db = await emptyDatabase();
  recorded = await restoreVersion('0.1', db.url);
  await migrate(db.url);
  owner = createPool(db.url, { max: 2, applicationName: 'upgrade-owner' });
  worker = createPool(db.url, { max: 2, applicationName: 'upgrade-worker', role: 'lawgate_worker' });
  const client = await owner.connect();
  await client.query('begin isolation level repeatable read; set local timezone = utc');
  migrated = await takeSnapshot(client);
  await client.query('rollback');
  client.release();
  definitions = (await releasedDefinitions()).filter(({ version }) => version === 1);
  // A newer version is installed next to the released version 1; no case of the database may use it.
  const newer = (await loadDefinitions()).map((definition) => ({ ...definition, version: definition.version + 1 }));
  const clock = new SimulatedClock(new Date(objects('simulated_clock')[0]?.['at'] ?? ''));
  parts = await openRuntime({
    databaseUrl: db.url,
    definitions: [...definitions, ...newer],
    clock,
    role: 'lawgate_app',
  });
}, 120_000);

afterAll(async () => {
  await parts?.close();
  await Promise.all([owner?.end(), worker?.end()]);
  await db?.drop();
}, 60_000);

function rowsOf(snapshot: DatabaseSnapshot, table: string): TableRows {
  const found = snapshot.tables.find((each) => each.table === table);
  return found ?? { table, columns: [], rows: [] };
}

/** Recorded rows of a table as objects of texts. */
function objects(table: string): Record<string, string | null>[] {
  const { columns, rows } = rowsOf(recorded, table);
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
}

/** The cases that an import of 0.1 had replayed; nobody has acted in them. */
const imported = (): string[] => objects('register_import_line').flatMap(({ case_id }) => case_id ?? []);

const cases = (): RecordedCase[] => objects('review_case') as unknown as RecordedCase[];

/** The definition that a recorded case belongs to. */
function definitionOf({
  category,
  definition_version,
}: Pick<RecordedCase, 'category' | 'definition_version'>): Definition {
  return parts.definitions.ofCase({ definitionKey: category, definitionVersion: Number(definition_version) });
}

/** A digest of a table: the number of rows, and a hash over the given columns of all rows in sorted order. */
function digest({ columns, rows }: TableRows, of: readonly string[]): { rows: number; sha256: string } {
  const at = of.map((column) => columns.indexOf(column));
  const lines = rows.map((row) => JSON.stringify(at.map((index) => row[index] ?? null))).sort();
  return { rows: rows.length, sha256: createHash('sha256').update(lines.join('\n')).digest('hex') };
}

/** Findings of the product's verification of all chains of cases and of the audit log, for the county and below. */
async function verification(): Promise<{
  casesChecked: number;
  entriesChecked: number;
  findings: { id: string; seq: number }[];
}> {
  const asked = await owner.query<{ id: string }>(
    `insert into audit_verification (id, org_id, org_path, requested_by, requested_at)
     select gen_random_uuid(), o.id, o.path, p.id, now() from organisation o, person p
      where o.parent_id is null and p.username = 'auditor' returning id`,
  );
  await runVerification(new Database(worker, 'lawgate_worker'), asked.rows[0]?.id ?? '', () => new Date());
  const { rows } = await owner.query(
    `select cases_checked as "casesChecked", entries_checked as "entriesChecked", findings
       from audit_verification order by requested_at desc limit 1`,
  );
  return rows[0];
}

describe('a database of version 0.1', () => {
  it('keeps every row and every value', () => {
    const bookkeeping = ['schema_migration'];
    const data = recorded.tables.filter(({ table }) => !bookkeeping.includes(table));
    expect(data.length).toBeGreaterThan(50);
    const before = data.map((table) => [table.table, digest(table, table.columns)]);
    const after = data.map((table) => [table.table, digest(rowsOf(migrated, table.table), table.columns)]);
    expect(after).toEqual(before);
    const sequences = recorded.sequences.filter(({ sequence }) => !sequence.startsWith('schema_migration'));
    expect(migrated.sequences).toEqual(expect.arrayContaining(sequences));
  });

  it('holds an open case in every state that version 1 of its definitions can reach', () => {
    const ruleSets = Map.groupBy(objects('ruleset_parameter'), ({ version }) => version);
    const covered = Object.fromEntries(
      definitions.map((definition) => {
        const { key, version } = definition;
        const own = [...ruleSets.values()].map((values) => values.filter(({ category }) => category === key));
        const parameters = [[], ...own.filter((values) => values.length > 0)].map((values) =>
          Object.fromEntries(values.map((each) => [each['key'], Number(each['value'])])),
        );
        const reached = parameters.flatMap((given) =>
          [...reachableStates(definition, given, {}).values()].filter(({ status }) => status === 'active'),
        );
        const open = cases().filter((each) => each.category === key && Number(each.definition_version) === version);
        const states = (of: readonly { state: string; status: string }[]): string[] =>
          [...new Set(of.filter(({ status }) => status === 'active').map(({ state }) => state))].sort();
        expect([key, states(open)]).toEqual([key, states(reached)]);
        return [key, states(open).length];
      }),
    );
    expect(covered).toEqual({
      'normative-document': 48,
      contract: 15,
      'enforcement-decision': 17,
      'major-decision': 18,
    });
  });

  it('verifies every chain, and reports one whose row was altered', async () => {
    const whole = { casesChecked: cases().length, entriesChecked: objects('audit_entry').length, findings: [] };
    expect(await verification()).toEqual(whole);
    const altered = objects('history').find(({ type }) => type === 'sign-off');
    const alter = (body: string | null | undefined) =>
      owner.query(
        `begin; set local session_replication_role = replica;
         update history set body = ${pg.escapeLiteral(body ?? '')}
          where case_id = '${altered?.['case_id']}' and seq = ${altered?.['seq']}; commit`,
      );
    await alter(altered?.['body']?.replace('sign-off', 'sign-on'));
    expect((await verification()).findings).toMatchObject([
      { id: altered?.['case_id'], seq: Number(altered?.['seq']) },
    ]);
    await alter(altered?.['body']);
    expect(await verification()).toEqual(whole);
  });

  it('shows its closed cases with all their data', async () => {
    const closed = cases().filter(({ status }) => status === 'done');
    expect(new Set(closed.map(({ state }) => state))).toEqual(
      new Set(['archived', 'not-adopted', 'returned', 'declined', 'withdrawn']),
    );
    const people = await peopleOf(owner);
    const count = (table: string, id: string): number => objects(table).filter((row) => row['case_id'] === id).length;
    for (const { id, org_id, state } of closed) {
      const reader = people.find((person) => person.orgId === org_id && person.roles.includes('reviewer'));
      if (reader === undefined) throw new Error(`no reviewer in ${org_id}`);
      const { case: loaded, env, ruleSet } = await parts.runtime.read(reader, id);
      const view = toCaseView(parts.definitions.ofCase(loaded.stored), loaded, env, ruleSet, parts.calendars.current());
      expect(view).toMatchObject({ id, state, status: 'done', tasks: [] });
      const held = [view.history, view.documents, view.opinions, view.numbers].map(({ length }) => length);
      const were = ['history', 'document', 'opinion', 'document_number'].map((table) => count(table, id));
      expect([id, ...held]).toEqual([id, ...were]);
    }
  });

  it('finds the content of every document and paper', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-upgrade-'));
    try {
      await restoreContents('0.1', folder);
      const store = await openContentStore({ folder });
      const lost: string[] = [];
      const kept = new Map([...objects('document'), ...objects('paper')].map((row) => [row['sha256'], row['size']]));
      for (const [sha256, size] of kept) {
        const content = await store.read(sha256 ?? '', Number(size));
        const hash = createHash('sha256');
        for await (const chunk of content ?? []) hash.update(chunk as Buffer);
        if (hash.digest('hex') !== sha256) lost.push(sha256 ?? '');
      }
      expect(lost).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  // The last tests change the database.
  it('works every open case to its end', async () => {
    const people = await peopleOf(owner);
    const caseWorker = new CaseWorker(parts, people);
    const open = cases().filter(({ status, id }) => status === 'active' && id !== imported()[0]);
    for (const { id, org_id, category, definition_version } of open) {
      await caseWorker.workToEnd(definitionOf({ category, definition_version }), id, org_id);
    }
    const { rows: left } = await owner.query(
      `select id from review_case where status <> 'done'
       union select case_id from task where status = 'open'`,
    );
    expect(left).toEqual([{ id: imported()[0] }]);
    const { rows: clocks } = await owner.query<{ category: string; key: string }>(
      `select c.category, k.key from clock k join review_case c on c.id = k.case_id where k.status in ('running', 'paused') and c.status = 'done'`,
    );
    expect(
      clocks.filter(({ category, key }) => !isKept(definitionOf({ category, definition_version: '1' }), key)),
    ).toEqual([]);
    expect(await verification()).toMatchObject({ casesChecked: cases().length, findings: [] });
  }, 120_000);

  it('turns what an import had replayed into recorded cases, and marks what it had generated where people went on', async () => {
    const jobs = await owner.query<{ key: string }>(`select key from job where kind = '${registerConversionKind}'`);
    expect(jobs.rows.map(({ key }) => key)).toEqual([
      ...new Set(
        objects('register_import_line')
          .filter(({ case_id }) => case_id !== null)
          .map((line) => line['import_id']),
      ),
    ]);
    const workerParts = await openRuntime({
      databaseUrl: db.url,
      definitions: await releasedDefinitions(),
      clock: new SimulatedClock(new Date(objects('simulated_clock')[0]?.['at'] ?? '')),
      role: 'lawgate_worker',
    });
    const problems: string[] = [];
    const conversion = new RegisterConversion(workerParts, ({ message }) => problems.push(message));
    for (const { key } of jobs.rows) await conversion.run(key, new AbortController().signal);
    await workerParts.close();
    expect(problems).toEqual([]);
    const found = await owner.query<{
      case_id: string;
      recorded: boolean;
      type: string;
      opinions: number;
      kept: number;
    }>(
      `select c.id as case_id, c.recorded,
              (select type from history h where h.case_id = c.id order by seq desc limit 1) as type,
              (select count(*)::int from opinion o where o.case_id = c.id) as opinions,
              (select count(*)::int from generated_row g where g.case_id = c.id and g.source = 'opinion') as kept
         from review_case c join register_import_line l on l.case_id = c.id`,
    );
    const were = (id: string): number => objects('opinion').filter((row) => row['case_id'] === id).length;
    expect(new Set(found.rows.map(({ type }) => type))).toEqual(new Set(['register.converted', 'register.generated']));
    for (const row of found.rows.filter(({ recorded: isRecorded }) => isRecorded)) {
      expect([row.case_id, row.type, row.opinions, row.kept]).toEqual([
        row.case_id,
        'register.converted',
        0,
        were(row.case_id),
      ]);
    }
    expect(Number((await owner.query(`select 1 from review_case where status <> 'done'`)).rowCount)).toBe(0);
    // Nothing else was touched, and the old rows of the history are as they were.
    const converted = new Set(found.rows.map(({ case_id }) => case_id));
    const history = await owner.query<{ case_id: string; seq: number; hash: string }>(
      'select case_id, seq, hash from history',
    );
    const hashes = new Map(history.rows.map(({ case_id, seq, hash }) => [`${case_id} ${seq}`, hash]));
    expect(objects('history').filter((row) => hashes.get(`${row['case_id']} ${row['seq']}`) !== row['hash'])).toEqual(
      [],
    );
    const opinions = await owner.query<{ case_id: string }>('select case_id from opinion');
    for (const { id } of cases().filter((each) => !converted.has(each.id))) {
      expect(opinions.rows.filter(({ case_id }) => case_id === id).length).toBeGreaterThanOrEqual(were(id));
    }
    expect(await verification()).toMatchObject({ casesChecked: cases().length, findings: [] });
  }, 60_000);
});
