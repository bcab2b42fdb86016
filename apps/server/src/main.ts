/** What `npm start` runs: embedded PostgreSQL, api and worker in one process. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { migrate, migrateQueue, startEmbeddedPostgres } from '@lawgate/database';
import {
  checkDataFolder,
  checkPort,
  portError,
  reach,
  runProcess,
  StartError,
  type ProcessContext,
} from '@lawgate/process';
import { startLawgate } from './compose.ts';

await runProcess(async (context) => {
  const { settings, shutdown, log } = context;
  const { host, port, dataDir } = settings;
  await checkPort(host, port);
  checkDataFolder(dataDir);
  const databaseUrl = settings.databaseUrl ?? (await startDatabase(context));
  const queueUrl = settings.queueUrl ?? databaseUrl;
  const pidFile = path.join(dataDir, 'server.pid');
  writeFileSync(pidFile, String(process.pid));
  shutdown.opened('server.pid', async () => rmSync(pidFile, { force: true }));
  shutdown.signal.throwIfAborted();

  await reach('DATABASE_URL', () => migrate(databaseUrl, log));
  if (!queueUrl.startsWith('redis')) await reach('QUEUE_URL', () => migrateQueue(queueUrl));
  shutdown.signal.throwIfAborted();

  const {
    contentUrl,
    clamdUrl,
    clock,
    maxUploadBytes,
    trustProxy,
    pollMs,
    rescueAfterMs,
    demonstration,
    queueLimits,
    metricsToken,
    workflowsDir,
  } = settings;
  const { signal } = shutdown;
  const rooms = {
    host,
    port,
    dataDir,
    contentUrl,
    clamdUrl,
    databaseUrl,
    queueUrl,
    clock,
    maxUploadBytes,
    trustProxy,
    channels: settings,
    queueLimits,
    metricsToken,
    pollMs,
    rescueAfterMs,
    workflowsDir,
    demonstration,
    signal,
    log,
  };
  const lawgate = await startLawgate(rooms).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? portError(error, host, port) : error;
  });
  shutdown.opened('lawgate', () => lawgate.close());
  shutdown.signal.throwIfAborted();
  log(
    ['', `Lawgate 已就绪 (ready): ${lawgate.address}`, ...lawgate.welcome, '按 Ctrl-C 停止 (Ctrl-C stops)'].join('\n'),
  );
});

async function startDatabase({ settings, shutdown, log, fail }: ProcessContext): Promise<string> {
  const dataDir = path.join(settings.dataDir, 'postgres');
  const database = await startEmbeddedPostgres({ dataDir, log });
  shutdown.opened('database', () => database.stop());
  void database.ended.then(() => {
    if (shutdown.signal.aborted) return;
    const where = path.join(dataDir, 'postgres.log');
    fail(new StartError('database.gone', `数据库意外停止，原因见 ${where} (the database stopped by itself)`));
  });
  return database.url;
}
