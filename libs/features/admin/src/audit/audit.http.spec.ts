/**
 * What the auditor sees, what they do not, and what a verification finds when somebody went behind the program's back.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditTrail } from '@lawgate/cases';
import { errand, openTown, people, type Town } from '@lawgate/cases/fixtures';
import { serve, type Answered, type PersonName, type ServedApp } from '@lawgate/cases/http-fixtures';
import { Database } from '@lawgate/database';
import { eventually, testDatabase, type TestDatabase } from '@lawgate/testing';
import { AuditHttpModule } from './index.ts';
import { VerificationJob } from './verification.job.ts';
import { verificationKind } from './verification-run.ts';
import { workOff } from '@lawgate/jobs/fixtures';

const { li, zhao, auditor, lakeAuditor } = people;
let db: TestDatabase;
let town: Town;
let app: ServedApp;
let trail: AuditTrail;
let caseId: string;
const secret = '某某公司借款';

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db);
  app = await serve([AuditHttpModule], { databaseUrl: db.url, clock: town.clock, definitions: [errand()] });
  trail = new AuditTrail(db.appPool, town.clock);
  caseId = (await town.draft(li, 'errand', secret)).id;
  await town.send(li, caseId, 'submit');
  await town.send(zhao, caseId, 'note', { text: secret });
  await trail.record({ orgId: li.orgId, actor: li, action: 'auth.login', address: '10.0.0.1' });
  town.clock.set(new Date('2024-02-09T01:00:00Z'));
  await trail.record({
    orgId: li.orgId,
    actor: null,
    action: 'auth.login',
    subject: { kind: 'person', id: zhao.id },
    outcome: 'failed',
  });
  await trail.record({ orgId: lakeAuditor.orgId, actor: people.feng, action: 'auth.login' });
}, 120_000);
afterAll(async () => {
  await app.close();
  await db.drop();
});

async function post(by: PersonName, path: string): Promise<Answered> {
  return app.post(by, path);
}

const listed = async (by: PersonName, query = ''): Promise<Answered['body'][]> => {
  const { status, body } = await app.get(by, `/api/audit/entries${query}`);
  expect(status).toBe(200);
  return body.items;
};

describe('the log', () => {
  it('shows an auditor their own organisation, newest first, and no other', async () => {
    expect(await listed('auditor')).toMatchObject([
      {
        seq: 2,
        actor: null,
        outcome: 'failed',
        subject: { kind: 'person', id: zhao.id },
        label: '登录',
        address: null,
      },
      { seq: 1, actor: { id: li.id, name: li.name }, outcome: 'done', address: '10.0.0.1', detail: {} },
    ]);
    expect(await listed('lakeAuditor')).toMatchObject([{ seq: 1, actor: { id: people.feng.id } }]);
  });

  it('is searched by person, subject, outcome and day, and paged by key', async () => {
    expect(await listed('auditor', `?actor=${li.id}`)).toHaveLength(1);
    expect(await listed('auditor', `?subject=${zhao.id}`)).toHaveLength(1);
    expect(await listed('auditor', '?outcome=failed&action=auth.login')).toHaveLength(1);
    expect(await listed('auditor', '?from=2024-02-09')).toHaveLength(1);
    expect(await listed('auditor', '?to=2024-02-08')).toHaveLength(1);
    const { body } = await app.get('auditor', '/api/audit/entries?limit=1');
    expect(await listed('auditor', `?limit=1&cursor=${body.next}`)).toMatchObject([{ seq: 1 }]);
    for (const bad of ['action=rm', 'actor=li', 'from=2024-02-30', 'cursor=x', 'limit=0']) {
      expect((await app.get('auditor', `/api/audit/entries?${bad}`)).status).toBe(422);
    }
  });

  it('is closed to everybody else, and keeps who tried it', async () => {
    for (const by of ['li', 'zhao', 'qian', 'wu', 'admin', 'county'] as const) {
      for (const path of ['entries', `cases/${caseId}/history`, `verifications/${caseId}`]) {
        expect(await app.get(by, `/api/audit/${path}`)).toMatchObject({
          status: 403,
          body: { code: 'audit.auditor-only' },
        });
      }
      expect((await post(by, '/api/audit/verifications')).status).toBe(403);
    }
    // Four requests of each of the five who belong to the auditor's organisation; nobody waits for these entries.
    const refusals = await eventually(
      () => listed('auditor', '?action=access.refused'),
      (items) => items.length >= 20,
    );
    expect(refusals).toHaveLength(20);
  });

  it('keeps one chain however many write at once', async () => {
    await Promise.all(
      Array.from({ length: 12 }, () => trail.record({ orgId: li.orgId, actor: li, action: 'document.downloaded' })),
    );
    const seqs = (await listed('auditor')).map(({ seq }) => seq as number);
    expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 34 }, (_, index) => index + 1));
  });

  it('is changed and removed by nobody', async () => {
    for (const pool of [db.appPool, db.workerPool, db.ownerPool]) {
      await expect(pool.query(`update audit_entry set outcome = 'done'`)).rejects.toThrow(
        /permission denied|append-only/,
      );
      await expect(pool.query('delete from audit_entry')).rejects.toThrow(/permission denied|append-only/);
    }
  });
});

describe('the history of a case', () => {
  it('shows the auditor that something happened and nothing of what', async () => {
    const { status, body } = await app.get('auditor', `/api/audit/cases/${caseId}/history`);
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { seq: 1, type: 'create', label: '新建', actor: { id: li.id } },
      { seq: 2, type: 'submit', label: '送审' },
      { seq: 3, type: 'note', label: '加注', actor: { id: zhao.id, name: zhao.name } },
    ]);
    expect(Object.keys(body.items[0]).sort()).toEqual(['actor', 'at', 'hash', 'label', 'seq', 'type']);
    expect(JSON.stringify(body)).not.toContain(secret);
    expect((await app.get('lakeAuditor', `/api/audit/cases/${caseId}/history`)).status).toBe(404);
    expect((await app.get('auditor', '/api/audit/cases/none/history')).status).toBe(404);
  });
});

describe('a verification', () => {
  const verified = async (): Promise<Answered['body']> => {
    const { status, body } = await post('auditor', '/api/audit/verifications');
    expect([status, body.state]).toEqual([202, 'waiting']);
    // Asked twice it is one.
    expect((await post('auditor', '/api/audit/verifications')).body.id).toBe(body.id);
    const job = new VerificationJob(new Database(db.workerPool, 'lawgate_worker'), town.clock);
    await workOff({ pool: db.workerPool, clock: town.clock }, { [verificationKind]: { handler: job } });
    expect((await app.get('lakeAuditor', `/api/audit/verifications/${body.id}`)).status).toBe(404);
    return (await app.get('auditor', `/api/audit/verifications/${body.id}`)).body;
  };

  it('finds everything in order where nobody touched anything', async () => {
    expect(await verified()).toMatchObject({
      state: 'done',
      cases: { total: 1, checked: 1 },
      entries: { checked: 35 },
      broken: 0,
      findings: [],
      requestedBy: { id: auditor.id },
    });
    expect((await app.get('auditor', '/api/audit/verifications/none')).status).toBe(404);
  });

  it('names the case whose history was changed, and says no word of it', async () => {
    await behindTheBack(
      'history',
      `update history set body = replace(body, 'note', 'nota') where case_id = '${caseId}' and seq = 3`,
    );
    const found = await verified();
    expect(found).toMatchObject({
      broken: 1,
      findings: [{ kind: 'case', id: caseId, seq: 3, reason: '记录内容被改动' }],
    });
    expect(JSON.stringify(found)).not.toContain(secret);
  });

  it('names the entry of the log that was changed, also where only the column next to it was', async () => {
    await behindTheBack(
      'audit_entry',
      `update audit_entry set actor_id = null where org_id = '${li.orgId}' and seq = 1`,
    );
    const found = await verified();
    expect(found.findings).toContainEqual(
      expect.objectContaining({ kind: 'audit', seq: 1, reason: '检索项与记录内容不符' }),
    );
    await behindTheBack('audit_entry', `delete from audit_entry where org_id = '${li.orgId}' and seq = 2`);
    expect((await verified()).findings).toContainEqual(
      expect.objectContaining({ kind: 'audit', seq: 2, reason: '缺少记录' }),
    );
  });
});

/** As somebody would who holds the database itself. */
async function behindTheBack(table: string, statement: string): Promise<void> {
  await db.ownerPool.query(`alter table ${table} disable trigger ${table}_append_only; ${statement};
    alter table ${table} enable trigger ${table}_append_only`);
}
