/**
 * The HTTP edge as a separate process: DATABASE_URL, QUEUE_URL, PORT, HOST, LAWGATE_DATA. The worker does background
 * work.
 */
import { openLawgate } from '@lawgate/composition';
import { runProcess } from '@lawgate/process';
import { startApi } from './start-api.ts';

await runProcess(async (context) => {
  const lawgate = await openLawgate(context, { listens: true });
  const address = await startApi(lawgate);
  context.log(`Lawgate api 已就绪 (ready): ${address}`);
});
