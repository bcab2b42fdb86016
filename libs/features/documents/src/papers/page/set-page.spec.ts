/**
 * The measures of GB/T 9704-2012, checked on the rendered page. Needs LibreOffice and poppler; without them it prints a
 * warning, because an unmeasured page proves nothing.
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { PaperContent } from '@lawgate/engine';
import { spawnSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { soffice, toPdf } from '../pdf.ts';
import { measure, type Line, type MeasuredPage } from './measure.fixtures.ts';
import { repack } from './repack.ts';
import { setPage } from './set-page.ts';

const at = '2024-03-11T02:00:00.000Z';
const tools = (await soffice()) !== null && spawnSync('pdftotext', ['-v']).error === undefined;
if (!tools) {
  process.stderr.write(
    '\n*** LibreOffice (soffice) or poppler is not on the PATH: NO PAPER WAS MEASURED. Install both and run again. ***\n\n',
  );
}

/** Full lines over more than two pages, so that one page contains only lines. */
const letter: PaperContent = {
  form: 'letter',
  title: '关于镇区路灯合同的审查意见书',
  number: '合审〔2024〕1号',
  addressee: '乡村建设办',
  body: [
    { kind: 'heading', level: 1, text: '一、基本情况' },
    { kind: 'heading', level: 2, text: '（一）送审' },
    { kind: 'paragraph', text: '1. 材料齐全。' },
    { kind: 'paragraph', text: '国'.repeat(28 * 40), indent: false },
  ],
  signature: { by: '柳林镇司法所', on: '2024-03-11' },
  imprint: { copies: '县司法局', by: '柳林镇司法所', on: '2024-03-11' },
  values: {},
};

describe('a paper is the same bytes whenever it is made', () => {
  it('contains no time of its making, in any time zone', async () => {
    const zone = process.env.TZ;
    const first = await setPage(letter, { at });
    let second: Uint8Array;
    try {
      process.env.TZ = 'America/New_York';
      expect(new Date(2024, 0, 1).getTimezoneOffset()).toBe(300);
      second = await setPage(letter, { at });
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
    expect(strFromU8(unzipSync(first)['docProps/core.xml'] ?? new Uint8Array())).toContain('2024-03-11T02:00:00Z');
    expect((await repack(Buffer.from(first), at)).equals(Buffer.from(first))).toBe(true);
  });

  it('keeps a text as text, whatever it looks like', async () => {
    const odd = '<w:p/>&amp;{{文号}}\u0007"‘';
    const bytes = await setPage({ ...letter, body: [{ kind: 'paragraph', text: odd }] }, { at });
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('&lt;w:p/&gt;&amp;amp;{{文号}}');
    expect(xml).not.toContain('\u0007');
  });
});

for (const place of tools ? ['the rendered page'] : [])
  describe(place, () => {
    let pages: MeasuredPage[];
    const page = (index: number): MeasuredPage => pages[index] as MeasuredPage;
    const lineWith = (index: number, text: string): Line => {
      const found = page(index).lines.find((line) => line.text.includes(text));
      if (found === undefined)
        throw new Error(
          `no line with ${text}: ${page(index)
            .lines.map((line) => line.text)
            .join(' | ')}`,
        );
      return found;
    };
    const near = (value: number, expected: number, tolerance = 0.5): void => {
      expect(Math.abs(value - expected)).toBeLessThanOrEqual(tolerance);
    };

    beforeAll(async () => {
      pages = measure(await toPdf(await setPage(letter, { at })));
    }, 240_000);

    it('has 22 lines of 28 characters in a type area of 156 by 225 mm', () => {
      const full = page(1).lines.filter(({ text }) => /^国+$/u.test(text));
      expect(full.length).toBe(22);
      for (const { text, left, right } of full) {
        expect([...text].length).toBe(28);
        near(left, 28);
        near(right, 210 - 26);
      }
      // The middle of a character is that of its line: half a line inside the type area, above and below.
      const middles = full.map(({ top, bottom }) => (top + bottom) / 2);
      const half = (28.99 / 2) * (25.4 / 72);
      near(middles[0] ?? 0, 37 + half);
      near(middles[21] ?? 0, 297 - 35 - half);
      for (const [index, middle] of middles.slice(1).entries()) near(middle - (middles[index] ?? 0), 225 / 22);
    });

    it('sets title and number in the middle, the title with characters of 22 points', () => {
      const centre = 28 + 156 / 2;
      const title = lineWith(0, letter.title);
      near((title.left + title.right) / 2, centre);
      near((title.right - title.left) / [...letter.title].length, 22 * (25.4 / 72), 0.05);
      const number = lineWith(0, '合审〔2024〕1号');
      near((number.left + number.right) / 2, centre);
    });

    it('begins paragraphs two characters in, and the addressee at the edge', () => {
      near(lineWith(0, '一、基本情况').left, 28 + 2 * 15.79 * (25.4 / 72));
      near(lineWith(0, '（一）送审').left, 28 + 2 * 15.79 * (25.4 / 72));
      near(lineWith(0, '乡村建设办：').left, 28);
    });

    it('ends the date four characters before the edge, with the name centred over it', () => {
      // On a line without other text: the imprint, which may be on a later page, has the same date followed by 印发.
      const signed = pages.find(({ lines }) => lines.some(({ text }) => text === '2024年3月11日'))?.lines ?? [];
      const date = signed.find(({ text }) => text === '2024年3月11日') as Line;
      const name = signed.find(({ text }) => text === '柳林镇司法所') as Line;
      near(date.right, 184 - 4 * 15.79 * (25.4 / 72));
      // Figures are half as wide as characters in the fonts of the standard; an installed substitute may have wider
      // ones.
      near((name.left + name.right) / 2, (date.left + date.right) / 2, 4);
    });

    it('writes the page number 7 mm below the type area, odd ones on the right, even ones on the left', () => {
      for (const [index, { lines }] of pages.entries()) {
        const number = lines.find(({ text }) => text.replace(/\s/g, '') === `—${index + 1}—`) as Line;
        expect(number).toBeDefined();
        // Dash and figure have their middle on one line.
        near((number.top + number.bottom) / 2, 297 - 35 + 7);
        if (index % 2 === 0) near(number.right, 184 - 14 * (25.4 / 72), 1);
        else near(number.left, 28 + 14 * (25.4 / 72), 1);
      }
    });

    it('frames the imprint with rules of 0.35, 0.25 and 0.35 mm, as wide as the type area', () => {
      const rules = pages.at(-1)?.rules ?? [];
      expect(rules.length).toBe(3);
      for (const [index, thickness] of [0.35, 0.25, 0.35].entries()) {
        near(rules[index]?.thickness ?? 0, thickness, 0.1);
        near(rules[index]?.left ?? 0, 28);
        near(rules[index]?.right ?? 0, 184);
      }
      // The last rule is the lower edge of the type area, a line under the others.
      const last = rules[2] as MeasuredPage['rules'][number];
      near(last.top + last.thickness, 297 - 35);
      near((rules[1]?.top ?? 0) - (rules[0]?.top ?? 0), last.top - (rules[1]?.top ?? 0));
    });

    it.each([5, 9])('puts the signature and the imprint on the last page, after %i lines', async (lines) => {
      const body = [{ kind: 'paragraph', text: '国'.repeat(28 * lines), indent: false }] as const;
      const short = measure(await toPdf(await setPage({ ...letter, body }, { at })));
      const signed = short.findIndex(({ lines: found }) => found.some(({ text }) => text === '2024年3月11日'));
      expect(signed).toBe(short.length - 1);
      expect(short[signed]?.lines.some(({ text }) => text === '柳林镇司法所')).toBe(true);
      const last = short[signed]?.rules.at(-1) as MeasuredPage['rules'][number];
      near(last.top + last.thickness, 297 - 35);
    });
  });
