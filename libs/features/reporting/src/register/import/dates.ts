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

/**
 * Reads 2023.2.8, 2023年2月8日, 2023-02-08, 2023/2/8, 20230208, 二〇二三年二月八日, full-width digits, a date followed by a time,
 * and the serial numbers that a spreadsheet writes where a date lost its format.
 *
 * @returns null for a text that is not a date, and for days that do not exist (2月30日)
 */
export function readDate(text: string): CivilDate | null {
  const plain = plainText(text);
  if (/^\d{5}(\.\d+)?$/.test(plain)) {
    const serial = Math.floor(Number(plain));
    return serial >= firstSerial && serial <= lastSerial ? addCalendarDays(excelEpoch, serial) : null;
  }
  const match =
    /^(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})(?:日|号)?(?:T?\d{1,2}[:时]\d{1,2}.{0,12})?$/.exec(
      arabic(plain),
    ) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (match === null) return null;
  const [, year = '', month = '', day = ''] = match;
  try {
    return parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  } catch {
    return null;
  }
}

/** 二〇二三年十二月三十一日 in Arabic figures; other texts unchanged. */
function arabic(text: string): string {
  const match =
    /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]?$/.exec(text);
  if (match === null) return text;
  const [, year = '', month = '', day = ''] = match;
  const figures = [...year].map((sign) => Math.max(0, chineseDigits.indexOf(sign))).join('');
  return `${figures}-${upToNinetyNine(month)}-${upToNinetyNine(day)}`;
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
