/** Puts api and worker together in one process and takes them apart again in order. */
import path from 'node:path';
import { createHttpApp, openQueueParts, type QueuePartsOptions } from '@lawgate/api';
import { openContentStore } from '@lawgate/files';
import { createPool, openClock } from '@lawgate/database';
import { openRuntime, recordDefinitionVersions } from '@lawgate/cases';
import { startWorker, type WorkerOptions } from '@lawgate/worker';
import { identityOf, installedDefinitions } from '@lawgate/workflows';
import { loadDemonstration } from './demonstration/demonstration.ts';

/** Everything the process has found out before the rooms are put together. */
export interface LawgateOptions {
  host: string;
  port: number;
  /** Folder for what is not in the database: documents go to `documents/` in it. */
  dataDir: string;
  /** `s3://…`: where documents go instead. */
  contentUrl: string | undefined;
  /** `tcp://…` of a clamd. */
  clamdUrl: string | undefined;
  /** The owner's connection; pools of the two roles are made from it. */
  databaseUrl: string;
  /** `redis://…` or `postgres://…`, tables of the latter already there. */
  queueUrl: string;
  clock: 'system' | 'simulated';
  /** Bytes of one uploaded file. */
  maxUploadBytes: number;
  trustProxy: string | undefined;
  /** Mail and robots. */
  channels: NonNullable<WorkerOptions['channels']>;
  queueLimits: QueuePartsOptions['queueLimits'];
  metricsToken: string | undefined;
  pollMs: number;
  rescueAfterMs: number;
  /** One more folder of categories. */
  workflowsDir: string | undefined;
  /** Load the demonstration town into an empty database. */
  demonstration: boolean;
  /** Aborted when the process is asked to stop while this is still starting. */
  signal: AbortSignal;
  log: (line: string) => void;
}

export interface RunningLawgate {
  /** Where people point their browser. */
  address: string;
  /** Lines for the person who started it: users, passwords, what to try. */
  welcome: string[];
  /** Drains in order: HTTP, then workers, then queues. The database is stopped afterwards by the caller. */
  close(): Promise<void>;
}

export async function startLawgate(options: LawgateOptions): Promise<RunningLawgate> {
  const { databaseUrl, log } = options;
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (let closer = closers.pop(); closer !== undefined; closer = closers.pop()) await closer();
  };
  try {
    const folder = path.join(options.dataDir, 'documents');
    const contentStore = await openContentStore({ folder, url: options.contentUrl });
    const definitions = await installedDefinitions(options.workflowsDir);
    const ownerPool = createPool(databaseUrl, { max: 2, applicationName: 'lawgate-owner' });
    closers.push(() => ownerPool.end());
    await recordDefinitionVersions(ownerPool, definitions, identityOf);
    const clock = await openClock(options.clock, ownerPool);
    const welcome = options.demonstration
      ? await loadDemonstration({ databaseUrl, ownerPool, definitions, contentStore, now: clock.now(), log })
      : [];
    options.signal.throwIfAborted();

    const app = await openRuntime({ databaseUrl, definitions, clock, role: 'lawgate_app' });
    closers.push(() => app.close());
    const later = await openRuntime({ databaseUrl, definitions, clock, role: 'lawgate_worker' });
    closers.push(() => later.close());
    const worker = await startWorker({
      parts: later,
      contentStore,
      clamdUrl: options.clamdUrl,
      queueUrl: options.queueUrl,
      pollMs: options.pollMs,
      rescueAfterMs: options.rescueAfterMs,
      channels: options.channels,
      onError: (error) => log(`后台任务出错 (background): ${error.message}`),
    });
    closers.push(() => worker.stop());
    app.runtime.onLaterThings = () => worker.wake();

    const queue = openQueueParts(app, {
      queueUrl: options.queueUrl,
      queueLimits: options.queueLimits,
      metricsToken: options.metricsToken,
      onError: (error) => log(`队列出错 (queue): ${error.message}`),
    });
    closers.push(() => queue.queue.close());
    const http = await createHttpApp(app, {
      contentStore,
      maxUploadBytes: options.maxUploadBytes,
      trustProxy: options.trustProxy,
      webhookAllow: options.channels.webhookAllow,
      publicUrl: options.channels.publicUrl,
      queue,
    });
    closers.push(() => http.close());
    await http.listen(options.port, options.host);
    return { address: await http.getUrl(), welcome, close };
  } catch (error) {
    await close();
    throw error;
  }
}
