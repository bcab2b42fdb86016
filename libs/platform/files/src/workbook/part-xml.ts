/** Reads an XML part of a workbook as events. Names are given without their prefix: writers differ in prefixes. */
import { SaxesParser } from 'saxes';

export type Attributes = Readonly<Record<string, string>>;

export interface PartEvents {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Maximum depth of nested elements. */
const maxDepth = 256;
const chunkBytes = 256 * 1024;

/** Entities that a DTD declares are errors, so a part cannot expand. @throws Error where it is not well-formed */
export function readPart(content: Buffer, events: PartEvents): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > maxDepth) throw new Error('nested too deep');
    events.open?.(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    events.close?.(localName(name));
  });
  if (events.text !== undefined) {
    parser.on('text', events.text);
    parser.on('cdata', events.text);
  }
  const decoder = new TextDecoder(encodingOf(content), { fatal: true });
  for (let from = 0; from < content.length; from += chunkBytes) {
    parser.write(decoder.decode(content.subarray(from, from + chunkBytes), { stream: true }));
  }
  parser.write(decoder.decode());
  parser.close();
}

/** The attribute of this name, with whatever prefix. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  const own = attributes[name];
  if (own !== undefined) return own;
  const key = Object.keys(attributes).find((each) => localName(each) === name);
  return key === undefined ? undefined : attributes[key];
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** By the byte order mark, by the zeros of the first sign, or as the part declares; UTF-8 by default. */
function encodingOf(content: Buffer): string {
  const [first, second] = content;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(
    content
      .subarray(0, 300)
      .toString('latin1')
      .replace(/^\xef\xbb\xbf/, ''),
  )?.[1];
  // A part whose bytes are of one byte a sign is not UTF-16, whatever it declares.
  return declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}
