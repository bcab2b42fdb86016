/** A year that is over and frozen: what may still happen to it, and who may do it. */
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ContentStoreModule, FolderContentStore } from '@lawgate/files';
import { errand, openTown, organisations, people, type Town } from '@lawgate/cases/fixtures';
import { personHeader, serve, type Answered, type PersonName, type ServedApp } from '@lawgate/cases/http-fixtures';
import { Database, newId } from '@lawgate/database';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { figures, freezePastYear, ReportsHttpModule, type AnnualReport } from './index.ts';

const definitions = [errand('pact', { label: '重要合同', unit: '份', order: 1 })];
const { li, zhao, qian, feng, chen, chu } = people;
const { hill, lake } = organisations;

let db: TestDatabase;
let town: Town;
let app: ServedApp;
let late: string;

const at = (instant: string): void => town.clock.set(new Date(instant));
const on = (day: string): void => at(`${day}T02:00:00Z`);

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db, { definitions });
  on('2023-12-11');
  late = (await town.submitted(li)).id;
  on('2023-12-12');
  await town.send(zhao, late, 'finish');
  await town.send(qian, late, 'sign-off', { conclusion: 'agree' });
  on('2023-12-28');
  await town.submitted(li);
  const other = (await town.submitted(feng)).id;
  on('2023-12-29');
  await town.send(chen, other, 'finish');
  await town.send(chu, other, 'sign-off', { conclusion: 'agree' });
  app = await serve([ContentStoreModule.forRoot(new FolderContentStore(tmpdir())), ReportsHttpModule], {
    databaseUrl: db.url,
    clock: town.clock,
    definitions,
  });
}, 120_000);
afterAll(async () => {
  await app.close();
  await db.drop();
});

async function post(by: PersonName, path: string, body: unknown = {}): Promise<Answered> {
  const response = await fetch(`${app.url}/api/reports/annual/${path}`, {
    method: 'POST',
    headers: { [personHeader]: by, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}
const annual = async (by: PersonName, query = ''): Promise<AnnualReport> =>
  (await app.get(by, `/api/reports/annual/2023${query}`)).body as AnnualReport;
const listed = async (query: string): Promise<{ id: string; adoption: string | null }[]> =>
  (await app.get('zhao', `/api/reports/annual/2023/cases?${query}`)).body.items;

describe('a year', () => {
  it('is not frozen before it is over', async () => {
    at('2023-12-31T15:59:00Z');
    expect((await post('qian', '2023/freeze')).body.code).toBe('report.year-not-over');
    expect((await post('qian', '2024/freeze')).status).toBe(422);
  });

  it('is frozen by the director and by nobody else', async () => {
    on('2024-01-02');
    for (const by of ['li', 'zhao', 'wu', 'admin', 'county'] as const) {
      expect(await post(by, '2023/freeze')).toMatchObject({ status: 403, body: { code: 'report.freeze-forbidden' } });
      expect((await post(by, '2023/revisions', { reason: '更正' })).status).toBe(403);
    }
    expect((await post('qian', '2023/revisions', { reason: '更正' })).body.code).toBe('report.not-frozen');
    expect(await annual('zhao')).toMatchObject({ frozenAt: null, revision: null, counts: { pact: 1 } });
  });

  it('that does not balance is not frozen, and the cases are named', async () => {
    // Concluded without ever having been received: such a thing comes from outside the engine.
    const { id } = await town.draft(li, 'pact', '来历不明的合同');
    await db.ownerPool.query(
      `insert into fact (id, case_id, org_id, org_path, category, kind, on_date, year, detail)
       values ($1, $2, $3, $4, 'pact', 'concluded', '2023-05-05', 2023, '{}')`,
      [newId(), id, hill.id, hill.path],
    );
    const refused = await post('qian', '2023/freeze');
    expect(refused).toMatchObject({ status: 422, body: { code: 'report.unbalanced' } });
    expect(refused.body.detail).toContain('1件');
    expect((await db.ownerPool.query('select from annual_freeze')).rowCount).toBe(0);
    expect((await db.ownerPool.query('select from annual_case')).rowCount).toBe(0);
    await db.ownerPool.query(
      `insert into fact (id, case_id, org_id, org_path, category, kind, on_date, year, detail)
       values ($1, $2, $3, $4, 'pact', 'received', '2023-05-04', 2023, '{}')`,
      [newId(), id, hill.id, hill.path],
    );
  });

  it('is frozen once, no matter how many try at the same time', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => post('qian', '2023/freeze')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 201)?.body).toMatchObject({
      year: 2023,
      revision: 1,
      reason: null,
      frozenBy: { id: qian.id },
      cases: 3,
    });
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('report.already-frozen');
  });

  it('does not change any more, neither its figures nor their lists', async () => {
    const before = await annual('zhao');
    expect(before).toMatchObject({ frozenAt: '2024-01-02T02:00:00.000Z', revision: 1, counts: { pact: 2 } });
    const lists = await Promise.all(figures.map((figure) => listed(`figure=${figure}`)));
    on('2024-01-08');
    await town.send(li, late, 'adoption.record', { adoption: 'full' });
    expect(await annual('zhao')).toEqual(before);
    expect((await listed('figure=concluded&adoption=full')).length).toBe(0);
    expect((await listed('figure=concluded&adoption=pending')).length).toBe(2);
    const after = await Promise.all(figures.map((figure) => listed(`figure=${figure}`)));
    expect(after.map((items) => items.map(({ id }) => id))).toEqual(lists.map((items) => items.map(({ id }) => id)));
    for (const [index, figure] of figures.entries()) {
      expect([figure, lists[index]?.length]).toEqual([figure, before.categories[0]?.[figure]]);
    }
  });

  it('is corrected by a revision with its reason, and what was frozen before stays', async () => {
    const first = await annual('zhao');
    expect((await post('qian', '2023/revisions', { reason: ' ' })).status).toBe(422);
    const revised = await post('qian', '2023/revisions', { reason: '补登采纳情况' });
    expect(revised).toMatchObject({ status: 201, body: { revision: 2, reason: '补登采纳情况' } });
    expect(await annual('zhao')).toMatchObject({ revision: 2, categories: [{ adoption: { full: 1, pending: 1 } }] });
    expect(await annual('zhao', '?revision=1')).toEqual(first);
    expect((await listed('figure=concluded&adoption=full')).map(({ id }) => id)).toEqual([late]);
    expect(await listed('figure=concluded&adoption=full&revision=1')).toEqual([]);
    expect((await app.get('zhao', '/api/reports/annual/2023?revision=3')).status).toBe(404);
    const all = (await app.get('zhao', '/api/reports/annual/2023/revisions')).body;
    expect(all.items.map(({ revision }: { revision: number }) => revision)).toEqual([1, 2]);
  });

  it('is not revised where nothing differs', async () => {
    expect((await post('qian', '2023/revisions', { reason: '再次更正' })).body.code).toBe('report.revision-unchanged');
  });

  it('cannot be changed behind the application’s back', async () => {
    for (const statement of ['update annual_case set received = false', 'delete from annual_case']) {
      await expect(db.ownerPool.query(statement)).rejects.toMatchObject({ code: 'LG001' });
      await expect(db.appPool.query(statement)).rejects.toThrow('permission denied');
      await expect(db.workerPool.query(statement.replace('case', 'freeze'))).rejects.toThrow();
    }
  });

  it('is open again where the clock of a demonstration is set back', async () => {
    on('2023-12-30');
    expect(await annual('zhao')).toMatchObject({ frozenAt: null, revision: null });
    on('2024-01-10');
    expect(await annual('zhao')).toMatchObject({ revision: 2 });
  });

  it('is rolled up for the county, with who has not frozen', async () => {
    const rollUp = await app.get('county', '/api/reports/annual/2023/roll-up');
    expect(rollUp).toMatchObject({
      status: 200,
      body: { counts: { pact: 3 }, complete: false, notFrozen: [{ code: 'lake' }] },
    });
    expect(rollUp.body.towns).toMatchObject([
      { organisation: { code: 'hill' }, revision: 2, balanced: true },
      { organisation: { code: 'lake' }, revision: null, frozenAt: null },
    ]);
    expect((await post('chu', '2023/freeze')).status).toBe(201);
    expect((await app.get('county', '/api/reports/annual/2023/roll-up')).body).toMatchObject({
      complete: true,
      notFrozen: [],
      counts: { pact: 3 },
    });
    expect((await app.get('admin', '/api/reports/annual/2023/roll-up')).status).toBe(403);
    expect((await app.get('feng', '/api/reports/annual/2023/revisions?organisation=hill')).status).toBe(404);
  });
});

describe('the turn of the year', () => {
  const errors: Error[] = [];
  const turn = (instant: string): Promise<number> =>
    freezePastYear(new Database(db.workerPool, 'lawgate_worker'), new Date(instant), (error) => errors.push(error));
  const frozenIn = async (year: number): Promise<string[]> =>
    (
      await db.ownerPool.query<{ path: string }>(
        'select org_path as path from annual_freeze where year = $1 and revision = 1 order by org_path',
        [year],
      )
    ).rows.map(({ path }) => path);

  it('leaves a year that nobody lived through with the system to people', async () => {
    expect(await turn('2024-06-03T02:00:00Z')).toBe(0);
    expect(await frozenIn(2023)).toEqual([hill.path, lake.path]);
  });

  it('freezes at half past midnight of Asia/Shanghai and not before', async () => {
    expect(await turn('2024-12-31T16:29:59Z')).toBe(0);
    expect(await frozenIn(2024)).toEqual([]);
    const both = await Promise.all([turn('2024-12-31T16:30:00Z'), turn('2024-12-31T16:30:00Z')]);
    expect(both[0] + both[1]).toBe(2);
    expect(await frozenIn(2024)).toEqual([hill.path, lake.path]);
    expect(await turn('2025-02-01T00:00:00Z')).toBe(0);
    const notices = await db.ownerPool.query(
      `select person_id from notification where kind = 'report.year-end' and source = 'annual:2024:frozen'`,
    );
    expect(notices.rows.map(({ person_id }) => person_id).sort()).toEqual([qian.id, chu.id].sort());
    expect(errors).toEqual([]);
  });

  it('notifies the director once of a year that does not balance, and freezes it when it does', async () => {
    on('2025-03-03');
    const { id } = await town.draft(li, 'pact');
    const fact = (kind: string, day: string) =>
      db.ownerPool.query(
        `insert into fact (id, case_id, org_id, org_path, category, kind, on_date, year, detail)
         values ($1, $2, $3, $4, 'pact', $5, $6, 2025, '{}')`,
        [newId(), id, hill.id, hill.path, kind, day],
      );
    await fact('concluded', '2025-03-04');
    expect(await turn('2026-01-03T02:00:00Z')).toBe(1);
    expect(await turn('2026-01-03T02:01:00Z')).toBe(0);
    expect(await frozenIn(2025)).toEqual([lake.path]);
    const notices = await db.ownerPool.query<{ person_id: string; text: string }>(
      `select person_id, text from notification where source = 'annual:2025:unbalanced'`,
    );
    expect(notices.rows).toMatchObject([{ person_id: qian.id, text: expect.stringContaining('1件收支不平') }]);
    await fact('received', '2025-03-03');
    expect(await turn('2026-01-03T02:02:00Z')).toBe(1);
    expect(await frozenIn(2025)).toEqual([hill.path, lake.path]);
  });
});
