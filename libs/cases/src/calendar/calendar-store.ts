/** The official days as rows, and the calendar built from them in memory. */
import { readFileSync } from 'node:fs';
import { buildCalendar, officialDays, officialYears, type Calendar, type DayRow } from '@lawgate/calendar';
import pg from 'pg';

const sql = (name: string): string => readFileSync(new URL(`../../sql/${name}.sql`, import.meta.url), 'utf8');
const seedStatement = sql('seed-calendar');
const calendarStatement = sql('calendar');

/** The rows behind a calendar. */
export interface CalendarRows {
  readonly days: readonly DayRow[];
  readonly overrides: readonly DayRow[];
}

/** Notified by a trigger on `calendar_change`. */
export const calendarChannel = 'calendar_changed';
/** Between two attempts to listen again; milliseconds. */
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

  /** The calendar of this moment; reading it costs nothing. */
  current(): Calendar {
    return this.#calendar;
  }

  /**
   * Puts the built-in tables into the database where a year is missing; a year that is there is never overwritten. A
   * table that a newer program brings is a change of the calendar like an imported one.
   */
  async seed(): Promise<void> {
    await this.pool.query(seedStatement, [JSON.stringify(officialDays)]);
  }

  /** Reads the tables again, after an import or at start. */
  async reload(): Promise<void> {
    this.#asked += 1;
    const turn = this.#asked;
    const rows = await readCalendar(this.pool);
    // Two looks at once may answer in the wrong order; the one that began later has seen at least as much.
    if (turn < this.#shown) return;
    this.#shown = turn;
    this.#calendar = calendarOf(rows);
  }

  /** Reloads whenever any process changes the calendar. Uses a connection of its own until {@link unfollow}. */
  async follow(): Promise<void> {
    const client = new pg.Client(this.pool.options);
    this.#listener = client;
    client.on('notification', () => void this.#heard());
    // Always followed by `end`, which listens again.
    client.on('error', () => {});
    client.once('end', () => this.#again(client));
    try {
      await client.connect();
      await client.query(`listen ${calendarChannel}`);
      // What was changed between the last look and this moment is not reported any more.
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

  /** @returns ends the subscription */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #heard(): Promise<void> {
    try {
      await this.reload();
    } catch {
      // The connection that listens breaks with the database too, and listening again reloads.
      return;
    }
    for (const listener of this.#listeners) listener();
  }

  #again(lost: pg.Client): void {
    // One that was replaced already has no say.
    if (this.#stopped || this.#retry !== null || lost !== this.#listener) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      if (!this.#stopped) void this.follow();
    }, retryMs);
    this.#retry.unref();
  }
}

/** In the order of the tables: where two speak of one day, the later notice holds. One statement sees one state. */
export async function readCalendar(connection: pg.Pool | pg.PoolClient): Promise<CalendarRows> {
  const found = await connection.query<{ days: DayRow[]; overrides: DayRow[] }>(calendarStatement);
  return found.rows[0] as CalendarRows;
}

export function calendarOf({ days, overrides }: CalendarRows): Calendar {
  return buildCalendar(days, [...new Set(days.map((day) => day.year))], overrides);
}
