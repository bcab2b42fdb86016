/**
 * Prepares a workbook (ECMA-376) for printing, so that a preview cuts nothing off: every sheet is as wide as a page,
 * texts wrap, and what is hidden or outside of the print area is shown.
 */
import { openZip, packZip } from '@lawgate/files';

const MiB = 1024 * 1024;
const limits = { maxEntries: 10_000, maxEntryBytes: 128 * MiB, maxTotalBytes: 256 * MiB };
/** A prefix of the namespace: POI and SSRS write `x:`. */
const prefix = '((?:[\\w.-]+:)?)';

/** @throws ZipError */
export async function fitSheets(xlsx: Buffer): Promise<Buffer> {
  const entries = await (await openZip(xlsx, limits)).readAll();
  const written = [...entries].map(([name, bytes]): [string, Buffer] => {
    const change = changeOf(name);
    return [name, change === null ? bytes : Buffer.from(change(bytes.toString('utf8')))];
  });
  return packZip(written, new Date(1980, 0, 1));
}

function changeOf(name: string): ((xml: string) => string) | null {
  if (/^xl\/worksheets\/[^/]+\.xml$/iu.test(name)) return fittedSheet;
  if (/^xl\/workbook\.xml$/iu.test(name)) return shownSheets;
  if (/^xl\/styles\.xml$/iu.test(name)) return wrappedTexts;
  return null;
}

/** Landscape A4 (paper size 9), one page wide and as many high as needed. */
export function fittedSheet(xml: string): string {
  const root = new RegExp(`<${prefix}worksheet(?:\\s[^>]*)?>`, 'u').exec(xml);
  if (root === null) return xml;
  const [opening, own = ''] = root;
  const at = root.index + opening.length;
  const rest = without(xml.slice(at), own, ['sheetPr', 'pageSetup', 'colBreaks', 'rowBreaks'])
    .replace(/(<(?:[\w.-]+:)?(?:row|col)\s[^>]*?)\s(?:hidden|collapsed)="[^"]*"/gu, '$1')
    .replace(/(<(?:[\w.-]+:)?row\s[^>]*?)\sht="[^"]*"/gu, '$1')
    .replace(/(<(?:[\w.-]+:)?row\s[^>]*?)\scustomHeight="[^"]*"/gu, '$1')
    .replace(/(<(?:[\w.-]+:)?(?:row|col)\s[^>]*?)\s(?:hidden|collapsed)="[^"]*"/gu, '$1');
  const setup = `<${own}pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`;
  const end = rest.lastIndexOf(`</${own}worksheet`);
  if (end < 0) return xml;
  const properties = `<${own}sheetPr><${own}pageSetUpPr fitToPage="1"/></${own}sheetPr>`;
  return `${xml.slice(0, at)}${properties}${rest.slice(0, end)}${setup}${rest.slice(end)}`;
}

function shownSheets(xml: string): string {
  return xml
    .replace(/(<(?:[\w.-]+:)?sheet\s[^>]*?)\sstate="[^"]*"/gu, '$1')
    .replace(/<((?:[\w.-]+:)?definedName)\s[^>]*_xlnm\.Print_Area[^>]*>[^<]*<\/\1>/gu, '');
}

function wrappedTexts(xml: string): string {
  return xml.replace(/<((?:[\w.-]+:)?)cellXfs[^]*?<\/\1cellXfs>/u, (formats, own: string) =>
    formats
      .replace(new RegExp(`<${own}xf((?:\\s[^>]*?)?)/>`, 'gu'), `<${own}xf$1><${own}alignment/></${own}xf>`)
      .replace(new RegExp(`(<${own}xf(?:\\s[^>]*)?>)(?!\\s*<${own}alignment)`, 'gu'), `$1<${own}alignment/>`)
      .replace(
        new RegExp(`<${own}xf((?:\\s[^>]*)?)>`, 'gu'),
        (_, said: string) => `<${own}xf${said.replace(/\sapplyAlignment="[^"]*"/u, '')} applyAlignment="1">`,
      )
      .replace(
        new RegExp(`<${own}alignment((?:\\s[^>/]*)?)/>`, 'gu'),
        (_, said: string) =>
          `<${own}alignment${said.replace(/\s(?:wrapText|shrinkToFit)="[^"]*"/gu, '')} wrapText="1"/>`,
      ),
  );
}

function without(xml: string, own: string, names: readonly string[]): string {
  return names.reduce(
    (all, name) => all.replace(new RegExp(`<${own}${name}(?:\\s[^>]*)?(?:/>|>[^]*?</${own}${name}>)`, 'gu'), ''),
    xml,
  );
}
