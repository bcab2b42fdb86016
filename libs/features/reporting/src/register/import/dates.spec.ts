import { addCalendarDays, type CivilDate } from '@lawgate/calendar';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainText, readDate, readNumber } from './dates.ts';

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
  ])('is not read from “%s”', (text) => expect(readDate(text)).toBeNull());

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
