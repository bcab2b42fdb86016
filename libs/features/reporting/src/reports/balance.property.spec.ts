/** For random sequences of events, the books of every year balance, and frozen years do not change. */
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ContentStoreModule, FolderContentStore } from '@lawgate/files';
import { addCalendarDays } from '@lawgate/calendar';
import { errand, openTown, organisations, people, type Town } from '@lawgate/cases/fixtures';
import { serve, type ServedApp } from '@lawgate/cases/http-fixtures';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { propertyRuns, timeoutMs } from '@lawgate/sizes';
import fc from 'fast-check';
import { figures, ReportsHttpModule, type AnnualReport } from './index.ts';
import { freezeYear } from './year-freezer.ts';

const definitions = [errand('pact', { label: '重要合同', unit: '份', order: 1 })];
const { li, zhao, qian } = people;
const years = [2021, 2022, 2023, 2024, 2025];

let db: TestDatabase;
let town: Town;
let app: ServedApp;

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db, { definitions });
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

/** One event, and the days that pass before it. An event that is not possible at that moment is skipped. */
const step = fc.record({
  wait: fc.integer({ min: 0, max: 260 }),
  type: fc.constantFrom(
    'finish',
    'sign-off',
    'sign-off',
    'submit',
    'adoption.record',
    'supplement.request',
    'supplement.provide',
    'return',
    'withdraw',
  ),
});
const life = fc.record({
  begins: fc.integer({ min: 0, max: 1000 }),
  steps: fc.array(step, { maxLength: 9 }),
});

const sender = {
  finish: zhao,
  'sign-off': qian,
  submit: li,
  'adoption.record': li,
  'supplement.request': zhao,
  'supplement.provide': li,
  return: zhao,
  withdraw: li,
};
const payload: Readonly<Record<string, object>> = {
  'sign-off': { conclusion: 'revise' },
  'adoption.record': { adoption: 'full' },
  return: { reason: '不属于审查范围' },
};

async function live({ begins, steps }: { begins: number; steps: readonly { wait: number; type: string }[] }) {
  let day = addCalendarDays('2021-06-01', begins);
  const turnTo = (date: string): void => town.clock.set(new Date(`${date}T02:00:00Z`));
  turnTo(day);
  const { id } = await town.submitted(li);
  for (const { wait, type } of steps) {
    day = addCalendarDays(day, wait);
    turnTo(day);
    await town.send(sender[type as keyof typeof sender], id, type, payload[type] ?? {}).catch((error: Error) => {
      if (!('code' in error)) throw error;
    });
  }
}

async function report(year: number, query = ''): Promise<AnnualReport> {
  const { status, body } = await app.get('zhao', `/api/reports/annual/${year}${query}`);
  expect(status).toBe(200);
  return body as AnnualReport;
}

it(
  'random cases leave balanced books, carried from year to year, and no revision changes an earlier one',
  async () => {
    const revisions = new Map<string, AnnualReport>();
    const last = new Map<number, { revision: number; digest: string }>();
    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 4 }), async (lives) => {
        for (const one of lives) await live(one);
        town.clock.set(new Date('2030-01-02T02:00:00Z'));
        for (const year of years) {
          const before = last.get(year);
          const answer = await freezeYear(db.workerPool, {
            organisation: organisations.hill,
            year,
            revision: (before?.revision ?? 0) + 1,
            reason: before === undefined ? null : '又有新情况',
            by: { id: null, name: '系统' },
            at: town.clock.now(),
            lastDigest: before?.digest ?? null,
          });
          expect(['frozen', 'unchanged']).toContain(answer.kind);
          const newest = await db.ownerPool.query<{ revision: number; digest: string }>(
            'select revision, digest from annual_freeze where year = $1 order by revision desc limit 1',
            [year],
          );
          last.set(year, newest.rows[0] as never);
          revisions.set(`${year}?revision=${last.get(year)?.revision}`, await report(year));
        }
        let carried = 0;
        for (const year of years) {
          const [pact] = (await report(year)).categories;
          expect(pact?.balanced).toBe(true);
          expect(pact?.carriedIn).toBe(carried);
          carried = pact?.carriedOut ?? 0;
        }
      }),
      { numRuns: propertyRuns(12) },
    );
    for (const [key, then] of revisions) {
      const [year, query] = key.split('?') as [string, string];
      expect(await report(Number(year), `?${query}`)).toEqual(then);
    }
    // In the last year too, every figure opens exactly its cases.
    const [pact] = (await report(2023)).categories;
    for (const figure of figures) {
      const path = `/api/reports/annual/2023/cases?limit=200&figure=${figure}`;
      expect([figure, (await app.get('zhao', path)).body.items.length]).toEqual([figure, pact?.[figure]]);
    }
  },
  timeoutMs(120_000),
);
