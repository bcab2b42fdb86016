import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareTexts } from './compare-texts.ts';

const differencesOf = (left: string[], right: string[]) =>
  compareTexts(left, right, 10_000).hunks.map(({ left: l, right: r, spans }) => [
    l,
    r,
    spans.map(({ kind, text }) => ({ same: text, removed: `-${text}-`, added: `+${text}+` })[kind]).join(''),
  ]);

describe('two texts', () => {
  const contract = [
    '采购合同',
    '第一条 价款为10万元。',
    '第二条 违约金为每日千分之一。',
    '第三条 争议由甲方所在地法院管辖。',
  ];

  it('that are equal have no differences', () => {
    expect(differencesOf(contract, contract)).toEqual([]);
  });

  it('of which one has an additional zero differ by that zero', () => {
    const sealed = contract.with(1, '第一条 价款为100万元。');
    expect(differencesOf(contract, sealed)).toEqual([[1, 1, '第一条 价款为10+0+万元。']]);
  });

  it('of which one lacks a clause, or has one more, report that clause', () => {
    expect(differencesOf(contract, contract.toSpliced(2, 1))).toEqual([[2, null, '-第二条 违约金为每日千分之一。-']]);
    expect(differencesOf(contract, contract.toSpliced(4, 0, '第四条 另行约定。'))).toEqual([
      [null, 4, '+第四条 另行约定。+'],
    ]);
  });

  it('do not differ by spaces, full-width letters, or line breaks', () => {
    expect(differencesOf(['第一条　价款为ＡＢＣ'], ['第一条 价款为 ABC'])).toEqual([]);
    expect(differencesOf(['第一条 价款为10万元。第二条 略。'], ['第一条 价款为', '10万元。', '第二条 略。'])).toEqual(
      [],
    );
  });

  it('keep every character of both sides in their spans', () => {
    const paragraph = fc.string({ unit: fc.constantFrom('甲', '乙', '1', '0', '。'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 8 }), fc.array(paragraph, { maxLength: 8 }), (left, right) => {
        for (const { left: l, right: r, spans } of compareTexts(left, right, 10_000).hunks) {
          const side = (without: string) =>
            spans.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('');
          expect(side('added')).toBe(l === null ? '' : left[l]);
          expect(side('removed')).toBe(r === null ? '' : right[r]);
        }
      }),
    );
  });

  it('that have nothing in common are compared within the time limit', () => {
    const left = Array.from({ length: 3000 }, (_, index) => `甲${index}`.repeat(20));
    const right = Array.from({ length: 3000 }, (_, index) => `乙${index}`.repeat(20));
    const began = performance.now();
    const { hunks } = compareTexts(left, right, 300);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(hunks.length).toBeGreaterThan(0);
  });
});
