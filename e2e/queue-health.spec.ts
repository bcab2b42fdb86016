/**
 * Readiness, gauges and the administrator's board, with api and worker as separate processes, on each queue backend.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView, Problem } from '@lawgate/contracts';
import { freePort } from '@lawgate/database';
import { hashPassword, IdentityWriter } from '@lawgate/cases';
import { openQueue } from '@lawgate/jobs';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { Client } from './client.ts';
import { until } from './owner.ts';
import { plainRequest } from './plain-http.ts';
import { Process } from './processes.ts';
import { OwnRedis } from './redis.ts';
import { handInMaterials, type DefinitionView } from './walker.ts';

const password = 'Health-2026';
const token = 'a-token-of-the-collector';
const probe = await OwnRedis.start();
await probe?.kill();
if (probe === null) {
  it('runs on Redis too', () => {
    process.stderr.write('\n*** SKIPPED: queue health on Redis (no redis-server on the PATH) ***\n');
    expect(process.env.CI).not.toBe('true');
  });
}

interface QueueBody {
  gauges: { oldestDueTimer: number; outboxAge: number; queueDepth: number | null; undelivered: number };
  limits: unknown;
  backend: string;
}

describe.each(['postgres', ...(probe === null ? [] : ['redis'])])('the queue in %s', (backend) => {
  let database: TestDatabase;
  let folder: string;
  let redis: OwnRedis | null = null;
  let env: Record<string, string>;
  let base: string;
  let api: Process;
  let worker: Process;
  const processes: Process[] = [];
  let clerk: Client;
  let admin: Client;

  const start = async (app: 'api' | 'worker', more: Record<string, string> = {}): Promise<Process> => {
    const started = await Process.start(app, { ...env, ...more });
    processes.push(started);
    return started;
  };

  const ready = async (): Promise<{ status: number; body: Problem; type: string }> => {
    const response = await fetch(`${base}/api/health/ready`);
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, body: (await response.json()) as Problem, type };
  };
  // Interval of polls; each reads the gauges from the database and the queue.
  const lookEveryMs = 100;
  const untilReady = () =>
    until('readiness', async () => ((await ready()).status === 200 ? true : null), 60_000, lookEveryMs);
  const untilNotReady = (code: string, ...gauges: string[]) =>
    until(
      `${code} ${gauges.join()}`,
      async () => {
        const { status, body, type } = await ready();
        if (status === 200) return null;
        expect({ status, type }).toEqual({ status: 503, type: 'application/problem+json; charset=utf-8' });
        const paths = body.issues?.map((issue) => issue.path) ?? [];
        return body.code === code && gauges.every((gauge) => paths.includes(gauge)) ? body : null;
      },
      60_000,
      lookEveryMs,
    );

  async function submitOne(title: string): Promise<string> {
    const definition = (await clerk.get<DefinitionView>('/api/definitions/contract')).body;
    const created = await clerk.post<CaseView>('/api/cases', { category: definition.key, title });
    await handInMaterials(clerk, created.body.id, definition);
    expect((await clerk.send(created.body.id, 'submit', { vouched: true })).status).toBe(200);
    return created.body.id;
  }

  beforeAll(async () => {
    database = await testDatabase();
    folder = await mkdtemp(path.join(tmpdir(), 'lawgate-health-'));
    redis = backend === 'redis' ? await OwnRedis.start() : null;
    const writer = new IdentityWriter(database.ownerPool);
    await writer.createOrganisation({ code: 'town', name: '镇', kind: 'town', parent: null });
    const passwordHash = await hashPassword(password);
    for (const [username, role] of [
      ['clerk', 'submitter'],
      ['intake', 'reviewer'],
      ['sysadmin', 'administrator'],
    ] as const) {
      await writer.createPerson({ org: 'town', username, name: username, roles: [role], passwordHash });
    }
    env = {
      DATABASE_URL: database.url,
      QUEUE_URL: redis?.url ?? database.url,
      LAWGATE_DATA: folder,
      LAWGATE_READY_TIMER_SECONDS: '2',
      LAWGATE_READY_OUTBOX_SECONDS: '2',
      LAWGATE_METRICS_TOKEN: token,
    };
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    [api, worker] = await Promise.all([start('api', { PORT: String(port), LAWGATE_LOG: 'info' }), start('worker')]);
    clerk = await Client.login(base, 'clerk', password);
    admin = await Client.login(base, 'sysadmin', password);
  }, 240_000);

  afterAll(async () => {
    await Promise.all(processes.map((each) => each.stop()));
    await redis?.kill();
    await database?.drop();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }, 60_000);

  it('makes the process not ready while no worker delivers, names the gauge, and recovers by itself', async () => {
    await untilReady();
    worker.suspend();
    const id = await submitOne('没有人送的通知');
    const late = await untilNotReady('queue.behind', 'outboxAge');
    expect(late.issues?.[0]?.message).toMatch(/上限2秒/);
    expect(JSON.stringify(late)).not.toContain('没有人送的通知');
    await database.ownerPool.query(
      `update timer set fire_at = clock_timestamp() - interval '10 seconds' where case_id = $1 and kind = 'reminder'`,
      [id],
    );
    await untilNotReady('queue.behind', 'outboxAge', 'oldestDueTimer');
    const seen = (await admin.get<QueueBody>('/api/administration/queue')).body;
    expect(seen.gauges.oldestDueTimer).toBeGreaterThanOrEqual(10);
    expect(seen.gauges.undelivered).toBeGreaterThan(0);
    worker.resume();
    await untilReady();
    const reminded = await database.ownerPool.query('select from reminder where case_id = $1', [id]);
    expect(reminded.rows.length).toBeGreaterThan(0);
  }, 120_000);

  it('can break without a fault of the server, and recovers by itself', async () => {
    if (redis === null) return;
    await untilReady();
    await redis.kill();
    await untilNotReady('queue.unreachable');
    // Commands still work: their background work waits in its table.
    const id = await submitOne('队列断开时提交的合同');
    expect((await admin.get<QueueBody>('/api/administration/queue')).body.gauges.queueDepth).toBeNull();
    await redis.start();
    await untilReady();
    await until('the notices', async () => {
      const left = await database.ownerPool.query(
        'select from outbox where case_id = $1 and delivered_at is null limit 1',
        [id],
      );
      return left.rows.length === 0 ? true : null;
    });
  }, 120_000);

  it('shows its gauges to the administrator and to nobody else', async () => {
    const { status, body } = await admin.get<QueueBody>('/api/administration/queue');
    expect(status).toBe(200);
    expect(body.backend).toBe(backend);
    expect(body.limits).toEqual({ oldestDueTimer: 2, outboxAge: 2, queueDepth: 100_000 });
    const refused = await clerk.get<Problem>('/api/administration/queue');
    expect([refused.status, refused.body.code]).toEqual([403, 'queue.administrator-only']);
    expect((await fetch(`${base}/api/administration/queue`)).status).toBe(401);
  });

  it('gives the same gauges to Prometheus, by login or by token', async () => {
    const read = async (headers: Record<string, string>) => {
      const response = await fetch(`${base}/api/metrics`, { headers });
      return { status: response.status, text: await response.text() };
    };
    const byToken = await read({ authorization: `Bearer ${token}` });
    expect(byToken.status).toBe(200);
    expect(byToken.text).toMatch(/^lawgate_queue_up 1$/m);
    expect(byToken.text).toMatch(/^# TYPE lawgate_oldest_due_timer_seconds gauge$/m);
    expect(byToken.text).toMatch(
      /^lawgate_http_request_duration_seconds_count\{method="POST",route="\/api\/cases",status="201"\} [1-9]/m,
    );
    expect(byToken.text).toMatch(/^lawgate_database_pool_connections\{pool="app",state="total"\} [1-9]/m);
    expect(byToken.text).toMatch(/^lawgate_commit_duration_seconds_count [1-9]/m);
    expect(byToken.text).toMatch(/^process_cpu_seconds_total /m);
    expect((await admin.get('/api/metrics')).status).toBe(200);
    expect((await clerk.get('/api/metrics')).status).toBe(403);
    for (const authorization of [`Bearer ${token}x`, 'Bearer x', `Basic ${token}`, '']) {
      expect((await read({ authorization })).status).toBe(401);
    }
  });

  it('is logged for each request by its route, with the id in the answer, and without data of people', async () => {
    const answer = await fetch(`${base}/api/people?role=reviewer&q=secret`, {
      headers: { cookie: clerk.cookieHeader },
    });
    await answer.text();
    const requestId = answer.headers.get('x-request-id');
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    const line = await until(
      'its line',
      () => api.log.split('\n').find((each) => each.includes(`${requestId}`)) ?? null,
    );
    expect(JSON.parse(line)).toEqual({
      level: 'info',
      time: expect.any(String),
      requestId,
      method: 'GET',
      route: '/api/people',
      status: 200,
      durationMs: expect.any(Number),
      msg: 'request',
    });
    for (const word of ['secret', password, token, clerk.cookieHeader, '合同']) expect(api.log).not.toContain(word);
    expect(api.log).toMatch(/^Lawgate api 已就绪 \(ready\): http/m);
  });

  describe('the board', () => {
    const board = '/api/administration/queues';
    const as = async (client: Client | null, method: string, under: string, more: Record<string, string> = {}) => {
      const cookie: Record<string, string> = client === null ? {} : { cookie: client.cookieHeader };
      return plainRequest(base, { method, path: board + under, headers: { ...cookie, ...more } });
    };

    it('is for the administrator only, including its pages and files', async () => {
      const page = await as(admin, 'GET', '/');
      expect(page.status).toBe(200);
      const files = [...page.text.matchAll(/(?:src|href)="([^"]*static[^"]*)"/g)].map(([, found]) => found ?? '');
      expect(files.length).toBeGreaterThan(0);
      const [file = ''] = files;
      const under = new URL(file, `${base}${board}/`).pathname.slice(board.length);
      expect((await as(admin, 'GET', under)).status).toBe(200);
      for (const address of ['', '/', under, '/api/queues', '/static/']) {
        expect([address, (await as(null, 'GET', address)).status]).toEqual([address, 401]);
        expect([address, (await as(clerk, 'GET', address)).status]).toEqual([address, 403]);
      }
    });

    it('shows jobs that contain ids and no text of a case', async () => {
      worker.suspend();
      await submitOne('董事会秘书李四的借款合同');
      const queue = openQueue({ url: env.QUEUE_URL ?? '', onError: () => {} });
      const id = '00000000-0000-4000-8000-000000000001';
      await queue.add([{ kind: 'outbox', id, token: 0 }]);
      await queue.close();
      const listed = await as(admin, 'GET', '/api/queues?activeQueue=deliveries&status=waiting&page=1&jobsPerPage=50');
      expect(listed.status).toBe(200);
      expect(listed.text).not.toContain('李四');
      const [first] = (JSON.parse(listed.text) as { queues: { jobs: { data: unknown }[] }[] }).queues;
      expect(first?.jobs.map(({ data }) => data)).toContainEqual({ deliveries: [{ kind: 'outbox', id, token: 0 }] });
      worker.resume();
      await untilReady();
    }, 60_000);

    it('refuses cross-site requests, other people, and new jobs', async () => {
      const pause = '/api/queues/deliveries/pause';
      const evil = { origin: 'https://evil.example' };
      expect((await as(admin, 'PUT', pause, evil)).status).toBe(403);
      expect((await as(admin, 'PUT', pause, { 'sec-fetch-site': 'same-site' })).status).toBe(403);
      expect((await as(clerk, 'PUT', pause)).status).toBe(403);
      expect((await as(null, 'PUT', pause)).status).toBe(401);
      const add = await admin.post<Problem>(`${board}/api/queues/deliveries/add`, { name: 'x', data: {}, options: {} });
      expect([add.status, add.body.code]).toEqual([403, 'queue.board-action']);
      expect((await as(admin, 'PUT', pause, { origin: base })).status).toBe(200);
      expect((await as(admin, 'PUT', '/api/queues/deliveries/resume', { origin: base })).status).toBe(200);
    });
  });
});
