import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import type pg from 'pg';
import { RuleSetStore } from './rule-sets.ts';
import { anotherRuntime, openTown, people, type Town } from '../runtime.fixtures.ts';

const { li, admin, feng } = people;
let db: TestDatabase;
let town: Town;

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db);
  await db.ownerPool.query(
    `with entered as (
       insert into ruleset (org_id, org_path, effective_from, document_number, base_version, entered_by, entered_by_name, entered_at)
       values ($1, $2, '2024-02-01', '1号', 1, $3, '某', '2024-02-01T00:00:00Z') returning version, org_path)
     insert into ruleset_parameter (version, org_path, category, key, value, citation)
     select version, org_path, 'errand', 'limit', 3, null from entered`,
    [admin.orgId, admin.orgPath, admin.id],
  );
}, 120_000);
afterAll(() => db.drop());

/** The pool with counters of its transactions and its single statements. */
function counting(pool: pg.Pool): { pool: pg.Pool; taken: () => { statements: number; transactions: number } } {
  let [statements, transactions] = [0, 0];
  /** Calls `ask` before each query. */
  const watch = <T extends pg.Pool | pg.PoolClient>(target: T, ask: (text: unknown) => void, connect?: unknown): T =>
    new Proxy(target, {
      get(_, name) {
        if (name === 'connect' && connect !== undefined) return connect;
        const found = Reflect.get(target, name) as unknown;
        if (typeof found !== 'function') return found;
        return (...given: unknown[]) => {
          if (name === 'query') ask(given[0]);
          return found.apply(target, given) as unknown;
        };
      },
    });
  const connect = async (): Promise<pg.PoolClient> => {
    let within = false;
    return watch(await pool.connect(), (text) => {
      if (text === 'begin') transactions += 1;
      else if (!within) statements += 1;
      within ||= text === 'begin';
    });
  };
  const watched = watch(pool, () => (statements += 1), connect);
  const taken = () => {
    const answer = { statements, transactions };
    [statements, transactions] = [0, 0];
    return answer;
  };
  return { pool: watched, taken };
}

it('costs one statement for a new case, one query for a set that is not cached, and none for an event', async () => {
  const { pool, taken } = counting(db.appPool);
  const runtime = anotherRuntime(town, pool);
  const create = () =>
    runtime.create(li, { category: 'errand', title: '一件小事', fields: {} }, ({ id, stored }) => ({ id, stored }));
  const { body } = await create();
  expect(body.stored.rulesetVersion).toBe(2);
  expect(taken()).toEqual({ statements: 2, transactions: 1 });
  await create();
  expect(taken()).toEqual({ statements: 2, transactions: 0 });
  await runtime.send(li, { caseId: body.id, event: { type: 'note', payload: { text: '注' } } }, () => null);
  expect(taken()).toEqual({ statements: 1, transactions: 0 });
});

it('is read once, as a whole, and is invisible to another town', async () => {
  const store = new RuleSetStore(db.appPool);
  const set = await store.of(2, li);
  expect(set).toEqual({
    version: 2,
    effectiveFrom: '2024-02-01',
    documentNumber: '1号',
    baseVersion: 1,
    values: { errand: { limit: { value: 3, citation: null } } },
  });
  expect(await store.of(2, li)).toBe(set);
  await expect(new RuleSetStore(db.appPool).of(2, feng)).rejects.toThrow('rule set 2 is not there');
  expect((await store.inForce(feng, '2024-03-01')).version).toBe(1);
  expect((await store.inForce(li, '2024-01-31')).version).toBe(1);
});
