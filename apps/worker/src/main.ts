/**
 * The background edge as a separate process: DATABASE_URL, QUEUE_URL, LAWGATE_DATA. Any number may run; one is the
 * leader.
 */
import { openLawgate } from '@lawgate/composition';
import { runProcess } from '@lawgate/process';
import { startBackground } from './start-background.ts';

await runProcess(async (context) => {
  const lawgate = await openLawgate(context, { listens: false });
  await startBackground(lawgate);
  const backend = lawgate.queueUrl.startsWith('redis') ? 'Redis' : 'PostgreSQL';
  context.log(`Lawgate worker 已就绪 (ready), ${backend} queue`);
});
