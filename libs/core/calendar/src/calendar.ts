import {
  addCalendarDays,
  civilDateOf,
  dateOfDayNumber,
  dayNumber,
  parseTimeOfDay,
  timeOfDayOf,
  weekdayOfDayNumber,
  wholeDays,
} from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';

/** One line of an official table (国务院办公厅节假日安排通知), or of a correction that a place has made to it. */
export interface DayRow {
  date: CivilDate;
  kind: 'off' | 'work';
  /**
   * The official table that says so. The day itself may be in the neighbouring year: the 2023 table holds 2022-12-31.
   */
  year: number;
  name?: string;
  source?: string;
}

/** Which days are worked. Made by {@link buildCalendar}; never changes afterwards. */
export interface Calendar {
  isWorkingDay(d: CivilDate): boolean;
  /** Whether the official table of this year is known. Days of a year without one are guessed from the weekday. */
  hasTable(year: number): boolean;
  /** The years with an official table, ascending. */
  readonly years: readonly number[];
  /** {@link isWorkingDay} by day number (days since 1970-01-01), for counting without text. */
  isWorkingDayNumber(number: number): boolean;
  /** Working days from 1970-01-05, a Monday, through this day number. Only differences of it mean anything. */
  workingDaysThrough(number: number): number;
}

/**
 * Working day = Monday to Friday, without official days off, with official make-up days.
 *
 * @param rows Lines of the official tables. When two name the same date, the later line wins (a notice was amended).
 * @param years The years whose official table `rows` holds in full.
 * @param overrides Corrections. They win over every row, and do not make a table of the year they are in.
 * @throws CalendarError `calendar.bad-date`
 */
export function buildCalendar(
  rows: readonly DayRow[],
  years: readonly number[],
  overrides: readonly DayRow[] = [],
): Calendar {
  const worked = new Map<number, boolean>();
  for (const row of rows) worked.set(dayNumber(row.date), row.kind === 'work');
  for (const row of overrides) worked.set(dayNumber(row.date), row.kind === 'work');

  // Only the days on which the table contradicts the weekday move the count: off from Monday to Friday, or worked at a
  // weekend. Their running total turns "how many working days between" into two binary searches.
  const exceptions: number[] = [];
  const runningTotal: number[] = [];
  let total = 0;
  for (const [number, isWorked] of [...worked].sort(([a], [b]) => a - b)) {
    if (isWorked === isMondayToFriday(number)) continue;
    total += isWorked ? 1 : -1;
    exceptions.push(number);
    runningTotal.push(total);
  }

  const tables = new Set(years);
  const isWorkingDayNumber = (number: number): boolean => worked.get(number) ?? isMondayToFriday(number);
  return {
    years: [...tables].sort((a, b) => a - b),
    hasTable: (year) => tables.has(year),
    isWorkingDay: (d) => isWorkingDayNumber(dayNumber(d)),
    isWorkingDayNumber,
    workingDaysThrough: (number) =>
      mondaysToFridaysThrough(number) + (runningTotal[lastAtOrBefore(exceptions, number)] ?? 0),
  };
}

/** The day itself when it is worked, otherwise the next one that is. */
export function nextWorkingDay(calendar: Calendar, d: CivilDate): CivilDate {
  return dateOfDayNumber(nextWorkingDayNumber(calendar, dayNumber(d)));
}

/** {@link nextWorkingDay} by day number. */
export function nextWorkingDayNumber(calendar: Calendar, number: number): number {
  let day = number;
  while (!calendar.isWorkingDayNumber(day)) day += 1;
  return day;
}

/**
 * The `n`-th working day after `d`, or before it when `n` is negative ("two working days before the meeting" is -2).
 * `d` itself is never counted, and 0 gives back `d`, be it worked or not: roll it with {@link nextWorkingDay} if need
 * be.
 *
 * @throws CalendarError `calendar.bad-date`, `calendar.bad-count`
 */
export function addWorkingDays(calendar: Calendar, d: CivilDate, n: number): CivilDate {
  return dateOfDayNumber(addWorkingDaysToNumber(calendar, dayNumber(d), wholeDays(n)));
}

/** {@link addWorkingDays} by day number. */
export function addWorkingDaysToNumber(calendar: Calendar, number: number, n: number): number {
  const step = n < 0 ? -1 : 1;
  let day = number;
  for (let left = Math.abs(n); left > 0;) {
    day += step;
    if (calendar.isWorkingDayNumber(day)) left -= 1;
  }
  return day;
}

/** Working days in (`after`, `upTo`]. When `upTo` is before `after`: minus those in (`upTo`, `after`]. */
export function workingDaysBetween(calendar: Calendar, after: CivilDate, upTo: CivilDate): number {
  return calendar.workingDaysThrough(dayNumber(upTo)) - calendar.workingDaysThrough(dayNumber(after));
}

/**
 * The day on which something handed in at this instant counts as received: business hours end the last day (民法典
 * 203), so what comes after closing time, or on a day off, counts as received on the next working day. At closing time
 * to the second is still in time.
 *
 * @param closingTime `HH:MM`, Asia/Shanghai; null where only the day counts
 * @throws CalendarError `calendar.bad-instant`, `calendar.bad-time`
 */
export function receiptDate(calendar: Calendar, instant: Date | string, closingTime: string | null): CivilDate {
  const date = civilDateOf(instant);
  const isLate = closingTime !== null && timeOfDayOf(instant) > parseTimeOfDay(closingTime);
  return nextWorkingDay(calendar, isLate ? addCalendarDays(date, 1) : date);
}

function isMondayToFriday(number: number): boolean {
  const day = weekdayOfDayNumber(number);
  return day !== 0 && day !== 6;
}

/** 1970-01-05, day number 4, was a Monday. */
function mondaysToFridaysThrough(number: number): number {
  const days = number - 4 + 1;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(5, days - weeks * 7);
}

/** Index of the last entry that is not greater than `value`; -1 when there is none. */
function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
