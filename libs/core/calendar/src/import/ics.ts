/** iCalendar files (RFC 5545) of holiday subscriptions: one event for one day or a run of days. */
import { dateOfDayNumber, dayNumber } from '../civil-date.ts';
import type { DayRow } from '../calendar.ts';
import { holidayName, isDate, shown } from './table.ts';
import type { ImportProblem, ReadDay, ReadText } from './table.ts';

/** No holiday is longer; a longer event is a mistake in the file. */
const maxRunDays = 31;

/**
 * Reads all-day events. `DTEND` is the day after the last one. An event counts when its summary says 休, 假 (off) or 班
 * (worked); others, such as festivals on which people work, are skipped.
 */
export function readIcs(text: string): ReadText {
  // A long line goes on in the next one, which begins with a blank.
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  if (!lines.some((line) => line.trim().toUpperCase() === 'BEGIN:VCALENDAR')) {
    return {
      year: null,
      days: [],
      problems: [{ code: 'calendar.text-unreadable', message: '文本不是日历文件（ICS），开头应为BEGIN:VCALENDAR。' }],
    };
  }
  const days: ReadDay[] = [];
  const problems: ImportProblem[] = [];
  let event: Map<string, string> | null = null;
  // Alarms inside an event have summaries of their own, which are skipped.
  let inner = 0;
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const name = (line.slice(0, colon).split(';')[0] ?? '').trim().toUpperCase();
    const value = line.slice(colon + 1).trim();
    if (name === 'BEGIN') {
      if (value.toUpperCase() === 'VEVENT') event = new Map();
      else if (event !== null) inner += 1;
    } else if (name === 'END') {
      if (inner > 0) inner -= 1;
      else if (event !== null) {
        readEvent(event, days, problems);
        event = null;
      }
    } else if (event !== null && inner === 0 && !event.has(name)) event.set(name, value);
  }
  if (event !== null) {
    problems.push({ code: 'calendar.text-unreadable', message: '日历文件不完整：最后一个事件没有结束。' });
  }
  return { year: null, days, problems };
}

function readEvent(event: ReadonlyMap<string, string>, days: ReadDay[], problems: ImportProblem[]): void {
  const summary = unescaped(event.get('SUMMARY') ?? '');
  const kind = kindOf(summary);
  if (kind === null) return;
  const start = dateIn(event.get('DTSTART'));
  const endText = event.get('DTEND');
  const end = endText === undefined ? null : dateIn(endText);
  if (start === null || (endText !== undefined && end === null)) {
    const phrase = shown(`${summary} ${event.get('DTSTART') ?? ''} ${endText ?? ''}`);
    problems.push({ code: 'calendar.day-invalid', message: `事件“${phrase}”的日期无法识别。`, phrase });
    return;
  }
  const first = dayNumber(start);
  const last = end === null || end === start ? first : dayNumber(end) - 1;
  if (last < first || last - first >= maxRunDays) {
    const phrase = shown(`${summary} ${start} ${end ?? ''}`);
    problems.push({ code: 'calendar.range-invalid', message: `事件“${phrase}”的起止日期不合理。`, phrase });
    return;
  }
  const name = nameIn(summary);
  for (let day = first; day <= last; day += 1) days.push({ date: dateOfDayNumber(day), kind, name });
}

/** 上班 of a make-up day often names the holiday it makes up for, so 班 is looked for first. */
function kindOf(summary: string): DayRow['kind'] | null {
  if (summary.includes('班')) return 'work';
  return /[休假]/.test(summary) ? 'off' : null;
}

function nameIn(summary: string): string {
  const made = /补\s*(\p{Script=Han}{2,5}?)(?:假期|假)/u.exec(summary)?.[1];
  return holidayName(
    made ?? summary.replace(/[（(][^）)]*[）)]|第\d+天.*$|共\d+天.*$|补班|上班|假期|放假|调休|休息/g, ''),
  );
}

/** `20270101`, or the local day of `20270101T000000`; an instant in UTC is not accepted. */
function dateIn(value: string | undefined): string | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T\d{6})?$/.exec(value ?? '');
  const date = match === null ? '' : `${match[1]}-${match[2]}-${match[3]}`;
  return isDate(date) ? date : null;
}

function unescaped(text: string): string {
  return text.replace(/\\([,;\\])/g, '$1').replace(/\\n/gi, ' ');
}
