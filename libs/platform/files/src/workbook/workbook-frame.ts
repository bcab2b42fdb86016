/** The parts of a workbook of one sheet: A4 landscape, as wide as the paper, with title and heading on every page. */
import { encodeXml } from '../template/xml-tokens.ts';

export interface SheetContent {
  readonly name: string;
  /** `col`, `row` and `si` elements. */
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly texts: readonly string[];
  /** The last cell of the title, which is merged over all columns. */
  readonly lastCell: string;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relationships = (targets: readonly (readonly [kind: string, target: string])[]): string =>
  `${head}<Relationships xmlns="${packages}/relationships">${targets
    .map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const contentTypes = `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${(
  [
    ['workbook', 'sheet.main'],
    ['worksheets/sheet1', 'worksheet'],
    ['styles', 'styles'],
    ['sharedStrings', 'sharedStrings'],
  ] as const
)
  .map(([part, type]) => `<Override PartName="/xl/${part}.xml" ContentType="${sheetType}.${type}+xml"/>`)
  .join('')}</Types>`;

const edge = (side: string): string => `<${side} style="thin"><color auto="1"/></${side}>`;
const format = (numFmt: number, font: number, border: number, horizontal = ''): string =>
  `<xf numFmtId="${numFmt}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment ${horizontal}vertical="center" wrapText="1"/></xf>`;

/** The order of `cellXfs` is that of `styles` in write-workbook.ts. '@' (49) keeps text from being read again as a number. */
const stylesPart = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="3">${[
  '<sz val="11"/>',
  '<b/><sz val="16"/>',
  '<b/><sz val="11"/>',
]
  .map((font) => `<font>${font}<name val="宋体"/><family val="3"/><charset val="134"/></font>`)
  .join(
    '',
  )}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${edge('left')}${edge('right')}${edge('top')}${edge('bottom')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${[
  format(0, 1, 0, 'horizontal="center" '),
  format(0, 2, 1, 'horizontal="center" '),
  format(49, 0, 1),
  format(0, 0, 1),
  format(164, 0, 1),
].join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Parts by the names of their entries. */
export function workbookParts({ name, columns, rows, texts, lastCell }: SheetContent): Record<string, string> {
  const quoted = encodeXml(`'${name.replaceAll("'", "''")}'`);
  const count = texts.length;
  return {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView/></bookViews><sheets><sheet name="${encodeXml(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted}!$1:$2</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': stylesPart,
    'xl/sharedStrings.xml': `${head}<sst xmlns="${main}" uniqueCount="${count}">${texts.join('')}</sst>`,
    'xl/worksheets/sheet1.xml': [
      `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
      '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
      `<cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>`,
      lastCell === 'A1' ? '' : `<mergeCells count="1"><mergeCell ref="A1:${lastCell}"/></mergeCells>`,
      '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
      '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>',
    ].join(''),
  };
}
