/** The background edge as a process of its own: DATABASE_URL, QUEUE_URL, LAWGATE_DATA. Any number may run; one leads. */
import path from 'node:path';
import { openContentStore } from '@lawgate/files';
import { createPool, migrate, migrateQueue, followClock, openClock } from '@lawgate/database';
import { checkDataFolder, reach, runProcess, StartError } from '@lawgate/process';
import { openRuntime, recordDefinitionVersions } from '@lawgate/cases';
import { identityOf, installedDefinitions } from '@lawgate/workflows';
import { startWorker } from './worker.ts';

await runProcess(async ({ settings, shutdown, log }) => {
  const { databaseUrl, dataDir } = settings;
  if (databaseUrl === undefined) {
    throw new StartError(
      'settings.invalid',
      '请设置 DATABASE_URL (DATABASE_URL is needed; npm start brings its own database)',
    );
  }
  checkDataFolder(dataDir);
  const queueUrl = settings.queueUrl ?? databaseUrl;
  await reach('DATABASE_URL', () => migrate(databaseUrl, log));
  if (!queueUrl.startsWith('redis')) await reach('QUEUE_URL', () => migrateQueue(queueUrl));
  const definitions = await installedDefinitions(settings.workflowsDir);
  const ownerPool = createPool(databaseUrl, { max: 1 });
  await recordDefinitionVersions(ownerPool, definitions, identityOf);
  const clock = await openClock(settings.clock, ownerPool);
  await ownerPool.end();
  const parts = await openRuntime({ databaseUrl, definitions, clock, role: 'lawgate_worker' });
  shutdown.opened('database', () => parts.close());
  const unfollow = followClock(clock, parts.appPool, () => parts.runtime.onLaterThings());
  shutdown.opened('clock', async () => unfollow());
  const onError = (error: Error): void => log(`后台任务出错 (background): ${error.message}`);
  const { pollMs, rescueAfterMs } = settings;
  const contentStore = await openContentStore({ folder: path.join(dataDir, 'documents'), url: settings.contentUrl });
  const worker = await startWorker({
    parts,
    contentStore,
    clamdUrl: settings.clamdUrl,
    queueUrl,
    pollMs,
    rescueAfterMs,
    channels: settings,
    onError,
  });
  shutdown.opened('worker', () => worker.stop());
  log(`Lawgate worker 已就绪 (ready), ${queueUrl.startsWith('redis') ? 'Redis' : 'PostgreSQL'} queue`);
});
