/** The same code as separate processes: two api and two worker on one PostgreSQL, with the queue in Redis. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '@lawgate/contracts';
import { freePort } from '@lawgate/database';
import { IdentityWriter } from '@lawgate/cases';
import { redisUrl, testDatabase, type TestDatabase } from '@lawgate/testing';
import { Client } from './client.ts';
import { until } from './owner.ts';
import { Process } from './processes.ts';
import { handInMaterials, type DefinitionView } from './walker.ts';

const password = 'Processes-2026';
let database: TestDatabase;
let folder: string;
const processes: Process[] = [];
const bases: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'lawgate-processes-'));
  const writer = new IdentityWriter(database.ownerPool);
  await writer.createOrganisation({ code: 'town', name: '镇', kind: 'town', parent: null });
  await writer.createPerson({ org: 'town', username: 'clerk', name: '承办', roles: ['submitter'], password });
  await writer.createPerson({ org: 'town', username: 'intake', name: '审查', roles: ['reviewer'], password });
  const env = {
    DATABASE_URL: database.url,
    // Without Redis the queue is PostgreSQL here too; CI always has Redis.
    QUEUE_URL: (await redisUrl()) ?? database.url,
    LAWGATE_DATA: folder,
  };
  const ports = [await freePort(), await freePort()];
  bases.push(...ports.map((port) => `http://127.0.0.1:${port}`));
  processes.push(
    ...(await Promise.all([
      ...ports.map((port) => Process.start('api', { ...env, PORT: String(port) })),
      Process.start('worker', env),
      Process.start('worker', env),
    ])),
  );
}, 240_000);

afterAll(async () => {
  await Promise.all(processes.map((each) => each.stop()));
  await database.drop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

async function submitOne(clerk: Client, title: string): Promise<string> {
  const definition = (await clerk.get<DefinitionView>('/api/definitions/contract')).body;
  const created = await clerk.post<CaseView>('/api/cases', { category: definition.key, title });
  expect(created.status).toBe(201);
  await handInMaterials(clerk, created.body.id, definition);
  const submitted = await clerk.send(created.body.id, 'submit', { vouched: true });
  expect(submitted.status).toBe(200);
  return created.body.id;
}

/** Counts notices that a task is open. Others are ignored, such as a first reminder that may be due at once. */
async function noticesOf(person: Client, caseId: string): Promise<number> {
  const inbox = await person.get<{ items: { caseId: string | null; kind: string }[] }>('/api/notifications?limit=200');
  return inbox.body.items.filter((item) => item.caseId === caseId && item.kind === 'task-opened').length;
}

describe('api and worker as separate processes', () => {
  it('show one api what the other wrote, and notify the next person once', async () => {
    const clerk = await Client.login(bases[0] ?? '', 'clerk', password);
    const intake = await Client.login(bases[1] ?? '', 'intake', password);
    const caseId = await submitOne(clerk, '两个进程的合同');
    expect((await intake.view(caseId)).state).toBe('submitted');
    expect(await until('the notice', async () => (await noticesOf(intake, caseId)) || null)).toBe(1);
    const accepted = await intake.send(caseId, 'accept', {});
    expect(accepted.status).toBe(200);
    // The first api has cached an earlier version of this case, on which it must not act.
    const late = await clerk.send(caseId, 'withdraw', { reason: '不办了' });
    expect(late.status).toBe(409);
  }, 120_000);

  it('continue when a worker dies', async () => {
    const clerk = await Client.login(bases[0] ?? '', 'clerk', password);
    const intake = await Client.login(bases[0] ?? '', 'intake', password);
    const [, , firstWorker] = processes;
    await firstWorker?.kill();
    const caseId = await submitOne(clerk, '另一个进程接手的合同');
    expect(await until('the notice', async () => (await noticesOf(intake, caseId)) || null)).toBe(1);
  }, 120_000);
});
