import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { propertyRuns } from '@lawgate/sizes';
import fc from 'fast-check';
import { officialDays } from '../official-days.ts';
import { compareTables, readTable, tableFormats } from './index.ts';
import { notices } from './notices.fixtures.ts';
import { maxDays } from './table.ts';

const official = (year: number) => officialDays.filter((day) => day.year === year);
const plain = (days: readonly { date: string; kind: string }[]) => days.map(({ date, kind }) => `${date} ${kind}`);
const codes = (format: (typeof tableFormats)[number], text: string, year: number | null = null) =>
  readTable(format, text, year).problems.map(({ code }) => code);
const notice = (body: string) => `国务院办公厅关于2026年部分节假日安排的通知\n${body}`;

describe('the notice of the State Council', () => {
  it.each([2023, 2024, 2025, 2026])('of %i gives exactly the table that ships', (year) => {
    const { days, problems, year: read } = readTable('notice', notices[year] ?? '');
    expect(problems).toEqual([]);
    expect(read).toBe(year);
    expect(plain(days)).toEqual(plain(official(year)));
    for (const [index, { name }] of official(year).entries()) expect(days[index]?.name).toContain(name);
  });

  it('reads the same in one line, with full-width digits, and without its title when the year is given', () => {
    const body = '一、元旦：１月１日（周四）至３日（周六）放假调休，共３天。１月４日（周日）上班。';
    for (const [text, year] of [
      [notice(body), null],
      [body, 2026],
    ] as const) {
      const { days, problems } = readTable('notice', text, year);
      expect(problems).toEqual([]);
      expect(plain(days)).toEqual(plain(official(2026).slice(0, 4)));
    }
  });

  it('takes a list of days whose month is said once', () => {
    const { days, problems } = readTable('notice', notice('二、春节：2月14日、28日上班。'));
    expect(problems).toEqual([]);
    expect(plain(days)).toEqual(['2026-02-14 work', '2026-02-28 work']);
  });

  it.each([
    ['二、春节：2月十五日至23日放假调休，共9天。', '2月十五日至23日放假调休，共9天'],
    ['二、春节：2月15日起放假调休，共9天。', '2月15日起放假调休，共9天'],
    ['二、春节：正月初一放假三天。', '正月初一放假三天'],
    ['二、春节：2月15日至23日放假调休，共九天。', '2月15日至23日放假调休，共九天'],
    ['二、春节：2月14日周六上班补2月16日。', '2月14日周六上班补2月16日'],
    ['春节2月15日至23日放假调休。一、元旦：1月1日放假。', '春节2月15日至23日放假调休'],
    ['一、元旦：1月1日放假。二、春节：2月15日。', '2月15日'],
    ['2月15日放假。一、元旦：1月1日放假。', '2月15日放假'],
    ['一、元旦：1日放假。', '1日放假'],
  ])('names the phrase that does not parse: %s', (body, phrase) => {
    const named = readTable('notice', notice(body)).problems.filter(({ code }) => code === 'calendar.notice-phrase');
    expect(named.map((problem) => problem.phrase)).toEqual([phrase]);
    expect(named[0]?.message).toContain(phrase);
  });

  it.each([
    ['calendar.count-mismatch', '一、元旦：1月1日至3日放假，共4天。'],
    ['calendar.weekday-mismatch', '一、元旦：1月1日（周三）放假1天，不调休。'],
    ['calendar.weekday-mismatch', '一、元旦：1月1日（周四）至3日（周日）放假。'],
    ['calendar.range-invalid', '一、元旦：1月3日至1日放假。'],
    ['calendar.range-invalid', '一、元旦：2月30日放假。'],
    ['calendar.range-invalid', '一、元旦：2月28日至30日放假，共3天。'],
    ['calendar.range-invalid', '一、元旦：1月1日至2月1日放假。'],
    ['calendar.work-on-weekday', '一、元旦：1月1日放假。1月5日上班。'],
    ['calendar.day-twice', '一、元旦：1月1日至4日放假。1月4日（周日）上班。'],
    ['calendar.day-outside', '一、元旦：2024年1月1日放假。'],
    ['calendar.table-empty', ''],
  ])('%s: %s', (code, body) => {
    expect(codes('notice', notice(body))).toEqual([code]);
  });

  it('takes no date from what comes before the first heading, and a run of a whole month', () => {
    const { days, problems } = readTable('notice', notice('2025年11月4日印发。\n一、元旦：1月1日至31日放假。'));
    expect([days.length, problems]).toEqual([31, []]);
  });

  it('needs a year, and one year only', () => {
    expect(codes('notice', '一、元旦：1月1日放假。')).toEqual(['calendar.year-unclear']);
    expect(codes('notice', notice('一、元旦：1月1日放假。'), 2027)).toEqual(['calendar.year-mismatch']);
  });
});

describe('the JSON of the public data sets', () => {
  const list = (year: number) =>
    official(year).map(({ date, kind, name }) => ({ name: `${name}`, date, isOffDay: kind === 'off' }));

  it.each([2023, 2026])('{year, days} of %i gives the table that ships', (year) => {
    const { days, problems } = readTable('json', JSON.stringify({ year, papers: [], days: list(year) }));
    expect(problems).toEqual([]);
    expect(days.map(({ source: _, ...day }) => day)).toEqual(official(year).map(({ source: _, ...day }) => day));
  });

  it.each([2024, 2025, 2026])('the file of chinese-days for %i gives the table that ships', (year) => {
    const folder = dirname(createRequire(import.meta.url).resolve('chinese-days/package.json'));
    const { days, problems } = readTable('json', readFileSync(join(folder, `dist/years/${year}.json`), 'utf8'), year);
    expect(problems).toEqual([]);
    expect(plain(days)).toEqual(plain(official(year)));
  });

  it('one map of dates is days off, and worked where the name says so', () => {
    const text = JSON.stringify({ '2026-12-31': '元旦', '2027-01-01': '元旦', '2027-01-09': '元旦（补班）' });
    const { year, days, problems } = readTable('json', text);
    expect(problems).toEqual([]);
    expect(year).toBe(2027);
    expect(plain(days)).toEqual(['2026-12-31 off', '2027-01-01 off', '2027-01-09 work']);
  });

  it('accepts two maps with the days of both, and names the invalid entries of both', () => {
    const text = JSON.stringify({
      holidays: { '2027-01-01': "New Year's Day,元旦,1", '2027-01-02': 7 },
      workdays: { '2027-01-09': '元旦', '2027-01-10': null },
    });
    const { days, problems } = readTable('json', text, 2027);
    expect(plain(days)).toEqual(['2027-01-01 off', '2027-01-09 work']);
    expect(problems.map(({ phrase }) => phrase)).toEqual(['2027-01-02: 7', '2027-01-10: null']);
    expect(plain(readTable('json', '{"holidays":{"2027-01-01":"元旦"}}').days)).toEqual(['2027-01-01 off']);
    expect(plain(readTable('json', '{"workdays":{"2027-01-09":"元旦"}}').days)).toEqual(['2027-01-09 work']);
  });

  it.each([
    ['1949', 1949],
    [2199, 2199],
    [1948, null],
    [2200, null],
    [2027.5, null],
    [true, null],
    ['', null],
  ])('takes %p as the year of a table where it can be one', (year, read) => {
    expect(readTable('json', JSON.stringify({ year, days: [] })).year).toBe(read);
  });

  it('an entry without a date, or without a name, does not stop the others', () => {
    const days = [{ isOffDay: true }, { date: '2027-01-01', isOffDay: true }, { date: '2027-01-02', isOffDay: 1 }];
    const read = readTable('json', JSON.stringify({ year: 2027, days }));
    expect(read.days).toEqual([{ date: '2027-01-01', kind: 'off', year: 2027, name: '' }]);
    expect(read.problems.map(({ code }) => code)).toEqual(['calendar.day-invalid', 'calendar.day-invalid']);
  });

  it('asks which year of several', () => {
    const text = JSON.stringify([...list(2025), ...list(2026)]);
    expect(codes('json', text)).toEqual(['calendar.year-unclear']);
    expect(plain(readTable('json', text, 2026).days)).toEqual(plain(official(2026)));
  });

  it.each([
    ['calendar.text-unreadable', '{"year": 2027'],
    ['calendar.text-unreadable', '"2027"'],
    ['calendar.table-empty', '{"year": 2027, "days": []}'],
    ['calendar.year-unclear', '{}'],
    [
      'calendar.day-invalid',
      '{"year":2027,"days":[{"date":"2027-02-30","isOffDay":true},{"date":"2027-01-01","isOffDay":true}]}',
    ],
    ['calendar.day-invalid', '{"year":2027,"days":[{"date":"2027-01-01","isOffDay":true},{"date":"2027-01-02"}]}'],
    [
      'calendar.day-twice',
      '{"year":2027,"days":[{"date":"2027-01-02","isOffDay":true},{"date":"2027-01-02","isOffDay":false}]}',
    ],
    ['calendar.work-on-weekday', '{"year":2027,"days":[{"date":"2027-01-01","isOffDay":false}]}'],
    ['calendar.day-outside', '{"year":2027,"days":[{"date":"2026-06-01","isOffDay":true}]}'],
  ])('%s: %s', (code, text) => {
    expect(codes('json', text)).toEqual([code]);
  });
});

describe('iCalendar files', () => {
  const ics = (...events: string[]) =>
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      ...events.flatMap((event) => ['BEGIN:VEVENT', event, 'END:VEVENT']),
      'END:VCALENDAR',
    ].join('\r\n');

  it('give days by their summaries; the end is the day after the last', () => {
    const text = ics(
      'DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270103\r\nSUMMARY:元旦（休）',
      'DTSTART;VALUE=DATE:20270109\r\nSUMMARY:元旦\r\n （班）\r\nBEGIN:VALARM\r\nSUMMARY:放假\r\nEND:VALARM',
      'DTSTART;VALUE=DATE:20270214\r\nSUMMARY:情人节',
      'DTSTART;VALUE=DATE:20270220\r\nDTEND;VALUE=DATE:20270221\r\nSUMMARY:上班(补春节假期)',
    );
    const { year, days, problems } = readTable('ics', text);
    expect(problems).toEqual([]);
    expect(year).toBe(2027);
    expect(days.map(({ date, kind, name }) => [date, kind, name])).toEqual([
      ['2026-12-31', 'off', '元旦'],
      ['2027-01-01', 'off', '元旦'],
      ['2027-01-02', 'off', '元旦'],
      ['2027-01-09', 'work', '元旦'],
      ['2027-02-20', 'work', '春节'],
    ]);
  });

  it('give the day on which an event both begins and ends, and no longer run than a month', () => {
    const run = (from: string, to: string) =>
      readTable('ics', ics(`DTSTART:${from}\r\nDTEND:${to}\r\nSUMMARY:放假`), 2027);
    expect(plain(run('20270101', '20270101').days)).toEqual(['2027-01-01 off']);
    expect(run('20270101T000000', '20270201').days).toHaveLength(31);
    const tooLong = run('20270101', '20270202').problems;
    expect(tooLong.map(({ code, phrase }) => [code, phrase])).toEqual([
      ['calendar.range-invalid', '放假 2027-01-01 2027-02-02'],
    ]);
  });

  it('with line feeds alone, blanks about their lines and commas in their names are read as well', () => {
    const lines = [
      ' BEGIN:VCALENDAR ',
      'BEGIN:VEVENT',
      'DTSTART : 20270101 ',
      'SUMMARY:元旦\\,跨',
      '\t年 休息',
      'END:VEVENT',
    ];
    expect(readTable('ics', lines.join('\n'), 2027).days).toEqual([
      { date: '2027-01-01', kind: 'off', year: 2027, name: '元旦,跨年' },
    ]);
  });

  it('pass over alarms before the summary, and lines without a colon', () => {
    const alarm = 'BEGIN:VALARM\r\nSUMMARY:放假\r\nEND:VALARM';
    const text = ics(`DTSTART:20270109\r\n${alarm}\r\nENDS\r\nSUMMARY:元旦（班）`);
    expect(plain(readTable('ics', text, 2027).days)).toEqual(['2027-01-09 work']);
  });

  it.each([
    ['元旦假期 第1天/共3天', '元旦'],
    ['春节假期 第12天（共15天）', '春节'],
    ['中秋节（10天）放假', '中秋'],
    ['国庆节 放假 共18天 全国', '国庆节'],
    ['清明节 休息', '清明'],
  ])('name the holiday of "%s"', (summary, name) => {
    const read = readTable('ics', ics(`DTSTART:20270101\r\nSUMMARY:${summary}`), 2027);
    expect(read.days.map((day) => day.name)).toEqual([name]);
  });

  it('name the event whose end is no day', () => {
    const { days, problems } = readTable('ics', ics('DTSTART:20270101\r\nDTEND:2027\r\nSUMMARY:放假'), 2027);
    expect([days, problems.map(({ code, phrase }) => [code, phrase])]).toEqual([
      [],
      [['calendar.day-invalid', '放假 20270101 2027']],
    ]);
  });

  it.each([
    ['calendar.text-unreadable', '元旦'],
    ['calendar.day-invalid', ics('DTSTART:20270101T000000Z\r\nSUMMARY:元旦（休）')],
    ['calendar.range-invalid', ics('DTSTART:20270105\r\nDTEND:20270101\r\nSUMMARY:元旦（休）')],
    ['calendar.text-unreadable', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20270101'],
    ['calendar.table-empty', ics('DTSTART:20270214\r\nSUMMARY:情人节')],
  ])('%s', (code, text) => {
    expect(codes('ics', text, 2027)).toContain(code);
  });
});

describe('a table', () => {
  const off = (date: string, name?: string) => ({ date, isOffDay: true, name });
  const table = (days: readonly unknown[], year?: number) => readTable('json', JSON.stringify({ year, days }));

  it('is of the year in which its days are; a New Year that begins in December is of the next', () => {
    expect(table([off('2026-12-31', '元旦'), off('2027-01-01', '元旦')]).year).toBe(2027);
    expect(table([off('2026-12-31', '其他'), off('2026-10-01')]).year).toBe(2026);
  });

  it.each([
    ['2026-11-30', ['calendar.day-outside']],
    ['2026-12-01', []],
    ['2028-01-31', []],
    ['2028-02-01', ['calendar.day-outside']],
  ])('of 2027 holds %s or not', (date, problems) => {
    expect(table([off('2027-05-01'), off(date)], 2027).problems.map(({ code }) => code)).toEqual(problems);
  });

  it('keeps the first of two equal lines, in the order of their dates', () => {
    const { days, problems } = table([off('2027-05-01', '劳动节'), off('2027-01-01', '元旦'), off('2027-05-01', '假')]);
    expect([days.map(({ date, name }) => [date, name]), problems]).toEqual([
      [
        ['2027-01-01', '元旦'],
        ['2027-05-01', '劳动节'],
      ],
      [],
    ]);
  });

  it('longer than any year has is refused', () => {
    const day = (index: number) =>
      off(`2027-0${1 + Math.floor(index / 28)}-${String(1 + (index % 28)).padStart(2, '0')}`);
    const codesOf = (length: number) =>
      table(
        Array.from({ length }, (_, index) => day(index)),
        2027,
      ).problems.map(({ code }) => code);
    expect([codesOf(maxDays), codesOf(maxDays + 1)]).toEqual([[], ['calendar.table-too-long']]);
  });

  it('names the years between which one has to choose', () => {
    const several = table([off('2028-05-01'), off('2026-05-01'), off('2027-05-01')]).problems;
    expect(several.map(({ message }) => message)).toEqual([expect.stringContaining('3个年份（2026至2028年）')]);
    expect(readTable('json', '{}').problems[0]?.message).toContain('没有说明');
    const broken = table([off('2026-05-01'), off('2027-05-01'), off('2027-02-30')]).problems;
    expect(broken.map(({ code }) => code)).toEqual(['calendar.day-invalid', 'calendar.year-unclear']);
  });

  it('reports no more than 50 problems', () => {
    expect(table(Array.from({ length: 60 }, () => off('2027-02-30'))).problems).toHaveLength(50);
  });

  it('may be a map of worked days alone, and keeps 40 characters of a name', () => {
    const text = JSON.stringify({ workdays: { '2027-01-09': `New Year,${'元'.repeat(41)},1` } });
    const { days, problems } = readTable('json', text, 2027);
    expect([problems, days.map(({ name }) => name)]).toEqual([[], ['元'.repeat(40)]]);
  });

  it('keeps names without invisible characters, and dates of no other form', () => {
    expect(table([off('2027-05-01', ' 劳动\u200b节\u0007 ')], 2027).days[0]?.name).toBe('劳动节');
    expect(table([off('2027-05-01', '新清明节')], 2027).days[0]?.name).toBe('新清明节');
    for (const date of ['x2027-05-01', '2027-05-01x', '2227-05-01', '1827-05-01']) {
      expect(table([off(date)], 2027).problems.map(({ code }) => code)).toEqual(['calendar.day-invalid']);
    }
  });

  it('repeats a long or broken phrase in one line of at most 60 characters', () => {
    const phraseOf = (text: string) => table([off(text)], 2027).problems[0]?.phrase;
    expect(phraseOf('a  b\n\nc\0 ')).toBe('a b c');
    expect(phraseOf('长'.repeat(60))).toBe('长'.repeat(60));
    expect(phraseOf('长'.repeat(61))).toBe(`${'长'.repeat(60)}…`);
  });
});

describe('whatever is pasted', () => {
  const scraps = fc.constantFrom(
    '一、',
    '元旦：',
    '1月1日',
    '至',
    '3日',
    '（周四）',
    '放假',
    '，共3天',
    '。',
    '上班',
    '2026年',
    '、',
    'BEGIN:VEVENT\n',
    'BEGIN:VCALENDAR\n',
    'DTSTART:20270101\n',
    'SUMMARY:休\n',
    'END:VEVENT\n',
    '{',
    '}',
    '"days":',
    '[',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.array(scraps, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.array(scraps, { maxLength: 40 }).map((parts) => notice(parts.join(''))),
    fc.record({ year: fc.anything(), days: fc.array(fc.anything()) }).map((value) => JSON.stringify(value) ?? ''),
  );

  it('is no year where the year is an object with a toString that is no function', () => {
    expect(() => readTable('json', '{"year":{"toString":0},"days":[]}', null)).not.toThrow();
  });

  it('never throws, and gives each date once, of the year that it says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...tableFormats),
        texts,
        fc.option(fc.integer({ min: 2000, max: 2099 })),
        (format, text, year) => {
          const read = readTable(format, text, year);
          expect(new Set(read.days.map(({ date }) => date)).size).toBe(read.days.length);
          expect(read.days.every((day) => day.year === read.year)).toBe(true);
          // Nothing is ever silently empty.
          expect(read.days.length + read.problems.length).toBeGreaterThan(0);
          if (year !== null && read.year !== null) expect(read.year).toBe(year);
        },
      ),
      { numRuns: propertyRuns(1500) },
    );
  });
});

describe('comparing tables', () => {
  it('reports what came, what went and what turned', () => {
    expect(
      compareTables(
        [
          { date: '2027-01-01', kind: 'off' },
          { date: '2027-01-02', kind: 'off' },
          { date: '2027-01-04', kind: 'off' },
        ],
        [
          { date: '2027-01-04', kind: 'off' },
          { date: '2027-01-02', kind: 'work' },
          { date: '2027-01-03', kind: 'off', name: '元旦' },
        ],
      ),
    ).toStrictEqual({
      added: [{ date: '2027-01-03', kind: 'off', name: '元旦' }],
      removed: [{ date: '2027-01-01', kind: 'off' }],
      changed: [{ date: '2027-01-02', from: 'off', to: 'work' }],
    });
  });
});
