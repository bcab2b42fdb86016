/** The background side of a process: runtime of every town, deliveries and maintenance. */
import { openSide, type Lawgate } from '@lawgate/composition';
import { startWorker, type Worker } from './worker.ts';

/** Resolves when it works; the shutdown of the process closes everything. */
export async function startBackground(lawgate: Lawgate): Promise<Worker> {
  const { settings, shutdown, logger, queueUrl, contentStore } = lawgate;
  const { clamdUrl, pollMs, rescueAfterMs } = settings;
  const parts = await openSide(lawgate, { role: 'lawgate_worker' });
  const onError = (error: Error): void => logger.error({ err: error }, `后台任务出错 (background): ${error.message}`);
  const worker = await startWorker({
    parts,
    contentStore,
    clamdUrl,
    queueUrl,
    pollMs,
    rescueAfterMs,
    channels: settings,
    onError,
  });
  shutdown.opened('worker', () => worker.stop());
  return worker;
}
