/** Statistics over HTTP: each figure equals the number of rows in its list, and days are working days. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addWorkingDays, workingDaysBetween } from '@lawgate/calendar';
import { ContentStoreModule, openContentStore } from '@lawgate/files';
import { errand, openTown, people, type Town } from '@lawgate/cases/fixtures';
import { serve, type Answered, type PersonName, type ServedApp } from '@lawgate/cases/http-fixtures';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { RegisterHttpModule } from '../../register/register.http.module.ts';
import { ReportsHttpModule } from '../index.ts';
import { workingDayCounts } from './statistics.service.ts';
import type { StatisticFigure, Statistics, Stays } from './statistics-views.ts';

const definitions = [
  errand('pact', { label: '重要合同', unit: '份', order: 2 }),
  errand('document', { label: '规范性文件', unit: '件', order: 1 }),
];
const { li, zhao, qian, wu } = people;

let folder: string;
let db: TestDatabase;
let town: Town;
let app: ServedApp;

const on = (day: string, hour = '02'): void => town.clock.set(new Date(`${day}T${hour}:00:00Z`));
async function received(day: string, category: string): Promise<string> {
  on(day);
  return (await town.submitted(li, category)).id;
}
async function concluded(day: string, id: string, more: object = {}): Promise<void> {
  on(day);
  await town.send(zhao, id, 'finish');
  await town.send(qian, id, 'sign-off', { conclusion: 'agree', ...more });
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lawgate-statistics-'));
  db = await testDatabase();
  town = await openTown(db, { definitions });
  await concluded('2022-05-06', await received('2022-05-05', 'pact'));
  // Two working days, four, and four of another category with an adviser.
  await concluded('2023-03-03', await received('2023-03-01', 'pact'));
  const second = await received('2023-03-06', 'pact');
  await concluded('2023-03-10', second, { urgent: true });
  await town.send(li, second, 'adoption.record', { adoption: 'partial' });
  const advised = await received('2023-04-20', 'document');
  await town.send(zhao, advised, 'advisers.assign', { advisers: [wu.id] });
  await town.send(wu, advised, 'opinion.give');
  await concluded('2023-04-25', advised);
  on('2023-04-26');
  await town.send(li, advised, 'adoption.record', { adoption: 'none' });
  const returned = await received('2023-07-03', 'pact');
  await town.send(zhao, returned, 'return', { reason: '不属于审查范围' });
  await town.send(li, await received('2023-07-04', 'pact'), 'withdraw');
  await received('2023-12-29', 'document');
  on('2024-01-08');
  const store = await openContentStore({ folder });
  app = await serve([ContentStoreModule.forRoot(store), ReportsHttpModule, RegisterHttpModule], {
    databaseUrl: db.url,
    clock: town.clock,
    definitions,
  });
}, 120_000);
afterAll(async () => {
  await app?.close();
  await db?.drop();
  await rm(folder, { recursive: true, force: true });
});

async function statistics(query: string, by: PersonName = 'zhao'): Promise<Statistics> {
  const { status, body } = await app.get(by, `/api/reports/statistics?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as Statistics;
}
async function listed(list: string, by: PersonName = 'zhao'): Promise<number> {
  const { status, body }: Answered = await app.get(by, `${list}&limit=200`);
  if (status !== 200) throw new Error(`${list}: ${JSON.stringify(body)}`);
  return body.items.length;
}

/** Every figure of an answer, at any depth. */
function figuresIn(value: unknown): StatisticFigure[] {
  if (value === null || typeof value !== 'object') return [];
  if ('lastYear' in value && 'list' in value) return [value as StatisticFigure];
  return Object.values(value).flatMap(figuresIn);
}

describe('statistics', () => {
  it('show a year month by month with the previous year', async () => {
    const shown = await statistics('year=2023');
    expect(shown.months.map(({ received: { value } }) => value)).toEqual([0, 0, 2, 1, 0, 0, 2, 0, 0, 0, 0, 1]);
    expect(shown.months[2]?.concluded).toMatchObject({ value: 2, lastYear: 0, change: null });
    expect(shown.months[4]?.received).toMatchObject({ value: 0, lastYear: 1, change: -1 });
    expect(shown.total).toMatchObject({
      received: { value: 6, lastYear: 1, change: 5 },
      concluded: { value: 3, lastYear: 1, change: 2 },
      returned: { value: 1 },
      withdrawn: { value: 1 },
      urgent: { value: 1 },
      onTimeRate: 1,
      adoptionRate: 0.5,
      adoption: { partial: { value: 1 }, none: { value: 1 }, pending: { value: 1 } },
      // Sunday, 23 April 2023, was a working day.
      workingDays: { review: { cases: 3, mean: 3.3333, p90: 4 } },
    });
    expect(shown.categories.map(({ category, concluded: { value } }) => [category, value])).toEqual([
      ['document', 1],
      ['pact', 2],
    ]);
    expect(shown.categories[1]?.workingDays.accepting).toMatchObject({ cases: 2, mean: 3 });
  });

  it('open exactly the rows of every figure, also for one category and for the county', async () => {
    for (const [query, by] of [
      ['year=2023', 'zhao'],
      ['year=2023&category=pact', 'zhao'],
      ['year=2023&organisation=hill', 'county'],
      ['year=2022', 'county'],
    ] as const) {
      const shown = await statistics(query, by);
      const figures = figuresIn(shown);
      expect(figures.length).toBeGreaterThan(40);
      for (const { value, list } of figures) expect({ list, n: await listed(list, by) }).toEqual({ list, n: value });
      for (const person of [...shown.reviewers, ...shown.advisers]) {
        expect(await listed(person.list, by)).toBe(person.cases);
        for (const own of person.byCategory) expect(await listed(own.list, by)).toBe(own.cases);
      }
    }
  });

  it('count working days as the calendar does', () => {
    const calendar = app.parts.calendars.current();
    const { firstDay, counts } = workingDayCounts(calendar, 2023);
    const index = (date: string): number => (Date.parse(date) - Date.parse(firstDay)) / 86_400_000 - 1;
    for (const from of ['2022-12-30', '2023-01-17', '2023-06-21', '2023-09-28']) {
      for (const days of [0, 1, 5, 15]) {
        const to = addWorkingDays(calendar, from, days);
        expect((counts[index(to)] ?? 0) - (counts[index(from)] ?? 0)).toBe(workingDaysBetween(calendar, from, to));
      }
    }
  });

  it('show how long cases stayed in each state, and where they are now', async () => {
    const { status, body } = await app.get('zhao', '/api/reports/statistics/stays?year=2023');
    expect(status).toBe(200);
    const { items, complete } = body as Stays;
    expect(complete).toBe(true);
    const of = (category: string, state: string) =>
      items.find((item) => item.category === category && item.state === state);
    expect(of('document', 'waiting')).toBeUndefined();
    expect(of('document', 'working')).toMatchObject({ stays: 2, waiting: 1, stage: '办理' });
    expect(of('pact', 'answering')).toMatchObject({ waiting: 2 });
    // From the 1st to the 3rd, from the 6th to the 10th, two that ended on their day.
    expect(of('pact', 'working')).toMatchObject({ stays: 4, median: 1 });
    for (const { list } of items) expect(list).toContain('status=active');
    expect(items.reduce((sum, { waiting }) => sum + waiting, 0)).toBe(3);
  });

  it('are for those who see the whole organisation, and refuse unknown words', async () => {
    for (const by of ['wu', 'admin'] as const) {
      for (const part of ['', '/stays']) {
        expect((await app.get(by, `/api/reports/statistics${part}?year=2023`)).status).toBe(403);
      }
    }
    expect((await app.get('feng', '/api/reports/statistics?year=2023&organisation=hill')).status).toBe(404);
    for (const query of ['', 'year=1999', 'year=x', 'year=2023&category=nothing', 'year=2023&category=']) {
      expect((await app.get('zhao', `/api/reports/statistics?${query}`)).status).toBe(422);
    }
  });
});

describe('the statements', () => {
  it('read the register by index', async () => {
    for (const name of ['months', 'conclusions', 'people']) {
      const text = await readFile(new URL(`../../../sql/reports/statistics-${name}.sql`, import.meta.url), 'utf8');
      const client = await db.ownerPool.connect();
      try {
        await client.query('begin');
        await client.query('set local enable_seqscan = off');
        const values = [`'{/shan/hill/}'`, '2023', 'null', `'2019-12-31'`, `'{1}'`];
        const filled = text.replace(/^--.*$/gm, '').replace(/\$(\d)/g, (_, n: string) => values[Number(n) - 1] ?? '');
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${filled}`);
        expect(rows.map((line) => line['QUERY PLAN']).join('\n')).toContain('register_entry_ended');
      } finally {
        await client.query('rollback');
        client.release();
      }
    }
  });
});
