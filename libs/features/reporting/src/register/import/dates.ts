/** Parses dates and numbers as people write them in registers. Pure. */
import { addCalendarDays, parseCivilDate, type CivilDate } from '@lawgate/calendar';

const chineseDigits = '〇一二三四五六七八九';
/** Day 0 of Excel's serial numbers, chosen so that 60 and more are right in spite of its non-existent 1900-02-29. */
const excelEpoch = '1899-12-30';
/** 1990-01-01 and 2099-12-31 as Excel serial numbers: other numbers are not dates of a register. */
const [firstSerial, lastSerial] = [32_874, 73_050];

/** Replaces full-width digits, letters and signs by ASCII ones; removes all spaces. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

/** Numbers of the months by their English abbreviations. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const msOfDay = 86_400_000;
const minutesOfDay = 24 * 60;
/** A time with another zone is that of an instant; the day of a register is a day in China. */
const chinaMinutes = 8 * 60;

/**
 * Reads 2023.2.8, 2023年2月8日, 2023-02-08, 2023/2/8, 20230208, 二〇二三年二月八日, full-width digits, the serial numbers that a
 * spreadsheet writes where a date lost its format, and any of them followed by a time or a day of the week. The time never
 * changes the day. A text is a date only where it can mean one day alone: see {@link dateFault}.
 *
 * @returns null for a text that is not a date, and for days that do not exist (2月30日)
 */
export function readDate(text: string): CivilDate | null {
  const found = dateAndRest(arabic(spaced(text)));
  return found !== null && isTimeOfDay(found.rest) ? found.day : null;
}

/** Why {@link readDate} reads no date: the end of a sentence that begins with the text. */
export function dateFault(text: string): string {
  const plain = arabic(spaced(text));
  if (dateAndRest(plain) !== null) return '的时间部分读不出，或换算成北京时间后不是同一天';
  if (/^\d{4}(年|[-./])\d{1,2}月?$/.test(plain.replaceAll(' ', ''))) return '没有写日';
  if (/^'?\d{2}(年|[-./])\s*\d{1,2}(月|[-./])\s*\d{1,2}日?\b/.test(plain) || /^\d{6}$/.test(plain))
    return '的年份只有两位，分不清年、月、日';
  if (/^\d{1,2}[-./]\d{1,2}[-./]\d{4}/.test(plain)) return '的年份不在最前面，分不清月和日';
  return '不是存在的日期';
}

/** NFKC with single spaces. */
function spaced(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

/** The day at the beginning of a text, and what follows. */
function dateAndRest(text: string): { readonly day: CivilDate; readonly rest: string } | null {
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(text);
  if (serial !== null) {
    const day = serialDay(Number(text));
    return day === null ? null : { day, rest: '' };
  }
  const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)(.*)$/u.exec(text) ?? /^(\d{4})(\d{2})(\d{2})(\d{4}|\d{6})$/.exec(text);
  const [whole, year = '', month = '', day = '', rest = ''] =
    /^(\d{4}) ?(?:年|[-./]) ?(\d{1,2}) ?(?:月|[-./]) ?(\d{1,2})(?!\d)(.*)$/u.exec(text) ??
    compact ??
    englishDate(text) ??
    [];
  if (whole === undefined) return null;
  try {
    return { day: parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`), rest };
  } catch {
    return null;
  }
}

function serialDay(serial: number): CivilDate | null {
  // To the millisecond: a sum of days and minutes differs from a whole number by less.
  const day = Math.floor(Math.round(serial * msOfDay) / msOfDay);
  return day >= firstSerial && day <= lastSerial ? addCalendarDays(excelEpoch, day) : null;
}

/** 8-Feb-2023, Feb 8, 2023, and what Java prints: Wed Feb 08 10:30:00 CST 2023. In the order of a Chinese date. */
function englishDate(text: string): readonly string[] | null {
  const { year, month, day, time } =
    /^(?<day>\d{1,2})[- ](?<month>[A-Za-z]{3})[a-z]*[- ,]+(?<year>\d{4})(?<time>.*)$/.exec(text)?.groups ??
    /^(?<month>[A-Za-z]{3})[a-z]*\.? (?<day>\d{1,2}),? (?<year>\d{4})(?<time>.*)$/.exec(text)?.groups ??
    /^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>\d{2})(?<time> [\d:]{8}) (?:CST|GMT\+08:00) (?<year>\d{4})$/.exec(
      text,
    )?.groups ??
    {};
  const number = months.indexOf(month?.toLowerCase() ?? '') + 1;
  if (number === 0 || year === undefined || day === undefined) return null;
  return [text, year, String(number), day, time ?? ''];
}

const clock = new RegExp(
  [
    /^(?<half>上午|下午|晚上|中午|凌晨|早上|am|pm)?/,
    / ?(?<hour>\d{1,2}) ?(?:[:时点]| ?(?=am|pm))/,
    / ?(?:(?<minute>\d{1,2}|半|整) ?[:分]?)?/,
    / ?(?:(?<second>\d{1,2})(?:[.,]\d+)? ?秒?)?/,
    / ?(?:am|pm)?/,
    / ?(?:(?<zone>z|utc|(?:gmt|utc)?[+-]\d{1,2}(?::?\d{2})?))?$/,
  ]
    .map(({ source }) => source)
    .join(''),
  'i',
);

/** Whether the text behind a day is nothing, a day of the week, or a time that leaves the day as it is. */
function isTimeOfDay(rest: string): boolean {
  if (/^\d{4}$|^\d{6}$/.test(rest))
    return isTime(Number(rest.slice(0, 2)), Number(rest.slice(2, 4)), Number(rest.slice(4)));
  const ended = /^ ?[日号]/.test(rest);
  const behind = rest
    .replace(/^ ?[日号]/, '')
    .replace(/^ ?\(?(星期|周|礼拜)[一二三四五六日天]\)?/, '')
    .replace(/^ ?\((mon|tue|wed|thu|fri|sat|sun)[a-z]*\)/i, '');
  if (behind.trim() === '') return true;
  // Without a sign between them, the digits of the day and of the hour cannot be distinguished.
  const separated = /^(?:,? |T|,)(.+)$/.exec(behind)?.[1] ?? (ended || /^(上午|下午)/.test(behind) ? behind : null);
  const parts = separated === null ? undefined : clock.exec(arabicTime(separated.trim()))?.groups;
  if (parts === undefined) return false;
  const minute = parts['minute'] === '半' ? 30 : parts['minute'] === '整' ? 0 : Number(parts['minute'] ?? 0);
  const hour = Number(parts['hour']);
  return isTime(hour, minute, Number(parts['second'] ?? 0)) && isSameDayInChina(hour * 60 + minute, parts['zone']);
}

function isTime(hour: number, minute: number, second: number): boolean {
  return hour <= 24 && minute <= 59 && second <= 60 && (hour < 24 || minute + second === 0);
}

/** @param zone such as Z, +08:00 or GMT+8; none means local time */
function isSameDayInChina(minutes: number, zone: string | undefined): boolean {
  if (zone === undefined) return true;
  const [, sign = '+', hours = '0', more = '0'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  const offset = (Number(hours) * 60 + Number(more)) * (sign === '-' ? -1 : 1);
  const local = minutes - offset + chinaMinutes;
  return local >= 0 && local < minutesOfDay;
}

/** 十时三十分 in Arabic figures. */
function arabicTime(text: string): string {
  return text.replace(/[〇零一二三四五六七八九十]{1,3}(?=[时点分秒])/gu, (figures) => String(upToNinetyNine(figures)));
}

/** 二〇二三年十二月三十一日 at the beginning in Arabic figures; other texts unchanged. */
function arabic(text: string): string {
  const match =
    /^([〇○零一二三四五六七八九]{4}) ?年 ?([一二三四五六七八九十]{1,3}) ?月 ?([一二三四五六七八九十]{1,3}) ?(?=[日号]|$)/u.exec(
      text,
    );
  if (match === null) return text;
  const [whole, year = '', month = '', day = ''] = match;
  const figures = [...year].map((sign) => Math.max(0, chineseDigits.indexOf(sign))).join('');
  return `${figures}-${upToNinetyNine(month)}-${upToNinetyNine(day)}${text.slice(whole.length)}`;
}

function upToNinetyNine(text: string): number {
  const digit = (sign: string): number => Math.max(0, chineseDigits.indexOf(sign));
  const [tens, ones] = text.includes('十') ? text.split('十') : ['-', text];
  if (tens === '-') return digit(ones ?? '');
  return (tens === '' ? 1 : digit(tens ?? '')) * 10 + digit(ones ?? '');
}

export interface NumberParts {
  /** 代字 */
  readonly code: string;
  readonly year: number;
  readonly number: number;
  /** As printed on the paper. */
  readonly text: string;
}

/** 合审〔2023〕4号, also with other brackets, 第, padding or 字; null for a text of another form. */
export function readNumber(text: string): NumberParts | null {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  const match = /^([\p{Script=Han}A-Za-z]{1,20})[〔[【(［〈](\d{4})[〕\]】)］〉]第?0*([1-9]\d{0,4})号?$/u.exec(plain);
  if (match === null) return null;
  const [, code = '', year = '', number = ''] = match;
  return { code: code.replace(/字$/u, ''), year: Number(year), number: Number(number), text: text.trim() };
}
