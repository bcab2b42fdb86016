import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ContentStoreModule, FolderContentStore } from '@lawgate/files';
import type { Principal } from '@lawgate/contracts';
import { loadDefinitions } from '@lawgate/workflows';
import { newId } from '@lawgate/database';
import type { LoadedCase } from '@lawgate/cases';
import { openTown, people, type Town } from '@lawgate/cases/fixtures';
import { serve, type ServedApp } from '@lawgate/cases/http-fixtures';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { ReportsHttpModule, type AnnualReport, type ReportCase } from './index.ts';

const { li, zhao, qian, wu } = people;
const archivist: Principal = { ...zhao, roles: ['archivist'] };
const category = 'normative-document';

let db: TestDatabase;
let town: Town;
let app: ServedApp;

/** The shipped workflows with a rule set that also files with the congress, within thirty days. */
async function definitionsFilingTwice() {
  return (await loadDefinitions()).map((definition) => {
    const limit = definition.parameters['filing.congress.limit'];
    if (limit === undefined) return definition;
    const parameters = { ...definition.parameters, 'filing.congress.limit': { ...limit, value: 30 } };
    return { ...definition, parameters };
  });
}

const on = (day: string): void => town.clock.set(new Date(`${day}T02:00:00Z`));

/** A document whose opinion letter and later events have this day; its filings are still due. */
async function promulgated(day: string): Promise<string> {
  on(day);
  const { id } = await town.draft(li, category);
  const { materials, events } = town.definitions.newest(category);
  for (const { kind } of materials.filter(({ required }) => required)) {
    await db.ownerPool.query(
      `insert into document (id, case_id, org_path, kind, name, version, size, media_type, sha256, sm3, uploaded_by, uploaded_at)
       values ($1, $2, $3, $4, $4, 1, 1, 'text/plain', '', '', $5, $6)`,
      [newId(), id, li.orgPath, kind, li.id, town.clock.now()],
    );
  }
  const example = (type: string) => events[type]?.examples[0];
  const overrides = { 'deliberation.floor': '县政府要求本周上会' };
  await town.send(li, id, 'submit', example('submit'));
  await town.send(zhao, id, 'accept');
  await town.send(zhao, id, 'advisers.assign', { advisers: [wu.id] });
  await town.send(wu, id, 'opinion.give', example('opinion.give'));
  await town.send(zhao, id, 'findings.record', example('findings.record'));
  await town.send(qian, id, 'sign-off');
  await town.send(li, id, 'adoption.record', example('adoption.record'));
  const meeting = { heldOn: day, meeting: '镇长办公会', result: 'passed' };
  await town.send(li, id, 'deliberation.record', meeting, {
    event: { type: 'deliberation.record', payload: meeting, overrides },
  });
  await town.send(li, id, 'promulgate', { on: day, documentNumber: '镇政发〔2024〕6号' });
  await town.send(li, id, 'publicise', { on: day, where: '镇政府门户网站' });
  return id;
}

async function filed(day: string, id: string, recipient?: 'congress'): Promise<LoadedCase> {
  on(day);
  return town.send(zhao, id, 'file', { on: day, target: '备案机关', ...(recipient && { recipient }) });
}

const cases: Record<string, string> = {};

beforeAll(async () => {
  db = await testDatabase();
  const definitions = await definitionsFilingTwice();
  town = await openTown(db, { definitions });
  // Both in time: the government until Monday 1 April, the congress until Monday 15 April.
  cases.inTime = await promulgated('2024-03-15');
  cases.halfLate = await promulgated('2024-03-15');
  cases.acrossTheYears = await promulgated('2024-12-16');
  cases.half = await promulgated('2024-12-16');
  await filed('2024-12-20', cases.acrossTheYears);
  await filed('2024-12-20', cases.half);
  await filed('2025-01-10', cases.acrossTheYears, 'congress');
  await filed('2024-04-01', cases.inTime);
  await filed('2024-04-15', cases.inTime, 'congress');
  await filed('2024-04-16', cases.halfLate, 'congress');
  await filed('2024-04-01', cases.halfLate);
  on('2025-06-03');
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

async function figures(year: number) {
  const { body } = await app.get('zhao', `/api/reports/annual/${year}`);
  const report = body as AnnualReport;
  return report.categories.find((one) => one.category === category);
}

async function behind(year: number, figure: string): Promise<string[]> {
  const { body } = await app.get('zhao', `/api/reports/annual/${year}/cases?figure=${figure}&category=${category}`);
  return (body as { items: ReportCase[] }).items.map(({ id }) => id).sort();
}

describe('cases that are filed with two recipients', () => {
  it('count once, in the year of the last report, and as on time when both reports were', async () => {
    expect(await figures(2024)).toMatchObject({ concluded: 4, filed: 2, filedOnTime: 1, balanced: true });
    expect(await figures(2025)).toMatchObject({ concluded: 0, filed: 1, filedOnTime: 1, balanced: true });
  });

  it('are the cases behind those figures', async () => {
    expect(await behind(2024, 'filed')).toEqual([cases.inTime, cases.halfLate].sort());
    expect(await behind(2024, 'filedOnTime')).toEqual([cases.inTime]);
    expect(await behind(2025, 'filedOnTime')).toEqual([cases.acrossTheYears]);
  });
});

describe('in the database', () => {
  it('gives each report its number of the one series, and each clock counts independently', async () => {
    const numbers = await db.ownerPool.query<{ purpose: string; n: number }>(
      `select purpose, count(*)::int as n from document_number where code = '合备' group by purpose order by purpose`,
    );
    expect(numbers.rows).toEqual([
      { purpose: '备案报告', n: 4 },
      { purpose: '备案报告（县人大常委会）', n: 3 },
    ]);
    const clocks = await db.ownerPool.query<{ key: string; dueOn: string }>(
      `select key, due_on::text as "dueOn" from clock where case_id = $1 and key like 'filing%' order by key`,
      [cases.inTime],
    );
    expect(clocks.rows).toEqual([
      { key: 'filing', dueOn: '2024-04-01' },
      { key: 'filing-congress', dueOn: '2024-04-15' },
    ]);
  });

  it('closes only the task of the report’s recipient, and cancels only its reminders', async () => {
    const open = await db.ownerPool.query<{ key: string; label: string; dueOn: string }>(
      `select key, label, due_on::text as "dueOn" from task where case_id = $1 and status = 'open' order by key`,
      [cases.half],
    );
    expect(open.rows).toEqual([{ key: 'filing-congress', label: '报送县人大常委会备案', dueOn: '2025-01-15' }]);
    const reminders = await db.ownerPool.query<{ key: string; n: number }>(
      `select k.key, count(*)::int as n from timer t join task k on k.id::text = t.subject
        where t.case_id = $1 and t.status = 'pending' group by k.key`,
      [cases.half],
    );
    expect(reminders.rows.map(({ key }) => key)).toEqual(['filing-congress']);
  });

  it('archives nothing before the last report', async () => {
    await expect(town.send(archivist, cases.half ?? '', 'archive')).rejects.toMatchObject({ status: 409 });
    expect((await town.send(archivist, cases.inTime ?? '', 'archive')).state).toBe('archived');
  });

  it('leaves no trace of a report that is not due', async () => {
    const again = filed('2025-06-03', cases.half ?? '');
    await expect(again).rejects.toMatchObject({ status: 422, more: { refusals: [{ rule: 'filing.once' }] } });
    const party = town.send(zhao, cases.half ?? '', 'file', { on: '2025-06-03', target: '县委', recipient: 'party' });
    await expect(party).rejects.toMatchObject({
      status: 422,
      more: { refusals: [{ rule: 'filing.recipient-asked' }] },
    });
    const facts = await db.ownerPool.query(`select from fact where case_id = $1 and kind = 'filed'`, [cases.half]);
    expect(facts.rowCount).toBe(1);
  });
});
