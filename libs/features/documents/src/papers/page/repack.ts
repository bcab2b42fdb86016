/**
 * Makes a docx reproducible: entries sorted by name, one fixed time for all, and no time of the machine that made it.
 * Only then do equal papers have equal hashes.
 */
import { openOwnDocx, packDocx } from '@lawgate/files';
import { fonts } from './figures.ts';

/** @param at ISO instant of the event that issued the paper, stored in the file's properties */
export async function repack(bytes: Buffer, at: string): Promise<Buffer> {
  const entries = await openOwnDocx(bytes);
  const second = `${at.slice(0, 19)}Z`;
  const core = entries.get('docProps/core.xml')?.toString('utf8');
  if (core !== undefined) {
    const dated = core.replace(
      /(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/g,
      (_, open: string, __, close: string) => `${open}${second}${close}`,
    );
    entries.set('docProps/core.xml', Buffer.from(dated));
  }
  if (entries.has('word/fontTable.xml')) entries.set('word/fontTable.xml', Buffer.from(fontTable()));
  return packDocx(entries);
}

/** Each font with its alternatives. */
function fontTable(): string {
  const entries = Object.values(fonts).map(
    ([name, ...others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`;
}
