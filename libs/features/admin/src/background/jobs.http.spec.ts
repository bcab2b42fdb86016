/** What the operator sees and can do. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { errand, openTown, organisations, people, type Town } from '@lawgate/cases/fixtures';
import { serve, type ServedApp } from '@lawgate/cases/http-fixtures';
import { addJob, JobStore } from '@lawgate/jobs';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { BackgroundHttpModule } from './background.http.module.ts';

const { hill, lake } = organisations;
let db: TestDatabase;
let town: Town;
let app: ServedApp;

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db);
  app = await serve([BackgroundHttpModule], { databaseUrl: db.url, clock: town.clock, definitions: [errand()] });
  await new JobStore(db.workerPool).register(
    [
      { kind: 'spec.pack', title: '制作', queue: 'long' },
      { kind: 'spec.sweep', title: '清理', queue: 'short', schedule: { everyMs: 60_000 } },
    ],
    () => 8,
  );
}, 120_000);
afterAll(async () => {
  await app.close();
  await db.drop();
});

const jobs = '/api/administration/jobs';
const kindOf = async (kind: string) =>
  (await app.get('admin', jobs)).body.items.find((item: { kind: string }) => item.kind === kind);

it('shows the state of each kind, the last failure of the own organisation only, and refuses everybody else', async () => {
  for (const [key, organisation] of [
    ['mine', hill],
    ['other', lake],
    ['nobody’s', null],
  ] as const) {
    await addJob(db.workerPool, {
      kind: 'spec.pack',
      key,
      ...(organisation === null ? {} : { organisation: { orgId: organisation.id, orgPath: organisation.path } }),
    });
  }
  await db.ownerPool.query(
    `update job set state = 'failed', attempts = 8, last_error = 'Error: of ' || key, finished_at = now(),
            last_error_at = now() + case key when 'other' then interval '1 hour' else '0' end where kind = 'spec.pack'`,
  );
  const seen = await kindOf('spec.pack');
  expect(seen).toMatchObject({ title: '制作', waiting: 0, running: 0, failed: 3, retryable: 2 });
  expect(seen.lastError.text).not.toContain('other');
  expect(await kindOf('spec.sweep')).toMatchObject({ waiting: 1, failed: 0, lastError: null });
  const { body } = await app.get('admin', `${jobs}/spec.pack/failed`);
  expect(body.items.map(({ error }: { error: string }) => error).sort()).toEqual([
    'Error: of mine',
    'Error: of nobody’s',
  ]);
  expect((await app.get('admin', `${jobs}/spec.none/failed`)).status).toBe(404);
  for (const by of ['li', 'zhao', 'wu', 'auditor', 'county'] as const) {
    expect([by, (await app.get(by, jobs)).status]).toEqual([by, 403]);
    expect((await app.post(by, `${jobs}/${seen.kind}/retry`)).status).toBe(403);
  }
});

it('retries what failed, once, and records who did', async () => {
  const { body } = await app.get('admin', `${jobs}/spec.pack/failed`);
  const [job] = body.items;
  expect(await app.post('admin', `${jobs}/${job.id}/retry`)).toEqual({
    status: 200,
    body: { id: job.id, kind: 'spec.pack', title: '制作' },
  });
  expect((await app.post('admin', `${jobs}/${job.id}/retry`)).status).toBe(404);
  expect(await kindOf('spec.pack')).toMatchObject({ waiting: 1, failed: 2, retryable: 1 });
  const others = await db.ownerPool.query<{ id: string }>(`select id from job where key = 'other'`);
  expect((await app.post('admin', `${jobs}/${others.rows[0]?.id}/retry`)).status).toBe(404);
  const entries = await db.ownerPool.query(
    `select subject_id as id, actor_id as by from audit_entry where action = 'job.retried'`,
  );
  expect(entries.rows).toEqual([{ id: job.id, by: people.admin.id }]);
});

it('counts a delivery that was given up as a failed job, and restarts it', async () => {
  const { id } = await town.draft();
  await db.ownerPool.query(
    `update outbox set failed_at = now(), attempts = 9, last_error = 'Error: away', last_error_at = now() where case_id = $1`,
    [id],
  );
  expect(await kindOf('outbox.task-opened')).toMatchObject({
    title: '通知新待办',
    failed: 1,
    retryable: 1,
    lastError: { text: 'Error: away' },
  });
  const [row] = (await app.get('admin', `${jobs}/outbox.task-opened/failed`)).body.items;
  expect((await app.post('admin', `${jobs}/${row.id}/retry`)).status).toBe(200);
  expect(await kindOf('outbox.task-opened')).toMatchObject({ waiting: 1, failed: 0 });
});
