/** The demonstration's ledger gives every figure of the report that it is based on. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Database } from '@lawgate/database';
import { IndicatorsService } from '@lawgate/reporting';
import { openTown, people } from '@lawgate/cases/fixtures';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { enterLedger } from './ledger.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
}, 120_000);
afterAll(() => db.drop());

it('counts what the town reported for 2023', async () => {
  const { clock } = await openTown(db);
  const database = new Database(db.appPool, 'lawgate_app');
  await enterLedger(database, people.zhao, clock);
  const report = await new IndicatorsService(database, clock).year(people.zhao, { year: 2023 });
  const values = Object.fromEntries(report.items.map(({ key, value }) => [key, value]));
  expect(values).toEqual({
    'study-session': 4,
    training: 9,
    'publicity-event': 8,
    leaflets: 5000,
    'information-published': 98,
    'information-key-areas': 21,
    'disputes-mediated': 40,
    visitors: 150,
    consultations: 30,
    suits: 0,
    'head-should-attend': 0,
    'head-attended': 0,
    'community-correction': 17,
    resettlement: 123,
    'body-cameras': 8,
    // Nobody entered a row of them, so the report says nothing of them.
    'catalogue-revision': 0,
    'fault-tolerance-rule': 0,
  });
  expect(report.items.find(({ key }) => key === 'study-session')?.quarters).toEqual([1, 1, 1, 1]);
  expect(report.attendance).toMatchObject({ rate: null, note: '无应诉案件' });
});
