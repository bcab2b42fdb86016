/** The HTTP edge as a process of its own: DATABASE_URL, QUEUE_URL, PORT, HOST, LAWGATE_DATA. Later things are the worker's. */
import path from 'node:path';
import { openContentStore } from '@lawgate/files';
import { createPool, migrate, migrateQueue, followClock, openClock } from '@lawgate/database';
import { checkDataFolder, checkPort, portError, reach, runProcess, StartError } from '@lawgate/process';
import { openRuntime, recordDefinitionVersions } from '@lawgate/cases';
import { identityOf, installedDefinitions } from '@lawgate/workflows';
import { createHttpApp } from './http-app.ts';
import { openQueueParts } from './queue/open-queue-parts.ts';

await runProcess(async ({ settings, shutdown, log }) => {
  const { databaseUrl, host, port, dataDir } = settings;
  if (databaseUrl === undefined) {
    throw new StartError(
      'settings.invalid',
      '请设置 DATABASE_URL (DATABASE_URL is needed; npm start brings its own database)',
    );
  }
  await checkPort(host, port);
  checkDataFolder(dataDir);
  const queueUrl = settings.queueUrl ?? databaseUrl;
  await reach('DATABASE_URL', () => migrate(databaseUrl, log));
  if (!queueUrl.startsWith('redis')) await reach('QUEUE_URL', () => migrateQueue(queueUrl));
  const definitions = await installedDefinitions(settings.workflowsDir);
  const ownerPool = createPool(databaseUrl, { max: 1 });
  await recordDefinitionVersions(ownerPool, definitions, identityOf);
  const clock = await openClock(settings.clock, ownerPool);
  await ownerPool.end();
  const parts = await openRuntime({ databaseUrl, definitions, clock, role: 'lawgate_app' });
  shutdown.opened('database', () => parts.close());
  const unfollow = followClock(clock, parts.appPool, () => {});
  shutdown.opened('clock', async () => unfollow());
  const { maxUploadBytes, trustProxy, webhookAllow, publicUrl, queueLimits, metricsToken, contentUrl } = settings;
  const onError = (error: Error): void => log(`队列出错 (queue): ${error.message}`);
  const queue = openQueueParts(parts, { queueUrl, queueLimits, metricsToken, onError });
  shutdown.opened('queue', () => queue.queue.close());
  const http = await createHttpApp(parts, {
    contentStore: await openContentStore({ folder: path.join(dataDir, 'documents'), url: contentUrl }),
    maxUploadBytes,
    trustProxy,
    webhookAllow,
    publicUrl,
    queue,
  });
  shutdown.opened('http', () => http.close());
  await http.listen(port, host).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? portError(error, host, port) : error;
  });
  log(`Lawgate api 已就绪 (ready): ${await http.getUrl()}`);
});
