import { CalendarError } from './calendar-error.ts';

/** A civil date in Asia/Shanghai, `YYYY-MM-DD`. Dates compare correctly as text. */
export type CivilDate = string;

/** 0 = Sunday … 6 = Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;
/** China has kept UTC+8 without summer time since 1992; nothing here looks further back. */
const SHANGHAI_OFFSET_MS = 8 * 60 * MS_PER_MINUTE;

const FIRST_DAY_NUMBER = -719_162; // 0001-01-01
const LAST_DAY_NUMBER = 2_932_896; // 9999-12-31
/** Names of days from 1970 to 2099 are kept once made: lists of counted days ask for the same ones again and again. */
const LAST_KEPT_DAY_NUMBER = 47_481;
const keptNames = new Map<number, CivilDate>();

/**
 * The number of days from 1970-01-01 to this date (negative before it). All arithmetic of this package is done on these
 * numbers, without `Date` and `Intl`, because the same few dates are counted thousands of times a second.
 *
 * @throws CalendarError `calendar.bad-date` when the text is not a date of the calendar.
 */
export function dayNumber(date: CivilDate): number {
  if (typeof date !== 'string' || date.length !== 10 || date.charCodeAt(4) !== 45 || date.charCodeAt(7) !== 45) {
    throw badDate(date);
  }
  const year = digits(date, 0, 4);
  const month = digits(date, 5, 7);
  const day = digits(date, 8, 10);
  // `digits` returns NaN for anything else, and every comparison with NaN is false.
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) throw badDate(date);
  // Years begin in March here, so that the leap day is the last day of a year.
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/**
 * The date this many days after 1970-01-01.
 *
 * @throws CalendarError `calendar.bad-count` when the number is not whole or leaves the years 1 to 9999.
 */
export function dateOfDayNumber(number: number): CivilDate {
  const kept = keptNames.get(number);
  if (kept !== undefined) return kept;
  if (!Number.isInteger(number) || number < FIRST_DAY_NUMBER || number > LAST_DAY_NUMBER) {
    throw new CalendarError('calendar.bad-count', `日期超出可计算范围：${number}。请检查天数。`);
  }
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const name = `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
  if (number >= 0 && number <= LAST_KEPT_DAY_NUMBER) keptNames.set(number, name);
  return name;
}

/** 0 = Sunday … 6 = Saturday, of a day number. 1970-01-01 was a Thursday. */
export function weekdayOfDayNumber(number: number): Weekday {
  return ((((number + 4) % 7) + 7) % 7) as Weekday;
}

/**
 * Reads a date that a person or another system wrote. Only `YYYY-MM-DD` is taken, and only days that exist.
 *
 * @throws CalendarError `calendar.bad-date`, for instance for 2023-02-30.
 */
export function parseCivilDate(text: string): CivilDate {
  dayNumber(text);
  return text;
}

/** @throws CalendarError `calendar.bad-count` when `n` is not a whole number. */
export function addCalendarDays(d: CivilDate, n: number): CivilDate {
  return dateOfDayNumber(dayNumber(d) + wholeDays(n));
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(d: CivilDate): Weekday {
  return weekdayOfDayNumber(dayNumber(d));
}

/** Calendar days from `a` to `b`; negative when `b` is before `a`. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return dayNumber(b) - dayNumber(a);
}

/**
 * The civil date in Asia/Shanghai at this instant. A text must be an ISO instant that names its offset (`Z` or
 * `+08:00`): without one it would mean another day on another machine.
 *
 * @throws CalendarError `calendar.bad-instant`
 */
export function civilDateOf(instant: Date | string): CivilDate {
  return dateOfDayNumber(Math.floor(shanghaiMilliseconds(instant) / MS_PER_DAY));
}

/** Milliseconds since midnight in Asia/Shanghai at this instant. @throws CalendarError `calendar.bad-instant` */
export function timeOfDayOf(instant: Date | string): number {
  const local = shanghaiMilliseconds(instant);
  return local - Math.floor(local / MS_PER_DAY) * MS_PER_DAY;
}

/**
 * The instant at which clocks in Asia/Shanghai show this time (`HH:MM`, 00:00 to 23:59) on this date, written in UTC as
 * `Date.prototype.toISOString` does, so that instants compare as text.
 *
 * @throws CalendarError `calendar.bad-date`, `calendar.bad-time`
 */
export function instantOf(date: CivilDate, hhmm = '00:00'): string {
  return new Date(dayNumber(date) * MS_PER_DAY + parseTimeOfDay(hhmm) - SHANGHAI_OFFSET_MS).toISOString();
}

/** Milliseconds since midnight of `HH:MM`. @throws CalendarError `calendar.bad-time` */
export function parseTimeOfDay(hhmm: string): number {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(hhmm)) {
    throw new CalendarError('calendar.bad-time', `时间“${hhmm}”无效。请按 HH:MM 填写，例如 17:30。`);
  }
  return (digits(hhmm, 0, 2) * 60 + digits(hhmm, 3, 5)) * MS_PER_MINUTE;
}

/**
 * @throws CalendarError `calendar.bad-count` when the number of days is not whole, or longer than all years there are.
 */
export function wholeDays(n: number): number {
  if (!Number.isInteger(n) || Math.abs(n) > LAST_DAY_NUMBER - FIRST_DAY_NUMBER)
    throw new CalendarError('calendar.bad-count', `天数“${n}”无效。请填写整数。`);
  return n;
}

const INSTANT = /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)$/;

function shanghaiMilliseconds(instant: Date | string): number {
  const ms = typeof instant === 'string' ? millisecondsOfText(instant) : instant.getTime();
  if (Number.isNaN(ms)) throw badInstant(String(instant));
  return ms + SHANGHAI_OFFSET_MS;
}

function millisecondsOfText(text: string): number {
  const match = INSTANT.exec(text);
  if (!match) throw badInstant(text);
  // `Date.parse` turns 30 February into 2 March, so the date part is read strictly first.
  dayNumber(match[1] as CivilDate);
  const offset = match[4] as string;
  // PostgreSQL writes a space and a short offset ("+08"), which only the full form of ISO 8601 makes certain to parse.
  const fullOffset = offset === 'Z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}`;
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11, text.length - offset.length)}${fullOffset}`);
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function badDate(text: unknown): CalendarError {
  return new CalendarError('calendar.bad-date', `日期“${String(text)}”无效。请按 YYYY-MM-DD 填写一个实际存在的日期。`);
}

function badInstant(text: string): CalendarError {
  return new CalendarError('calendar.bad-instant', `时刻“${text}”无效。请使用带时区的 ISO 8601 时刻。`);
}
