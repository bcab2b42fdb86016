/** Text recognition by the installed tesseract; without it a warning is printed, because nothing was recognised. */
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { pixelsOf } from './picture-size.ts';
import { paragraphsOfTsv, withoutGaps } from './recognised-lines.ts';
import { recognitionTools, tesseractRecogniser, type RecognitionTools } from './tesseract.ts';
import { defaultRecognitionLimits } from './text-recogniser.ts';

const signal = (): AbortSignal => new AbortController().signal;
const pdf = Buffer.from('%PDF-1.7');

/** Programs that take the place of both, in a folder of their own. */
async function withPrograms<T>(
  script: string,
  work: (tools: RecognitionTools, folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-ocr-spec-'));
  try {
    const program = path.join(folder, 'program');
    await writeFile(program, `#!/bin/sh\nhere=${folder}\n${script}`);
    await chmod(program, 0o755);
    return await work({ tesseract: program, pdftoppm: program }, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const row = (line: number, confidence: number, text: string): string =>
  ['5', '1', '1', '1', line, '1', '0', '0', '1', '1', confidence, text].join('\t');
const table = (...rows: string[]): string => ['level\tpage_num', ...rows, ''].join('\n');

describe('recognised words', () => {
  it('have no spaces between Chinese characters, and keep those of other scripts', () => {
    expect(withoutGaps('第 一 条 ， 价 款 为 10 万 元 （ 含 税 ）')).toBe('第一条，价款为 10 万元（含税）');
    expect(withoutGaps('Contract No 5')).toBe('Contract No 5');
  });

  it('below the bound of confidence are left out by line and counted, and nothing is joined over them', () => {
    const found = paragraphsOfTsv(
      table(row(1, 96, '甲方'), row(1, 90, '支付'), row(2, 20, '呸'), row(3, 95, '乙方')),
      50,
    );
    expect(found).toEqual({ paragraphs: ['甲方支付', '乙方'], unsure: 1 });
  });
});

describe('the programs', () => {
  it('that are missing are named', async () => {
    expect(await recognitionTools('')).toEqual({ missing: ['tesseract', 'chi_sim', 'pdftoppm'] });
    await withPrograms('echo eng', async ({ tesseract }, folder) => {
      await writeFile(path.join(folder, 'tesseract'), `#!/bin/sh\nexec ${tesseract}`, { mode: 0o755 });
      expect(await recognitionTools(folder)).toEqual({ missing: ['chi_sim', 'pdftoppm'] });
    });
  });

  it('get nothing of the environment of the server', async () => {
    process.env.LAWGATE_SECRET_OF_SPEC = 'secret';
    try {
      await withPrograms('env >> $here/env', async (tools, folder) => {
        await tesseractRecogniser(tools).recognise({ bytes: pdf, format: 'pdf', pages: [1], signal: signal() });
        const { readFile } = await import('node:fs/promises');
        const seen = await readFile(path.join(folder, 'env'), 'utf8');
        expect(seen).toContain('OMP_THREAD_LIMIT=1');
        expect(seen).not.toContain('secret');
      });
    } finally {
      delete process.env.LAWGATE_SECRET_OF_SPEC;
    }
  });

  it('that fail, are too slow or get too much leave a reason for each page, and no files', async () => {
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith('lawgate-ocr-'));
    await withPrograms('exit 1', async (tools) => {
      const few = tesseractRecogniser(tools, { ...defaultRecognitionLimits, pages: 1 });
      const found = await few.recognise({ bytes: pdf, format: 'pdf', pages: [2, 5], signal: signal() });
      expect([...found]).toEqual([
        [2, 'failed'],
        [5, 'limit'],
      ]);
    });
    await withPrograms('sleep 60', async (tools) => {
      const slow = tesseractRecogniser(tools, { ...defaultRecognitionLimits, pageMs: 200 });
      const found = await slow.recognise({ bytes: pdf, format: 'pdf', pages: [1], signal: signal() });
      expect([...found]).toEqual([[1, 'limit']]);
      const png = Buffer.alloc(33);
      png.writeUInt32BE(60_000, 16);
      png.writeUInt32BE(60_000, 20);
      const large = await slow.recognise({ bytes: png, format: 'png', pages: [1], signal: signal() });
      expect([...large]).toEqual([[1, 'limit']]);
    });
    const after = (await readdir(tmpdir())).filter((name) => name.startsWith('lawgate-ocr-'));
    expect(after.length).toBeLessThanOrEqual(before.length);
  });

  it('end when the job is stopped', async () => {
    await withPrograms('touch $here/started; sleep 60', async (tools, folder) => {
      const stopping = new AbortController();
      const running = tesseractRecogniser(tools).recognise({
        bytes: pdf,
        format: 'pdf',
        pages: [1],
        signal: stopping.signal,
      });
      while (!(await readdir(folder)).includes('started')) await new Promise((resolve) => setTimeout(resolve, 20));
      stopping.abort(new Error('stop'));
      await expect(running).rejects.toThrow('stop');
    });
  });
});

it('the size of a picture comes from its header', () => {
  const jpeg = Buffer.from('ffd8ffe000044a46ffc0000b080010002001011100', 'hex');
  expect(pixelsOf(jpeg, 'jpg')).toBe(16 * 32);
  expect(pixelsOf(Buffer.from('ffd8'), 'jpg')).toBeNull();
  expect(pixelsOf(Buffer.from('89504e47'), 'png')).toBeNull();
});
