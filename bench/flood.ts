/** Very many reminders that become due in the same minute: created, delivered, and counted from the rows. */
import { createPool, SimulatedClock } from '@lawgate/database';
import type { Definition } from '@lawgate/engine';
import { deliveryHandlers } from '@lawgate/notifications';
import { defaultSettings, Deliverer, BackgroundWork, openRuntime } from '@lawgate/cases';
import { openQueue, type Delivery, type DeliveryQueue } from '@lawgate/jobs';
import type pg from 'pg';
import { makeDrafts, makeTowns } from './town.ts';

/** A Monday in a year with an official calendar. */
const morning = new Date('2026-03-02T01:00:00Z');

export interface FloodSettings {
  /** The owner's connection to a migrated database without cases. */
  readonly databaseUrl: string;
  readonly queueUrl: string;
  readonly definition: Definition;
  readonly reminders: number;
  /** Empties the queue once this many reminders are delivered; null for never. */
  readonly emptyAfter: number | null;
  /** Like `rescueAfterMs` of `BackgroundSettings`; milliseconds. */
  readonly rescueAfterMs: number;
  /** Maximum number of concurrent jobs. */
  readonly concurrency: number;
  readonly onError: (error: Error) => void;
}

export interface Flooded {
  /** Seconds of wall time from the moment at which all were due to the last delivery. */
  readonly seconds: number;
  /** Seconds from the moment at which all were due to a delivery. */
  readonly p50: number;
  readonly p99: number;
  /** Recorded reminders, and notices written for them; both should be the number of reminders. */
  readonly recorded: number;
  readonly shown: number;
  /** Reminders without a notice, and reminders with more than one. */
  readonly missing: number;
  readonly doubled: number;
  /** Jobs that were removed. */
  readonly emptied: number;
}

/** Creates the reminders, makes them due, and waits until none is left. */
export async function flood(settings: FloodSettings): Promise<Flooded> {
  const { databaseUrl, queueUrl, definition, reminders, onError } = settings;
  const clock = new SimulatedClock(morning);
  const owner = createPool(databaseUrl, { max: 2, applicationName: 'flood-owner' });
  const parts = await openRuntime({
    databaseUrl,
    definitions: [definition],
    clock,
    settings: defaultSettings,
    role: 'lawgate_worker',
  });
  const queue = openQueue({ url: queueUrl, onError });
  const thrown = throwsAway(queue, settings.emptyAfter);
  try {
    const dueAt = await makeReminders(owner, parts.runtime, definition, reminders);
    const { outbox, noticeTimers } = deliveryHandlers(parts);
    // The flood contains only reminders, so no paper is made.
    const handlers = { outbox: { ...outbox, paper: async () => {} }, noticeTimers };
    const deliverer = new Deliverer(parts.appPool, parts.runtime, handlers, clock);
    const later = new BackgroundWork(parts.appPool, thrown.queue, deliverer, clock, {
      pollMs: 500,
      rescueAfterMs: settings.rescueAfterMs,
      concurrency: settings.concurrency,
      onError,
    });
    parts.runtime.events.on('workEnqueued', () => later.wake());
    await later.start();
    try {
      const begun = (await owner.query<{ at: Date }>('select clock_timestamp() as at')).rows[0]?.at;
      clock.set(dueAt);
      later.wake();
      await until(async () => !(await isSomethingDue(owner, dueAt)));
      return { ...(await counted(owner, begun as Date)), emptied: thrown.jobs() };
    } finally {
      await later.stop();
    }
  } finally {
    await queue.close();
    await parts.close();
    await owner.end();
  }
}

/**
 * Submits one case in each of some towns through the engine, then copies it with its task and its timer by SQL: the
 * engine would take longer than the measured delivery. Ids increase with time, like the engine's. @returns the instant
 * at which all are due
 */
async function makeReminders(
  owner: pg.Pool,
  runtime: Parameters<typeof makeDrafts>[1],
  definition: Definition,
  reminders: number,
): Promise<Date> {
  const towns = await makeTowns(owner, Math.min(32, reminders));
  for (const town of towns) {
    const [caseId = ''] = await makeDrafts(owner, runtime, definition, town, 1);
    await runtime.send(town.clerk, { caseId, event: { type: 'submit', payload: { vouched: true } } }, () => null);
  }
  // Other work of the submissions is not measured.
  await owner.query('delete from outbox');
  await owner.query(`delete from timer where stage <> 'T-2'`);
  await owner.query(`create table copied as
    select t.case_id, t.subject::uuid as task_id, uuidv7() as new_case, uuidv7() as new_task
      from generate_series(1, ${reminders - towns.length}) as n
      join (select *, row_number() over (order by case_id) - 1 as place, count(*) over () as of from timer) t
        on t.place = n % t.of`);
  await owner.query(`insert into review_case
    select (jsonb_populate_record(c, jsonb_build_object('id', x.new_case))).* from copied x join review_case c on c.id = x.case_id`);
  await owner.query(`insert into task
    select (jsonb_populate_record(t, jsonb_build_object('id', x.new_task, 'case_id', x.new_case))).*
      from copied x join task t on t.id = x.task_id`);
  await owner.query(`insert into timer
    select (jsonb_populate_record(t, jsonb_build_object('id', uuidv7(), 'case_id', x.new_case, 'subject', x.new_task))).*
      from copied x join timer t on t.case_id = x.case_id`);
  await owner.query('drop table copied');
  await owner.query('analyze');
  const due = await owner.query<{ at: Date; count: number }>(
    'select min(fire_at) as at, count(*)::int as count from timer having min(fire_at) = max(fire_at)',
  );
  const found = due.rows[0];
  if (found?.count !== reminders) throw new Error(`${found?.count} timers were made, not ${reminders}`);
  return found.at;
}

/** A queue that loses its content when this many deliveries are done. */
function throwsAway(queue: DeliveryQueue, after: number | null): { queue: DeliveryQueue; jobs: () => number } {
  let done = 0;
  let jobs: number | null = after === null ? 0 : null;
  const losing: DeliveryQueue = {
    backend: queue.backend,
    add: (deliveries, together) => queue.add(deliveries, together),
    consume: (handler, concurrency) =>
      queue.consume(async (deliveries) => {
        await handler(deliveries);
        done += deliveries.length;
        if (jobs !== null || done < (after ?? 0)) return;
        jobs = await queue.depth();
        await queue.empty();
      }, concurrency),
    depth: () => queue.depth(),
    backlog: () => queue.backlog(),
    empty: () => queue.empty(),
    close: () => queue.close(),
  };
  return { queue: losing, jobs: () => jobs ?? 0 };
}

async function isSomethingDue(owner: pg.Pool, dueAt: Date): Promise<boolean> {
  const found = await owner.query(
    `select from timer where status in ('pending', 'enqueued') and fire_at <= $1 limit 1`,
    [dueAt],
  );
  return found.rows.length > 0;
}

async function counted(owner: pg.Pool, begun: Date): Promise<Omit<Flooded, 'emptied'>> {
  const found = await owner.query<Omit<Flooded, 'emptied'>>(
    `with asked as (
       select r.id, (select count(*) from notification n where n.source = concat_ws(':', 'reminder', r.case_id, k.key, r.visit, r.stage)) as notices
         from reminder r join task k on k.id = r.subject::uuid),
     lag as (select extract(epoch from settled_at - $1) as seconds from timer where status = 'fired')
     select (select max(seconds) from lag)::float8 as seconds,
            (select percentile_cont(0.5) within group (order by seconds) from lag)::float8 as p50,
            (select percentile_cont(0.99) within group (order by seconds) from lag)::float8 as p99,
            (select count(*)::int from reminder) as recorded,
            (select count(*)::int from notification) as shown,
            (select count(*)::int from asked where notices = 0) as missing,
            (select count(*)::int from asked where notices > 1) as doubled`,
    [begun],
  );
  return found.rows[0] as Omit<Flooded, 'emptied'>;
}

/** BullMQ by itself: this many jobs with one delivery each, and a handler that does nothing. @returns seconds */
export async function bare(
  queueUrl: string,
  jobs: number,
  concurrency: number,
  onError: (error: Error) => void,
): Promise<{ adding: number; processing: number }> {
  const queue = openQueue({ url: queueUrl, prefix: 'bare', onError });
  try {
    const began = performance.now();
    for (let from = 0; from < jobs; from += 1000) {
      const chunk = Math.min(1000, jobs - from);
      await queue.add(
        Array.from({ length: chunk }, (_, index): Delivery => ({
          kind: 'timer',
          id: `00000000-0000-4000-8000-${String(from + index).padStart(12, '0')}`,
          token: 1,
        })),
      );
    }
    const added = performance.now();
    let done = 0;
    let finish = (): void => {};
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const consumer = await queue.consume(async () => {
      done += 1;
      if (done === jobs) finish();
    }, concurrency);
    await finished;
    const ended = performance.now();
    await consumer.close();
    return { adding: (added - began) / 1000, processing: (ended - added) / 1000 };
  } finally {
    await queue.close();
  }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 100));
}
