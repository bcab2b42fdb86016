import { addCalendarDays, type CivilDate } from '@lawgate/calendar';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateFault, plainText, readDate, readNumber } from './dates.ts';

/** Any day that a register may contain. */
const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addCalendarDays('1990-01-01', days));
const parts = (date: CivilDate): [year: string, month: number, day: number] => {
  const [year = '', month = '', on = ''] = date.split('-');
  return [year, Number(month), Number(on)];
};
const wide = (text: string): string =>
  [...text]
    .map((sign) => (sign > ' ' && sign <= '~' ? String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0) : sign))
    .join('');
const chinese = (number: number): string => {
  const digits = '〇一二三四五六七八九';
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`}${ones === 0 ? '' : digits[ones]}`;
};

const writings: ((date: CivilDate) => string)[] = [
  (date) => date,
  (date) => date.replaceAll('-', ''),
  (date) => date.replaceAll('-', '/'),
  (date) => `${date} 00:00:00`,
  (date) => `${date}T08:30:00.000Z`,
  (date) => ((y, m, d) => `${y}.${m}.${d}`)(...parts(date)),
  (date) => ((y, m, d) => ` ${y} 年 ${m} 月 ${d} 日 `)(...parts(date)),
  (date) => ((y, m, d) => `${y}年${m}月${d}号`)(...parts(date)),
  (date) => ((y, m, d) => wide(`${y}.${m}.${d}`))(...parts(date)),
  (date) =>
    ((y, m, d) =>
      `${[...y].map((sign) => '〇一二三四五六七八九'[Number(sign)]).join('')}年${chinese(m)}月${chinese(d)}日`)(
      ...parts(date),
    ),
  (date) => String(Math.round((Date.parse(date) - Date.parse('1899-12-30')) / 86_400_000)),
];

describe('a date in a register', () => {
  it.each(writings.map((write) => [write('2023-02-08'), write] as const))('is read from %s', (_, write) => {
    fc.assert(fc.property(day, (date) => expect(readDate(write(date))).toBe(date)));
  });

  it.each([
    '2023年2月30日',
    '2023-02-29',
    '2023.13.1',
    '2023-00-10',
    '20230230',
    '',
    '无',
    '2023',
    '5',
    '12345',
    '99999',
    '2023-2',
    '二月八日',
    '=A1',
    '23.2.8',
    '230208',
    '2/8/2023',
    '08-02-2023',
    '8-Feb-23',
    '2023/2/110:30',
    '2023/2/1至2023/2/3',
    '2023-02-01、2023-02-03',
    '2023-02-01 25:00',
    '2023-02-01 24:30',
    '2023-02-01 10:60',
    '2023020112',
    '202302012560',
    '2023-02-01 （补）',
    '上午10:30',
    '10:30:00',
    '2023-02-07T16:00:00.000Z',
    '2023-02-08T00:59:00+09:00',
  ])('is not read from “%s”', (text) => expect(readDate(text)).toBeNull());

  const pad = (number: number): string => String(number).padStart(2, '0');
  const halves = (hour: number): string => (hour < 12 ? '上午' : '下午') + (hour % 12 === 0 ? 12 : hour % 12);
  const times: readonly ((hour: number, minute: number, second: number) => string)[] = [
    (h, m) => ` ${h}:${pad(m)}`,
    (h, m) => ` ${pad(h)}:${pad(m)}`,
    (h, m, s) => ` ${pad(h)}:${pad(m)}:${pad(s)}`,
    (h, m, s) => ` ${h}:${m}:${s}`,
    (h, m, s) => `T${pad(h)}:${pad(m)}:${pad(s)}`,
    (h, m, s) => `T${pad(h)}:${pad(m)}:${pad(s)}.123+08:00`,
    (h, m, s) => ` ${pad(h)}:${pad(m)}:${pad(s)}.0`,
    (h, m) => `  ${h}：${pad(m)}`,
    (h, m) => `\u00a0${h}:${pad(m)}`,
    (h, m) => ` ${h}时${m}分`,
    (h) => ` ${h}时`,
    (h, m, s) => ` ${h}点${m}分${s}秒`,
    (h) => ` ${h}点半`,
    (h, m) => ` ${halves(h)}时${m}分`,
    (h, m) => ` ${halves(h)}:${pad(m)}`,
    (h, m) => ` 星期三 ${h}:${pad(m)}`,
    (h, m) => ` ${h % 12 === 0 ? 12 : h % 12}:${pad(m)} ${h < 12 ? 'AM' : 'PM'}`,
  ];
  /** A sign ends the day of these, so that a time may follow without a space. */
  const closed: ((date: CivilDate) => string)[] = [
    (date) => ((y, m, d) => `${y}年${m}月${d}日`)(...parts(date)),
    (date) => ((y, m, d) => `${y}年${pad(m)}月${pad(d)}号`)(...parts(date)),
  ];
  const open: ((date: CivilDate) => string)[] = [
    (date) => ((y, m, d) => `${y}/${m}/${d}`)(...parts(date)),
    (date) => ((y, m, d) => `${y}.${m}.${d}`)(...parts(date)),
    (date) => ((y, m, d) => `${y}-${m}-${d}`)(...parts(date)),
    (date) => date,
    (date) => date.replaceAll('-', ''),
  ];

  it('is the same with every hour and minute behind it', () => {
    const dates = ['2023-02-01', '2023-01-11', '2023-11-30', '2020-02-29', '2023-12-31'] as const;
    const wrong: string[] = [];
    const check = (text: string, date: CivilDate): void => {
      const read = readDate(text);
      if (read !== date) wrong.push(`${text} became ${read}`);
    };
    for (let minutes = 0; minutes < 24 * 60; minutes += 1) {
      const [hour, minute, second] = [Math.floor(minutes / 60), minutes % 60, (minutes * 7) % 60];
      const date = dates[minutes % dates.length] as CivilDate;
      for (const time of times.map((write) => write(hour, minute, second))) {
        for (const write of [...open, ...closed]) check(write(date) + time, date);
        if (!time.startsWith('T')) for (const write of closed) check(write(date) + time.trim(), date);
      }
      check(String((Date.parse(date) - Date.parse('1899-12-30')) / 86_400_000 + minutes / 1440), date);
      check(`${date.replaceAll('-', '')}${pad(hour)}${pad(minute)}`, date);
    }
    expect(wrong).toEqual([]);
  });

  it('of any day is the same with any time behind it', () => {
    const time = fc.tuple(fc.nat(23), fc.nat(59), fc.nat(59));
    fc.assert(
      fc.property(
        day,
        time,
        fc.constantFrom(...open, ...closed),
        fc.constantFrom(...times),
        (date, [h, m, s], write, behind) => {
          expect(readDate(write(date) + behind(h, m, s))).toBe(date);
        },
      ),
    );
  });

  it.each([
    ['2023年2月1日上午10时30分', '2023-02-01'],
    ['2023年2月1日10时30分', '2023-02-01'],
    ['二〇二三年二月一日上午十时三十分', '2023-02-01'],
    ['2023年2月1日（星期三）', '2023-02-01'],
    ['2023-02-01 周三', '2023-02-01'],
    ['2023-02-01 24:00', '2023-02-01'],
    ['2023-02-01T10:30:00Z', '2023-02-01'],
    ['20230201 10:30', '2023-02-01'],
    ['20230201103000', '2023-02-01'],
    ['Wed Feb 01 10:30:00 CST 2023', '2023-02-01'],
    ['1-Feb-2023', '2023-02-01'],
    ['Feb 1, 2023', '2023-02-01'],
    ['44957.9999999999', '2023-02-01'],
  ])('is read from “%s”', (text, date) => expect(readDate(text)).toBe(date));

  it.each([
    ['23.2.8', /两位/],
    ['230208', /两位/],
    ['2/8/2023', /分不清月和日/],
    ['2023年2月', /没有写日/],
    ['2023-02-07T16:00:00.000Z', /北京时间/],
    ['2023-02-01 10:60', /时间部分/],
    ['2023年2月30日', /不是存在的日期/],
  ])('that is none says why: %s', (text, words) => expect(dateFault(text)).toMatch(words));

  it('is either an existing date or none, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123456789年月日.-/ ') })),
        (text) => {
          const date = readDate(text);
          expect(date === null || addCalendarDays(date, 0) === date).toBe(true);
        },
      ),
    );
  });

  it('handles Excel’s serial numbers on both sides of its non-existent leap day', () => {
    expect(readDate('44965')).toBe('2023-02-08');
    expect(readDate('44965.75')).toBe('2023-02-08');
    expect(readDate('45291')).toBe('2023-12-31');
  });
});

describe('a number', () => {
  it.each([
    ['合审〔2023〕4号', '合审'],
    ['合审[2023]4号', '合审'],
    ['合审（2023）第04号', '合审'],
    ['清司审字【２０２３】４号', '清司审'],
    [' 合审〔2023〕 4 ', '合审'],
  ])('%s is read and kept as it is written', (text, code) => {
    expect(readNumber(text)).toEqual({ code, year: 2023, number: 4, text: text.trim() });
  });

  it.each(['4', '第4号', '合审2023-4', '合审〔23〕4号', '合审〔2023〕0号', '合审〔2023〕4号、5号', '=1'])(
    '%s is none',
    (text) => {
      expect(readNumber(text)).toBeNull();
    },
  );

  it('of any form never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void [readNumber(text), plainText(text)]));
  });
});
