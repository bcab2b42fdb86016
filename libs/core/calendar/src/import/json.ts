/** The JSON of the public holiday data sets. */
import type { DayRow } from '../calendar.ts';
import { holidayName, shown } from './table.ts';
import type { ImportProblem, ReadDay, ReadText } from './table.ts';

/**
 * Two families are known: `{year, days: [{name, date, isOffDay}]}` (or the bare list), as NateScarlet/holiday-cn publishes
 * it, and maps from date to name, as chinese-days has them: `{holidays: {…}, workdays: {…}}`, or one map alone, whose
 * days are off unless their name says 班.
 */
export function readJson(text: string): ReadText {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unreadable('文本不是有效的JSON。请粘贴数据文件的全部内容。');
  }
  if (Array.isArray(value)) return readList(value, null);
  if (!isObject(value)) return unreadable('这种JSON不是节假日数据。');
  if (Array.isArray(value['days'])) return readList(value['days'], yearIn(value['year']));
  if (isObject(value['holidays']) || isObject(value['workdays'])) {
    const off = readMap(value['holidays'], 'off');
    const work = readMap(value['workdays'], 'work');
    return { year: null, days: [...off.days, ...work.days], problems: [...off.problems, ...work.problems] };
  }
  return readMap(value, null);
}

function readList(list: readonly unknown[], year: number | null): ReadText {
  const days: ReadDay[] = [];
  const problems: ImportProblem[] = [];
  for (const entry of list) {
    if (!isObject(entry) || typeof entry['date'] !== 'string' || typeof entry['isOffDay'] !== 'boolean') {
      problems.push(badEntry(JSON.stringify(entry)));
      continue;
    }
    const name = typeof entry['name'] === 'string' ? holidayName(entry['name']) : '';
    const filed = year === null ? {} : { year };
    days.push({ date: entry['date'], kind: entry['isOffDay'] ? 'off' : 'work', name, ...filed });
  }
  return { year, days, problems };
}

function readMap(map: unknown, kind: DayRow['kind'] | null): ReadText {
  const days: ReadDay[] = [];
  const problems: ImportProblem[] = [];
  for (const [date, text] of isObject(map) ? Object.entries(map) : []) {
    if (typeof text !== 'string') {
      problems.push(badEntry(`${date}: ${JSON.stringify(text)}`));
      continue;
    }
    // chinese-days writes "English name,中文名,number of statutory days".
    const name = text.split(',')[1] ?? text;
    days.push({ date, kind: kind ?? (/班/.test(text) ? 'work' : 'off'), name: holidayName(name) });
  }
  return { year: null, days, problems };
}

function yearIn(value: unknown): number | null {
  // Only a string or number: `toString` of a parsed object may not be a function.
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const year = Number(value);
  return Number.isInteger(year) && year >= 1949 && year <= 2199 ? year : null;
}

function badEntry(entry: string): ImportProblem {
  return {
    code: 'calendar.day-invalid',
    message: `这一项不是“日期、放假或上班”：${shown(entry)}`,
    phrase: shown(entry),
  };
}

function unreadable(message: string): ReadText {
  return { year: null, days: [], problems: [{ code: 'calendar.text-unreadable', message }] };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
