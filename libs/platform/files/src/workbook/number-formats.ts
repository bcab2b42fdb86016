/** Which numbers of a workbook are dates, and the text of a number in a cell. Pure. */
import { attributeOf, readPart } from './part-xml.ts';

/** Formats with a fixed number that show dates or times, those of Chinese, Japanese and Korean programs included. */
const dateFormats: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
const firstOwnFormat = 164;

export interface NumberFormats {
  /** Whether a cell of this style shows its number as a date or a time. */
  readonly isDate: (style: number) => boolean;
}

/** @throws Error where the part is not well-formed */
export function readNumberFormats(styles: Buffer | null): NumberFormats {
  const formats = new Map<number, boolean>();
  const cellFormats: number[] = [];
  let within = false;
  if (styles !== null) {
    readPart(styles, {
      open: (name, attributes) => {
        if (name === 'numFmt') {
          const code = attributeOf(attributes, 'formatCode');
          if (code !== undefined) formats.set(Number(attributeOf(attributes, 'numFmtId')), showsDate(code));
        } else if (name === 'cellXfs') within = true;
        else if (within && name === 'xf') cellFormats.push(Number(attributeOf(attributes, 'numFmtId') ?? 0));
      },
      close: (name) => {
        if (name === 'cellXfs') within = false;
      },
    });
  }
  const areDates = cellFormats.map(
    (id) => formats.get(id) ?? (id < firstOwnFormat && dateFormats.some(([from, to]) => id >= from && id <= to)),
  );
  return { isDate: (style) => areDates[style] ?? false };
}

/** Whether the format of positive numbers has a part of a date or a time: y, m, d, h, s, e (year), a (day of the week). */
export function showsDate(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"?/g, '')
    .replace(/[\\_*]./gs, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .split(';', 1)
    .join('')
    .replace(/general|e[+-]/gi, '');
  return /[ymdhseb]|a{3}/i.test(bare);
}

const msOfDay = 86_400_000;
/** 9999-12-31 as a serial number. */
const lastSerial = 2_958_466;

/**
 * The day and the time that a serial number means, as 2023-02-08, 2023-02-08 10:30:00 or, without a day, 10:30:00.
 *
 * @param startsIn1904 the workbook counts days from 1904-01-01
 * @returns null for a number that is no date
 */
export function dateText(serial: number, startsIn1904: boolean): string | null {
  if (!(serial >= 0 && serial < lastSerial)) return null;
  // To the millisecond: a sum of days and minutes differs from a whole number by less.
  const ms = Math.round(serial * msOfDay);
  const time = timeText(ms % msOfDay);
  const days = Math.floor(ms / msOfDay);
  if (days === 0) return time;
  // Day 60 is 1900-02-29, which did not exist.
  if (!startsIn1904 && days === 60) return null;
  const epoch = startsIn1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const day = new Date(epoch + days * msOfDay).toISOString().slice(0, 10);
  return ms % msOfDay === 0 ? day : `${day} ${time}`;
}

function timeText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** As a spreadsheet shows it, with at most 15 digits. Text that is no number stays. */
export function numberText(raw: string): string {
  const number = Number(raw);
  return raw.trim() === '' || !Number.isFinite(number) ? raw : String(Number(number.toPrecision(15)));
}

/** A date that strict workbooks write as ISO 8601, in the form of {@link dateText}. It has no zone, whatever is written. */
export function isoDateText(raw: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2}))?(?:[.,]\d+)?Z?)?$/.exec(raw.trim());
  if (match === null) return raw;
  const [, day = '', minutes, seconds = '00'] = match;
  const time = minutes === undefined ? '00:00:00' : `${minutes}:${seconds}`;
  return time === '00:00:00' ? day : `${day} ${time}`;
}
