import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { widthOf } from './line-text.ts';
import { titleLines } from './title-lines.ts';

describe('a title', () => {
  it.each([
    ['受理通知书', ['受理通知书']],
    ['关于《镇区路灯维护合同》的合法性审查意见书', ['关于《镇区路灯维护合同》的', '合法性审查意见书']],
    [
      '关于《关于对某建材厂违法堆放建筑垃圾案的行政处罚决定》的合法性审查意见书',
      ['关于《关于对某建材厂违法堆放建筑垃圾案的', '行政处罚决定》的合法性审查意见书'],
    ],
    ['关于报送《示例镇农村宅基地建房管理办法》备案的报告', ['关于报送《示例镇农村宅基地', '建房管理办法》备案的报告']],
  ])('%s', (title, lines) => {
    expect(titleLines(title, 20)).toEqual(lines);
  });

  it('loses nothing, is never wider than the line where words fit, and begins no line with a closing mark', () => {
    const piece = fc.constantFrom(
      '关于',
      '《',
      '》',
      '的',
      '合同',
      '审查',
      '意见书',
      '2024年',
      '、',
      '农村宅基地',
      '（',
      '）',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 60 }), (given) => {
        const title = given.join('');
        const lines = titleLines(title, 20);
        expect(lines.join('')).toBe(title);
        if (lines.length === 1) return;
        for (const [index, line] of lines.entries()) {
          expect(widthOf(line)).toBeLessThanOrEqual(20);
          if (index > 0) expect(line).not.toMatch(/^[》）、的]/u);
          if (index < lines.length - 1) expect(line).not.toMatch(/[《（]$/u);
        }
      }),
    );
  });
});
