/** The text of the State Council's notice (国务院办公厅关于…年部分节假日安排的通知), pasted unchanged. */
import { dateOfDayNumber, dayNumber, weekdayOfDayNumber } from '../civil-date.ts';
import { holidayName, isDate, shown } from './table.ts';
import type { ImportProblem, ReadDay, ReadText } from './table.ts';

const title = /关于\s*(\d{4})\s*年\s*部分节假日安排/;
/** 「一、元旦：」. In 「周一、周二：」 the numeral is a weekday. */
const heading = /(?<![周期一二三四五六七八九十])[一二三四五六七八九十]{1,2}、([^：:。；;，,\n]{1,20})[：:]/g;
/** Words for days off or worked; a sentence without one of them is not about the calendar. */
const concerning = /放假|上班|调休|补休|补班|休息/;
const aDate = /\d{1,2}月\d{1,2}日/;
/** Asks units to let people take leave (「安排职工在除夕（2月9日）休息」): that is not a day off. */
const encouraging = /^鼓励/;
const maxRunDays = 31;

const paren = '(?:[（(]([^（()）]{0,30})[）)])?';
const span = new RegExp(
  `^(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日${paren}(?:至(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日${paren})?`,
);
/** A day in a list whose month was given before: 「1月28日、29日上班」. */
const shortSpan = new RegExp(`^()()(\\d{1,2})日${paren}(?:至(?:(\\d{4})年)?(?:(\\d{1,2})月)?(\\d{1,2})日${paren})?`);
const offWords = /^放假(?:调休)?(?:(\d{1,2})天)?((?:[，,](?:共\d{1,2}天|不调休|调休|与周末连休))*)$/;

/** Each sentence about days that cannot be read becomes a problem; nothing is guessed. */
export function readNotice(raw: string): ReadText {
  const text = raw.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const titled = title.exec(text)?.[1];
  const year = titled === undefined ? null : Number(titled);
  const compact = text.replace(/[^\S\n]+/g, '');
  const reader = new NoticeReader(year);
  let name = '';
  let from = 0;
  for (const match of compact.matchAll(heading)) {
    reader.read(name, compact.slice(from, match.index));
    name = match[1] as string;
    from = match.index + match[0].length;
  }
  reader.read(name, compact.slice(from));
  return { year, days: reader.days, problems: reader.problems };
}

/** The same for a text without its title, with the year given by the caller. */
export function readNoticeOf(text: string, year: number): ReadText {
  const titled = readNotice(text);
  return titled.year !== null ? titled : { ...readNotice(`关于${year}年部分节假日安排。\n${text}`) };
}

class NoticeReader {
  readonly days: ReadDay[] = [];
  readonly problems: ImportProblem[] = [];

  constructor(private readonly year: number | null) {}

  /** One part: a heading's name (none before the first heading) and what is under it. */
  read(name: string, part: string): void {
    const before = this.days.length;
    for (const phrase of part.split(/[。；;\n]/)) {
      // The text before the first heading says which holidays the notice is about, without a day.
      const speaks = concerning.test(phrase) && (name !== '' || aDate.test(phrase));
      if (phrase === '' || encouraging.test(phrase)) continue;
      if (name === '' ? speaks : speaks || (this.days.length === before && aDate.test(phrase))) {
        this.#phrase(name, phrase);
      }
    }
  }

  #phrase(name: string, phrase: string): void {
    // Without a year no day can be known; the table then says that the year is missing.
    if (this.year === null) return;
    const problems: ImportProblem[] = [];
    const days: ReadDay[] = [];
    const rest = this.#spans(name, phrase, days, problems);
    const kind = rest === null || days.length === 0 ? null : kindOf(rest);
    if (name === '' || kind === null) {
      // An invalid range has already been reported.
      if (problems.length > 0) this.problems.push(...problems);
      else this.problems.push(unread(phrase));
      return;
    }
    const said = kind === 'off' ? saidCount(rest ?? '') : null;
    if (said !== null && said !== days.length) {
      problems.push({
        code: 'calendar.count-mismatch',
        message: `“${shown(phrase)}”写明共${said}天，而所列日期为${days.length}天。请核对原文。`,
        phrase: shown(phrase),
      });
    }
    this.problems.push(...problems);
    this.days.push(...days.map((day) => ({ ...day, kind })));
  }

  /** Removes the dates at the start of `phrase`. @returns the text after them, null where there is no date at all */
  #spans(name: string, phrase: string, days: ReadDay[], problems: ImportProblem[]): string | null {
    let rest = phrase;
    let month: string | undefined;
    for (;;) {
      const match = span.exec(rest) ?? (month === undefined ? null : shortSpan.exec(rest));
      if (match === null) return month === undefined ? null : rest;
      const [all, , startMonth = ''] = match;
      month = match[6] ?? (startMonth === '' ? month : startMonth);
      this.#days(name, phrase, match, month as string, days, problems);
      rest = all === '' ? rest : rest.slice(all.length).replace(/^[、和及]/, '');
    }
  }

  #days(
    name: string,
    phrase: string,
    match: RegExpExecArray,
    month: string,
    days: ReadDay[],
    problems: ImportProblem[],
  ): void {
    const [, startYear, startMonth, startDay, startNote, endYear, endMonth, endDay, endNote] = match;
    const firstYear = startYear === undefined || startYear === '' ? String(this.year) : startYear;
    const firstMonth = startMonth === undefined || startMonth === '' ? month : startMonth;
    const first = dateOf(firstYear, firstMonth, startDay as string);
    const last = endDay === undefined ? first : dateOf(endYear ?? firstYear, endMonth ?? firstMonth, endDay);
    const count = isDate(first) && isDate(last) ? dayNumber(last) - dayNumber(first) + 1 : 0;
    if (count < 1 || count > maxRunDays) {
      problems.push({
        code: 'calendar.range-invalid',
        message: `“${shown(phrase)}”中的日期不存在，或起止顺序不合理。`,
        phrase: shown(phrase),
      });
      return;
    }
    checkWeekday(first, startNote, phrase, problems);
    if (endDay !== undefined) checkWeekday(last, endNote, phrase, problems);
    const holiday = holidayName(name);
    const filed = { kind: 'off', name: holiday, year: this.year as number } as const;
    for (let day = 0; day < count; day += 1) days.push({ date: dateOfDayNumber(dayNumber(first) + day), ...filed });
  }
}

function kindOf(rest: string): ReadDay['kind'] | null {
  if (/^(?:（[^）]*）)?(?:调休)?(?:上班|补班)$/.test(rest)) return 'work';
  return offWords.test(rest) ? 'off' : null;
}

function saidCount(rest: string): number | null {
  const words = offWords.exec(rest);
  const said = words?.[1] ?? /共(\d{1,2})天/.exec(words?.[2] ?? '')?.[1];
  return said === undefined ? null : Number(said);
}

function checkWeekday(date: string, note: string | undefined, phrase: string, problems: ImportProblem[]): void {
  const said = /(?:周|星期)([一二三四五六日天])/.exec(note ?? '')?.[1];
  if (said === undefined) return;
  const is = '日一二三四五六'[weekdayOfDayNumber(dayNumber(date))];
  if (said.replace('天', '日') === is) return;
  problems.push({
    code: 'calendar.weekday-mismatch',
    message: `“${shown(phrase)}”写明${date}是周${said}，而这一天是周${is}。请核对年份和日期。`,
    phrase: shown(phrase),
  });
}

function unread(phrase: string): ImportProblem {
  return {
    code: 'calendar.notice-phrase',
    message: `这一句无法识别：“${shown(phrase)}”。请核对原文，或改用数据文件导入。`,
    phrase: shown(phrase),
  };
}

function dateOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
