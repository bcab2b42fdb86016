import { addWorkingDaysToNumber, nextWorkingDayNumber } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import { CalendarError } from './calendar-error.ts';
import { dateOfDayNumber, dayNumber } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';

/** A time limit in working days by the official tables, or in calendar days. */
export interface Limit {
  value: number;
  unit: 'workday' | 'day';
}

export interface DueDate {
  /** The last day of the limit as counted. */
  due: CivilDate;
  /** The last day in law: `due`, or the next working day when a limit in calendar days ends on a day off (民法典 203). */
  rolled: CivilDate;
  /** The days that were counted, `due` included, so that a person can check by hand. Left out for long day limits. */
  counted: CivilDate[];
  /** Whether a day that was looked at is in a year without an official table, so that the date is a guess (暂估). */
  provisional: boolean;
}

/** A limit in calendar days beyond this lists no counted days: nobody checks a longer list by hand. */
export const MAX_LISTED_DAYS = 31;

/** A hundred years. A longer limit is a slip of the keyboard, and working days are counted one by one. */
const MAX_LIMIT = 36_525;

/**
 * When a limit ends. The day of receipt is day 0 and counting starts on the next day (民法典 201). A limit of 0 working
 * days ends on `from` itself, worked or not; one of 0 calendar days on `from` or the next working day.
 *
 * @throws CalendarError `calendar.bad-date`; `calendar.bad-limit` unless the value is a whole number from 0 to 36,525
 */
export function dueDate(calendar: Calendar, from: CivilDate, limit: Limit): DueDate {
  checkLimit(limit);
  const start = dayNumber(from);
  const { due, rolled } = dueNumber(calendar, start, limit);
  return {
    due: dateOfDayNumber(due),
    rolled: dateOfDayNumber(rolled),
    counted: countedDays(calendar, start, due, limit),
    provisional: isGuess(calendar, start, rolled),
  };
}

/** @throws CalendarError `calendar.bad-limit` */
export function checkLimit({ value, unit }: Limit): void {
  const isCount = Number.isInteger(value) && value >= 0 && value <= MAX_LIMIT;
  if (!isCount || (unit !== 'workday' && unit !== 'day')) {
    throw new CalendarError('calendar.bad-limit', `期限“${value} ${unit}”无效。请填写 0 至 ${MAX_LIMIT} 的整数天数。`);
  }
}

/** The arithmetic of {@link dueDate} by day number. */
export function dueNumber(calendar: Calendar, start: number, limit: Limit): { due: number; rolled: number } {
  if (limit.unit === 'workday') {
    const due = addWorkingDaysToNumber(calendar, start, limit.value);
    return { due, rolled: due };
  }
  const due = start + limit.value;
  return { due, rolled: nextWorkingDayNumber(calendar, due) };
}

/** The days in (`after`, `upTo`], given by number, that use up a limit of this unit; none for a long day limit. */
export function countedDays(calendar: Calendar, after: number, upTo: number, limit: Limit): CivilDate[] {
  const days: CivilDate[] = [];
  if (limit.unit === 'day' && limit.value > MAX_LISTED_DAYS) return days;
  for (let day = after + 1; day <= upTo; day += 1) {
    if (limit.unit === 'day' || calendar.isWorkingDayNumber(day)) days.push(dateOfDayNumber(day));
  }
  return days;
}

/** How many days in (`after`, `upTo`], given by number, use up a limit of this unit; 0 when `upTo` is not later. */
export function usedDays(calendar: Calendar, after: number, upTo: number, unit: Limit['unit']): number {
  if (upTo <= after) return 0;
  return unit === 'day' ? upTo - after : calendar.workingDaysThrough(upTo) - calendar.workingDaysThrough(after);
}

/** Whether a day in (`after`, `upTo`], given by number, is in a year without an official table. */
export function isGuess(calendar: Calendar, after: number, upTo: number): boolean {
  if (upTo <= after) return false;
  const lastYear = yearOf(upTo);
  for (let year = yearOf(after + 1); year <= lastYear; year += 1) {
    if (!calendar.hasTable(year)) return true;
  }
  return false;
}

function yearOf(number: number): number {
  return Number(dateOfDayNumber(number).slice(0, 4));
}
