/** The HTTP edge as a process of its own: DATABASE_URL, QUEUE_URL, PORT, HOST, LAWGATE_DATA. Background work is the worker's. */
import { openLawgate } from '@lawgate/composition';
import { runProcess } from '@lawgate/process';
import { startApi } from './start-api.ts';

await runProcess(async (context) => {
  const lawgate = await openLawgate(context, { listens: true });
  const address = await startApi(lawgate);
  context.log(`Lawgate api 已就绪 (ready): ${address}`);
});
