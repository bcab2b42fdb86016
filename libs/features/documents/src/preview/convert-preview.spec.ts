/** Previews by the real LibreOffice, where it is installed: whole rows, nothing hidden, and nothing fetched. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { officeProgram, packZip } from '@lawgate/files';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { previewPdf } from './convert-preview.ts';
import { fittedSheet } from './fit-sheets.ts';
import { wideWorkbook } from './preview.fixtures.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const installed = (await officeProgram()) !== null;
if (!installed)
  process.stderr.write('\n*** LibreOffice (soffice) is not on the PATH: NO PREVIEW WAS CONVERTED. ***\n\n');

async function pagesOf(pdf: Buffer): Promise<string[]> {
  const opened = await getDocument({ data: new Uint8Array(pdf) }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= opened.numPages; number += 1) {
    const { items } = await (await opened.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await opened.destroy();
  return pages;
}

describe('a sheet', () => {
  for (const program of installed ? ['LibreOffice'] : [])
    it(`is converted by ${program} with all its columns on one page, and with what was hidden`, async () => {
      const pages = await pagesOf(await previewPdf(wideWorkbook(), xlsx));
      expect(pages.length).toBe(2);
      expect(pages[0]).toContain('列1');
      expect(pages[0]).toContain('列30');
      expect(pages[0]).toContain('隐藏的行');
      expect(pages[0]).toContain('这一格的文字比它的列宽长得多，右边的一格又有字');
      expect(pages[1]).toContain('隐藏的表');
    }, 120_000);

  it('keeps its data where it is fitted, whatever its prefix', () => {
    const sheet = (x: string) =>
      `<?xml version="1.0"?><${x}worksheet xmlns="s"><${x}sheetPr><${x}tabColor/></${x}sheetPr><${x}sheetData><${x}row r="1" hidden="1" ht="5"><${x}c r="A1"/></${x}row></${x}sheetData><${x}pageSetup scale="400"/></${x}worksheet>`;
    for (const x of ['', 'x:']) {
      const fitted = fittedSheet(sheet(x));
      expect(fitted).toContain(`<${x}row r="1" ht="5"><${x}c r="A1"/></${x}row>`);
      expect(fitted).toContain('fitToHeight="0"');
      expect(fitted).not.toContain('scale=');
    }
    expect(fittedSheet('<chartsheet/>')).toBe('<chartsheet/>');
  });
});

for (const program of installed ? ['LibreOffice'] : [])
  it(`nothing outside of a document is fetched by ${program}, and no macro of it runs`, async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const html = `<html><body><img src="http://127.0.0.1:${port}/picture.png"><link rel="stylesheet" href="http://127.0.0.1:${port}/style.css">正文</body></html>`;
    await previewPdf(Buffer.from(html), 'application/msword');
    server.close();
    expect(asked).toEqual([]);
  }, 120_000);

it('what LibreOffice cannot open has a problem of its own', async () => {
  const broken = packZip([['a.txt', Buffer.from('no workbook')]], new Date(1980, 0, 1));
  await expect(previewPdf(broken, xlsx)).rejects.toMatchObject({ problem: installed ? 'failed' : 'not-installed' });
}, 120_000);
