import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import * as samples from '../samples.fixtures.ts';
import { documentType } from './document-type.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-types-'));
afterAll(() => rm(folder, { recursive: true }));

async function typeOf(content: Buffer | string, name: string): Promise<string> {
  const bytes = Buffer.from(content);
  const file = path.join(folder, 'content');
  await writeFile(file, bytes);
  return documentType(file, bytes.length, name).catch((error: { code: string }) => error.code);
}

const gb18030 = Buffer.from('bacfcdac95328236', 'hex'); // 合同𠀀
const bom = Buffer.from('efbbbf', 'hex');

describe('the type of a document', () => {
  it.each([
    ['合同.pdf', samples.pdf, 'application/pdf'],
    ['合同.PDF', samples.pdf, 'application/pdf'],
    ['a.docx', samples.docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a.xlsx', samples.xlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a.doc', samples.ole('WordDocument'), 'application/msword'],
    ['a.wps', samples.ole('WordDocument'), 'application/wps-office.wps'],
    ['a.xls', samples.ole('Workbook'), 'application/vnd.ms-excel'],
    ['公文.ofd', samples.ofd, 'application/ofd'],
    ['a.jpeg', samples.jpg, 'image/jpeg'],
    ['a.png', samples.png, 'image/png'],
    ['a.mp4', samples.mp4, 'video/mp4'],
    ['a.mp3', samples.mp3, 'audio/mpeg'],
    ['a.txt', '合同，𠮷㐀\r\n\t🌾', 'text/plain'],
    ['a.csv', Buffer.concat([bom, Buffer.from('序号,名称')]), 'text/csv'],
    ['a.txt', gb18030, 'text/plain'],
    ['BM开头.txt', 'BM采购清单', 'text/plain'],
    ['a.md', '# 标题', 'text/markdown'],
    ['a.rtf', '{\\rtf1 x}', 'application/rtf'],
    ['a.txt', Buffer.from('\ufeff合同', 'utf16le'), 'text/plain'],
    ['a.pdf', Buffer.concat([Buffer.from('\r\n\r\n'), samples.pdf]), 'application/pdf'],
    ['OA.doc', '<html><meta charset="utf-8"><p>合同', 'text/html'],
    ['OA.xls', '<html><table><tr><td>1</table>', 'text/html'],
    ['a.doc', '{\\rtf1 x}', 'application/rtf'],
    ['a.doc', 'MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n', 'multipart/related'],
    ['a.wps', samples.docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a.et', samples.xlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a.docx', samples.utf16Docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ])('of %s is determined by its content', async (name, content, expected) => {
    expect(await typeOf(content, name)).toBe(expected);
  });

  it.each([
    ['a program called a PDF', 'a.pdf', samples.exe],
    ['a program called a text', 'a.txt', samples.exe],
    ['a program under its name', 'a.exe', samples.exe],
    ['a Linux program', 'a.pdf', samples.elf],
    ['an installer called a document: both are OLE', 'a.doc', samples.ole('Property')],
    ['an archive called a document: both are ZIP', 'a.docx', samples.plainZip],
    ['an archive', 'a.zip', samples.plainZip],
    ['a PDF that would be run', 'a.pdf.exe', samples.pdf],
    ['a text that a browser would run', 'a.html', '<script>alert(1)</script>'],
    ['nonsense', 'a.txt', Buffer.from([0x80, 0xff, 0xfe, 0x00])],
    ['a PDF without extension', 'pdf', samples.pdf],
    ['a hidden file', '.pdf', samples.pdf],
  ])('refuses %s', async (_, name, content) => {
    expect(await typeOf(content, name)).toBe('document.type-not-allowed');
  });

  it.each([
    ['a.pdf', samples.png],
    ['a.docx', samples.pdf],
    ['a.xls', samples.ole('WordDocument')],
    ['a.txt', samples.pdf],
    ['a.pdf', '<script>alert(1)</script>'],
    ['a.docx', samples.xlsx],
    ['a.docx', '<html><p>合同'],
    ['a.doc', samples.xlsx],
    ['a.xls', samples.docx],
    ['a.pdf', '{\\rtf1 x}'],
  ])('refuses %s when the content is another document', async (name, content) => {
    expect(await typeOf(content, name)).toBe('document.type-mismatch');
  });

  it('knows a page in the encoding that it declares', async () => {
    const page = (charset: string, end: string): Buffer =>
      Buffer.concat([Buffer.from(`<html><meta charset=${charset}><p>`), Buffer.from(end, 'hex')]);
    expect(await typeOf(page('windows-1252', '666fe9ff'), 'a.doc')).toBe('text/html');
    expect(await typeOf(page('windows-1252', '666fe90001'), 'a.doc')).toBe('document.type-not-allowed');
    expect(await typeOf(page('none', '666fe9ff'), 'a.doc')).toBe('document.type-not-allowed');
  });

  it('reads a text across the borders of its chunks', async () => {
    expect(await typeOf(`a${'合'.repeat(60_000)}`, 'a.txt')).toBe('text/plain');
    expect(await typeOf(`a${'合'.repeat(60_000)}\0`, 'a.txt')).toBe('document.type-not-allowed');
  });

  it('does not fail on broken containers', async () => {
    const broken = samples.ole('WordDocument');
    broken.writeUInt32LE(1, 512 + 4); // An allocation chain with a cycle.
    expect(await typeOf(broken, 'a.doc')).toBe('document.type-not-allowed');
    expect(await typeOf(samples.ole('WordDocument').subarray(0, 520), 'a.doc')).toBe('document.type-not-allowed');
    for (let length = 0; length < samples.ofd.length; length += 7) {
      expect(await typeOf(samples.ofd.subarray(0, length), 'a.ofd')).toMatch(/^document\.type-/);
    }
  });
});
