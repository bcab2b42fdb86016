/** Workbooks of single parts of XML, as different programs write them. */
import { zipOf } from '../zip/zip.fixtures.ts';

export interface SheetFixture {
  readonly name: string;
  /** Content of the `worksheet` element; `{x}` is the prefix of the workbook's namespace. */
  readonly xml: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** Target of its relationship; by default `worksheets/sheetN.xml`. */
  readonly target?: string;
  /** Name of its entry; by default that of the usual target. */
  readonly part?: string;
}

export interface WorkbookFixture {
  /** In the order of their tabs. */
  readonly sheets: readonly SheetFixture[];
  /** `si` elements. */
  readonly texts?: string;
  /** Content of `styleSheet`. */
  readonly styles?: string;
  /** Attributes of `workbookPr`. */
  readonly properties?: string;
  /** With its colon. */
  readonly prefix?: string;
  readonly strict?: boolean;
  readonly mainPart?: string;
  readonly encode?: (xml: string) => Buffer;
}

const transitional = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  office: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const strict = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  office: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

export function workbookOf(fixture: WorkbookFixture): Buffer {
  const { sheets, prefix: x = '', mainPart = 'xl/workbook.xml', encode = Buffer.from } = fixture;
  const { main, office } = fixture.strict === true ? strict : transitional;
  const declared = x === '' ? `xmlns="${main}"` : `xmlns:${x.slice(0, -1)}="${main}"`;
  const part = (root: string, inner: string): Buffer =>
    encode(
      `<?xml version="1.0"?><${x}${root} ${declared} xmlns:r="${office}">${inner.replaceAll('{x}', x)}</${x}${root}>`,
    );
  const related = (targets: readonly (readonly [string, string, string])[]): Buffer =>
    encode(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
        .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`)
        .join('')}</Relationships>`,
    );
  const [folder, file] = [
    mainPart.slice(0, mainPart.lastIndexOf('/') + 1),
    mainPart.slice(mainPart.lastIndexOf('/') + 1),
  ];
  const entries: Record<string, Buffer> = {
    '_rels/.rels': related([['rId1', 'officeDocument', mainPart]]),
    [mainPart]: part(
      'workbook',
      `<{x}workbookPr ${fixture.properties ?? ''}/><{x}sheets>${sheets
        .map(
          ({ name, state }, at) =>
            `<{x}sheet name="${name}" sheetId="${at + 9}" r:id="rId${at + 1}" state="${state ?? 'visible'}"/>`,
        )
        .join('')}</{x}sheets>`,
    ),
    [`${folder}_rels/${file}.rels`]: related([
      ...sheets.map(
        ({ target }, at) => [`rId${at + 1}`, 'worksheet', target ?? `worksheets/sheet${at + 1}.xml`] as const,
      ),
      ['rId90', 'styles', 'styles.xml'],
      ['rId91', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    [`${folder}styles.xml`]: part('styleSheet', fixture.styles ?? ''),
    [`${folder}sharedStrings.xml`]: part('sst', fixture.texts ?? ''),
  };
  for (const [at, sheet] of sheets.entries()) {
    entries[sheet.part ?? `${folder}worksheets/sheet${at + 1}.xml`] = part('worksheet', sheet.xml);
  }
  return zipOf(entries);
}

/** A sheet of texts, as inline strings without references. */
export function sheetOf(rows: readonly (readonly string[])[], after = ''): string {
  const cell = (text: string): string => `<{x}c t="inlineStr"><{x}is><{x}t>${text}</{x}t></{x}is></{x}c>`;
  return `<{x}sheetData>${rows
    .map((cells) => `<{x}row>${cells.map(cell).join('')}</{x}row>`)
    .join('')}</{x}sheetData>${after}`;
}
