/**
 * Makes a docx the same bytes whenever it is made: entries in the order of their names, one fixed time for all, and no
 * instant of the machine that made it inside. Only then does a hash say that two papers are one.
 */
import { unzipSync, zipSync, strFromU8, strToU8, type Zippable } from 'fflate';
import { fonts } from './figures.ts';

/** @param at ISO instant of the event that made the paper: what the file's properties say of its making */
export function repack(bytes: Uint8Array, at: string): Uint8Array {
  const entries = unzipSync(bytes);
  const second = `${at.slice(0, 19)}Z`;
  const core = entries['docProps/core.xml'];
  if (core !== undefined) {
    entries['docProps/core.xml'] = strToU8(
      strFromU8(core).replace(
        /(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/g,
        (_, open: string, __, close: string) => `${open}${second}${close}`,
      ),
    );
  }
  if ('word/fontTable.xml' in entries) entries['word/fontTable.xml'] = strToU8(fontTable());
  return pack(entries);
}

/** @returns a ZIP that depends on names and contents alone */
export function pack(entries: Readonly<Record<string, Uint8Array>>): Uint8Array {
  // [Content_Types].xml stands first: some readers look only there.
  const names = Object.keys(entries).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const ordered: Zippable = {};
  // The earliest time that a ZIP can hold. The format holds local time without a zone, so it is made by its parts in the
  // zone of this moment.
  const epoch = new Date(1980, 0, 1);
  for (const name of names) ordered[name] = [entries[name] ?? new Uint8Array(), { mtime: epoch, level: 6, os: 0 }];
  return zipSync(ordered);
}

const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : 1);

/** Each font with those to take in its place. */
function fontTable(): string {
  const entries = Object.values(fonts).map(
    ([name, ...others]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:charset w:val="86"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`;
}
