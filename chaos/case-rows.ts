/** Rows of one case that the crash tests read, and repeated deliveries. */
import { openQueue, type Delivery } from '@lawgate/jobs';
import { asOwner, ownerUrl, until } from '../e2e/owner.ts';

export async function outboxOf(dataDir: string, caseId: string): Promise<string[]> {
  const found = await asOwner(dataDir, (pool) =>
    pool.query<{ id: string }>('select id from outbox where case_id = $1', [caseId]),
  );
  return found.rows.map(({ id }) => id);
}

export async function noticesOf(
  dataDir: string,
  caseId: string,
  kind: string,
): Promise<{ kind: string; username: string }[]> {
  const found = await asOwner(dataDir, (pool) =>
    pool.query<{ kind: string; username: string }>(
      `select n.kind, p.username from notification n join person p on p.id = n.person_id
        where n.case_id = $1 and n.kind like $2 order by 1, 2`,
      [caseId, kind],
    ),
  );
  return found.rows;
}

export async function timerOf(
  dataDir: string,
  caseId: string,
  kind: string,
  stage: string,
): Promise<{ id: string; token: number; status: string; fireAt: string }> {
  const found = await asOwner(dataDir, (pool) =>
    pool.query<{ id: string; token: number; status: string; fireAt: Date }>(
      'select id, token, status, fire_at as "fireAt" from timer where case_id = $1 and kind = $2 and stage = $3',
      [caseId, kind, stage],
    ),
  );
  const [timer] = found.rows;
  if (timer === undefined || found.rows.length > 1) {
    throw new Error(`${found.rows.length} timers ${kind} ${stage} of case ${caseId}`);
  }
  return { ...timer, fireAt: timer.fireAt.toISOString() };
}

/** Delivers the same rows twice, like a queue that lost an acknowledgement. */
export async function deliverAgain(dataDir: string, deliveries: readonly Delivery[]): Promise<void> {
  const queue = openQueue({ url: await ownerUrl(dataDir), onError: () => {} });
  await queue.add([...deliveries, ...deliveries]);
  await until('the queue to be empty', async () => ((await queue.depth()) === 0 ? true : null));
  await queue.close();
}
