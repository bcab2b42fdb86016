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
    const at = `http://127.0.0.1:${port}`;
    const html = `<html><head><meta charset="utf-8"><link rel="stylesheet" href="${at}/style.css"><script src="${at}/script.js"></script><base href="${at}/"></head><body background="${at}/back.png"><img src="${at}/picture.png"><img src="relative.png"><iframe src="${at}/frame.html"></iframe><object data="${at}/object"></object><embed src="${at}/embed"><style>@import url(${at}/import.css); p { background: url(${at}/p.png) }</style><p>正文</p></body></html>`;
    const plain = Buffer.from('<html><meta charset="utf-8"><body><p>首段</p><p>次段</p></body></html>');
    for (const type of ['text/html', 'application/msword'])
      expect((await pagesOf(await previewPdf(plain, type))).join('')).toContain('首段');
    const rtf = `{\\rtf1\\ansi 1{\\field{\\*\\fldinst INCLUDEPICTURE "${at}/p.png" \\\\d}{\\fldrslt 2}}{\\*\\template ${at}/t.dotm}{\\field{\\*\\fldinst INCLUDETEXT "${at}/a.docx"}{\\fldrslt 3}}}`;
    expect((await pagesOf(await previewPdf(Buffer.from(html), 'text/html'))).join('')).toContain('正文');
    await previewPdf(Buffer.from(html), 'application/msword');
    await previewPdf(Buffer.from(rtf), 'application/rtf');
    server.close();
    expect(asked).toEqual([]);
  }, 120_000);

for (const program of installed ? ['LibreOffice'] : [])
  it(`what other programs save is converted by ${program}`, async () => {
    const cells = Array.from({ length: 30 }, (_, at) => `<Cell><Data ss:Type="String">列${at + 1}</Data></Cell>`);
    const sheetXml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="清单"><Table><Row>${cells.join('')}</Row></Table></Worksheet></Workbook>`;
    const wordXml = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><w:p><w:r><w:t>第一条</w:t></w:r></w:p></w:body></w:wordDocument>`;
    const [sheetPage = ''] = await pagesOf(await previewPdf(Buffer.from(sheetXml), 'application/xml'));
    expect(sheetPage).toContain('列30');
    const [wordPage = ''] = await pagesOf(await previewPdf(Buffer.from(wordXml), 'application/xml'));
    expect(wordPage).toContain('第一条');
    const [macroPage = ''] = await pagesOf(
      await previewPdf(wideWorkbook(), 'application/vnd.ms-excel.sheet.macroenabled.12'),
    );
    expect(macroPage).toContain('列30');
  }, 120_000);

it('what LibreOffice cannot open has a problem of its own', async () => {
  const broken = packZip([['a.txt', Buffer.from('no workbook')]], new Date(1980, 0, 1));
  await expect(previewPdf(broken, xlsx)).rejects.toMatchObject({ problem: installed ? 'failed' : 'not-installed' });
}, 120_000);
