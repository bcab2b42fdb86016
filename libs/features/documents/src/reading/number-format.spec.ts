import { expect, it } from '@jest/globals';
import { formatNumber } from './number-format.ts';

it.each([
  ['decimal', 12, '12'],
  ['decimalZero', 7, '07'],
  ['upperRoman', 1994, 'MCMXCIV'],
  ['lowerLetter', 28, 'bb'],
  ['lowerLetter', 781, '781'],
  ['upperLetter', 999_999_999, '999999999'],
  ['ordinal', 13, '13th'],
  ['ordinal', 22, '22nd'],
  ['decimalEnclosedCircle', 21, '㉑'],
  ['decimalEnclosedCircle', 60, '60'],
  ['chineseCounting', 10, '十'],
  ['chineseCounting', 20, '二十'],
  ['chineseCountingThousand', 110, '一百一十'],
  ['chineseCountingThousand', 1005, '一千零五'],
  ['chineseCountingThousand', 100_010, '十万零一十'],
  ['taiwaneseCounting', 15, '十五'],
  ['japaneseCounting', 101, '百零一'],
  ['ideographTraditional', 11, '甲'],
  ['ideographDigital', 105, '一〇五'],
  ['chineseLegalSimplified', 12, '壹拾贰'],
  ['none', 3, ''],
  ['someFutureFormat', 3, '3'],
])('the number format %s writes %d as %s', (format, value, expected) => {
  expect(formatNumber(value, format)).toBe(expected);
});

it('pads a number as its own pattern does', () => {
  expect(formatNumber(7, 'custom', '001, 002, 003, ...')).toBe('007');
  expect(formatNumber(7, 'custom', '0'.repeat(1_000_000))).toHaveLength(20);
});
