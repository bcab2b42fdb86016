/** A paragraph that is not drawn is named, whatever else is drawn. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertyRuns } from '@lawgate/sizes';
import { missingParagraphs, withoutMarks, type DrawnLine } from './missing-paragraphs.ts';

const line = (text: string, number = '', isLoose = false): DrawnLine => ({ text, number, isLoose });
const missing = async (extracted: readonly string[], drawn: readonly DrawnLine[]): Promise<string[]> =>
  (
    await missingParagraphs(
      extracted.map((text) => ({ text })),
      drawn,
    )
  ).map(({ text }) => text);

it('is counted: what occurs twice has to be drawn twice', async () => {
  expect(await missing(['甲', '乙', '甲'], [line('甲'), line('乙')])).toEqual(['甲']);
  expect(await missing(['甲', '乙', '甲'], [line('甲'), line('乙'), line('甲')])).toEqual([]);
});

it('is not found within a line that answers for another paragraph', async () => {
  expect(await missing(['伍拾万元', '价款为伍拾万元。'], [line('价款为伍拾万元。')])).toEqual(['伍拾万元']);
});

it('is found without regard to spaces, widths, marks of changes and its number', async () => {
  expect(await missing(['价款为〔删除：10〕〔插入：100〕万元'], [line('价款 为10100万元')])).toEqual([]);
  expect(await missing(['第一条\t付款', '验收'], [line('付款', '第一条 '), line('验收', '第二条 ')])).toEqual([]);
  expect(await missing(['第四条 付款'], [line('付款', '第一条 ')])).toEqual(['第四条 付款']);
  expect(withoutMarks('合审〔2023〕31号〔插入：见〔2024〕1号〕')).toBe('合审〔2023〕31号见〔2024〕1号');
});

it('is found with the mark of a note that the drawing counts otherwise, and only there', async () => {
  const noted = { ...line('价款以附注为准。'), hasNote: true };
  expect(await missing(['价款以附注为准¹。'], [noted])).toEqual([]);
  expect(await missing(['价款以附注为准¹。'], [line('价款以附注为准。')])).toEqual(['价款以附注为准¹。']);
  expect(await missing(['系数为10²'], [line('系数为10')])).toEqual(['系数为10²']);
});

it('is found where a page cuts it, a row spreads it, or a formula writes it otherwise', async () => {
  expect(
    await missing(['乙方应当按照约定交付全部货物'], [line('乙方应当按照'), line('- 1 -'), line('约定交付全部货物')]),
  ).toEqual([]);
  expect(await missing(['单价\t1800\t元'], [line('单价'), line('元'), line('1800')])).toEqual([]);
  expect(await missing(['单价\t9800\t元'], [line('单价'), line('元'), line('1800')])).toEqual(['单价\t9800\t元']);
  expect(await missing(['x^2'], [line('x2', '', true)])).toEqual([]);
});

it('is found in a header that other pages repeat, with another number of a page, and only if it is of a header', async () => {
  const header = { ...line('合同编号001'), isRepeated: true };
  const footer = { ...line('第3页共12页'), isRepeated: true };
  const found = await missingParagraphs(
    [
      { text: '合同编号001', part: 'header' },
      { text: '合同编号001', part: 'text-box' },
      { text: '第1页共9页', part: 'footer' },
      { text: '合同编号001', part: 'header' },
      { text: '合同编号001', part: 'body' },
      { text: '合同编号002', part: 'text-box' },
    ],
    [header, footer],
  );
  // The line itself answers for one of them, as for every paragraph.
  expect(found.map(({ text, part }) => `${part} ${text}`)).toEqual(['body 合同编号001', 'text-box 合同编号002']);
});

it('is found with raised words, marks that end in it, and symbols that no table knows', async () => {
  const noted = { ...line('uᵘⁿᵈ weiter'), hasNote: true };
  expect(await missing(['uᵘⁿᵈ weiter⁴⁶'], [noted])).toEqual([]);
  expect(await missing(['甲〕'], [line('甲')])).toEqual([]);
  expect(await missing(['〔符号：Monotype Sorts EA〕 名称'], [line('名称', '•')])).toEqual([]);
});

it('is named alone when any one line of a document is left out', async () => {
  const paragraph = fc.string({ unit: fc.constantFrom(...'甲乙丙丁一二三'), minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 30 }), fc.nat(), async (all, pick) => {
      const at = pick % all.length;
      expect(
        await missing(
          all,
          all.map((text) => line(text)),
        ),
      ).toEqual([]);
      const without = all.filter((_, index) => index !== at).map((text) => line(text));
      expect(await missing(all, without)).toEqual([all[at]]);
    }),
    { numRuns: propertyRuns(100) },
  );
});

it('lets the page answer while a long document is searched', async () => {
  const all = Array.from({ length: 4000 }, (_, at) => `第${at}段${'乙方应当按照约定交付'.repeat(20)}`);
  let pauses = 0;
  const found = await missingParagraphs(
    all.map((text) => ({ text })),
    [line('别的文字')],
    () => {
      pauses += 1;
      return Promise.resolve();
    },
  );
  expect(found).toHaveLength(4000);
  expect(pauses).toBeGreaterThan(0);
});
