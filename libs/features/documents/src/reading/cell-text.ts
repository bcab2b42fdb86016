/** Shows the value of a cell as a Chinese Excel shows it, with every digit that is stored. */
import { format, isDateFormat } from 'numfmt';

/** Days between the two first days that workbooks count from. */
const daysTo1904 = 1462;
/** Serial number of 1970-01-01, counted in days from 1900. */
const epochDay = 25_569;
const dayMs = 86_400_000;
/** Significant digits that Excel keeps of a number. */
const precision = 15;

const weekdays = '六日一二三四五';
const lower = { digits: '〇一二三四五六七八九', units: '十百千' };
const upper = { digits: '零壹贰叁肆伍陆柒捌玖', units: '拾佰仟' };
const wide = { digits: '０１２３４５６７８９', units: '' };
/** The numerals of `[DBNum1]` to `[DBNum3]`. */
const numerals = [lower, upper, wide] as const;
type Numerals = (typeof numerals)[number];

/** What has a meaning of its own in a format: quoted text, escaped signs, brackets, and words. */
const tokens = /"[^"]*"|[\\_*!][\s\S]|\[[^\]]*\]|G\/通用格式|General|上午\/下午|a{3,4}(?![a-z])/giu;

/** Decodes `_x000D_` (ST_Xstring, ISO/IEC 29500-1, 22.9.2.19); what is no character of a text is left out. */
export function cellString(text: string): string {
  if (!text.includes('_x')) return text;
  return text
    .replace(/_x([\dA-F]{4})_/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .toWellFormed()
    .replace(/\p{Cc}/gu, (sign) => (/[\t\r\n]/u.test(sign) ? sign : ''));
}

/**
 * Text with the words that its format puts around it.
 *
 * @returns the text itself where the format hides or replaces it
 */
export function shownText(text: string, pattern: string): string {
  if (!/@./u.test(pattern) && !/.@/u.test(pattern)) return text;
  try {
    const shown = format(pattern, text, { locale: 'en-US', nbsp: false }).trim();
    return shown.includes(text.trim()) ? shown : text;
  } catch {
    return text;
  }
}

/** A date of ISO 8601 as the days since the first day of 1900; null where it is none. */
export function serialOf(date: string): number | null {
  const time = Date.parse(/(?:Z|[+-]\d\d:\d\d)$/u.test(date) || !date.includes('T') ? date : `${date}Z`);
  return Number.isFinite(time) ? time / dayMs + epochDay : null;
}

/**
 * @param stored the number as it is stored
 * @returns the stored number where the format hides it or is not known; an empty text for a zero that is hidden
 */
export function shownNumber(stored: string, pattern: string, since1904: boolean): string {
  const number = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(number)) return stored;
  const isDate = isDateFormat(plainPattern(pattern));
  const shown = inFormat(isDate && since1904 ? number + daysTo1904 : number, pattern, isDate);
  if (shown === null) return generalText(number);
  return shown === '' && number !== 0 ? generalText(number) : shown;
}

/** Null where the format is not known. */
function inFormat(value: number, pattern: string, isDate: boolean): string | null {
  if (isDate && value < 0 && /\[(?:h+|m+|s+)\]/iu.test(pattern)) {
    // Time that has passed has a sign: -1.2 days are -28 hours.
    const passed = inFormat(-value, pattern, isDate);
    return passed === null ? null : `-${passed}`;
  }
  const which = /\[DBNum([123])\]/iu.exec(pattern)?.[1];
  const signs = which === undefined ? null : (numerals[Number(which) - 1] ?? null);
  const adapted = isDate ? datePattern(pattern, value) : numberPattern(pattern, value, signs);
  const long = isDate ? null : longNumber(value, adapted);
  try {
    const rounded = isDate ? value : roundable(value);
    const shown = long ?? format(adapted, rounded, { locale: 'en-US', nbsp: false }).trim();
    return signs === null ? shown : kept(inNumerals(shown, signs, isDate));
  } catch {
    return null;
  }
}

/** Every digit that is stored; Excel shows fewer where the column is narrow. */
function generalText(value: number): string {
  const [digits = '', power] = String(Number(value.toPrecision(precision))).split('e');
  if (power === undefined) return digits;
  return `${digits}E${power.startsWith('-') ? '-' : '+'}${power.replace(/^[+-]/u, '').padStart(2, '0')}`;
}

/** Excel rounds the decimal digits that it keeps, the library the binary number: 1.005 is less than it seems there. */
function roundable(value: number): number {
  const short = Number(value.toPrecision(precision));
  return Number.isInteger(short) ? short : short * (1 + 2 * Number.EPSILON);
}

/** Whole numbers beyond 15 digits, such as those of identity cards; null for all others. */
function longNumber(value: number, pattern: string): string | null {
  const plain = /^(#,##)?[#0]*0(?:\.(0+))?(?:_.)*(?:;|$)/u.exec(pattern);
  if (plain === null || Math.abs(value) < 10 ** precision || Math.abs(value) >= 1e21) return null;
  const digits = String(Number(value.toPrecision(precision)));
  const whole = plain[1] === undefined ? digits : digits.replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return plain[2] === undefined ? whole : `${whole}.${plain[2]}`;
}

/** Without what hides from the library that a format is one of dates. */
function plainPattern(pattern: string): string {
  return pattern.replace(/\[DBNum\d\]/giu, '').replace(/上午\/下午/gu, 'AM/PM');
}

/** The names of days and months are English unless the format says otherwise, as in a Chinese Excel. */
function datePattern(pattern: string, value: number): string {
  if (/\[\$-F800\]/iu.test(pattern)) return 'yyyy"年"m"月"d"日"';
  if (/\[\$-F400\]/iu.test(pattern)) return 'h:mm:ss';
  const day = weekdays[((Math.floor(value) % 7) + 7) % 7] ?? '';
  const words = pattern.replace(tokens, (token) => {
    if (/^a+$/iu.test(token)) return `"${token.length === 4 ? '星期' : ''}${day}"`;
    if (/^\[DBNum/iu.test(token)) return '';
    return token === '上午/下午' ? 'AM/PM' : token;
  });
  return pattern.includes('上午/下午') ? `[$-804]${words.replace(/\[\$-\w+\]/gu, '')}` : words;
}

function numberPattern(pattern: string, value: number, signs: Numerals | null): string {
  return pattern.replace(tokens, (token) => {
    if (/^(?:General|G\/通用格式)$/iu.test(token)) {
      const text = generalText(Math.abs(value));
      return `"${signs === null ? text : hidden(counted(text, signs))}"`;
    }
    if (token.startsWith('!')) return `\\${token.slice(1)}`;
    if (token.startsWith('"')) return signs === null ? token : hidden(token);
    if (/^\[DBNum/iu.test(token)) return '';
    // Its language does not change the separators.
    const currency = /^\[\$([^-\]]*)(?:-[^\]]*)?\]$/u.exec(token);
    return currency === null ? token : currency[1] === '' ? '' : `"${currency[1]}"`;
  });
}

/** Digits of quoted text stay as they are, outside of the reach of the numerals. */
const first = 0xe000;
const hidden = (text: string): string => text.replace(/\d/gu, (digit) => String.fromCharCode(first + Number(digit)));
const kept = (text: string): string => text.replace(/[\ue000-\ue009]/gu, (sign) => String(sign.charCodeAt(0) - first));

/** Digit by digit; months, days and hours are counted. */
function inNumerals(text: string, signs: Numerals, isDate: boolean): string {
  return text.replace(/\d+/gu, (digits) => {
    if (!isDate || digits.length > 2 || digits.startsWith('0')) return digitsOf(digits, signs);
    const whole = counted(digits, signs);
    return signs === lower ? whole.replace(/^一(?=十)/u, '') : whole;
  });
}

function digitsOf(digits: string, { digits: signs }: Numerals): string {
  return digits.replace(/\d/gu, (digit) => signs[Number(digit)] ?? digit);
}

/** 壹万贰仟叁佰 of a number in decimal digits; those after the point one by one. */
function counted(text: string, signs: Numerals): string {
  const [whole = '', ...fraction] = text.split('.');
  if (signs.units === '' || !/^\d{1,16}$/u.test(whole)) return digitsOf(text, signs);
  const zero = signs.digits[0] ?? '';
  const groups = (whole.match(/\d{1,4}(?=(?:\d{4})*$)/gu) ?? []).map((group) => group.padStart(4, '0'));
  let found = '';
  let gap = false;
  for (const [index, group] of groups.entries()) {
    for (const [place, digit] of [...group].entries()) {
      if (digit === '0') gap = found !== '';
      else {
        found += `${gap ? zero : ''}${signs.digits[Number(digit)] ?? ''}${signs.units[2 - place] ?? ''}`;
        gap = false;
      }
    }
    const unit = ['', '万', '亿', '万'][groups.length - 1 - index] ?? '';
    if (Number(group) > 0) found += unit;
  }
  return [found === '' ? zero : found, ...fraction.map((digits) => digitsOf(digits, signs))].join('.');
}
