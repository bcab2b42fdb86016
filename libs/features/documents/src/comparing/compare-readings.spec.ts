/** Whole documents: whatever part differs is reported, and what could not be compared is listed. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readPdf } from '../reading/pdf-text.ts';
import { partLabels, type PartKind, type TextPart } from '../reading/read-text.ts';
import { compareReadings, type Reading } from './compare-readings.ts';

const pdf = async (name: string): Promise<Reading> =>
  readPdf(new Uint8Array(readFileSync(new URL(`./pairs/${name}.pdf`, import.meta.url))));
const reading = (parts: readonly TextPart[], pages: number | null = null): Reading => ({ parts, unread: [], pages });
const part = (kind: PartKind, page: number | null, ...paragraphs: string[]): TextPart => ({ kind, page, paragraphs });
const differences = (left: Reading, right: Reading) => compareReadings(left, right, 10_000).hunks.length;

describe('two PDFs', () => {
  it.each(['pdf-valign3', 'pdf-number-line', 'pdf-gbk-euc-h', 'pdf-mixed-gbk', 'pdf-form-field'])(
    'differ where %s does, and each is equal to itself',
    async (name) => {
      const [a, b] = [await pdf(`${name}.a`), await pdf(`${name}.b`)];
      expect(differences(a, b)).toBeGreaterThan(0);
      expect([differences(a, a), differences(b, b)]).toEqual([0, 0]);
    },
  );

  it('name the page that was not compared', async () => {
    const { hunks, notCompared } = compareReadings(
      await pdf('pdf-scanned-annex.a'),
      await pdf('pdf-scanned-annex.b'),
      9,
    );
    expect([hunks, notCompared]).toEqual([
      [],
      [{ part: '第2页', page: 2, reason: '是图形，其中可能有以线条绘出的文字' }],
    ]);
  });
});

describe('a document and its print', () => {
  const flow = reading([
    part('header', null, '某镇采购合同'),
    part('body', null, '第一条 价款为10万元，甲方应当在', '三十日内付款。', '第二条 略。'),
    part('footnote', null, '含税价。'),
    part('footer', null, '第 页 共 页'),
  ]);
  const print = (page1: string[], page2: string[], header = '某镇采购合同'): Reading =>
    reading(
      [
        part('header', 1, header),
        part('body', 1, ...page1),
        part('footer', 1, '第 1 页 共 2 页'),
        part('header', 2, '某镇采购合同'),
        part('body', 2, ...page2),
        part('footer', 2, '第 2 页 共 2 页'),
      ],
      2,
    );

  it('are equal whatever the pages are, with notes at the foot and heads on each page', () => {
    expect(
      differences(flow, print(['第一条 价款为10万元，甲方应当', '¹含税价。'], ['在三十日内付款。', '第二条 略。'])),
    ).toBe(0);
    expect(
      differences(print(['第一条 价款为10万元，甲方应当', '含税价。'], ['在三十日内付款。第二条 略。']), flow),
    ).toBe(0);
  });

  it('differ by a note, a head on one page, or a clause in another place', () => {
    const body: [string[], string[]] = [
      ['第一条 价款为10万元，甲方应当'],
      ['在三十日内付款。', '第二条 略。', '含税价。'],
    ];
    expect(differences(flow, print(...body))).toBe(0);
    expect(differences(flow, print(body[0], body[1].with(2, '不含税价。')))).toBeGreaterThan(0);
    expect(differences(flow, print(...body, '某村采购合同'))).toBeGreaterThan(0);
    expect(differences(flow, print(['第二条 略。', ...body[0]], ['在三十日内付款。', '含税价。']))).toBeGreaterThan(0);
  });
});

describe('any part', () => {
  it.each(Object.keys(partLabels) as PartKind[])('%s differs by one character', (kind) => {
    const document = (words: string) => reading([part('body', null, '正文。'), part(kind, null, words)]);
    expect(differences(document('定金3万元'), document('定金8万元'))).toBe(1);
    expect(differences(document('定金3万元'), document('定金3万元'))).toBe(0);
    expect(differences(document('定金3万元'), reading([part('body', null, '正文。')]))).toBeGreaterThan(0);
  });

  it('that was recognised from a picture is listed, though its words are equal', () => {
    const scan = reading([{ kind: 'body', page: 1, paragraphs: ['定金3万元'], recognised: true }], 1);
    expect(compareReadings(scan, scan, 100).notCompared).toEqual([
      { part: '第1页', page: 1, reason: '仅由文字识别（OCR）读出，可能有误，须人工核对' },
    ]);
  });
});
