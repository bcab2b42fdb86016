/** Workbooks to preview, with what a print would leave out. */
import { packZip } from '@lawgate/files';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org';

/** 30 columns of which the print area has two, a hidden row, and a hidden sheet. */
export function wideWorkbook(): Buffer {
  const letter = (at: number): string => (at < 26 ? '' : 'A') + String.fromCodePoint(65 + (at % 26));
  const cell = (column: number, row: number, text: string): string =>
    `<c r="${letter(column)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const head = Array.from({ length: 30 }, (_, at) => cell(at, 1, `列${at + 1}`)).join('');
  const long = cell(0, 3, '这一格的文字比它的列宽长得多，右边的一格又有字') + cell(1, 3, '右');
  const sheet = (rows: string): string => `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relations = (...all: string[]): string =>
    `<Relationships xmlns="${office}/package/2006/relationships">${all.join('')}</Relationships>`;
  const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const entries: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${sheetType}.worksheet+xml"/></Types>`,
    '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="清单" sheetId="1" r:id="s1"/><sheet name="底稿" sheetId="2" state="hidden" r:id="s2"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">清单!$A$1:$B$1</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation('s1', 'worksheet', 'worksheets/sheet1.xml'),
      relation('s2', 'worksheet', 'worksheets/sheet2.xml'),
    ),
    'xl/worksheets/sheet1.xml': sheet(
      `<row r="1">${head}</row><row r="2" hidden="1">${cell(0, 2, '隐藏的行')}</row><row r="3" ht="15" customHeight="1">${long}</row>`,
    ),
    'xl/worksheets/sheet2.xml': sheet(`<row r="1">${cell(0, 1, '隐藏的表')}</row>`),
  };
  return packZip(
    Object.entries(entries).map(([name, xml]) => [name, Buffer.from(xml)]),
    new Date(1980, 0, 1),
  );
}
