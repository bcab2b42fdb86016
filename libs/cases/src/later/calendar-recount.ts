/** Counts the open clocks of every case again after the calendar was changed. */
import type { Principal } from '@lawgate/contracts';
import type pg from 'pg';
import { calendarOf, readCalendar } from '../calendar/calendar-store.ts';
import type { CaseRuntime } from '../commit/case-runtime.ts';
import type { CalendarReason } from '../read/loaded-case.ts';
import { advisoryLocks, inTransaction } from '@lawgate/database';
import { retimeClockReminders } from './clock-timers.ts';
import { systemPrincipal } from './deliverer.ts';

/** Cases that are looked up at once. */
const batch = 500;

export interface RecountSettings {
  /**
   * Milliseconds of wall time within which every process is notified of a change and finished what it began before. Only a
   * pass that begins later ends the matter: until then a case may still be written by the calendar before.
   */
  readonly graceMs: number;
}

interface PendingChange {
  readonly revision: string;
  readonly kind: string;
  readonly year: number;
  readonly documentNumber: string;
  readonly ripe: boolean;
}

export class CalendarRecount {
  constructor(
    private readonly pool: pg.Pool,
    private readonly runtime: CaseRuntime,
    private readonly settings: RecountSettings,
  ) {}

  /**
   * One pass over all open clocks, where a change is not settled yet.
   *
   * @returns whether all changes are settled; those that are too young are so by a pass after their grace
   * @throws Error when a case could not be counted, after all the others were
   */
  async run(signal: AbortSignal = new AbortController().signal): Promise<boolean> {
    const client = await this.pool.connect();
    try {
      if ((await this.#pending(client)).length === 0) return true;
      const lock = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [
        advisoryLocks.calendarRecount,
      ]);
      if (lock.rows[0]?.got !== true) return false;
      try {
        await this.#pass(client, signal);
      } finally {
        await client.query('select pg_advisory_unlock($1)', [advisoryLocks.calendarRecount]);
      }
      return (await this.#pending(client)).length === 0;
    } finally {
      client.release();
    }
  }

  async #pass(client: pg.PoolClient, signal: AbortSignal): Promise<void> {
    // The changes and the calendar that they make, of one moment: a change that comes during the pass has its own.
    const { changes, calendar } = await inTransaction(this.pool, async (tx) => {
      await tx.query('set transaction isolation level repeatable read');
      return { changes: await this.#pending(tx), calendar: calendarOf(await readCalendar(tx)) };
    });
    if (changes.length === 0) return;
    const reason = reasonOf(changes);
    const errors: Error[] = [];
    for await (const { caseId, orgId, orgPath } of openCases(client)) {
      // What is left is done by the next try; the change is still open.
      if (signal.aborted) return;
      try {
        await this.runtime.clocks.recount(systemPrincipal(orgId, orgPath), caseId, calendar, reason);
      } catch (error) {
        // One case that cannot be counted must not keep the others from it; the change stays open and is tried again.
        errors.push(new Error(`case ${caseId} was not counted again`, { cause: error }));
      }
    }
    await retimeClockReminders(client, this.runtime, calendar);
    if (errors[0] !== undefined) throw errors[0];
    const ripe = changes.filter((change) => change.ripe).map(({ revision }) => revision);
    if (ripe.length === 0) return;
    await client.query(
      'update calendar_change set settled_at = clock_timestamp() where revision = any($1::bigint[]) and settled_at is null',
      [ripe],
    );
  }

  async #pending(connection: pg.PoolClient): Promise<PendingChange[]> {
    const found = await connection.query<PendingChange>(
      `select revision::text, kind, year, document_number as "documentNumber",
              recorded_at < clock_timestamp() - make_interval(secs => $1) as ripe
         from calendar_change where settled_at is null order by calendar_change.revision`,
      [this.settings.graceMs / 1000],
    );
    return found.rows;
  }
}

function reasonOf(changes: readonly PendingChange[]): CalendarReason {
  const named = changes.map(({ year, documentNumber }) => ({ year, documentNumber }));
  const others = named.slice(0, -1);
  return { ...named.at(-1), ...(others.length === 0 ? {} : { together: others }) };
}

type OpenCase = { readonly caseId: string; readonly orgId: string; readonly orgPath: Principal['orgPath'] };

/** Cases with a clock that is counted; a day that the case itself names is the same by every calendar. */
async function* openCases(client: pg.PoolClient): AsyncGenerator<OpenCase> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const found = await client.query<OpenCase>(
      `select c.id as "caseId", c.org_id as "orgId", c.org_path as "orgPath" from review_case c
        where c.id > $1 and exists (select from clock k where k.case_id = c.id and k.status in ('running', 'paused')
                                       and k.state ->> 'until' is null)
        order by c.id limit ${batch}`,
      [after],
    );
    yield* found.rows;
    const last = found.rows.at(-1);
    if (last === undefined || found.rows.length < batch) return;
    after = last.caseId;
  }
}
