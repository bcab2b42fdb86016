import { describe, expect, it } from '@jest/globals';
import { officeProgram } from '@lawgate/files/office';
import { officeFormat } from './office-format.ts';
import { readOffice } from './office-text.ts';
import { namespaces, packed } from './samples.fixtures.ts';

const xml = '<?xml version="1.0" encoding="UTF-8"?>';
const installed = (await officeProgram()) !== null;

async function lines(content: Buffer | string, extension = 'doc'): Promise<string[]> {
  const { parts } = await readOffice(Buffer.from(content), extension);
  return parts.map(({ kind, page, paragraphs }) => `${kind}${page ?? ''}: ${paragraphs.join(' / ')}`);
}

describe('HTML', () => {
  it('is read by its blocks, without scripts, and pictures are named', async () => {
    const html =
      '<html><head><title>题</title><script>坏</script></head><body><table><tr><td>甲<td>乙</table>10<sup>4</sup><br><input type=checkbox checked>丙<img src="http://192.0.2.1/x"></body></html>';
    const { parts, unread } = await readOffice(Buffer.from(html), 'doc');
    expect(parts[0]?.paragraphs).toEqual(['甲', '乙', '10⁴', '☑丙']);
    expect(unread).toEqual([{ part: '正文中的图片（“丙”处）', page: null, reason: 'picture' }]);
  });

  it('has the numbers of its lists, as a browser prints them', async () => {
    const html =
      '<html><body><ol start=3><li>甲<ul><li>子</ul><li value=7>乙<ol type=A><li>丙</ol><li>丁</ol><ol reversed><li>戊<li>己</ol><ol start=x><li>庚</ol>';
    expect((await readOffice(Buffer.from(html), 'doc')).parts[0]?.paragraphs).toEqual([
      ...['3. 甲', '• 子', '7. 乙', 'A. 丙', '8. 丁', '2. 戊', '1. 己', '1. 庚'],
    ]);
  });

  it('is raised through other elements, and keeps the lines of preformatted text', async () => {
    const html = '<html><body>10<sup><span lang=EN-US>4</span></sup>元<pre>甲\n<b>乙\n丙</b></pre>';
    expect(await lines(html)).toEqual(['body: 10⁴元 / 甲 / 乙 / 丙']);
  });

  it('names what is embedded', async () => {
    const html = '<html><body><p>附表<object data="x.xls"></object><iframe src="x"></iframe><svg><text>甲</text></svg>';
    const { unread } = await readOffice(Buffer.from(html), 'doc');
    expect(unread.map(({ part, reason }) => [part, reason])).toEqual([
      ['正文中的嵌入对象（“附表”处）（2处）', 'object'],
    ]);
  });

  it('is read in the encoding that it declares after a long script', async () => {
    const html = Buffer.concat([
      Buffer.from(`<script>${' '.repeat(6000)}</script><html><meta charset=windows-1251><p>`),
      Buffer.from('c4eee3eee2eef0', 'hex'),
    ]);
    expect(await lines(html)).toEqual(['body: Договор']);
  });

  it('is read in the encoding that it declares', async () => {
    const gbk = Buffer.concat([Buffer.from('<html><meta charset=gb2312><p>'), Buffer.from('bacfcdac', 'hex')]);
    expect(await lines(gbk)).toEqual(['body: 合同']);
    expect(await lines(Buffer.from('\ufeff<html><p>合同', 'utf16le'))).toEqual(['body: 合同']);
  });

  it('is read however deep it is nested', async () => {
    expect(await lines(`<html><body>${'<div>'.repeat(100_000)}合同`)).toEqual(['body: 合同']);
  });

  it('is taken out of a web page in one file', async () => {
    const mht = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><p>=BA=CF=CD=AC</p></html>\r\n--b--\r\n`;
    expect(await lines(mht)).toEqual(['body: 合同']);
  });
});

describe('a Word document in one XML file', () => {
  it('is read as the package that it is', async () => {
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
    const flat = `${xml}<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/_rels/.rels" pkg:contentType="a"><pkg:xmlData><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="1" Type="${relation}" Target="word/document.xml"/></Relationships></pkg:xmlData></pkg:part><pkg:part pkg:name="/word/document.xml" pkg:contentType="b"><pkg:xmlData><w:document ${namespaces}><w:body><w:p><w:r><w:t>合同</w:t></w:r></w:p></w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`;
    expect(await lines(flat)).toEqual(['body: 合同']);
  });
});

describe('a workbook', () => {
  const ns = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`;
  const rels = (items: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items}</Relationships>`;
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="x/${kind}" Target="${target}"/>`;

  it('is read in the order of its tabs, as its cells are shown, with comments and headers', async () => {
    const bytes = packed({
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      '_rels/.rels': rels(relation('1', 'officeDocument', 'xl/workbook.xml')),
      'xl/workbook.xml': `<workbook ${ns}><sheets><sheet name="乙" r:id="2"/><sheet name="甲" r:id="1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': rels(
        relation('1', 'worksheet', 's1.xml') +
          relation('2', 'worksheet', 's2.xml') +
          relation('3', 'styles', 'st.xml') +
          relation('4', 'sharedStrings', 'ss.xml'),
      ),
      'xl/st.xml': `<styleSheet ${ns}><numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs></styleSheet>`,
      'xl/ss.xml': `<sst ${ns}><si><r><t>采购</t></r><rPh><t>cǎigòu</t></rPh><r><t>合同</t></r></si></sst>`,
      'xl/s1.xml': `<worksheet ${ns}><sheetData><row><c t="s"><v>0</v></c><c s="1"><v>44958</v></c><c s="2"><v>0.5</v></c></row></sheetData><headerFooter><oddHeader>&amp;C&amp;"宋体"&amp;12机密</oddHeader></headerFooter></worksheet>`,
      'xl/s2.xml': `<worksheet ${ns}><sheetData><row><c t="inlineStr"><is><t>封面</t></is></c></row></sheetData></worksheet>`,
      'xl/_rels/s1.xml.rels': rels(relation('1', 'comments', 'c.xml')),
      'xl/c.xml': `<comments ${ns}><commentList><comment><text><t>请核对</t></text></comment></commentList></comments>`,
    });
    expect(await lines(bytes, 'xlsx')).toEqual([
      'body: 乙 / 封面',
      'body: 甲 / 采购合同\t2023-02-01\t50%',
      'header: 机密',
      'comment: 请核对',
    ]);
  });
});

describe('an OFD document', () => {
  const ofd = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const text = (x: number, y: number, content: string): string =>
    `<ofd:TextObject Boundary="${x} ${y} 50 5" Size="4"><ofd:TextCode X="0" Y="4">${content}</ofd:TextCode></ofd:TextObject>`;

  it('is read by its pages: template, lines from the left, annotations; pictures, seals and attachments are named', async () => {
    const bytes = packed({
      'OFD.xml': `<ofd:OFD ${ofd}><ofd:DocBody><ofd:DocRoot>D/Document.xml</ofd:DocRoot><ofd:Signatures>/D/Signs.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>`,
      'D/Document.xml': `<ofd:Document ${ofd}><ofd:CommonData><ofd:TemplatePage ID="9" BaseLoc="T.xml"/></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="P.xml"/></ofd:Pages><ofd:Annotations>A.xml</ofd:Annotations><ofd:Attachments>F.xml</ofd:Attachments></ofd:Document>`,
      'D/T.xml': `<ofd:Page ${ofd}>${text(10, 10, '发票')}</ofd:Page>`,
      'D/P.xml': `<ofd:Page ${ofd}><ofd:Template TemplateID="9"/>${text(60, 50, '拾万元')}${text(10, 50.4, '价款')}${text(10, 60, '完')}<ofd:ImageObject/></ofd:Page>`,
      'D/A.xml': `<ofd:Annotations ${ofd}><ofd:Page PageID="1"><ofd:FileLoc>A1.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
      'D/A1.xml': `<ofd:PageAnnot ${ofd}><ofd:Annot><ofd:Appearance Boundary="0 0 10 10">${text(0, 0, '作废')}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>`,
      'D/F.xml': `<ofd:Attachments ${ofd}><ofd:Attachment Name="清单"/></ofd:Attachments>`,
      'D/Signs.xml': `<ofd:Signatures ${ofd}><ofd:Signature BaseLoc="S.xml"/></ofd:Signatures>`,
      'D/S.xml': `<ofd:Signature ${ofd}><ofd:StampAnnot PageRef="1"/></ofd:Signature>`,
    });
    expect(await lines(bytes, 'ofd')).toEqual(['body1: 发票 / 价款 拾万元 / 完', 'annotation1: 作废']);
    const { unread, pages } = await readOffice(bytes, 'ofd');
    expect(pages).toBe(1);
    expect(unread.map(({ part, page }) => [part, page])).toEqual([
      ['正文中的图片', 1],
      ['附件“清单”', null],
      ['印章', 1],
    ]);
  });
});

describe('a format that LibreOffice reads', () => {
  const rtf = String.raw`{\rtf1\ansi{\header \u32534?\par}{\*\generator x}\u21512?\u21516?{\super 4}{\footnote \u27880?}\par}`;

  it('is recognised by its content', () => {
    expect(officeFormat(Buffer.from(rtf))).toBe('rtf');
    expect(
      officeFormat(
        Buffer.from(
          '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">',
        ),
      ),
    ).toBe('word-xml');
    expect(officeFormat(Buffer.from('合同'))).toBe('text');
  });

  for (const place of installed ? ['is read'] : [])
    it(`${place} with its header and notes`, async () => {
      const found = await lines(rtf, 'rtf');
      expect(found).toContain('header: 编');
      expect(found.find((line) => line.startsWith('body'))).toMatch(/合同⁴/u);
      expect(found.find((line) => line.startsWith('footnote'))).toContain('注');
    }, 120_000);

  it('is named where LibreOffice is not installed', async () => {
    const { PATH } = process.env;
    process.env.PATH = '';
    try {
      expect(await readOffice(Buffer.from(rtf), 'rtf')).toMatchObject({
        parts: [],
        unread: [{ part: '正文', page: null, reason: 'not-installed' }],
      });
    } finally {
      process.env.PATH = PATH;
    }
  });
});
