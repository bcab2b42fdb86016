import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changesIn } from './changes.ts';
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
    expect(differencesOf(contract, sealed)).toEqual([[1, 1, '第一条 价款为-10万元-+100万元+。']]);
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

  it('differ by whole words: amounts, dates, numbers and names are never cut', () => {
    const changed = (left: string, right: string) =>
      compareTexts([left], [right], 10_000).hunks.flatMap(({ spans }) =>
        spans.filter(({ kind }) => kind !== 'same').map(({ text, word }) => [text, word]),
      );
    expect(changed('合同价款986000元。', '合同价款996000元。')).toEqual([
      ['986000元', 'amount'],
      ['996000元', 'amount'],
    ]);
    expect(changed('共计1,000.00元整', '共计1,500.00元整')).toEqual([
      ['1,000.00元整', 'amount'],
      ['1,500.00元整', 'amount'],
    ]);
    expect(changed('人民币壹拾万元整', '人民币玖拾万元整')).toEqual([
      ['壹拾万元整', 'amount'],
      ['玖拾万元整', 'amount'],
    ]);
    expect(changed('于2026年3月1日交付', '于2026年3月11日交付')).toEqual([
      ['2026年3月1日', 'date'],
      ['2026年3月11日', 'date'],
    ]);
    expect(changed('乙方：某甲设备有限公司。', '乙方：某申设备有限公司。')).toEqual([
      ['某甲设备有限公司', 'name'],
      ['某申设备有限公司', 'name'],
    ]);
  });

  it.each([
    ['合同价款为', '986,000.00元', '896,000.00元', '', 'amount'],
    ['合同价款为', '986 000元', '986 100元', '', 'amount'],
    ['合同价款为', '玖拾捌萬陸仟圓整', '捌拾玖萬陸仟圓整', '', 'amount'],
    ['合同价款为', '98.6万元', '89.6万元', '', 'amount'],
    ['合同价款为', '100万美元', '900万美元', '', 'amount'],
    ['合同价款为', '986000元', '玖拾捌万陆仟元整', '', 'amount'],
    ['合同价款为', 'RMB986000', 'RMB896000', '。', 'amount'],
    ['自', '二〇二六年三月一日', '二〇二六年三月十一日', '起', 'date'],
    ['自', '2026-03-01', '2026-03-11', '起', 'date'],
    ['于', '三月一日', '三月二日', '前', 'date'],
    ['违约金为', '百分之五', '百分之八', '。', 'number'],
    ['', '十五日', '十八日', '内支付', 'number'],
    ['账号：', '6222 0000 1111', '6222 0000 1112', '', 'number'],
    ['身份证号：', '37010119800101001X', '37010119800101002X', '。', 'number'],
    ['由', '某甲建设有限公司', '某申建设有限公司', '承建', 'name'],
    ['乙  方：', '某甲公司', '某申公司', '', 'name'],
    ['供应商：', '某甲公司', '某申公司', '', 'name'],
  ])('differ in %s by %s and %s as a whole', (before, from, to, behind, kind) => {
    const { hunks } = compareTexts([before + from + behind], [before + to + behind], 10_000);
    expect(changesIn(hunks)).toEqual([{ kind, from, to }]);
  });

  const differ = (left: string, right: string) => compareTexts([left], [right], 10_000).hunks.length > 0;

  it.each([
    ['1①', '11'],
    ['10⁴', '104'],
    ['½', '12'],
    ['Ⅳ', 'IV'],
    ['㎡', 'm2'],
    ['1 2', '12'],
    ['「甲」', '“甲”'],
    ['☐', '☑'],
  ])('differ where %s became %s', (left, right) => expect(differ(left, right)).toBe(true));

  it.each([
    ['“甲”', '"甲"'],
    ['A－B', 'A-B'],
    ['……', '......'],
    ['⽅案', '方案'],
    ['⻓期', '长期'],
    ['ﬁle', 'file'],
    ['２０２６　年', '2026年'],
  ])('do not differ where %s became %s', (left, right) => expect(differ(left, right)).toBe(false));

  const char = fc.constantFrom(...'甲乙丙丁10987。，；（）①⁴年月日元AB -“”');
  const text = fc.array(char, { minLength: 1, maxLength: 60 }).map((chars) => chars.join(''));
  /** The same text in other lines; no line ends between two digits, where a break counts. */
  const broken = (whole: string, cuts: readonly number[]): string[] => {
    const places = cuts.map((cut) => cut % whole.length).filter((at) => !/\d\s*$/u.test(whole.slice(0, at)));
    const ends = [...new Set([0, ...places, whole.length])].toSorted((a, b) => a - b);
    return ends.slice(1).map((end, index) => whole.slice(ends[index], end));
  };
  const cuts = fc.array(fc.nat(), { maxLength: 5 });

  it('do not differ by lines, whatever the text is', () => {
    fc.assert(
      fc.property(text, cuts, cuts, (whole, left, right) => {
        expect(compareTexts(broken(whole, left), broken(whole, right), 10_000).hunks).toEqual([]);
      }),
    );
  });

  it('differ where any character changed, whatever the text and its lines are', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.constantFrom(...'龙7⁷②！'), cuts, cuts, (whole, at, put, left, right) => {
        const place = at % whole.length;
        fc.pre(whole[place] !== put);
        const changed = `${whole.slice(0, place)}${put}${whole.slice(place + 1)}`;
        expect(compareTexts(broken(whole, left), broken(changed, right), 10_000).hunks.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('differ by spans that are parts of the two texts', () => {
    const plain = (words: string): string => words.replace(/\s/gu, '');
    fc.assert(
      fc.property(text, text, cuts, (before, after, where) => {
        const [left, right] = [broken(before, where), broken(after, where)];
        for (const { spans } of compareTexts(left, right, 10_000).hunks) {
          const side = (without: string) =>
            plain(spans.flatMap(({ kind, text: words }) => (kind === without ? [] : [words])).join(''));
          expect(plain(before)).toContain(side('added'));
          if (!spans.some(({ kind }) => kind === 'same')) expect(plain(after)).toContain(side('removed'));
        }
      }),
    );
  });

  it('never look equal because the time limit was reached', () => {
    const left = Array.from({ length: 2000 }, (_, index) => `第${index}条。`);
    expect(compareTexts(left, left.with(1000, '第九条。'), 0).hunks.length).toBeGreaterThan(0);
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
