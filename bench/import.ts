/**
 * A register of many rows, from the upload to the last case: the time of reading and checking, and the number of rows a
 * second that the replay turns into cases.
 *
 *   npm run bench -- import [rows]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHttpApp, openQueueParts } from '@lawgate/api';
import { createLog, readSettings } from '@lawgate/process';
import { openContentStore } from '@lawgate/files';
import { createPool, migrate, migrateQueue, startEmbeddedPostgres, systemClock } from '@lawgate/database';
import { RegisterImportRun } from '@lawgate/reporting';
import { openRuntime } from '@lawgate/cases';
import { loadDefinitions } from '@lawgate/workflows';
import { makeTowns, password } from './town.ts';

const rows = Number(process.argv[2] ?? 50_000);
const seconds = (since: number): number => (performance.now() - since) / 1000;

/** Contracts of several years, a tenth of them filed, so that the events up to the archive are included. */
function register(count: number): string {
  const lines = Array.from({ length: count }, (_, n) => {
    const year = 2019 + (n % 5);
    const number = Math.floor(n / 5) + 1;
    const month = String(1 + (n % 9)).padStart(2, '0');
    const filed = n % 10 === 0 ? `${year}-12-05` : '';
    return `${n + 1},${year}-${month}-06,党政办,服务合同${n + 1},重要合同,可以签订,合审〔${year}〕${number}号,${year}-${month}-13,${filed}`;
  });
  return ['序号,收件日期,送审单位,事项名称,类别,结论,意见书文号,审结日期,备案日期', ...lines].join('\n');
}

const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
try {
  await migrate(postgres.url);
  await migrateQueue(postgres.url);
  const ownerPool = createPool(postgres.url, { max: 2 });
  await makeTowns(ownerPool, 1);
  const definitions = await loadDefinitions();
  const common = { databaseUrl: postgres.url, definitions, clock: systemClock };
  const app = await openRuntime({ ...common, role: 'lawgate_app' });
  const later = await openRuntime({ ...common, role: 'lawgate_worker' });
  const queue = openQueueParts(app, {
    queueUrl: postgres.url,
    queueLimits: { oldestDueTimer: 300, outboxAge: 300, queueDepth: 100_000 },
    metricsToken: undefined,
    onError: (error) => console.error(error),
  });
  const contentStore = await openContentStore({ folder: path.join(folder, 'documents') });
  const http = await createHttpApp(app, {
    settings: readSettings({}),
    contentStore,
    queue,
    logger: createLog('silent'),
  });
  await http.listen(0, '127.0.0.1');
  const base = (await http.getUrl()).replace('[::1]', '127.0.0.1');

  const login = await fetch(`${base}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'town-0-intake', password }),
  });
  const headers = { cookie: login.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  const form = new FormData();
  form.set('file', new File([register(rows)], 'register.csv'));
  const uploading = performance.now();
  const uploaded = await fetch(`${base}/api/register/imports`, { method: 'POST', headers, body: form });
  if (uploaded.status !== 201) throw new Error(await uploaded.text());
  const { id, counts } = (await uploaded.json()) as { id: string; counts: { add: number } };
  console.log(`upload and preview   ${rows} rows in ${seconds(uploading).toFixed(1)} s, ${counts.add} to add`);

  const starting = performance.now();
  const started = await fetch(`${base}/api/register/imports/${id}/run`, { method: 'POST', headers });
  if (started.status !== 202) throw new Error(await started.text());
  console.log(`judged again         in ${seconds(starting).toFixed(1)} s`);
  const running = performance.now();
  const run = new RegisterImportRun(later, (error) => console.error(error));
  await run.run(id, new AbortController().signal);
  const added = await ownerPool.query<{ n: number }>('select count(*)::int as n from review_case');
  const took = seconds(running);
  const made = added.rows[0]?.n ?? 0;
  console.log(`replay               ${made} cases in ${took.toFixed(1)} s, ${(made / took).toFixed(0)} rows/s`);

  await http.close();
  await queue.queue.close();
  await later.close();
  await app.close();
  await ownerPool.end();
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
