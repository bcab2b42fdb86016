/** The text of a PDF: all that a person sees on its pages, and the name of everything that has no text. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readPdf } from './pdf-text.ts';
import { pdfOf } from './samples.fixtures.ts';
import { drawnPdf } from './pdf/drawn-pdf.fixtures.ts';
import { paragraphsOf, type ReadText } from './read-text.ts';

const pairs = new URL('../comparing/pairs/', import.meta.url);
const read = (bytes: Uint8Array): Promise<ReadText> => readPdf(new Uint8Array(bytes));
const readPair = (name: string): Promise<ReadText> => read(readFileSync(new URL(name, pairs)));
const text = (x: number, y: number, words: string, size = 12) => `BT /F1 ${size} Tf ${x} ${y} Td (${words}) Tj ET`;
const linesOf = async (content: string): Promise<string[]> => paragraphsOf(await read(drawnPdf([content])));

describe('the text of a PDF', () => {
  it('has Chinese text whose encoding is predefined and not in the file', async () => {
    expect(paragraphsOf(await readPair('pdf-gbk-euc-h.b.pdf'))).toContain('第一条 合同价款为人民币玖拾万元整。');
    expect(paragraphsOf(await readPair('pdf-mixed-gbk.a.pdf'))).toContain('第一条 合同价款为人民币壹拾万元整。');
  });

  it('has every character, also one whose code is that of a space', async () => {
    expect(paragraphsOf(await readPair('pdf-valign3.a.pdf'))[1]).toContain('任何费用');
    expect(paragraphsOf(await readPair('pdf-number-line.a.pdf'))).toContain('质保期（年）');
  });

  it('has lines of digits that are no page numbers', async () => {
    expect(paragraphsOf(await readPair('pdf-valign3.b.pdf'))).toContain('9800');
    expect(paragraphsOf(await readPair('pdf-number-line.b.pdf'))).toEqual(expect.arrayContaining(['9000', '8']));
  });

  it('has the values of form fields at their places', async () => {
    expect(paragraphsOf(await readPair('pdf-form-field.b.pdf'))).toContain('Contract price in yuan: 900000');
  });

  it('keeps running heads and page numbers apart, by page', async () => {
    const { parts } = await readPair('typedhf.pdf');
    expect(parts.filter(({ kind }) => kind === 'header').map(({ paragraphs }) => paragraphs)).toEqual(
      Array(3).fill(['柳林镇人民政府采购合同']),
    );
    const footers = parts
      .filter(({ kind }) => kind === 'footer')
      .map(({ page, paragraphs }) => [page, paragraphs.join('')]);
    expect(footers.map(([page, words]) => [page, String(words).replaceAll(' ', '')])).toEqual([
      [1, '第1页共3页'],
      [2, '第2页共3页'],
      [3, '第3页共3页'],
    ]);
  });

  it('keeps numbers at the edge of a page that do not count up', async () => {
    const { parts } = await read(drawnPdf([text(72, 40, '5000'), text(72, 40, '9000')]));
    expect(parts.map(({ kind, paragraphs }) => [kind, ...paragraphs])).toEqual([
      ['body', '5000'],
      ['body', '9000'],
    ]);
  });

  it('is in the order of the page where the file has another', async () => {
    expect(await linesOf([text(72, 600, 'second line.'), text(72, 700, 'first line.')].join('\n'))).toEqual([
      'first line.',
      'second line.',
    ]);
    expect(await linesOf([text(300, 700, '9800'), text(72, 700, 'printer')].join('\n'))).toEqual(['printer 9800']);
  });

  it('keeps the lines of one cell together, as the file does', async () => {
    const cells = [text(72, 700, 'laser printer'), text(72, 685, 'with toner'), text(300, 700, '1800')];
    expect((await linesOf(cells.join('\n'))).join('|')).toBe('laser printer with toner|1800');
  });

  it('has numbers and labels in the row of what they number, in whichever order the file has them', async () => {
    const numbers = [text(50, 700, '1.'), text(50, 680, '2.'), text(50, 660, '10.')];
    const items = [text(72, 700, 'Party A pays.'), text(72, 680, 'Party B builds.'), text(72, 660, 'Both sign.')];
    expect(await linesOf([...numbers, ...items].join('\n'))).toEqual([
      '1. Party A pays.',
      '2. Party B builds.',
      '10. Both sign.',
    ]);
    expect(await linesOf([...items, ...numbers].join('\n'))).toEqual([
      '1. Party A pays.',
      '2. Party B builds.',
      '10. Both sign.',
    ]);
    const turned = `0 1 -1 0 595 0 cm ${[...numbers, ...items].join('\n')}`;
    expect(await linesOf(turned)).toEqual(['1. Party A pays.', '2. Party B builds.', '10. Both sign.']);
  });

  it('keeps the lines of two cells apart that a border divides', async () => {
    const cells = [text(50, 700, 'One'), text(50, 686, 'two'), text(80, 700, 'three'), text(80, 686, 'four')];
    const border = '75 680 m 75 715 l S';
    expect((await linesOf([border, ...cells].join('\n'))).join('|')).toBe('One two|three four');
    const filled = '74.8 680 0.5 35 re f';
    expect((await linesOf([filled, ...cells].join('\n'))).join('|')).toBe('One two|three four');
  });

  it('has no spaces that the next letter covers, and those that can be seen', async () => {
    const covered = ['A ', 'B ', 'C '].map((word, index) => `1 0 0 1 ${72 + index * 8.1} 700 Tm (${word}) Tj`);
    expect(await linesOf(`BT /F1 12 Tf 12 Tw ${covered.join(' ')} ET`)).toEqual(['ABC']);
    expect(await linesOf(text(72, 700, 'One two   three'))).toEqual(['One two   three']);
    expect(await linesOf('BT /F1 12 Tf 20 Tw 72 700 Td (One ) Tj (two) Tj ET')).toEqual(['One two']);
  });

  it('has an accent on its letter where the file draws the two one over the other', async () => {
    const drawn = 'BT /F1 12 Tf 72 700 Td [(caf) (\\264) 450 (e) -300 (open)] TJ ET';
    expect(await linesOf(drawn)).toEqual(['caf\u00E9 open']);
    expect(await linesOf('BT /F1 12 Tf 72 700 Td [(cafe) 450 (\\264)] TJ ET')).toEqual(['caf\u00E9']);
  });

  it('has superscripts, subscripts and fractions that are no digits of the line', async () => {
    expect(await linesOf([text(72, 700, '10'), text(85.6, 705, '4', 7), text(90, 700, 'yuan')].join('\n'))).toEqual([
      '10⁴yuan',
    ]);
    expect(await linesOf([text(72, 700, 'CO'), text(90.4, 697, '2', 7)].join('\n'))).toEqual(['CO₂']);
    const half = [text(72, 700, 'rate'), text(100, 706, '1'), '99 703.2 9 0.5 re f', text(100, 693, '2')];
    expect(await linesOf(half.join('\n'))).toEqual(['rate 1/2']);
  });

  it('has a line once that is printed twice for bold letters', async () => {
    expect(await linesOf([text(72, 700, '1800'), text(72.3, 700, '1800')].join('\n'))).toEqual(['1800']);
  });

  it('marks the text layer of a scan as recognised', async () => {
    const { parts } = await read(drawnPdf([`3 Tr ${text(72, 700, '1800')}`]));
    expect(parts).toEqual([{ kind: 'body', page: 1, paragraphs: ['1800'], recognised: true }]);
  });
});

describe('what a PDF has no text for', () => {
  it('is named by its page: a painted page, a picture, letters drawn as curves', async () => {
    expect((await readPair('pdf-scanned-annex.a.pdf')).unread).toEqual([{ part: '第2页', page: 2, reason: 'drawing' }]);
    const picture = 'q 400 0 0 400 72 200 cm /I1 Do Q';
    expect((await read(drawnPdf([text(72, 700, 'A'), picture]))).unread).toEqual([
      { part: '第2页', page: 2, reason: 'picture' },
    ]);
    expect((await read(drawnPdf([`${text(72, 700, 'A')}\n${picture}`]))).unread).toEqual([
      { part: '第1页中的图片', page: 1, reason: 'picture' },
    ]);
    const letters = '0 0 m 10 20 30 40 50 60 c f '.repeat(80);
    expect((await read(drawnPdf([`${text(72, 700, 'A')}\n${letters}`]))).unread).toEqual([
      { part: '第1页中的图形', page: 1, reason: 'drawing' },
    ]);
  });

  it('is nothing where a page is empty, or has the lines of a table', async () => {
    expect((await read(pdfOf(['', '']))).unread).toEqual([]);
    const table = `${text(72, 700, 'A')}\n${'72 680 400 0.5 re f '.repeat(200)}`;
    expect((await read(drawnPdf([table]))).unread).toEqual([]);
  });
});
