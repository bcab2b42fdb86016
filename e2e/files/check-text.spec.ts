/** What counts as read: the rules by which a line of another program is found in our text. */
import { describe, expect, it } from '@jest/globals';
import { missingLines, type NamedPart, type ReadPart, type Witness } from './check-text.ts';

const body = (text: string, page: number | null = null): ReadPart => ({ kind: 'body', page, paragraphs: [text] });
const lines = (witnessed: string, parts: readonly ReadPart[], witness: Witness, unread: readonly NamedPart[] = []) =>
  missingLines(witnessed, { parts, unread }, witness).map(({ line, named }) => [line, named?.part ?? null]);

describe('a line of another program', () => {
  it('is found whatever its spaces and widths', () => {
    expect(lines('价款 １００ 万元\n', [body('价款100万元')], 'word')).toEqual([]);
  });

  it('is missing when one of its characters is another', () => {
    expect(lines('价款100万元\n价款200万元', [body('价款100万元')], 'word')).toEqual([['价款200万元', null]]);
  });

  it('is found with the tracked deletion and without it', () => {
    const marked = [body('价款〔删除：10〕〔插入：100〕万元')];
    expect(lines('价款10100万元\n价款100万元\n价款10万元', marked, 'word')).toEqual([]);
    expect(lines('价款1000万元', marked, 'word')).toHaveLength(1);
  });

  it('is looked for without the number of a list alone', () => {
    expect(lines('1. 交付货物\n• 支付价款', [body('交付货物'), body('支付价款')], 'word')).toEqual([]);
    expect(lines('100万元', [body('万元')], 'word')).toHaveLength(1);
  });

  it('of a workbook is found cell by cell, of a layout run by run', () => {
    expect(lines('甲方\t乙方', [body('乙方'), body('甲方')], 'sheet')).toEqual([]);
    expect(lines('甲方   乙方', [body('乙方', 1), body('甲方', 1)], 'pdf')).toEqual([]);
    expect(lines('甲方 乙方', [body('乙方', 1), body('甲方', 1)], 'pdf')).toEqual([]);
    expect(lines('甲方 丙方', [body('乙方', 1), body('甲方', 1)], 'pdf')).toHaveLength(1);
  });

  it('of a page is not found on another', () => {
    expect(lines('甲方\n\f乙方\n', [body('甲方', 1), body('乙方', 1)], 'pdf')).toEqual([['乙方', null]]);
  });

  it('is named by a part without text on its page, never by a picture', () => {
    const unread = (reason: string, page: number): NamedPart[] => [{ part: `第${page}页`, page, reason }];
    expect(lines('甲方', [], 'pdf', unread('glyphs', 1))).toEqual([['甲方', '第1页']]);
    expect(lines('甲方', [], 'pdf', unread('glyphs', 2))).toEqual([['甲方', null]]);
    expect(lines('甲方', [], 'pdf', unread('picture', 1))).toEqual([['甲方', null]]);
  });
});
