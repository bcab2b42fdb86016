/** Reads XML as a stream of events, within the namespaces that documents use. */
import { SaxesParser } from 'saxes';
import { ReadError } from './read-text.ts';

export interface XmlElement {
  /** `w:p`: the prefix of the project for the namespace, whatever the file calls it; `?:p` for other namespaces. */
  readonly name: string;
  /** An attribute by its local name; `r:id` for those of the namespace of relationships. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlHandler {
  readonly open?: (element: XmlElement) => void;
  readonly close?: (name: string) => void;
  /** Text and CDATA, in pieces. */
  readonly text?: (text: string) => void;
}

const transitional = 'http://schemas.openxmlformats.org/';
/** ISO/IEC 29500 strict. */
const strict = 'http://purl.oclc.org/ooxml/';

const namespaces: Readonly<Record<string, string>> = {
  [`${transitional}wordprocessingml/2006/main`]: 'w',
  [`${strict}wordprocessingml/main`]: 'w',
  [`${transitional}spreadsheetml/2006/main`]: 's',
  [`${strict}spreadsheetml/main`]: 's',
  [`${transitional}drawingml/2006/main`]: 'a',
  [`${strict}drawingml/main`]: 'a',
  [`${transitional}drawingml/2006/chart`]: 'c',
  [`${strict}drawingml/chart`]: 'c',
  [`${transitional}drawingml/2006/diagram`]: 'dgm',
  [`${strict}drawingml/diagram`]: 'dgm',
  [`${transitional}officeDocument/2006/math`]: 'm',
  [`${strict}officeDocument/math`]: 'm',
  [`${transitional}officeDocument/2006/relationships`]: 'r',
  [`${strict}officeDocument/relationships`]: 'r',
  [`${transitional}package/2006/content-types`]: 'types',
  [`${transitional}package/2006/relationships`]: 'rels',
  [`${transitional}markup-compatibility/2006`]: 'mc',
  'http://schemas.microsoft.com/office/2006/xmlPackage': 'pkg',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
};

/**
 * The text of an XML file in the encoding of its byte order mark or its declaration; UTF-8 where it has neither.
 *
 * @throws ReadError `damaged`
 */
export function xmlText(bytes: Uint8Array): string {
  try {
    return new TextDecoder(xmlEncoding(bytes), { fatal: true }).decode(bytes);
  } catch (error) {
    throw new ReadError('damaged', error);
  }
}

function xmlEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/u.exec(start)?.[1] ?? 'utf-8';
  // A file of single bytes that claims UTF-16 was written by a program that converted it afterwards.
  return /^utf-?16|^ucs/iu.test(declared) ? 'utf-8' : declared;
}

/** @throws ReadError `damaged` where it is not well-formed; whatever the handler throws */
export function walkXml(source: Uint8Array | string, { open, close, text }: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true });
  let thrown: unknown;
  // Programs leave prefixes of removed extensions undeclared; what they name is in no namespace that is read.
  parser.on('error', (error) => {
    if (!/unbound namespace prefix/u.test(error.message)) thrown ??= new ReadError('damaged', error);
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (thrown !== undefined || open === undefined) return;
    const found: Record<string, string> = {};
    for (const one of Object.values(attributes)) {
      found[namespaces[one.uri] === 'r' ? `r:${one.local}` : one.local] = one.value;
    }
    open({ name: `${namespaces[uri] ?? '?'}:${local}`, attributes: found });
  });
  parser.on('closetag', ({ uri, local }) => {
    if (thrown === undefined) close?.(`${namespaces[uri] ?? '?'}:${local}`);
  });
  if (text !== undefined) {
    const put = (piece: string): void => {
      if (thrown === undefined) text(piece);
    };
    parser.on('text', put);
    parser.on('cdata', put);
  }
  const markup = typeof source === 'string' ? source : xmlText(source);
  for (let at = 0; at < markup.length && thrown === undefined; at += chunk) {
    parser.write(markup.slice(at, at + chunk));
  }
  if (thrown === undefined) parser.close();
  if (thrown !== undefined) throw thrown as Error;
}

/** Characters that are parsed at once, so that an error near the start ends the work. */
const chunk = 1 << 18;
