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
import { advisoryLocks, type Clock, inTransaction } from '@lawgate/database';
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
      await tx.query('delete from calendar_day where year = $1', [year]);
      await tx.query(
        `insert into calendar_day (date, kind, year, name, source)
         select x.date, x.kind, $2, x.name, $3 from jsonb_to_recordset($1::jsonb) as x (date date, kind text, name text)`,
        [JSON.stringify(table.days), year, documentNumber],
      );
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
      await tx.query(
        `insert into calendar_override (date, kind, document_number, entered_by, entered_at) values ($1, $2, $3, $4, $5)
         on conflict (date) do update set kind = excluded.kind, document_number = excluded.document_number,
           entered_by = excluded.entered_by, entered_at = excluded.entered_at`,
        [date, kind, documentNumber, by.id, this.clock.now()],
      );
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
      await tx.query('delete from calendar_override where date = $1', [date]);
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
    const overrides = await this.pool.query<OverrideRow>(
      `select date::text, kind, document_number as "documentNumber", entered_by as "enteredBy", entered_at as "enteredAt"
         from calendar_override where extract(year from date) = $1 order by date`,
      [year],
    );
    return { days: days.filter((day) => day.year === year), overrides: overrides.rows };
  }

  /** The latest changes, newest first. */
  async changes(): Promise<readonly ChangeRow[]> {
    const found = await this.pool.query<ChangeRow>(
      `select revision::text, kind, year, date::text, document_number as "documentNumber", entered_by as "enteredBy",
              entered_by_name as "enteredByName", entered_at as "enteredAt", detail, settled_at is not null as settled
         from calendar_change order by calendar_change.revision desc limit 200`,
    );
    return found.rows;
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
    let after = ['00000000-0000-0000-0000-000000000000', '', 0];
    for (;;) {
      const found = await tx.query<{ caseId: string; key: string; run: number; state: ClockState }>(
        `select case_id as "caseId", key, run, state from clock
          where status in ('running', 'paused') and (case_id, key, run) > ($1::uuid, $2, $3::int)
          order by case_id, key, run limit ${batch}`,
        after,
      );
      for (const { caseId, state } of found.rows) {
        const again = recountState(calendar, state, today);
        if (again === state) continue;
        count += 1;
        if (moved.length < maxListed) moved.push({ caseId, ...movedDate(state, again) });
      }
      const last = found.rows.at(-1);
      if (last === undefined || found.rows.length < batch) return { count, moved };
      after = [last.caseId, last.key, last.run];
    }
  }

  async #change(work: (tx: pg.PoolClient) => Promise<WrittenChange>): Promise<WrittenChange> {
    const written = await this.#asCalendar(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [advisoryLocks.calendarChange]);
      return work(tx);
    });
    // The other processes are notified; the one that changed it reckons by it from their next call on.
    if (written.revision !== null) await this.calendars.reload();
    return written;
  }

  #asCalendar<T>(work: (tx: pg.PoolClient) => Promise<T>): Promise<T> {
    return inTransaction(this.pool, async (tx) => {
      await tx.query(`select act_as('calendar', '', '')`);
      return work(tx);
    });
  }

  async #record(tx: pg.PoolClient, change: NewChange): Promise<string> {
    const { kind, year, date, documentNumber, detail, by } = change;
    const written = await tx.query<{ revision: string }>(
      `insert into calendar_change (kind, year, date, document_number, entered_by, entered_by_name, entered_at, detail)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning revision::text`,
      [kind, year, date, documentNumber, by.id, by.name, this.clock.now(), JSON.stringify(detail)],
    );
    return (written.rows[0] as { revision: string }).revision;
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
