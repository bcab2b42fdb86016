/** The api side of a process: runtime for requests of people, queue gauges, HTTP. */
import { openSide, type Lawgate } from '@lawgate/composition';
import { workAnnouncer } from '@lawgate/jobs';
import { portError } from '@lawgate/process';
import { createHttpApp } from './http-app.ts';
import { openQueueParts } from './queue/open-queue-parts.ts';

export interface ApiOptions {
  /** Called after each commit that left background work. Default: notifies the worker processes. */
  readonly onWorkEnqueued?: () => void;
}

/**
 * Resolves when the server listens; the shutdown of the process closes everything.
 *
 * @returns the address for a browser
 * @throws StartError `server.port-in-use`
 */
export async function startApi(lawgate: Lawgate, options: ApiOptions = {}): Promise<string> {
  const { settings, shutdown, logger, queueUrl, contentStore } = lawgate;
  const { host, port, queueLimits, metricsToken } = settings;
  const parts = await openSide(lawgate, { role: 'lawgate_app' });
  parts.runtime.events.on('workEnqueued', options.onWorkEnqueued ?? workAnnouncer(parts.appPool));
  const onError = (error: Error): void => logger.error({ err: error }, `队列出错 (queue): ${error.message}`);
  const queue = openQueueParts(parts, { queueUrl, queueLimits, metricsToken, onError });
  shutdown.opened('queue', async () => {
    queue.metrics.close();
    await queue.queue.close();
  });
  const http = await createHttpApp(parts, { settings, contentStore, queue, logger });
  shutdown.opened('http', () => http.close());
  await http.listen(port, host).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? portError(error, host, port) : error;
  });
  return http.getUrl();
}
