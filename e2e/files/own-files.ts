/** Small files of our own, one of each format, with the text that is in them. */
import {
  trackedDocx,
  docxWith,
  packed,
  wordDocument,
} from '../../libs/features/documents/src/reading/samples.fixtures.ts';
import { pdf } from '../web/files.ts';

export interface OwnFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** Lines as another program writes them. */
  readonly witnessed: string;
}

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const boxed = `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('文本框中的期限')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;
const tabled = `<w:tbl><w:tr><w:tc>${paragraph('货物名称')}</w:tc><w:tc>${paragraph('货物价款')}</w:tc></w:tr></w:tbl>`;

/** A workbook with two cells. */
const workbook = packed({
  '[Content_Types].xml':
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml':
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="清单" sheetId="1" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml':
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>设备清单</t></is></c><c r="B1"><v>1250</v></c></row></sheetData></worksheet>',
});

const ofd = packed({
  'OFD.xml':
    '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
  'Doc_0/Document.xml':
    '<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
  'Doc_0/Pages/Page_0/Content.xml':
    '<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer ID="2"><ofd:TextObject ID="3" Boundary="0 0 90 10" Font="4" Size="5"><ofd:TextCode X="0" Y="5">采购公告</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>',
});

const page = '<html><body><p>第一条 Delivery date</p><table><tr><td>单价</td><td>数量</td></tr></table></body></html>';

export async function ownFiles(): Promise<OwnFile[]> {
  return [
    {
      name: '000000000001-合同.docx',
      bytes: await wordDocument(['价款为100万元', '交付期限']),
      witnessed: '价款为100万元\n交付期限',
    },
    {
      name: '000000000002-表格.docx',
      bytes: docxWith(paragraph('正文条款') + tabled + boxed),
      witnessed: '正文条款\n货物名称\n货物价款\n文本框中的期限',
    },
    { name: '000000000003-修订.docx', bytes: trackedDocx, witnessed: '价款为10100万元<含税>' },
    { name: '000000000004-网页.doc', bytes: Buffer.from(page), witnessed: '第一条 Delivery date\n单价\n数量' },
    { name: '000000000005-清单.xlsx', bytes: workbook, witnessed: '设备清单\t1250' },
    { name: '000000000006-公告.ofd', bytes: ofd, witnessed: '采购公告' },
    {
      name: '000000000007-letter.pdf',
      bytes: pdf('letter.pdf', 'Purchase contract').buffer,
      witnessed: 'Purchase contract',
    },
  ];
}
