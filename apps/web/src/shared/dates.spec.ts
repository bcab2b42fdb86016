import { describe, expect, it } from '@jest/globals';
import { civilDate, fullDate, instant, instantToTheSecond, remainingWords, shortDate } from './dates.ts';

describe('dates', () => {
  it('are formatted in Chinese, whatever the time zone of the browser', () => {
    expect(fullDate('2024-02-08')).toBe('2024年2月8日（周四）');
    expect(shortDate('2024-02-08', 2024)).toBe('2月8日');
    expect(shortDate('2024-02-08', 2026)).toBe('2024年2月8日');
  });

  it('of instants are those of Asia/Shanghai, also after four in the afternoon UTC', () => {
    expect(instant('2026-11-23T16:05:00Z')).toBe('2026年11月24日 00:05');
    expect(instantToTheSecond('2026-11-23T16:05:09Z')).toBe('2026年11月24日 00:05:09');
    expect(civilDate(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01');
  });

  it('give the remaining time as text', () => {
    expect([3, 0, -2, null].map(remainingWords)).toEqual([
      '还有 3 个工作日',
      '今天到期',
      '已逾期 2 个工作日',
      '无期限',
    ]);
  });
});
