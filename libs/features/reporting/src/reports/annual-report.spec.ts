import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ContentStoreModule, FolderContentStore } from '@lawgate/files';
import { errand, openTown, organisations, people, type Town } from '@lawgate/cases/fixtures';
import { serve, type PersonName, type ServedApp } from '@lawgate/cases/http-fixtures';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import type { Principal } from '@lawgate/contracts';
import { annualStatement } from './annual-report.service.ts';
import { figures, ReportsHttpModule, type AnnualReport, type ReportCase } from './index.ts';

const definitions = [
  errand('pact', { label: '重要合同', unit: '份', order: 2 }),
  errand('document', { label: '规范性文件', unit: '件', order: 1 }),
  errand('fine', { label: '重大执法决定', unit: '个', order: 3 }),
];
const { li, zhao, qian, feng, chen, chu, wu } = people;

let db: TestDatabase;
let town: Town;
let app: ServedApp;

type Staff = { submitter: Principal; reviewer: Principal; director: Principal };
const hill: Staff = { submitter: li, reviewer: zhao, director: qian };
const lake: Staff = { submitter: feng, reviewer: chen, director: chu };

const on = (day: string): void => town.clock.set(new Date(`${day}T02:00:00Z`));
async function received(day: string, category: string, { submitter }: Staff = hill): Promise<string> {
  on(day);
  return (await town.submitted(submitter, category)).id;
}
async function concluded(day: string, id: string, staff: Staff = hill, more: object = {}): Promise<void> {
  on(day);
  await town.send(staff.reviewer, id, 'finish');
  await town.send(staff.director, id, 'sign-off', { conclusion: 'agree', ...more });
}

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db, { definitions });
  // Concluded in the previous year: counts there.
  await concluded('2022-12-30', await received('2022-12-28', 'pact'));
  // Carried into 2023, and concluded there after five working days.
  const carried = await received('2022-12-30', 'document');
  await concluded('2023-01-09', carried);
  on('2023-01-10');
  await town.send(li, carried, 'adoption.record', { adoption: 'full' });
  // Two contracts of 2023, one urgent, one with an adviser and a supplement.
  await concluded('2023-03-02', await received('2023-03-01', 'pact'), hill, { urgent: true, conclusion: 'revise' });
  const advised = await received('2023-04-20', 'pact');
  await town.send(zhao, advised, 'advisers.assign', { advisers: [wu.id] });
  await town.send(wu, advised, 'opinion.give');
  on('2023-04-24');
  await town.send(zhao, advised, 'supplement.request');
  on('2023-05-04');
  await town.send(li, advised, 'supplement.provide');
  await concluded('2023-05-05', advised);
  await town.send(li, advised, 'adoption.record', { adoption: 'none' });
  // Concluded twice within the year: counts once.
  const twice = await received('2023-06-01', 'pact');
  await concluded('2023-06-05', twice, hill, { conclusion: 'revise' });
  await town.send(li, twice, 'submit');
  await concluded('2023-06-12', twice);
  // Concluded in 2023, resubmitted, and concluded again in 2024: counts once, in 2023.
  const later = await received('2023-12-01', 'document');
  await concluded('2023-12-05', later, hill, { conclusion: 'revise' });
  on('2024-01-03');
  await town.send(li, later, 'submit');
  await concluded('2024-01-08', later);
  // Returned, withdrawn, and one still open at the end of the year.
  const returned = await received('2023-07-03', 'pact');
  await town.send(zhao, returned, 'return', { reason: '不属于审查范围' });
  await town.send(li, await received('2023-07-04', 'pact'), 'withdraw');
  await received('2023-12-29', 'fine');
  // A case of another town.
  await concluded('2023-08-02', await received('2023-08-01', 'pact', lake), lake);
  on('2024-06-03');
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

async function annual(by: PersonName, year: number | string, query = ''): Promise<AnnualReport> {
  const { status, body } = await app.get(by, `/api/reports/annual/${year}${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as AnnualReport;
}

/** The whole list behind a figure, in pages of two. */
async function casesBehind(by: PersonName, year: number, query: string): Promise<ReportCase[]> {
  const found: ReportCase[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body }: { body: { items: ReportCase[]; next: string | null } } = await app.get(
      by,
      `/api/reports/annual/${year}/cases?limit=2&${query}${page}`,
    );
    found.push(...body.items);
    cursor = body.next;
  }
  return found;
}

describe('the annual count', () => {
  it('counts a review once, in the year in which it was first concluded', async () => {
    const report = await annual('zhao', 2023);
    expect(report).toMatchObject({
      year: 2023,
      counts: { document: 2, pact: 3, fine: 0 },
      sentence: '规范性文件2件、重要合同3份',
      asOf: '2023-12-31',
      organisation: { code: 'hill', name: '山前镇' },
      towns: [],
    });
    expect(report.basis).toContain('以审结（出具审查意见书）日期计');
    expect((await annual('zhao', 2022)).counts).toEqual({ document: 0, pact: 1, fine: 0 });
    expect(await annual('zhao', 2024)).toMatchObject({ counts: { document: 0, pact: 0, fine: 0 }, asOf: '2024-06-03' });
  });

  it('gives the other figures of the year, and its books balance', async () => {
    const { categories } = await annual('zhao', 2023);
    expect(categories.map(({ category }) => category)).toEqual(['document', 'pact', 'fine']);
    const [document, pact, fine] = categories;
    expect(pact).toMatchObject({
      label: '重要合同',
      unit: '份',
      received: 5,
      accepted: 3,
      concluded: 3,
      returned: 1,
      declined: 0,
      withdrawn: 1,
      supplements: 1,
      conclusions: { agree: 2, revise: 1 },
      adoption: { full: 0, partial: 0, none: 1, pending: 2 },
      adoptionRate: 0,
      pointsRaised: 6,
      urgent: 1,
      overdue: 0,
      adviserParticipation: 1,
      filed: 1,
      filedOnTime: 1,
      carriedIn: 0,
      carriedOut: 0,
    });
    expect(document).toMatchObject({
      received: 1,
      concluded: 2,
      // The conclusion of the later letter belongs to another year.
      conclusions: { agree: 1, revise: 1 },
      adoption: { full: 1, pending: 1 },
      carriedIn: 1,
      carriedOut: 0,
      adoptionRate: 1,
      meanWorkingDays: 3.5,
    });
    expect(fine).toMatchObject({ received: 1, concluded: 0, carriedOut: 1, meanWorkingDays: null, adoptionRate: null });
    for (const year of [2021, 2022, 2023, 2024, 2025]) {
      for (const figuresOf of (await annual('zhao', year)).categories) expect(figuresOf.balanced).toBe(true);
    }
  });

  it('leaves the days of a pause out of the mean', async () => {
    const [, pact] = (await annual('zhao', 2023)).categories;
    // One day; three of a supplement’s (04-21, 04-23, 04-24) and one after it; five in the second round.
    expect(pact?.meanWorkingDays).toBe(3.33);
  });

  it.each(['2022', '2023', '2024'])('opens for each figure of %s exactly the cases behind it', async (year) => {
    const report = await annual('zhao', year);
    for (const category of report.categories) {
      for (const figure of figures) {
        const behind = await casesBehind('zhao', Number(year), `category=${category.category}&figure=${figure}`);
        expect({ figure, n: behind.length }).toEqual({ figure, n: category[figure] });
        expect(new Set(behind.map(({ id }) => id)).size).toBe(behind.length);
      }
      for (const [conclusion, n] of Object.entries(category.conclusions)) {
        const query = `category=${category.category}&conclusion=${conclusion}`;
        expect(await casesBehind('zhao', Number(year), query)).toHaveLength(n);
      }
      for (const [adoption, n] of Object.entries(category.adoption)) {
        const query = `category=${category.category}&adoption=${adoption}`;
        expect(await casesBehind('zhao', Number(year), query)).toHaveLength(n);
      }
    }
  });

  it('lists the cases with their dates, oldest receipt first', async () => {
    const behind = await casesBehind('zhao', 2023, 'figure=concluded&category=pact');
    expect(behind.map(({ receivedOn, outcomeOn, conclusion }) => [receivedOn, outcomeOn, conclusion])).toEqual([
      ['2023-03-01', '2023-03-02', 'revise'],
      ['2023-04-20', '2023-05-05', 'agree'],
      ['2023-06-01', '2023-06-12', 'agree'],
    ]);
    expect(behind[0]).toMatchObject({ categoryLabel: '重要合同', organisation: { code: 'hill' }, workingDays: 1 });
  });
});

describe('access by organisation', () => {
  it('a county counts the sum of its towns, town by town', async () => {
    const report = await annual('county', 2023);
    expect(report).toMatchObject({ organisation: { code: 'shan' }, counts: { document: 2, pact: 4, fine: 0 } });
    expect(report.towns.map(({ organisation, counts }) => [organisation.code, counts['pact']])).toEqual([
      ['hill', 3],
      ['lake', 1],
    ]);
    expect(report.towns[1]?.sentence).toBe('重要合同1份');
    expect(await casesBehind('county', 2023, 'figure=concluded')).toHaveLength(6);
  });

  it('a county opens one town by code or id', async () => {
    for (const organisation of ['lake', organisations.lake.id, organisations.lake.id.toUpperCase()]) {
      expect(await annual('county', 2023, `?organisation=${organisation}`)).toMatchObject({ counts: { pact: 1 } });
    }
    expect(await casesBehind('county', 2023, 'organisation=lake&figure=received')).toHaveLength(1);
  });

  it('a town sees neither another town nor the county', async () => {
    expect((await annual('feng', 2023)).counts).toEqual({ document: 0, pact: 1, fine: 0 });
    for (const organisation of ['hill', 'shan', organisations.hill.id, 'nowhere', '%25']) {
      const path = `/api/reports/annual/2023?organisation=${organisation}`;
      expect((await app.get('feng', path)).status).toBe(404);
      expect((await app.get('feng', path.replace('?', '/cases?'))).status).toBe(404);
    }
  });

  it('people who do not see the whole organisation get no figures', async () => {
    for (const person of ['wu', 'admin'] as const) {
      expect(await app.get(person, '/api/reports/annual/2023')).toMatchObject({ status: 403 });
      expect((await app.get(person, '/api/reports/annual/2023/cases')).body.code).toBe('report.forbidden');
    }
  });
});

describe('bad input', () => {
  it.each(['1999', '2101', 'abc', '20230', '2023.5', '-2023', '2023%00', '%E4%BA%8C'])(
    'year %s is refused',
    async (year) => {
      expect((await app.get('zhao', `/api/reports/annual/${year}`)).status).toBe(422);
    },
  );

  it.each([
    'figure=nothing',
    'limit=0',
    'limit=201',
    'limit=x',
    'cursor=abc',
    'cursor=bnVsbA',
    'adoption=some',
    'category=',
  ])('query %s is refused', async (query) => {
    expect((await app.get('zhao', `/api/reports/annual/2023/cases?${query}`)).status).toBe(422);
  });
});

describe('the book', () => {
  const planOf = async (sql: string): Promise<string> => {
    const client = await db.ownerPool.connect();
    try {
      await client.query('begin');
      // The tables of a spec are so small that the planner would read them whole.
      await client.query(
        'set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off',
      );
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${sql}`);
      return rows.map((line) => line['QUERY PLAN']).join('\n');
    } finally {
      await client.query('rollback');
      client.release();
    }
  };

  it('reads the facts of its year by index, and not the table of cases', async () => {
    const plan = await planOf(
      annualStatement.text
        .replace(/\$1/g, '2023')
        .replace(/\$2/g, `'{/shan/hill/}'`)
        .replace(/\$[34]/g, `'{}'`),
    );
    expect(plan).toContain('fact_of_year');
    expect(plan).toContain('register_entry_across');
    expect(plan).toContain('fact_case');
    expect(plan).not.toMatch(/Seq Scan on (fact|register_entry|review_case)/);
    expect(plan).not.toContain('review_case');
  });
});
