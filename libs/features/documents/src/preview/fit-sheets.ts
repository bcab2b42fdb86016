/**
 * Prepares a workbook (ECMA-376) for printing, so that a preview cuts nothing off: every sheet is as wide as a page,
 * texts shrink to their cells, and what is hidden or outside of the print area is shown.
 */
import { openZip, packZip } from '@lawgate/files';

const MiB = 1024 * 1024;
const limits = { maxEntries: 10_000, maxEntryBytes: 128 * MiB, maxTotalBytes: 256 * MiB };
const stylesName = /^xl\/styles\.xml$/iu;
/** A prefix of the namespace: POI and SSRS write `x:`. */
const prefix = '((?:[\\w.-]+:)?)';

/** @returns null for a workbook without styles, in which no text can be shrunk. @throws ZipError */
export async function fitSheets(xlsx: Buffer): Promise<Buffer | null> {
  const entries = await (await openZip(xlsx, limits)).readAll();
  if (![...entries.keys()].some((name) => stylesName.test(name))) return null;
  const written = [...entries].map(([name, bytes]): [string, Buffer] => {
    const change = changeOf(name);
    return [name, change === null ? bytes : Buffer.from(change(bytes.toString('utf8')))];
  });
  return packZip(written, new Date(1980, 0, 1));
}

function changeOf(name: string): ((xml: string) => string) | null {
  if (/^xl\/worksheets\/[^/]+\.xml$/iu.test(name)) return fittedSheet;
  if (/^xl\/workbook\.xml$/iu.test(name)) return shownSheets;
  if (stylesName.test(name)) return shrunkTexts;
  return null;
}

/** Landscape A4 (paper size 9), one page wide and as many high as needed. */
export function fittedSheet(xml: string): string {
  const root = new RegExp(`<${prefix}worksheet(?:\\s[^>]*)?>`, 'u').exec(xml);
  if (root === null) return xml;
  const [opening, own = ''] = root;
  const at = root.index + opening.length;
  const shown = without(xml.slice(at), own, ['sheetPr', 'pageSetup', 'colBreaks', 'rowBreaks']).replace(
    /<(?:[\w.-]+:)?(?:row|col)\s[^>]*>/gu,
    (tag) => tag.replace(/\s(?:hidden|collapsed)="[^"]*"/gu, ''),
  );
  const end = shown.lastIndexOf(`</${own}worksheet`);
  if (end < 0) return xml;
  const properties = `<${own}sheetPr><${own}pageSetUpPr fitToPage="1"/></${own}sheetPr>`;
  const setup = `<${own}pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`;
  return `${xml.slice(0, at)}${properties}${shown.slice(0, end)}${setup}${shown.slice(end)}`;
}

function shownSheets(xml: string): string {
  return xml
    .replace(/(<(?:[\w.-]+:)?sheet\s[^>]*?)\sstate="[^"]*"/gu, '$1')
    .replace(/<((?:[\w.-]+:)?definedName)\s[^>]*_xlnm\.Print_Area[^>]*>[^<]*<\/\1>/gu, '');
}

/** Texts and numbers shrink to their cells, except where the sheet wraps them. */
function shrunkTexts(xml: string): string {
  return xml.replace(/<((?:[\w.-]+:)?)cellXfs[^]*?<\/\1cellXfs>/u, (formats, own: string) =>
    formats.replace(
      new RegExp(`<${own}xf((?:\\s[^>]*?)?)(?:/>|>([^]*?)</${own}xf>)`, 'gu'),
      (_, said: string, content: string | undefined) => {
        const alignment = new RegExp(`<${own}alignment((?:\\s[^>]*?)?)(?:/>|></${own}alignment>)`, 'u').exec(
          content ?? '',
        );
        const given = alignment?.[1] ?? '';
        const isWrapped = /\swrapText="(?:1|true)"/u.test(given);
        const align = `${given.replace(/\sshrinkToFit="[^"]*"/u, '')}${isWrapped ? '' : ' shrinkToFit="1"'}`;
        const rest = (content ?? '').replace(alignment?.[0] ?? '', '');
        const format = said.replace(/\sapplyAlignment="[^"]*"/u, '');
        return `<${own}xf${format} applyAlignment="1"><${own}alignment${align}/>${rest}</${own}xf>`;
      },
    ),
  );
}

function without(xml: string, own: string, names: readonly string[]): string {
  return names.reduce(
    (all, name) => all.replace(new RegExp(`<${own}${name}(?:\\s[^>]*)?(?:/>|>[^]*?</${own}${name}>)`, 'gu'), ''),
    xml,
  );
}
