/** Versions and migrations as an administrator orders them: what the page shows, and what the job does of it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditTrail, CaseStore, DefinitionRegistry, recordDefinitionVersions, type HistoryBody } from '@lawgate/cases';
import { anotherRuntime, openTown, people, type Town } from '@lawgate/cases/fixtures';
import { personHeader, serve, type Answered, type PersonName, type ServedApp } from '@lawgate/cases/http-fixtures';
import { errandMigration, firstErrand, secondErrand } from '@lawgate/cases/two-versions-fixtures';
import { Database } from '@lawgate/database';
import type { DefinitionMigration } from '@lawgate/engine';
import { rescueJobs } from '@lawgate/jobs';
import { workOff } from '@lawgate/jobs/fixtures';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { BackgroundHttpModule } from '../../background/background.http.module.ts';
import { CatalogueHttpModule } from '../index.ts';
import { DefinitionMigrationJob } from './definition-migration.job.ts';
import { DefinitionMigrationRun, migrationKind } from './migration-run.ts';
import { MigrationOrderView, MigrationResult, VersionList } from './migration-views.ts';

const { zhao, admin } = people;
/** Drafts stay, by the word of the migration itself. */
const refuses: DefinitionMigration['refuses'] = ({ value }) => (value === 'draft' ? '草稿请先提交，再迁移。' : null);
const second = secondErrand([{ ...errandMigration, refuses }]);
const third = {
  ...secondErrand([
    { ...errandMigration, refuses },
    { ...errandMigration, to: 3 },
  ]),
  version: 3,
};
const installed = [third, second, firstErrand];

let db: TestDatabase;
let town: Town;
let app: ServedApp;
/** Open under version 1 from the beginning: one that stays, and one that can be migrated. */
let draft: string;
let working: string;

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db, { definitions: [firstErrand] });
  await recordDefinitionVersions(db.ownerPool, installed, ({ version }) => ({ hash: `${version}`, parts: {} }));
  app = await serve([CatalogueHttpModule, BackgroundHttpModule], {
    databaseUrl: db.url,
    clock: town.clock,
    definitions: installed,
  });
  draft = (await town.draft()).id;
  working = (await town.submitted()).id;
  await town.draft(people.feng);
}, 120_000);
afterAll(async () => {
  await app.close();
  await db.drop();
});

const route = '/api/definitions/errand/migrations';

async function post(by: PersonName, body: object, path = route): Promise<Answered> {
  const response = await fetch(app.url + path, {
    method: 'POST',
    headers: { [personHeader]: by, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

/** A worker as another process would be one. @throws Error the first fault of a job */
function work(maxAttempts?: number): Promise<void> {
  const runtime = anotherRuntime({ ...town, definitions: new DefinitionRegistry(installed) }, db.workerPool);
  const database = new Database(db.workerPool, 'lawgate_worker');
  const run = new DefinitionMigrationRun(
    database as never,
    runtime,
    new AuditTrail(db.workerPool, town.clock),
    town.clock,
  );
  const handler = new DefinitionMigrationJob(run);
  return workOff(
    { pool: db.workerPool, clock: town.clock },
    { [migrationKind]: { handler, ...(maxAttempts === undefined ? {} : { maxAttempts }) } },
  );
}

const orderOf = async (id: string): Promise<MigrationOrderView> => (await app.get('admin', `${route}/${id}`)).body;
const migrationsOf = async (id: string): Promise<HistoryBody[]> => {
  const { rows } = await db.ownerPool.query<{ body: string }>(
    `select body from history where case_id = $1 and type = 'version.migrated' order by seq`,
    [id],
  );
  return rows.map(({ body }) => JSON.parse(body) as HistoryBody);
};

/** Runs `work` while `commit` takes the place of the commit of every case. */
async function committing<T>(
  commit: (caseId: string, real: () => Promise<unknown>) => Promise<unknown>,
  work: () => Promise<T>,
): Promise<T> {
  const real = CaseStore.prototype.commit;
  CaseStore.prototype.commit = function (this: CaseStore, ...given: Parameters<typeof real>) {
    return commit(given[2].caseId, () => real.apply(this, given));
  } as typeof real;
  try {
    return await work();
  } finally {
    CaseStore.prototype.commit = real;
  }
}

describe('the versions', () => {
  it('are listed with their open cases of the own organisation, and shown to the administrator alone', async () => {
    const { status, body } = await app.get('admin', '/api/administration/versions');
    expect([status, VersionList.parse(body)]).toEqual([200, body]);
    expect(body.items).toEqual([
      {
        key: 'errand',
        label: '小事项',
        versions: [
          { version: 3, current: true, openCases: 0, hash: '3' },
          { version: 2, current: false, openCases: 0, hash: '2' },
          { version: 1, current: false, openCases: 2, hash: '1' },
        ],
        migrations: [
          { from: 1, to: 2 },
          { from: 1, to: 3 },
        ],
        orders: [],
      },
    ]);
    for (const by of ['li', 'zhao', 'qian', 'wu', 'auditor', 'county'] as const) {
      const problem = {
        status: 403,
        body: {
          code: 'definition.migrate-forbidden',
          detail: '只有系统管理员可以查看流程版本、迁移在办案件。请联系本单位的系统管理员。',
        },
      };
      expect(await app.get(by, '/api/administration/versions')).toMatchObject(problem);
      expect(await post(by, { from: 1, to: 2, write: true })).toMatchObject(problem);
      expect(await app.get(by, `${route}/${draft}`)).toMatchObject(problem);
    }
  });

  it('are tried without writing: what changes by its part, or the rule and what to do', async () => {
    const { status, body } = await post('admin', { from: 1, to: 2 });
    expect([status, MigrationResult.parse(body)]).toEqual([200, body]);
    expect(body.cases).toHaveLength(2);
    expect(body.cases.find(({ caseId }: { caseId: string }) => caseId === working)).toMatchObject({
      stage: '办理',
      toStage: '办理',
      parts: [
        { part: 'state', text: expect.stringContaining('（handling）') },
        { part: 'context', text: '案件内容有改动：hurried' },
      ],
      refusals: [],
      outcome: 'waiting',
    });
    expect(body.cases.find(({ caseId }: { caseId: string }) => caseId === draft)).toMatchObject({
      toStage: null,
      reasons: ['草稿请先提交，再迁移。'],
      refusals: [{ rule: 'migration.refused', message: '草稿请先提交，再迁移。' }],
      outcome: 'kept',
    });
    expect(await migrationsOf(working)).toEqual([]);
    expect((await post('admin', { from: 2, to: 1 })).status).toBe(404);
    expect((await post('admin', { from: 2, to: 1, write: true })).status).toBe(404);
    for (const wrong of [{ from: 'x' }, { from: 1, to: 2, reason: ' ' }, { from: 1, to: 2, write: 1 }]) {
      expect((await post('admin', wrong)).status).toBe(422);
    }
  });
});

describe('a migration', () => {
  const order = { from: 1, to: 2, write: true, reason: '柳政发〔2026〕9号' };

  it('ordered twice at once is one, and another of the category waits for its end', async () => {
    const answers = await Promise.all([post('admin', order), post('admin', order), post('admin', order)]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const jobs = await db.ownerPool.query('select key, state from job where kind = $1', [migrationKind]);
    expect(jobs.rows).toEqual([{ key: answers[0].body.id, state: 'waiting' }]);
    expect(await post('admin', { from: 1, to: 3, write: true })).toMatchObject({
      status: 409,
      body: { code: 'definition.migration-running', detail: expect.stringContaining('请等它完成后再迁移') },
    });
    expect(MigrationOrderView.parse(answers[0].body)).toMatchObject({
      state: 'waiting',
      orderedBy: { id: admin.id, name: admin.name },
      reason: '柳政发〔2026〕9号',
      counts: { total: 0 },
      cases: [],
    });
  });

  it('that was killed in the middle moves every case exactly once when it runs again', async () => {
    // The one that waits already, where there is one.
    const { id } = (await post('admin', order)).body;
    await town.submitted();
    const supplement = await town.submitted();
    await town.send(zhao, supplement.id, 'supplement.request');
    // The second case is committed, and the process knows nothing of it any more.
    let commits = 0;
    await committing(
      async (_caseId, real) => {
        const done = await real();
        commits += 1;
        return commits < 2 ? done : killed();
      },
      async () => {
        void work();
        await died;
      },
    );
    expect(await orderOf(id)).toMatchObject({
      state: 'running',
      counts: { total: 4, kept: 1, migrated: 1, waiting: 2 },
    });

    expect(await rescueJobs(db.workerPool, 0)).toBe(1);
    await work();
    const done = await orderOf(id);
    expect(done).toMatchObject({
      state: 'done',
      counts: { total: 4, migrated: 3, kept: 1, waiting: 0, left: 0 },
      finishedAt: expect.any(String),
    });
    expect(done.cases[0]).toMatchObject({
      outcome: 'kept',
      stage: '起草',
      refusals: [{ rule: 'migration.refused' }],
    });
    for (const { caseId, parts, toStage } of done.cases.slice(1)) {
      const [row, ...more] = await migrationsOf(caseId);
      expect(more).toEqual([]);
      expect(row?.payload).toEqual({
        from: 1,
        to: 2,
        orderedBy: admin.name,
        reason: '柳政发〔2026〕9号',
        changes: parts.map(({ text }) => text),
      });
      expect(toStage).not.toBeNull();
    }
    const entries = await db.ownerPool.query(
      `select action, actor_id as by, body::json -> 'detail' ->> 'migrated' as migrated, body::json -> 'detail' ->> 'kept' as kept
         from audit_entry where subject_kind = 'definition' order by seq`,
    );
    expect(entries.rows).toEqual([
      { action: 'version.migration-ordered', by: admin.id, migrated: null, kept: null },
      { action: 'version.migrated', by: admin.id, migrated: '3', kept: '1' },
    ]);
  });

  it('goes on past a case with a fault, is seen as failed with the reason, and ends when it is retried', async () => {
    const [faulty, sound] = [await town.submitted(), await town.submitted()];
    const { body } = await post('admin', { from: 1, to: 2, write: true });
    const fault = Object.assign(new Error('disk'), { code: '53100' });
    await committing(
      (caseId, real) => (caseId === faulty.id ? Promise.reject(fault) : real()),
      () => expect(work(1)).rejects.toThrow('disk'),
    );
    const failed = await orderOf(body.id);
    expect(failed).toMatchObject({ state: 'failed', reason: null, counts: { kept: 1, waiting: 1 } });
    expect(failed.cases.find(({ caseId }) => caseId === faulty.id)).toMatchObject({ outcome: 'waiting' });
    expect(await migrationsOf(sound.id)).toHaveLength(1);
    await db.workerPool.query(
      `insert into job_kind (kind, title, max_attempts, scheduled) values ($1, '迁移在办案件的流程版本', 5, false)`,
      [migrationKind],
    );
    const kinds = (await app.get('admin', '/api/administration/jobs')).body.items;
    expect(kinds.find(({ kind }: { kind: string }) => kind === migrationKind)).toMatchObject({
      failed: 1,
      retryable: 1,
      lastError: { text: 'Error 53100: disk' },
    });
    const [job] = (await app.get('admin', `/api/administration/jobs/${migrationKind}/failed`)).body.items;
    expect((await app.post('admin', `/api/administration/jobs/${job.id}/retry`)).status).toBe(200);
    await work();
    expect(await orderOf(body.id)).toMatchObject({ state: 'done', counts: { kept: 1, waiting: 0 } });
    expect(await migrationsOf(faulty.id)).toHaveLength(1);
    expect(await migrationsOf(sound.id)).toHaveLength(1);
  });

  it('is shown to no other town', async () => {
    const { id } = (await post('admin', order)).body;
    expect((await app.get('admin', `${route}/${id}`)).status).toBe(200);
    expect((await app.get('lakeAdmin', '/api/administration/versions')).body.items[0].orders).toEqual([]);
    expect((await app.get('lakeAdmin', `${route}/${id}`)).status).toBe(404);
    expect((await app.get('admin', `/api/definitions/other/migrations/${id}`)).status).toBe(404);
    expect((await app.get('admin', `${route}/none`)).status).toBe(404);
  });
});

let die: () => void;
const died = new Promise<void>((resolve) => {
  die = resolve;
});
/** A process that was killed returns from nothing. */
function killed(): Promise<never> {
  die();
  return new Promise(() => {});
}
