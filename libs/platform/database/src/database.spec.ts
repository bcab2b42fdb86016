import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@lawgate/testing';
import { sql } from 'kysely';
import {
  Database,
  json,
  newId,
  NotificationEntity,
  OrganisationEntity,
  PersonEntity,
  StandInEntity,
  typedQueries,
  type Tables,
} from './index.ts';

const database = await testDatabase();
afterAll(() => database.drop());
const app = new Database(database.appPool, 'lawgate_app');
const worker = new Database(database.workerPool, 'lawgate_worker');
const at = new Date('2026-03-02T01:00:00.123Z');
const [east, west] = [newId(), newId()];
const [clerk, other] = [newId(), newId()];
const viewer = { id: clerk, scope: 'organisation', orgPath: '/east/' } as const;

beforeAll(async () => {
  for (const [org, code, person] of [
    [east, 'east', clerk],
    [west, 'west', other],
  ] as const) {
    await database.ownerPool.query(
      `insert into organisation (id, kind, code, name, path) values ($1, 'town', $2, $2, '/' || $2 || '/')`,
      [org, code],
    );
    await database.ownerPool.query(
      `insert into person (id, org_id, org_path, username, name, password_hash, roles, created_at)
       values ($1, $2, '/' || $3 || '/', $3, $3, 'secret', '{submitter,reviewer}', $4)`,
      [person, org, code, at],
    );
  }
});

const names = () =>
  app.as(viewer, async ({ db }) => (await db.selectFrom('person').select('name').execute()).map(({ name }) => name));

describe('a typed query', () => {
  it('sees no other town', async () => {
    expect(await names()).toEqual(['east']);
  });

  it('sees what its own transaction wrote on the connection itself', async () => {
    const seen = await app.as(viewer, async ({ client, db }) => {
      await client.query(`select set_config('lawgate.org_path', '/west/', true)`);
      return db.selectFrom('person').select('name').execute();
    });
    expect(seen).toEqual([{ name: 'west' }]);
    // The viewer of one transaction is not the next one's.
    expect(await names()).toEqual(['east']);
  });

  it('gives instants as Date, days as text, sizes as numbers and the inside of json as it is', async () => {
    const row = await app.as(viewer, ({ db }) =>
      db
        .selectFrom('person as p')
        .innerJoin('organisation as o', 'o.id', 'p.orgId')
        .select([
          'p.createdAt',
          'p.roles',
          'o.parentId',
          sql<string>`date '2026-03-02'`.as('onDay'),
          sql<number>`9007199254740991::bigint`.as('size'),
          sql<unknown>`json_build_object('snake_case', 1)`.as('detail'),
          sql<unknown>`${json([{ a_b: 1 }])}`.as('list'),
        ])
        .executeTakeFirstOrThrow(),
    );
    expect(row).toEqual({
      createdAt: at,
      roles: ['submitter', 'reviewer'],
      parentId: null,
      onDay: '2026-03-02',
      size: Number.MAX_SAFE_INTEGER,
      detail: { snake_case: 1 },
      list: [{ a_b: 1 }],
    });
  });

  it('is refused without a viewer', async () => {
    const escaped = await app.as(viewer, async ({ em }) => em.fork());
    await expect(escaped.find(OrganisationEntity, {})).rejects.toThrow('no query without a viewer');
    await expect(escaped.getKysely<{ person: { id: string } }>().selectFrom('person').execute()).rejects.toThrow(
      'no query without a viewer',
    );
    await expect(app.asWorker(({ db }) => db.selectFrom('person').select('id').execute())).rejects.toThrow(
      'only the worker has no viewer',
    );
    await expect(app.asWorkerSnapshot(async () => null)).rejects.toThrow('only the worker has no viewer');
    expect(() => app.workerQueries).toThrow('only the worker has no viewer');
    expect(await typedQueries<Tables>(database.appPool).selectFrom('person').select('name').execute()).toEqual([]);
  });

  it('of the worker sees every town', async () => {
    const seen = await worker.asWorker(({ db }) => db.selectFrom('person').select('name').orderBy('name').execute());
    expect(seen).toEqual([{ name: 'east' }, { name: 'west' }]);
  });

  it('on a pool gives its connection back, also where it is refused', async () => {
    const { max } = worker.pool.options;
    for (let turn = 0; turn <= max; turn += 1) {
      await expect(sql`select 1 / 0`.execute(worker.workerQueries)).rejects.toMatchObject({ code: '22012' });
    }
    const counted = worker.workerQueries.selectFrom('person').select(({ fn }) => fn.countAll<number>().as('people'));
    expect(await counted.executeTakeFirstOrThrow()).toEqual({ people: 2 });
  });

  it('of a snapshot sees nothing that was committed since, and writes nothing', async () => {
    await worker.asWorkerSnapshot(async ({ db }) => {
      const seen = () => db.selectFrom('simulated_clock').select('at').execute();
      expect(await seen()).toEqual([]);
      await database.ownerPool.query('insert into simulated_clock (at) values ($1)', [at]);
      expect(await seen()).toEqual([]);
    });
    await database.ownerPool.query('delete from simulated_clock');
    const written = worker.asWorkerSnapshot(({ db }) => db.insertInto('simulated_clock').values({ at }).execute());
    await expect(written).rejects.toMatchObject({ code: '25006' });
  });
});

describe('the unit of work', () => {
  it('never asks for the columns that the role may not read', async () => {
    const people = await app.as(viewer, ({ em }) => em.find(PersonEntity, {}));
    expect(people.map(({ id, name, createdAt }) => ({ id, name, createdAt }))).toEqual([
      { id: clerk, name: 'east', createdAt: at },
    ]);
  });

  it('writes what was changed before the commit, and nothing after an error', async () => {
    const id = newId();
    const notice = { id, personId: clerk, orgPath: '/east/', kind: 'copy', text: '', source: 'a', createdAt: at };
    await expect(
      app.as(viewer, async (tx) => {
        tx.em.create(NotificationEntity, notice, { persist: true });
        await tx.flush();
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await app.as(viewer, async ({ em }) => void em.create(NotificationEntity, notice, { persist: true }));
    await app.as(viewer, async ({ em }) => {
      (await em.findOneOrFail(NotificationEntity, id)).readAt = at;
    });
    const kept = await database.ownerPool.query('select read_at, created_at from notification');
    expect(kept.rows).toEqual([{ read_at: at, created_at: at }]);
  });

  it('distinguishes by the code of PostgreSQL what was refused', async () => {
    const standIn = { id: newId(), orgId: west, orgPath: '/west/', personId: other, standInId: clerk };
    const range = { fromOn: '2026-03-02', toOn: '2026-03-09', enteredBy: clerk, enteredAt: at };
    const entered = app.as(
      viewer,
      async ({ em }) => void em.create(StandInEntity, { ...standIn, ...range }, { persist: true }),
    );
    await expect(entered).rejects.toMatchObject({ code: '42501' });
  });
});
