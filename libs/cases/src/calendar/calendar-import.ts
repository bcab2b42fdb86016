/**
 * Changes of the calendar: official tables and local overrides. One change is one transaction, which writes the days
 * and a row of `calendar_change`; the clocks are counted again by the worker, case by case.
 */
import {
  civilDateOf,
  compareTables,
  type CivilDate,
  type ClockState,
  type DayRow,
  type TableDiff,
} from '@lawgate/calendar';
import { ProblemError } from '@lawgate/contracts';
import type pg from 'pg';
import { calendarOf, readCalendar, type CalendarRows, type CalendarStore } from './calendar-store.ts';
import { advisoryLocks, type Clock, inTransaction, json, typedQueries } from '@lawgate/database';
import { sql } from 'kysely';
import type { CaseTables } from '../tables.ts';
import { movedDate, recountState, type MovedDate } from '../clocks/clock-recount.ts';

/** Clocks that are read at once. */
const batch = 1000;
/** Moved clocks that an answer lists; it counts them all. */
const maxListed = 1000;

export interface OfficialTable {
  readonly year: number;
  readonly days: readonly DayRow[];
}

/** Who enters a change. */
export interface EnteredBy {
  readonly id: string;
  readonly name: string;
}

export interface MovedClock extends MovedDate {
  readonly caseId: string;
}

/** What a change does to the open clocks of all towns, as they are at this moment. */
export interface Consequences {
  readonly count: number;
  /** The first thousand of them. */
  readonly moved: readonly MovedClock[];
}

export interface PreviewedTable {
  readonly diff: TableDiff;
  /** The year has a table already. */
  readonly present: boolean;
  readonly consequences: Consequences;
}

export interface WrittenChange extends PreviewedTable {
  /** Null where nothing had to be written. */
  readonly revision: string | null;
}

export interface OverrideRow {
  readonly date: CivilDate;
  readonly kind: DayRow['kind'];
  readonly documentNumber: string;
  readonly enteredBy: string | null;
  readonly enteredAt: Date;
}

export interface ChangeRow {
  readonly revision: string;
  readonly kind: 'import' | 'override' | 'override-removed' | 'built-in';
  readonly year: number;
  readonly date: CivilDate | null;
  readonly documentNumber: string;
  readonly enteredBy: string | null;
  readonly enteredByName: string;
  readonly enteredAt: Date;
  readonly detail: unknown;
  readonly settled: boolean;
}

type NewChange = Pick<ChangeRow, 'kind' | 'year' | 'date' | 'documentNumber'> & { detail: unknown; by: EnteredBy };

const noDiff: TableDiff = { added: [], removed: [], changed: [] };

export class CalendarImports {
  constructor(
    private readonly pool: pg.Pool,
    private readonly calendars: CalendarStore,
    private readonly clock: Clock,
  ) {}

  /** What an import would do. Writes nothing. */
  async preview(table: OfficialTable): Promise<PreviewedTable> {
    return this.#asCalendar(async (tx) => {
      const before = await readCalendar(tx);
      return this.#compare(tx, before, table);
    });
  }

  /**
   * Writes an official table.
   *
   * @throws ProblemError 422 `calendar.year-present` where the year has a table and `replace` was not said
   */
  async write(
    table: OfficialTable,
    options: { replace: boolean; documentNumber: string; by: EnteredBy },
  ): Promise<WrittenChange> {
    const { year } = table;
    const { documentNumber, by } = options;
    return this.#change(async (tx) => {
      const compared = await this.#compare(tx, await readCalendar(tx), table);
      if (compared.present && !options.replace) {
        throw new ProblemError(
          422,
          'calendar.year-present',
          `${year}年的节假日安排已经导入。如需更正，请核对差异后选择“替换”。`,
        );
      }
      // The same table once more changes nothing, so there is nothing to record either.
      if (compared.present && isSame(compared.diff)) return { ...compared, revision: null };
      const db = typedQueries<CaseTables>(tx);
      await db.deleteFrom('calendar_day').where('year', '=', year).execute();
      const days = table.days.map(({ date, kind, name = null }) => ({
        date,
        kind,
        year,
        name,
        source: documentNumber,
      }));
      if (days.length > 0) await db.insertInto('calendar_day').values(days).execute();
      const revision = await this.#record(tx, {
        kind: 'import',
        year,
        date: null,
        documentNumber,
        detail: compared.diff,
        by,
      });
      return { ...compared, revision };
    });
  }

  /** A local day off or worked, against the official table. Saying the same again changes nothing. */
  async putOverride(
    override: { date: CivilDate; kind: DayRow['kind']; documentNumber: string },
    by: EnteredBy,
  ): Promise<WrittenChange> {
    const { date, kind, documentNumber } = override;
    return this.#change(async (tx) => {
      const rows = await readCalendar(tx);
      const known = rows.overrides.find((row) => row.date === date);
      if (known?.kind === kind && known.source === documentNumber) return nothingChanged;
      const year = Number(date.slice(0, 4));
      const overrides = [...rows.overrides.filter((row) => row !== known), { date, kind, year }];
      const diff = compareTables(known === undefined ? [] : [known], [{ date, kind }]);
      const consequences = await this.#consequences(tx, { ...rows, overrides });
      const entered = { kind, documentNumber, enteredBy: by.id, enteredAt: this.clock.now() };
      await typedQueries<CaseTables>(tx)
        .insertInto('calendar_override')
        .values({ date, ...entered })
        .onConflict((conflict) => conflict.column('date').doUpdateSet(entered))
        .execute();
      const revision = await this.#record(tx, { kind: 'override', year, date, documentNumber, detail: diff, by });
      return { diff, present: known !== undefined, consequences, revision };
    });
  }

  /** @throws ProblemError 404 `calendar.override-missing` */
  async removeOverride(date: CivilDate, by: EnteredBy): Promise<WrittenChange> {
    return this.#change(async (tx) => {
      const rows = await readCalendar(tx);
      const known = rows.overrides.find((row) => row.date === date);
      if (known === undefined) {
        throw new ProblemError(404, 'calendar.override-missing', `${date}没有本地调整。`);
      }
      const consequences = await this.#consequences(tx, {
        ...rows,
        overrides: rows.overrides.filter((row) => row !== known),
      });
      await typedQueries<CaseTables>(tx).deleteFrom('calendar_override').where('date', '=', date).execute();
      const diff = compareTables([known], []);
      const year = Number(date.slice(0, 4));
      const documentNumber = known.source ?? '';
      const revision = await this.#record(tx, {
        kind: 'override-removed',
        year,
        date,
        documentNumber,
        detail: diff,
        by,
      });
      return { diff, present: true, consequences, revision };
    });
  }

  /** The table of a year, and the overrides that are in it. */
  async days(year: number): Promise<{ days: readonly DayRow[]; overrides: readonly OverrideRow[] }> {
    const { days } = await readCalendar(this.pool);
    const overrides = await typedQueries<CaseTables>(this.pool)
      .selectFrom('calendar_override')
      .select(['date', 'kind', 'documentNumber', 'enteredBy', 'enteredAt'])
      .where(sql<number>`extract(year from date)`, '=', year)
      .orderBy('date')
      .execute();
    return { days: days.filter((day) => day.year === year), overrides };
  }

  /** The latest changes, newest first. */
  async changes(): Promise<readonly ChangeRow[]> {
    const found = await typedQueries<CaseTables>(this.pool)
      .selectFrom('calendar_change')
      .select(['revision', 'kind', 'year', 'date', 'documentNumber', 'enteredBy', 'enteredByName', 'enteredAt'])
      .select(['detail', 'settledAt'])
      .orderBy('revision', 'desc')
      .limit(200)
      .execute();
    return found.map(({ revision, settledAt, ...row }) => ({
      ...row,
      revision: String(revision),
      settled: settledAt !== null,
    }));
  }

  async #compare(tx: pg.PoolClient, before: CalendarRows, table: OfficialTable): Promise<PreviewedTable> {
    const old = before.days.filter((day) => day.year === table.year);
    const others = before.days.filter((day) => day.year !== table.year);
    const days = [...others, ...table.days].sort((a, b) => a.year - b.year);
    return {
      diff: compareTables(old, table.days),
      present: old.length > 0,
      consequences: await this.#consequences(tx, { ...before, days }),
    };
  }

  /** Counts every open clock by the calendar that these rows make. Needs the scope `calendar`. */
  async #consequences(tx: pg.PoolClient, rows: CalendarRows): Promise<Consequences> {
    const calendar = calendarOf(rows);
    const today = civilDateOf(this.clock.now());
    const moved: MovedClock[] = [];
    let count = 0;
    let after = { caseId: '00000000-0000-0000-0000-000000000000', key: '', run: 0 };
    for (;;) {
      const { caseId: lastCase, key, run } = after;
      const found = await typedQueries<CaseTables>(tx)
        .selectFrom('clock')
        .select(['caseId', 'key', 'run'])
        .select(({ ref }) => ref('state').$castTo<ClockState>().as('state'))
        // Written out, for the index of the open ones.
        .where('status', 'in', [sql.lit('running'), sql.lit('paused')])
        .where(({ eb, refTuple, tuple }) => eb(refTuple('caseId', 'key', 'run'), '>', tuple(lastCase, key, run)))
        .orderBy('caseId')
        .orderBy('key')
        .orderBy('run')
        .limit(batch)
        .execute();
      for (const { caseId, state } of found) {
        const again = recountState(calendar, state, today);
        if (again === state) continue;
        count += 1;
        if (moved.length < maxListed) moved.push({ caseId, ...movedDate(state, again) });
      }
      const last = found.at(-1);
      if (last === undefined || found.length < batch) return { count, moved };
      after = last;
    }
  }

  async #change(work: (tx: pg.PoolClient) => Promise<WrittenChange>): Promise<WrittenChange> {
    const written = await this.#asCalendar(async (tx) => {
      await sql`select pg_advisory_xact_lock(${advisoryLocks.calendarChange})`.execute(typedQueries(tx));
      return work(tx);
    });
    // The other processes are notified; the one that changed it reckons by it from their next call on.
    if (written.revision !== null) await this.calendars.reload();
    return written;
  }

  #asCalendar<T>(work: (tx: pg.PoolClient) => Promise<T>): Promise<T> {
    return inTransaction(this.pool, async (tx) => {
      await sql`select act_as('calendar', '', '')`.execute(typedQueries(tx));
      return work(tx);
    });
  }

  async #record(tx: pg.PoolClient, change: NewChange): Promise<string> {
    const { detail, by, ...row } = change;
    const { revision } = await typedQueries<CaseTables>(tx)
      .insertInto('calendar_change')
      .values({ ...row, enteredBy: by.id, enteredByName: by.name, enteredAt: this.clock.now(), detail: json(detail) })
      .returning('revision')
      .executeTakeFirstOrThrow();
    return String(revision);
  }
}

const nothingChanged: WrittenChange = {
  diff: noDiff,
  present: true,
  consequences: { count: 0, moved: [] },
  revision: null,
};

function isSame({ added, removed, changed }: TableDiff): boolean {
  return added.length + removed.length + changed.length === 0;
}
