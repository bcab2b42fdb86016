/** Terms in years and months, and the window before a last day. */
import { addWorkingDays } from './calendar.ts';
import type { Calendar } from './calendar.ts';
import { addCalendarDays, dayNumber, wholeDays } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';

/** A length of time before or after a day. */
export interface Span {
  value: number;
  unit: 'workday' | 'day' | 'month';
}

/**
 * The corresponding day `months` later, or earlier when negative; the last day of the month where there is none
 * (民法典 202): 31 August less six months is the last of February.
 *
 * @throws CalendarError `calendar.bad-date`, `calendar.bad-count` also when it leaves the years 1 to 9999
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  dayNumber(date);
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const count = year * 12 + (month - 1) + wholeDays(months);
  const first = monthStart(count);
  const length = dayNumber(monthStart(count + 1)) - dayNumber(first);
  return addCalendarDays(first, Math.min(day, length) - 1);
}

/**
 * The last day of a term of whole years that begins on `from` itself: the day before the anniversary, since a document in
 * force from 1 March is in force through the last of February. Where the year has no such day (29 February) its month's
 * last day is the last one (民法典 202).
 *
 * @throws CalendarError `calendar.bad-date`, `calendar.bad-count`
 */
export function lastDayOfYears(from: CivilDate, years: number): CivilDate {
  const anniversary = addMonths(from, years * 12);
  return anniversary.slice(5) === from.slice(5) ? addCalendarDays(anniversary, -1) : anniversary;
}

/** The first day of the window before a last day, worked or not. */
export function windowDay(calendar: Calendar, lastDay: CivilDate, window: Span): CivilDate {
  if (window.unit === 'month') return addMonths(lastDay, -window.value);
  return window.unit === 'day'
    ? addCalendarDays(lastDay, -window.value)
    : addWorkingDays(calendar, lastDay, -window.value);
}

/** The first day of a month that is given as months since the year 0. */
function monthStart(count: number): CivilDate {
  const year = Math.floor(count / 12);
  return `${String(year).padStart(4, '0')}-${String(count - year * 12 + 1).padStart(2, '0')}-01`;
}
