/** The official days as rows, and the calendar built from them in memory. */
import { buildCalendar, officialDays, officialYears, type Calendar, type DayRow } from '@lawgate/calendar';
import pg from 'pg';
import { sqlText } from '../sql-text.ts';

const seedStatement = sqlText('seed-calendar');
const calendarStatement = sqlText('calendar');

/** The rows behind a calendar. */
export interface CalendarRows {
  readonly days: readonly DayRow[];
  readonly overrides: readonly DayRow[];
}

/** Notified by a trigger on `calendar_change`. */
export const calendarChannel = 'calendar_changed';
/** Delay before listening is tried again, in milliseconds. */
const retryMs = 1_000;

export class CalendarStore {
  #calendar: Calendar = buildCalendar(officialDays, officialYears);
  #asked = 0;
  #shown = 0;
  #listener: pg.Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #stopped = false;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly pool: pg.Pool) {}

  /** The current calendar, from memory. */
  current(): Calendar {
    return this.#calendar;
  }

  /**
   * Writes the built-in table of each year that has none; an existing table is never overwritten. A table that a newer
   * program brings is recorded as a change of the calendar, like an imported one.
   */
  async seed(): Promise<void> {
    await this.pool.query(seedStatement, [JSON.stringify(officialDays)]);
  }

  /** Reads the tables again, after an import or at start. */
  async reload(): Promise<void> {
    this.#asked += 1;
    const turn = this.#asked;
    const rows = await readCalendar(this.pool);
    // Two concurrent loads may answer in the wrong order; the one that began later has read the newer rows.
    if (turn < this.#shown) return;
    this.#shown = turn;
    this.#calendar = calendarOf(rows);
  }

  /** Reloads whenever any process changes the calendar. Uses a separate connection until {@link unfollow}. */
  async follow(): Promise<void> {
    const client = new pg.Client(this.pool.options);
    this.#listener = client;
    client.on('notification', () => void this.#heard());
    // An `error` is always followed by `end`, which starts listening again.
    client.on('error', () => {});
    client.once('end', () => this.#again(client));
    try {
      await client.connect();
      await client.query(`listen ${calendarChannel}`);
      // Changes between the last load and `listen` were not notified.
      await this.reload();
    } catch {
      await client.end().catch(() => {});
      this.#again(client);
    }
  }

  async unfollow(): Promise<void> {
    this.#stopped = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    await this.#listener?.end().catch(() => {});
  }

  /** @returns a function that ends the subscription */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #heard(): Promise<void> {
    try {
      await this.reload();
    } catch {
      // The listening connection breaks when the database does; listening again reloads.
      return;
    }
    for (const listener of this.#listeners) listener();
  }

  #again(lost: pg.Client): void {
    // Ignores the end of a connection that was already replaced.
    if (this.#stopped || this.#retry !== null || lost !== this.#listener) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      if (!this.#stopped) void this.follow();
    }, retryMs);
    this.#retry.unref();
  }
}

/**
 * In the order of the tables: where two contain the same day, the later notice applies. One statement, so that all rows
 * are of one snapshot.
 */
export async function readCalendar(connection: pg.Pool | pg.PoolClient): Promise<CalendarRows> {
  const found = await connection.query<{ days: DayRow[]; overrides: DayRow[] }>(calendarStatement);
  return found.rows[0] as CalendarRows;
}

export function calendarOf({ days, overrides }: CalendarRows): Calendar {
  return buildCalendar(days, [...new Set(days.map((day) => day.year))], overrides);
}
