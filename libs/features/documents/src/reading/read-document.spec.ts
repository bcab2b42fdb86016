import { describe, expect, it } from '@jest/globals';
import { compareInThread, readInThread, defaultLimits } from './in-thread.ts';
import { paragraphsOf, textOnly, type ReadText } from './read-text.ts';
import {
  bombDocx,
  docxWith,
  encryptedPdf,
  linkedDocx,
  macroDocx,
  pdfOf,
  trackedDocx,
  wordDocument,
} from './samples.fixtures.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const pdf = 'application/pdf';
const plain = { unread: [], pages: null, insertions: 0, deletions: 0, macros: false, externalLinks: 0 };

function body(...paragraphs: readonly string[]): Pick<ReadText, 'parts'> {
  return { parts: [{ kind: 'body', page: null, paragraphs }] };
}

async function read(bytes: Buffer, mediaType: string, limits = defaultLimits): Promise<ReadText | string> {
  return readInThread(bytes, mediaType, limits).catch((error: Error) => error.message);
}

describe('the text of a Word document', () => {
  it('is the text of the word processor, paragraph by paragraph', async () => {
    const bytes = await wordDocument(['采购合同', '', '第一条 甲方应当于2026年3月1日前付款。', '㐀𠮷🌾 & <b>']);
    expect(await read(bytes, docx)).toEqual({
      ...plain,
      ...body('采购合同', '第一条 甲方应当于2026年3月1日前付款。', '㐀𠮷🌾 & <b>'),
    });
  });

  it('marks tracked insertions and deletions, and accepts neither', async () => {
    expect(await read(trackedDocx, docx)).toEqual({
      ...plain,
      ...body('价款为〔删除：10〕〔插入：100〕万元 <含税>'),
      insertions: 1,
      deletions: 1,
    });
  });

  it('reports macros and external links', async () => {
    expect(await read(macroDocx, docx)).toMatchObject({ ...body('正文'), macros: true });
    expect(await read(linkedDocx, docx)).toMatchObject({ ...body('正文'), externalLinks: 1 });
  });

  it('is not read from a zip bomb, and the process stays small', async () => {
    const bytes = bombDocx();
    const before = process.memoryUsage.rss();
    expect(await read(bytes, docx)).toBe('too-large');
    expect(process.memoryUsage.rss() - before).toBeLessThan(defaultLimits.growth * 1024 * 1024);
  });

  it('is refused where the file is damaged, at any position', async () => {
    expect(await read(docxWith('<w:p/>').subarray(0, 200), docx)).toBe('damaged');
    expect(await read(Buffer.from('PK'), docx)).toBe('damaged');
    expect(await read(Buffer.alloc(4096, 0xd0), 'application/msword')).toBe('damaged');
  });
});

describe('the text of a PDF', () => {
  it('is read page by page', async () => {
    const bytes = pdfOf(['Contract\nThe buyer pays 100.\n- 1 -', 'The seller delivers.\n- 2 -']);
    expect(await read(bytes, pdf)).toEqual({
      ...plain,
      parts: [
        { kind: 'body', page: 1, paragraphs: ['Contract', 'The buyer pays 100.', '- 1 -'] },
        { kind: 'body', page: 2, paragraphs: ['The seller delivers.', '- 2 -'] },
      ],
      pages: 2,
    });
  });

  it('is empty where the pages are pictures; the pages are counted', async () => {
    expect(await read(pdfOf(['', '', '']), pdf)).toEqual({ ...plain, parts: [], pages: 3 });
  });

  it('of 2,000 pages is read within the time limit', async () => {
    const pages = Array.from({ length: 2000 }, (_, page) => `Clause ${page} of a very long contract.`);
    const found = (await read(pdfOf(pages), pdf)) as ReadText;
    expect([found.pages, paragraphsOf(found).length]).toEqual([2000, 2000]);
  });

  it('is not read where a password is needed, nor where the file is truncated', async () => {
    expect(await read(encryptedPdf, pdf)).toBe('encrypted');
    expect(await read(Buffer.from('%PDF-1.7\nnonsense'), pdf)).toBe('damaged');
  });
});

describe('the text of a plain text file', () => {
  it('is read in UTF-8 and in GB18030', async () => {
    expect(await read(Buffer.from('\ufeff合同\r\n\r\n第一条'), 'text/plain')).toMatchObject(body('合同', '第一条'));
    expect(await read(Buffer.from('bacfcdac95328236', 'hex'), 'text/plain')).toMatchObject(body('合同𠀀'));
    expect(await read(Buffer.from([0x80, 0xff]), 'text/plain')).toBe('damaged');
  });
});

describe('a thread that exceeds its limits', () => {
  it('is ended at once when the process stops', async () => {
    const pages = Array.from({ length: 2000 }, (_, page) => `Page ${page}`);
    const stopping = new AbortController();
    const reading = readInThread(pdfOf(pages), pdf, defaultLimits, stopping.signal);
    stopping.abort(new Error('stop'));
    await expect(reading).rejects.toThrow('stop');
  });

  it('is ended at its time limit', async () => {
    const pages = Array.from({ length: 2000 }, (_, page) => `Page ${page}`);
    expect(await read(pdfOf(pages), pdf, { ...defaultLimits, ms: 1 })).toBe('too-slow');
  });

  it('is ended before the memory is used up', async () => {
    const long = Array.from({ length: 200_000 }, (_, index) => `段落${index}`);
    const compared = compareInThread(textOnly(long), textOnly([...long].reverse()), { ...defaultLimits, heap: 16 });
    await expect(compared).rejects.toThrow(/too-large|too-slow/u);
  });
});
