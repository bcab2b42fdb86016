/**
 * Limits the number of project files that one event runs until its answer, because readers of the write path must open
 * them.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { hashPassword, IdentityWriter, openRuntime } from '@lawgate/cases';
import type { Principal } from '@lawgate/contracts';
import { systemClock } from '@lawgate/database';
import { openContentStore } from '@lawgate/files';
import { sessionCookie, Sessions } from '@lawgate/http';
import { workAnnouncer } from '@lawgate/jobs';
import { createLog, readSettings } from '@lawgate/process';
import { FunctionCoverage, testDatabase, type RunFunction } from '@lawgate/testing';
import { loadDefinitions } from '@lawgate/workflows';
import { createHttpApp } from './http-app.ts';
import { openQueueParts } from './queue/open-queue-parts.ts';

/** `npm run walk-event` lists them. */
const maxFiles = 40;
const events = 5;
/** Lines of the longest of these functions when the limit was set. */
const maxFunctionLines = 65;

let run: RunFunction[];
const closers: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const db = await testDatabase();
  closers.push(() => db.drop());
  const writer = new IdentityWriter(db.ownerPool);
  const passwordHash = await hashPassword('Lawgate-2026');
  await writer.createOrganisation({ code: 'north', name: '北山镇', kind: 'town', parent: null });
  const person = (username: string, role: 'submitter' | 'reviewer'): Promise<Principal> =>
    writer.createPerson({ org: 'north', username, name: username, roles: [role], passwordHash });
  const [clerk, intake] = [await person('clerk', 'submitter'), await person('intake', 'reviewer')];

  const definitions = await loadDefinitions();
  const parts = await openRuntime({
    databaseUrl: db.url,
    definitions,
    clock: systemClock,
    role: 'lawgate_app',
  });
  closers.push(() => parts.close());
  const queue = openQueueParts(parts, {
    queueUrl: db.url,
    queueLimits: { oldestDueTimer: 300, outboxAge: 300, queueDepth: 1_000 },
    metricsToken: undefined,
    onError: () => {},
  });
  closers.push(() => queue.queue.close());
  const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-walk-'));
  closers.push(() => rm(folder, { recursive: true }));
  const contentStore = await openContentStore({ folder, url: undefined });
  const settings = readSettings({});
  const app = await createHttpApp(parts, { settings, contentStore, queue, logger: createLog('silent') });
  closers.push(() => app.close());
  await app.listen(0, '127.0.0.1');

  const { runtime } = parts;
  // As a process of its own does.
  runtime.events.on('workEnqueued', workAnnouncer(parts.appPool));
  const { materials = [] } = definitions.find(({ key }) => key === 'contract') ?? {};
  const kinds = materials.filter(({ required }) => required).map(({ kind }) => kind);
  const base = await app.getUrl();
  const token = await app.get(Sessions, { strict: false }).open(intake.id);
  const headers = { cookie: `${sessionCookie}=${token}`, 'content-type': 'application/json' };
  const coverage = new FunctionCoverage();
  closers.push(async () => coverage.stop());

  const submitted = async (): Promise<string> => {
    const { body: id } = await runtime.create(
      clerk,
      { category: 'contract', title: '一次受理', fields: {} },
      (c) => c.id,
    );
    await db.ownerPool.query(
      `insert into document (id, case_id, org_path, kind, name, version, size, media_type, sha256, sm3, uploaded_by, uploaded_at)
       select gen_random_uuid(), $1, $3, k, k || '.txt', 1, 10, 'text/plain', repeat('0', 64), repeat('0', 64), $4, now()
         from unnest($2::text[]) as k`,
      [id, kinds, clerk.orgPath, clerk.id],
    );
    await runtime.send(clerk, { caseId: id, event: { type: 'submit', payload: { vouched: true } } }, () => null);
    return id;
  };
  const accepted = async (id: string): Promise<RunFunction[]> => {
    // Like a page, which shows the case before somebody acts on it.
    await (await fetch(`${base}/api/cases/${id}`, { headers })).text();
    const url = `/api/cases/${id}/events`;
    const answered = coverage.answering(url);
    const body = JSON.stringify({ type: 'accept', payload: {} });
    const response = await fetch(base + url, { method: 'POST', headers, body });
    if (response.status !== 200) throw new Error(await response.text());
    return answered;
  };
  // The process does other work meanwhile, such as opening a connection. What an event runs is what every event runs.
  const runs: RunFunction[][] = [];
  for (let n = 0; n < events; n += 1) runs.push(await accepted(await submitted()));
  const keyOf = ({ file, line, name }: RunFunction): string => `${file}:${line} ${name}`;
  const others = runs.slice(1).map((functions) => new Set(functions.map(keyOf)));
  run = (runs[0] ?? []).filter((each) => others.every((other) => other.has(keyOf(each))));
}, 120_000);

afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

it('one accept event does not run more files of the project than a reader can follow', () => {
  const files = [...new Set(run.map(({ file }) => file))];
  // Proves that something was counted: from the route down to the clock that the event starts.
  expect(files).toEqual(
    expect.arrayContaining([
      'libs/cases/src/lists/cases.controller.ts',
      'libs/core/engine/src/step.ts',
      'libs/core/calendar/src/clock.ts',
      'workflows/shared/clocks.ts',
    ]),
  );
  expect(files.length > maxFiles ? files : []).toEqual([]);
});

it('no function that one accept event runs is longer than the limit', () => {
  expect(run.filter(({ lines }) => lines > maxFunctionLines)).toEqual([]);
});
