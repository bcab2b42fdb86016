/** Finds the format of an office document by its content; the extension often belongs to another one. */

/** `zip` and `ole` are containers, whose entries decide. */
export type OfficeFormat =
  'zip' | 'ole' | 'rtf' | 'html' | 'mht' | 'flat-opc' | 'word-xml' | 'flat-odf' | 'sheet-xml' | 'text';

const sniffedBytes = 4096;
const bom = /^(?:\xef\xbb\xbf)?[\s\0]*/u;

export function officeFormat(bytes: Buffer): OfficeFormat {
  if (bytes.length > 1 && bytes[0] === 0x50 && bytes[1] === 0x4b) return 'zip';
  if (bytes.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') return 'ole';
  const start = startOf(bytes);
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (start.startsWith('<')) return markupFormat(start);
  if (/^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*MIME-Version:/iu.test(start)) return 'mht';
  return 'text';
}

function startOf(bytes: Buffer): string {
  const start = bytes.subarray(0, sniffedBytes);
  const wide = (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
  // A character that is cut in two at the end is no error here.
  const text = wide
    ? new TextDecoder(start[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(start)
    : start.toString('latin1');
  return text.replace(bom, '').replace(/^\ufeff/u, '');
}

function markupFormat(start: string): OfficeFormat {
  // Declarations and comments may precede the first element.
  const first = /<(?![?!])([\w:-]+)[^>]*>?/u.exec(start.replace(/<!--[\s\S]*?(?:-->|$)/gu, ''));
  const [element = '', name = ''] = first ?? [];
  if (/<!doctype\s+html/iu.test(start) || /^(?:\w+:)?html$/iu.test(name)) return 'html';
  if (/^\w+:package$/u.test(name) && element.includes('/2006/xmlPackage')) return 'flat-opc';
  if (start.includes('schemas.microsoft.com/office/word/2003/wordml')) return 'word-xml';
  if (/^office:document$/u.test(name)) return 'flat-odf';
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet') && /^(?:\w+:)?Workbook$/u.test(name))
    return 'sheet-xml';
  const isHtml = /^(?:head|body|meta|title|style|div|p|table|span|font|center|h[1-6]|a|br|ul|ol|b|i|script|xml)$/iu;
  return isHtml.test(name) ? 'html' : 'text';
}

// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000e-\u001a]/u;

/**
 * Text of a file in one of the encodings that Chinese programs write; null where it is none of them.
 *
 * @param options `declared`: the encoding that the file names; `isGuessed`: whether bytes that are no UTF-8 may be
 *   GB18030, in which almost all bytes are text. Default true.
 */
export function decodedText(
  bytes: Buffer,
  { declared = null, isGuessed = true }: { readonly declared?: string | null; readonly isGuessed?: boolean } = {},
): string | null {
  const mark = bytes.toString('hex', 0, 2);
  const wide = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : null;
  for (const encoding of [wide, 'utf-8', declared, isGuessed ? 'gb18030' : null]) {
    if (encoding === null) continue;
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return isGuessed || !controls.test(text) ? text : null;
    } catch (error) {
      const { code } = error as { code?: string };
      // An unknown name of an encoding is that of the document.
      if (code !== 'ERR_ENCODING_INVALID_ENCODED_DATA' && code !== 'ERR_ENCODING_NOT_SUPPORTED') throw error;
    }
  }
  return null;
}

/** The encoding that a page of HTML declares; scripts may stand in front of it. */
export function declaredIn(bytes: Buffer): string | null {
  const start = bytes.subarray(0, 65_536).toString('latin1');
  return /<meta[^>]*charset\s*=\s*["']?([\w-]+)/iu.exec(start)?.[1] ?? null;
}
