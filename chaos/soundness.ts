/** Invariants of the rows after any crash. Every violation is one line; a consistent database has none. */
import { defaultLadder } from '@lawgate/engine';
import { openQueue } from '@lawgate/jobs';
import { overdueDayOf, reminderStages, verifyChain, type HistoryBody } from '@lawgate/cases';
import type pg from 'pg';
import { ownerUrl } from '../e2e/owner.ts';

/** One case with everything that its events wrote. */
interface WrittenCase {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly lastHash: string;
  readonly backDated: boolean;
  readonly history: readonly { seq: number; body: string; prevHash: string; hash: string; type: string }[];
  readonly tasks: readonly { key: string; seat: string; turn: number }[];
  readonly clocks: readonly string[];
  readonly facts: readonly string[];
  readonly opinions: readonly string[];
  readonly numbers: readonly string[];
  readonly outbox: readonly { kind: string; of: string | null }[];
}

const writtenCases = `
  select c.id, c.state, c.version, c.last_hash as "lastHash", c.back_dated as "backDated",
    (select coalesce(json_agg(json_build_object('seq', seq, 'body', body, 'prevHash', prev_hash, 'hash', hash,
        'type', type) order by seq), '[]') from history h where h.case_id = c.id) as history,
    (select coalesce(json_agg(json_build_object('key', key, 'seat', seat, 'turn', turn)), '[]')
       from task t where t.case_id = c.id) as tasks,
    (select coalesce(json_agg(key), '[]') from clock k where k.case_id = c.id) as clocks,
    (select coalesce(json_agg(kind), '[]') from fact f where f.case_id = c.id) as facts,
    (select coalesce(json_agg(act), '[]') from opinion o where o.case_id = c.id) as opinions,
    (select coalesce(json_agg(text), '[]') from document_number n where n.case_id = c.id) as numbers,
    (select coalesce(json_agg(json_build_object('kind', kind, 'of', coalesce(payload ->> 'notice', payload ->> 'paper'))), '[]')
       from outbox x where x.case_id = c.id) as outbox
  from review_case c`;

/** Partial, duplicate or broken data: chains, numbers, and rows that disagree with the history. */
export async function faultsIn(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<WrittenCase>(writtenCases);
  return [...rows.flatMap(faultsOfCase), ...(await numberFaults(pool)), ...(await doubledNotices(pool))];
}

function faultsOfCase(written: WrittenCase): string[] {
  const verdict = verifyChain(written.history, written.lastHash);
  if (!verdict.intact) return [`case ${written.id}: chain breaks at ${verdict.seq}: ${verdict.reason}`];
  const bodies = written.history.map(({ body }) => JSON.parse(body) as HistoryBody);
  const last = bodies.at(-1);
  const found: string[] = [];
  if (last === undefined || last.seq !== written.version || last.to !== written.state) {
    found.push(`the row says ${written.state} at ${written.version}, its history ${last?.to} at ${last?.seq}`);
  }
  const opened = bodies.flatMap((body) => openedBy(body).map((task) => `${body.seq}:${task}`));
  const effects = bodies.flatMap((body) => body.effects);
  const agree = (what: string, said: readonly string[], are: readonly string[]): void => {
    const [a, b] = [[...said].sort().join(), [...are].sort().join()];
    if (a !== b) found.push(`${what}: history says [${a}], the rows are [${b}]`);
  };
  agree(
    'tasks',
    opened,
    written.tasks.map(({ turn, key, seat }) => `${turn}:${key}:${seat}`),
  );
  agree('clocks', named(effects, 'startClock'), written.clocks);
  agree('facts', named(effects, 'recordFact'), written.facts);
  agree('opinions', named(effects, 'recordOpinion'), written.opinions);
  agree(
    'numbers',
    bodies.flatMap(({ numbers }) => numbers),
    written.numbers,
  );
  // A back-dated case sends no notices and has no papers made.
  if (!written.backDated) {
    const notices = named(effects, 'notify').map((notice) => `notice:${notice}`);
    const papers = named(effects, 'issuePaper').map((paper) => `paper:${paper}`);
    // Urging and copying send notices without an event of the case.
    const byEvents = written.outbox.filter(({ of }) => of !== 'urge' && of !== 'copy');
    agree(
      'outbox',
      [...notices, ...papers, ...opened.map(() => 'task-opened:')],
      byEvents.map(({ kind, of }) => `${kind}:${of ?? ''}`),
    );
  }
  return found.map((fault) => `case ${written.id}: ${fault}`);
}

function named(effects: readonly string[], type: string): string[] {
  return effects.filter((effect) => effect.startsWith(`${type}:`)).map((effect) => effect.slice(type.length + 1));
}

/** Tasks that an event left open; tasks opened and closed by one event were never asked of anybody. */
function openedBy(body: HistoryBody): string[] {
  const open: string[] = [];
  for (const effect of body.effects) {
    const [type, ...rest] = effect.split(':');
    const task = rest.join(':');
    if (type === 'openTask') open.push(task);
    if (type === 'closeTask' && open.includes(task)) open.splice(open.indexOf(task), 1);
  }
  return open;
}

/** Every series is consecutive without gaps or duplicates, up to its counter. */
async function numberFaults(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ series: string; first: number; count: number; top: number; last: number }>(
    `select n.code || n.year as series, min(n.number) as first, count(*)::int as count, max(n.number) as top, max(s.last) as last
       from document_number n left join number_series s using (org_id, code, year)
      group by n.org_id, n.code, n.year having max(n.number) is distinct from max(s.last)
         or count(*) <> max(n.number) - min(n.number) + 1`,
  );
  return rows.map(
    ({ series, first, count, top, last }) =>
      `series ${series}: ${count} numbers from ${first} to ${top}, counter ${last}`,
  );
}

/**
 * The same text about the same thing twice to one person. The unique key forbids it by `source`; this checks the
 * content.
 */
async function doubledNotices(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ source: string; times: number }>(
    `select source, count(*)::int as times from notification group by person_id, source having count(*) > 1
     union all
     select 'reminder ' || stage || ' of ' || subject, count(*)::int from reminder
      group by case_id, subject, visit, kind, stage having count(*) > 1`,
  );
  return rows.map(({ source, times }) => `${source}: shown ${times} times`);
}

/** Stages of which the directors are notified too. */
const escalated = reminderStages()
  .map(({ stage }) => stage)
  .filter((stage) => overdueDayOf(stage) >= defaultLadder.directorFrom);

/** Missing or wrong notices, compared with those computed from tasks and people alone. */
export async function untold(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ source: string; expected: string[]; notified: string[] }>(
    `with asked as (
       select 'outbox:' || o.id as source, o.org_path, (o.payload ->> 'holder')::uuid as holder,
              array[o.payload ->> 'role'] as roles
         from outbox o where o.kind = 'task-opened' and o.delivered_at is not null
       union all
       select concat_ws(':', 'reminder', t.case_id, k.key, t.visit, t.stage), t.org_path, k.holder,
              array[k.role] || case when t.stage = any($1) then array['director'] else array[]::text[] end
         from timer t join task k on k.id::text = t.subject
        where t.kind = 'reminder' and t.status = 'fired' and k.status = 'open'),
     pairs as (
       select a.source,
              array(select p.id::text from person p where p.org_path = a.org_path
                     and (p.id = a.holder or p.roles && case when a.holder is null then a.roles else a.roles[2:] end)
                    order by 1) as expected,
              array(select n.person_id::text from notification n where n.source = a.source order by 1) as notified
         from asked a)
     select * from pairs where expected <> notified`,
    [escalated],
  );
  return rows.map(
    ({ source, expected, notified }) =>
      `${source}: should have notified [${expected.join()}], notified [${notified.join()}]`,
  );
}

/** Waiting work: rows not delivered, timers due and not fired, jobs in the queue. Null when there is none. */
export async function waiting(pool: pg.Pool): Promise<string | null> {
  const { rows } = await pool.query<{ outbox: number; timers: number }>(
    `select (select count(*)::int from outbox where delivered_at is null) as outbox,
            (select count(*)::int from timer where status in ('pending', 'enqueued')
                and fire_at <= coalesce((select at from simulated_clock), clock_timestamp())) as timers`,
  );
  const { outbox, timers } = rows[0] ?? { outbox: 0, timers: 0 };
  return outbox + timers === 0 ? null : `${outbox} outbox rows, ${timers} timers`;
}

/** Ages the rows, because the rescuer looks for rows that were enqueued long ago by wall time. */
export async function letTimePass(pool: pg.Pool): Promise<void> {
  await pool.query(`update outbox set enqueued_at = enqueued_at - interval '1 hour' where delivered_at is null`);
  await pool.query(`update timer set enqueued_at = enqueued_at - interval '1 hour' where status = 'enqueued'`);
  await pool.query(`update job set enqueued_at = enqueued_at - interval '1 hour' where state = 'waiting'`);
}

/**
 * Empties the queue, which loses nothing. Jobs of a dead process would otherwise stay until their lock expires and be
 * delivered at an arbitrary moment of the test.
 */
export async function emptyQueue(dataDir: string): Promise<void> {
  const queue = openQueue({ url: await ownerUrl(dataDir), onError: () => {} });
  await queue.empty();
  await queue.close();
}
