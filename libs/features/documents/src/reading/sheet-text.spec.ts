import { describe, expect, it } from '@jest/globals';
import { officeProgram } from '@lawgate/files/office';
import { cellString, shownNumber, shownText } from './cell-text.ts';
import { readOffice } from './office-text.ts';
import type { ReadText } from './read-text.ts';
import { packed } from './samples.fixtures.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
const ns = `xmlns="${main}" xmlns:r="${office}"`;
const rels = (...items: readonly (readonly [id: string, kind: string, target: string])[]): string =>
  `<Relationships xmlns="${packages}/relationships">${items
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** A workbook of one sheet 甲. @param parts further parts, or others instead of these */
function workbook(sheet: string, parts: Record<string, string> = {}): Buffer {
  return packed({
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/shapes.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml"/></Types>`,
    '_rels/.rels': rels(['1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook ${ns}><sheets><sheet name="甲" r:id="1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      ['1', 'worksheet', 's.xml'],
      ['2', 'worksheet', 's2.xml'],
      ['3', 'sharedStrings', 'ss.xml'],
    ),
    'xl/ss.xml': `<sst ${ns}><si><t>合同_x000D_</t></si></sst>`,
    'xl/s.xml': `<worksheet ${ns}><sheetData>${sheet}</sheetData></worksheet>`,
    ...parts,
  });
}

async function read(bytes: Buffer): Promise<Pick<ReadText, 'parts' | 'unread'>> {
  return readOffice(bytes, 'xlsx');
}

const named = async (bytes: Buffer): Promise<string[]> =>
  (await read(bytes)).unread.map(({ part, reason }) => `${part} ${reason}`);
const lines = async (bytes: Buffer): Promise<string[]> =>
  (await read(bytes)).parts.map(({ kind, paragraphs }) => `${kind}: ${paragraphs.join(' / ')}`);

it.each([
  ['General', '0.0802139037433155', '0.0802139037433155'],
  ['General', '123456789012', '123456789012'],
  ['General', '0.30000000000000004', '0.3'],
  ['General', '1.2E-7', '1.2E-07'],
  ['0.00', '1.005', '1.01'],
  ['0', '110101199003070000', '110101199003070000'],
  ['#,##0', '1234567890123456', '1,234,567,890,123,460'],
  ['#,##0.00\\ [$€-407]', '1234.5', '1,234.50 €'],
  ['[DBNum1][$-804]General', '100010', '一十万〇一十'],
  ['[DBNum2][$-804]General"元整"', '1020300.5', '壹佰零贰万零叁佰.伍元整'],
  ['[DBNum2]General"元"', '100000000', '壹亿元'],
  ['[DBNum2]General"元"', '-12', '-壹拾贰元'],
  ['[DBNum2]0"角"0"分第1笔"', '45', '肆角伍分第1笔'],
  ['[DBNum3]0', '12', '１２'],
  ['[DBNum1][$-804]yyyy"年"m"月"d"日";@', '45646', '二〇二四年十二月二十日'],
  ['上午/下午h"时"mm"分"', '0.6', '下午2时24分'],
  ['[$-804]aaaa', '45292', '星期一'],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '45292', '2024年1月1日'],
  ['d-mmm-yy', '45292', '1-Jan-24'],
  ['[h]', '-1.2', '-28'],
  ['[ss]', '-1.2', '-103680'],
  ['0!.0,"万元"', '12345', '1.2万元'],
  [';;;', '5', '5'],
  ['0;-0;;@', '0', ''],
  ['nonsense [', '5', '5'],
])('the format %s shows %s as %s', (pattern, stored, shown) => {
  expect(shownNumber(stored, pattern, false)).toBe(shown);
});

it('shows a text with the words of its format, and decodes what XML cannot have', () => {
  expect(shownText('十', '@"元"')).toBe('十元');
  expect(shownText('十', ';;;')).toBe('十');
  expect(cellString('a_x000D__x005F_x000D__x0000_')).toBe('a\r_x000D_');
});

describe('a workbook', () => {
  it('shows texts, dates of ISO 8601, and the name of the sheet in its header', async () => {
    const cells = '<row><c t="s"><v>0</v></c><c t="d"><v>2024-01-01</v></c><c t="b"><v>1</v></c></row>';
    const bytes = workbook(cells, {
      'xl/s.xml': `<worksheet ${ns}><sheetData>${cells}</sheetData><headerFooter><oddHeader>&amp;LA&amp;&amp;B&amp;C&amp;14&amp;A &amp;P</oddHeader></headerFooter></worksheet>`,
    });
    expect(await lines(bytes)).toEqual(['body: 甲 / 合同 / \t45292\tTRUE', 'header: A&B / 甲']);
  });

  it('is read as far as it is whole', async () => {
    const twoSheets = {
      'xl/workbook.xml': `<workbook ${ns}><sheets><sheet name="甲" r:id="1"/><sheet name="乙" r:id="2"/><sheet name="丙" r:id="9"/></sheets></workbook>`,
      'xl/s2.xml': '<worksheet',
      'xl/_rels/s.xml.rels': rels(['1', 'comments', 'none.xml']),
    };
    const bytes = workbook('<row><c><v>1</v></c><c t="s"><v>7</v></c></row>', twoSheets);
    expect(await lines(bytes)).toEqual(['body: 甲 / 1', 'body: 乙', 'body: 丙']);
    expect(await named(bytes)).toEqual([
      '工作表“甲”中的文字 damaged',
      '工作表“甲”中的批注 damaged',
      '工作表“乙” damaged',
      '工作表“丙” damaged',
    ]);
    expect(await named(workbook('<row><c t="s"><v>0</v></c></row>', { 'xl/ss.xml': '<sst' }))).toEqual([
      '单元格的文字 damaged',
      '工作表“甲”中的文字 damaged',
    ]);
  });

  it('names formulas without a stored result, pictures within cells, and linked data', async () => {
    const cells =
      '<row><c><f>1+1</f></c><c><f>2+2</f><v>4</v></c><c t="str"><f>x</f><v>=DISPIMG("ID_1",1)</v></c><c t="e" vm="1"><v>#VALUE!</v></c></row>';
    expect(await lines(workbook(cells))).toEqual(['body: 甲 / 4']);
    const pictures = ['工作表“甲”中的图片 picture', '工作表“甲”中单元格内的图片或链接数据 unsupported'];
    expect(await named(workbook(cells))).toEqual([...pictures, '工作表“甲”中打开时才计算的公式 unsupported']);
    const again = {
      'xl/workbook.xml': `<workbook ${ns}><sheets><sheet name="甲" r:id="1"/></sheets><calcPr fullCalcOnLoad="1"/></workbook>`,
    };
    expect(await named(workbook(cells, again))).toEqual([
      ...pictures,
      '工作表“甲”中打开时才计算的公式（3处） unsupported',
    ]);
  });

  it('names objects, controls and refreshed pivot tables', async () => {
    const bytes = workbook('', {
      'xl/_rels/s.xml.rels': rels(['1', 'oleObject', 'o.bin'], ['2', 'control', 'c.xml'], ['3', 'pivotTable', 'p.xml']),
      'xl/_rels/p.xml.rels': rels(['1', 'pivotCacheDefinition', 'pc.xml']),
      'xl/p.xml': `<pivotTableDefinition ${ns}/>`,
      'xl/pc.xml': `<pivotCacheDefinition ${ns} refreshOnLoad="1"/>`,
    });
    expect(await named(bytes)).toEqual([
      '工作表“甲”中的嵌入的对象 object',
      '工作表“甲”中的控件 object',
      '工作表“甲”中的数据透视表（打开时才计算） unsupported',
    ]);
  });

  it('is read with shapes once, form controls, and shapes of charts; pictures of headers are named', async () => {
    const shape = (text: string): string => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`;
    const bytes = workbook('', {
      'xl/s.xml': `<worksheet ${ns}><sheetData/><legacyDrawingHF r:id="3"/></worksheet>`,
      'xl/_rels/s.xml.rels': rels(
        ['1', 'drawing', 'd.xml'],
        ['2', 'vmlDrawing', 'v.vml'],
        ['3', 'vmlDrawing', 'h.vml'],
      ),
      'xl/d.xml': `<x xmlns:a="${drawing}/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent><mc:Choice>${shape('新')}</mc:Choice><mc:Fallback>${shape('旧')}</mc:Fallback></mc:AlternateContent><mc:AlternateContent><mc:Choice/><mc:Fallback>${shape('图')}<a:blip/></mc:Fallback></mc:AlternateContent></x>`,
      'xl/v.vml':
        '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><div><font>同意</font></div></v:textbox></v:shape></xml>',
      'xl/h.vml': '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:imagedata/></v:shape></xml>',
      'xl/shapes.xml': `<c xmlns:a="${drawing}/main">${shape('注')}</c>`,
    });
    expect(await lines(bytes)).toEqual(['body: 甲', 'text-box: 新 / 图', 'text-box: 同意', 'diagram: 注']);
    expect(await named(bytes)).toEqual(['工作表“甲”中的图片 picture', '工作表“甲”页眉页脚中的图片 picture']);
  });
});

for (const place of (await officeProgram()) === null ? [] : ['an old workbook'])
  it(`${place} with a password is encrypted, not damaged`, async () => {
    const bytes = Buffer.alloc(4096);
    bytes.write('d0cf11e0a1b11ae1', 'hex');
    bytes.write('Workbook\0', 64, 'utf16le');
    bytes.write(`0908100000060500${'00'.repeat(12)}2f00`, 512, 'hex');
    await expect(readOffice(bytes, 'xls')).rejects.toThrow('encrypted');
  }, 120_000);
