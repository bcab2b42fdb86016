/** Result of every reader of an official table: days, and problems for what could not be read. */
import { dayNumber, weekdayOfDayNumber } from '../civil-date.ts';
import type { CivilDate } from '../civil-date.ts';
import type { DayRow } from '../calendar.ts';

export const tableFormats = ['json', 'ics', 'notice'] as const;
export type TableFormat = (typeof tableFormats)[number];

export type ImportProblemCode =
  | 'calendar.text-unreadable'
  | 'calendar.notice-phrase'
  | 'calendar.year-unclear'
  | 'calendar.year-mismatch'
  | 'calendar.table-empty'
  | 'calendar.table-too-long'
  | 'calendar.day-invalid'
  | 'calendar.day-twice'
  | 'calendar.day-outside'
  | 'calendar.work-on-weekday'
  | 'calendar.range-invalid'
  | 'calendar.count-mismatch'
  | 'calendar.weekday-mismatch';

export interface ImportProblem {
  readonly code: ImportProblemCode;
  readonly message: string;
  /** The part of the text that the problem is about. */
  readonly phrase?: string;
}

/** A line as read from a text; the year of its table may still be unknown. */
export interface ReadDay {
  readonly date: CivilDate;
  readonly kind: DayRow['kind'];
  readonly name: string;
  /** The year of the table, where the text gives it. */
  readonly year?: number;
}

/** Result of the reader of one format. */
export interface ReadText {
  readonly days: readonly ReadDay[];
  /** The year that the text names, if it names one. */
  readonly year: number | null;
  readonly problems: readonly ImportProblem[];
}

/** A table that was read and checked; one with problems must not be used. */
export interface ReadTable {
  readonly year: number | null;
  /** By date, each date once. */
  readonly days: readonly DayRow[];
  readonly problems: readonly ImportProblem[];
}

/** An official table has about forty lines; a text with far more is not the table of one year. */
export const maxDays = 150;
/** Limits the answer to a text that is no table. */
const maxProblems = 50;

/**
 * The table of a day that the text files under no year: the notice of a year opens with New Year, which may begin in
 * the last days of December before (the notice for 2023 holds 2022-12-31).
 */
export function tableYearOf(date: CivilDate, name: string): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5, 7) === '12' && name.includes('元旦') ? year + 1 : year;
}

/** 清明节, 端午节 and 中秋节 are written without 节 in the tables that ship; one name for one holiday. */
export function holidayName(text: string): string {
  // A name is stored, so it must not contain control characters or a lone surrogate.
  const name = text
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 40)
    .toWellFormed();
  return /^(清明|端午|中秋)节$/.test(name) ? name.slice(0, -1) : name;
}

/** Chooses the year, keeps its days, and checks them against the rules for official tables. Never throws. */
export function checkTable(read: ReadText, askedYear: number | null): ReadTable {
  const problems: ImportProblem[] = [...read.problems];
  const sound = read.days.filter((day) => {
    if (isDate(day.date)) return true;
    problems.push({
      code: 'calendar.day-invalid',
      message: `“${shown(day.date)}”不是实际存在的日期。`,
      phrase: shown(day.date),
    });
    return false;
  });
  const year = chooseYear(read, sound, askedYear, problems);
  const days = year === null ? [] : daysOf(year, sound, problems);
  // No message about missing days where a reason was given already.
  if (year !== null && days.length === 0 && problems.length === 0) {
    problems.push({ code: 'calendar.table-empty', message: `没有读到${year}年的任何放假或上班日期。` });
  }
  return { year, days, problems: problems.slice(0, maxProblems) };
}

function chooseYear(
  read: ReadText,
  days: readonly ReadDay[],
  asked: number | null,
  problems: ImportProblem[],
): number | null {
  if (asked !== null && read.year !== null && asked !== read.year) {
    problems.push({
      code: 'calendar.year-mismatch',
      message: `填写的年份是${asked}年，而文本是${read.year}年的安排。请核对。`,
    });
    return null;
  }
  const named = asked ?? read.year;
  if (named !== null) return named;
  const years = [...new Set(days.map((day) => day.year ?? tableYearOf(day.date, day.name)))].sort((a, b) => a - b);
  if (years.length === 1) return years[0] as number;
  if (years.length === 0 && problems.length > 0) return null;
  problems.push({
    code: 'calendar.year-unclear',
    message:
      years.length === 0
        ? '文本没有说明是哪一年的安排。请填写年份，或连同标题一并粘贴。'
        : `文本含有${years.length}个年份（${years[0]}至${years.at(-1)}年）。请填写要导入的年份。`,
  });
  return null;
}

function daysOf(year: number, read: readonly ReadDay[], problems: ImportProblem[]): DayRow[] {
  const byDate = new Map<CivilDate, DayRow>();
  const twice = new Set<CivilDate>();
  for (const { date, kind, name, year: filed } of read) {
    if ((filed ?? tableYearOf(date, name)) !== year) continue;
    const known = byDate.get(date);
    if (known !== undefined && known.kind !== kind) twice.add(date);
    if (known === undefined) byDate.set(date, { date, kind, year, name });
  }
  for (const date of twice) {
    problems.push({ code: 'calendar.day-twice', message: `${date}既列为放假，又列为上班。请核对。`, phrase: date });
  }
  const days = [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  if (days.length > maxDays) {
    problems.push({
      code: 'calendar.table-too-long',
      message: `一年的安排不会超过${maxDays}天，读到了${days.length}天。`,
    });
  }
  for (const { date, kind } of days) {
    // A December before and a January after belong to holidays at the turn of the year; anything else is another table.
    if (date < `${year - 1}-12-01` || date > `${year + 1}-01-31`) {
      problems.push({ code: 'calendar.day-outside', message: `${date}不属于${year}年的安排。`, phrase: date });
    }
    const weekday = weekdayOfDayNumber(dayNumber(date));
    if (kind === 'work' && weekday !== 0 && weekday !== 6) {
      problems.push({
        code: 'calendar.work-on-weekday',
        message: `${date}是周${'日一二三四五六'[weekday]}，本来就是工作日，不能是调休上班日。请核对日期。`,
        phrase: date,
      });
    }
  }
  return days;
}

/** True for a date that exists, in years that a table can be of. */
export function isDate(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

/** Part of the user's text, cleaned so that a message may repeat it. */
export function shown(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\s\0]+/g, ' ')
    .trim();
  return line.length > 60 ? `${Array.from(line).slice(0, 60).join('')}…` : line;
}
