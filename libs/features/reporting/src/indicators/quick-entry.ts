/** Parses one line as people write it in a notebook: 日期 种类 数量 备注. Pure. */
import { parseCivilDate, type CivilDate } from '@lawgate/calendar';
import type { Kind } from './kinds.ts';

export interface ParsedEntry {
  readonly kind: Kind;
  readonly date: CivilDate;
  readonly number: number;
  readonly note: string;
}

/** Why a line was not understood: the phrase, and what is possible. */
export interface Misread {
  readonly code:
    'indicator.date-unknown' | 'indicator.kind-unknown' | 'indicator.kind-ambiguous' | 'indicator.number-unknown';
  readonly message: string;
}

const datePatterns: readonly RegExp[] = [
  /^(?<year>\d{4})\s*[.\-/年]\s*(?<month>\d{1,2})\s*[.\-/月]\s*(?<day>\d{1,2})(?!\d)\s*[日号]?/,
  /^(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})(?!\d)\s*[日号]?/,
];
const unitWords = '人次|[次场件份条人台个期名户篇册张部起例宗]';

/** @param today a date without a year is in this year or, if that would be in the future, in last year */
export function parseLine(line: string, kinds: readonly Kind[], today: CivilDate): ParsedEntry | Misread {
  // Replaces characters one by one, so that offsets still fit the original text, from which the note is cut.
  const folded = foldDigits(line);
  let at = skipBlanks(folded, 0);

  const found = datePatterns.map((pattern) => pattern.exec(folded.slice(at))).find((match) => match !== null);
  const date = found?.groups === undefined ? null : dateOf(found.groups, today);
  if (found === undefined || date === null) {
    const phrase = found?.[0].trim() ?? firstWord(folded.slice(at));
    return {
      code: 'indicator.date-unknown',
      message: `「${short(phrase)}」不是日期。请以日期开头，如 2023.3.8、3月8日、2023-03-08，且须是存在的日期。`,
    };
  }
  at = skipBlanks(folded, at + found[0].length);

  const phrase = /^[^\d\s:：]+/.exec(folded.slice(at))?.[0] ?? '';
  const kind = findKind(phrase, kinds);
  if ('code' in kind) return kind;
  at += phrase.length;

  const number = /^[\s:：]*(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?![\d.,]*\d)/.exec(folded.slice(at));
  const value = number?.groups === undefined ? null : Number(number.groups['digits']?.replaceAll(',', ''));
  if (number === null || value === null || !Number.isSafeInteger(value)) {
    return {
      code: 'indicator.number-unknown',
      message: `「${short(folded.slice(at).trim() || line.trim())}」处应为数量（整数），如「${kind.label} 2」。`,
    };
  }
  at += number[0].length;
  const unit = new RegExp(`^\\s*(?:${escape(kind.unit)}|${unitWords})(?=$|[\\s,，.。;；、:：])`).exec(folded.slice(at));
  at += unit?.[0].length ?? 0;
  return {
    kind,
    date,
    number: value,
    note: line
      .slice(at)
      .replace(/^[\s,，.。;；、:：]+/, '')
      .trim(),
  };
}

/** A kind by its name, a synonym, or an unambiguous part of one. */
function findKind(phrase: string, kinds: readonly Kind[]): Kind | Misread {
  const active = kinds.filter((kind) => kind.active);
  const all = active.map(({ label }) => label).join('、');
  if (phrase === '') return { code: 'indicator.kind-unknown', message: `日期后应为种类。可用的种类：${all}。` };
  const named = (fits: (name: string) => boolean): Kind[] =>
    active.filter(({ key, label, synonyms }) => [key, label, ...synonyms].some(fits));
  const exact = named((name) => name === phrase);
  const candidates = exact.length > 0 ? exact : named((name) => name.includes(phrase));
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return only;
  if (candidates.length > 1) {
    const possible = candidates.map(({ label }) => `「${label}」`).join('、');
    return { code: 'indicator.kind-ambiguous', message: `「${short(phrase)}」可以是${possible}，请写明是哪一种。` };
  }
  return { code: 'indicator.kind-unknown', message: `没有「${short(phrase)}」这个种类。可用的种类：${all}。` };
}

function dateOf(groups: Record<string, string | undefined>, today: CivilDate): CivilDate | null {
  const two = (text = ''): string => text.padStart(2, '0');
  const rest = `${two(groups['month'])}-${two(groups['day'])}`;
  const given = groups['year'];
  if (given !== undefined) return existing(`${given}-${rest}`);
  const year = Number(today.slice(0, 4));
  const thisYear = existing(`${year}-${rest}`);
  if (thisYear !== null && thisYear <= today) return thisYear;
  return existing(`${year - 1}-${rest}`);
}

/** Null for a day that does not exist. */
export function existing(text: string): CivilDate | null {
  try {
    return parseCivilDate(text);
  } catch {
    return null;
  }
}

/** Replaces full-width digits, date signs and blanks; the length stays. */
function foldDigits(text: string): string {
  return text.replace(/[\uff0d-\uff19\u3000]/g, (sign) =>
    sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}

function skipBlanks(text: string, at: number): number {
  return at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
}

function firstWord(text: string): string {
  return /^\S+/.exec(text)?.[0] ?? '';
}

function short(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
