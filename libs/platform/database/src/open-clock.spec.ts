/** The simulated clock of several processes. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, testDatabase, type TestDatabase } from '@lawgate/testing';
import { SimulatedClock } from './time-and-ids.ts';
import { followClock } from './open-clock.ts';

const past = new Date('2024-02-07T01:00:00Z');
const present = new Date('2024-02-08T01:00:00Z');
const future = new Date('2024-02-09T01:00:00Z');

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
  await db.ownerPool.query('insert into simulated_clock (at) values ($1)', [past]);
}, 120_000);

afterAll(() => db.drop());

it('a read that began before the clock was set here does not set it back', async () => {
  const clock = new SimulatedClock(past);
  const holder = await db.ownerPool.connect();
  await holder.query('begin');
  await holder.query('lock table simulated_clock in access exclusive mode');
  await holder.query('update simulated_clock set at = $1', [future]);
  const unfollow = followClock(clock, db.appPool, () => {}, 10);
  const waiting = `select 1 from pg_locks where not granted and relation = 'simulated_clock'::regclass`;
  await eventually(
    async () => (await db.ownerPool.query(waiting)).rows.length,
    (looks) => looks > 0,
  );
  // No further read begins; those that wait for the lock began at the old time.
  unfollow();
  clock.set(present);
  await holder.query('commit');
  holder.release();
  await eventually(
    () => db.appPool.totalCount - db.appPool.idleCount + db.appPool.waitingCount,
    (underWay) => underWay === 0,
  );
  expect(clock.now()).toEqual(present);
});

it('follows the time that another process sets', async () => {
  const clock = new SimulatedClock(past);
  let moves = 0;
  const unfollow = followClock(clock, db.appPool, () => (moves += 1), 10);
  await eventually(
    () => clock.now().getTime(),
    (at) => at === future.getTime(),
  );
  unfollow();
  expect(moves).toBe(1);
});

it('catches up at once on request', async () => {
  const clock = new SimulatedClock(past);
  const unfollow = followClock(clock, db.appPool, () => {}, 3_600_000);
  await clock.catchUp?.();
  unfollow();
  expect(clock.now()).toEqual(future);
});
