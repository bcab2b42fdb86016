/** Run by `npm start`: embedded PostgreSQL, the api application and the background side in one process. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startApi } from '@lawgate/api';
import { openLawgate } from '@lawgate/composition';
import { startEmbeddedPostgres } from '@lawgate/database';
import { runProcess, StartError, type ProcessContext } from '@lawgate/process';
import { startBackground } from '@lawgate/worker';
import { loadDemonstration } from './demonstration/demonstration.ts';

await runProcess(async (context) => {
  const { settings, shutdown, log } = context;
  /** Lines for the person who started it: users, password, first steps. */
  let welcome: string[] = [];
  const lawgate = await openLawgate(context, {
    listens: true,
    database: openDatabase,
    beforeUse: async ({ databaseUrl, definitions, contentStore, clock }, ownerPool) => {
      if (!settings.demonstration) return;
      welcome = await loadDemonstration({
        databaseUrl,
        ownerPool,
        definitions,
        contentStore,
        now: clock.now(),
        log,
      });
    },
    // The api in this process sets the clock.
    followsClock: false,
  });
  // First, so that it is closed last: running requests may still add work for it.
  const worker = await startBackground(lawgate);
  const address = await startApi(lawgate, { onWorkEnqueued: () => worker.wake() });
  shutdown.signal.throwIfAborted();
  log(['', `Lawgate 已就绪 (ready): ${address}`, ...welcome, '按 Ctrl-C 停止 (Ctrl-C stops)'].join('\n'));
});

/** The database of DATABASE_URL, or the embedded one; from then on `server.pid` contains this process id. */
async function openDatabase(context: ProcessContext): Promise<string> {
  const { settings, shutdown } = context;
  const url = settings.databaseUrl ?? (await startDatabase(context));
  const pidFile = path.join(settings.dataDir, 'server.pid');
  writeFileSync(pidFile, String(process.pid));
  shutdown.opened('server.pid', async () => rmSync(pidFile, { force: true }));
  return url;
}

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
