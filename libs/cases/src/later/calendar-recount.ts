/** Counts the open clocks of every case again after the calendar was changed. */
import type { Principal } from '@lawgate/contracts';
import type pg from 'pg';
import { calendarOf, readCalendar } from '../calendar/calendar-store.ts';
import type { CaseRuntime } from '../commit/case-runtime.ts';
import type { CalendarReason } from '../read/loaded-case.ts';
import { advisoryLocks, inTransaction, typedQueries } from '@lawgate/database';
import { sql } from 'kysely';
import type { CaseTables } from '../tables.ts';
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
  readonly revision: number;
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
      const db = typedQueries(client);
      const lock = await sql<{
        got: boolean;
      }>`select pg_try_advisory_lock(${advisoryLocks.calendarRecount}) as got`.execute(db);
      if (lock.rows[0]?.got !== true) return false;
      try {
        await this.#pass(client, signal);
      } finally {
        await sql`select pg_advisory_unlock(${advisoryLocks.calendarRecount})`.execute(db);
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
    await typedQueries<CaseTables>(client)
      .updateTable('calendar_change')
      .set(({ fn }) => ({ settledAt: fn<Date>('clock_timestamp') }))
      .where('revision', 'in', ripe)
      .where('settledAt', 'is', null)
      .execute();
  }

  async #pending(connection: pg.PoolClient): Promise<PendingChange[]> {
    const grace = this.settings.graceMs / 1000;
    return typedQueries<CaseTables>(connection)
      .selectFrom('calendar_change')
      .select(['revision', 'kind', 'year', 'documentNumber'])
      .select(sql<boolean>`recorded_at < clock_timestamp() - make_interval(secs => ${grace})`.as('ripe'))
      .where('settledAt', 'is', null)
      .orderBy('revision')
      .execute();
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
    const found = await typedQueries<CaseTables>(client)
      .selectFrom('review_case as c')
      .select(['c.id as caseId', 'c.orgId', 'c.orgPath'])
      .where('c.id', '>', after)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('clock as k')
            .whereRef('k.caseId', '=', 'c.id')
            // Written out, for the index of the open ones.
            .where('k.status', 'in', [sql.lit('running'), sql.lit('paused')])
            .where(sql`k.state ->> 'until'`, 'is', null),
        ),
      )
      .orderBy('c.id')
      .limit(batch)
      .execute();
    yield* found;
    const last = found.at(-1);
    if (last === undefined || found.length < batch) return;
    after = last.caseId;
  }
}
