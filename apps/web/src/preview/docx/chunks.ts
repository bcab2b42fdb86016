/** Texts that a Word file embeds in another format (`w:altChunk`), as lines. */
import { decoded } from './office-package.ts';

/** Lines of an embedded text by its content; null where the format is not known here. */
export function chunkLines(bytes: Uint8Array, mediaType: string, name: string): string[] | null {
  const text = decoded(bytes);
  const start = text.slice(0, 2000).trimStart();
  if (/^[\w-]+:/u.test(start) && /^(?:MIME-Version|Content-Type):/imu.test(start)) return mimeLines(text);
  if (
    /html|xml/u.test(mediaType) ||
    /\.x?html?$/iu.test(name) ||
    /^(?:<!doctype html|<html|<\?xml[^>]*>\s*<html)/iu.test(start)
  ) {
    return htmlLines(htmlOf(bytes));
  }
  if (start.startsWith('{\\rtf')) return rtfLines(text);
  if (/text\/plain/u.test(mediaType) || /\.txt$/iu.test(name)) return linesOf(plainOf(bytes));
  return null;
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\r\v\f]/u).filter((line) => line.trim() !== '');
}

/** UTF-8 if valid, otherwise GB18030. */
function plainOf(bytes: Uint8Array): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return decoded(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function htmlOf(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2000));
  const label = /charset\s*=\s*["']?([\w-]+)/iu.exec(start)?.[1];
  if (label === undefined) return plainOf(bytes);
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return plainOf(bytes);
  }
}

const breaking = new Set(
  'address article aside blockquote br dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** The markup is parsed and never put into a page. */
export function htmlLines(html: string): string[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const pieces: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) pieces.push((node.textContent ?? '').replace(/\s+/gu, ' '));
    if (!(node instanceof Element) || ['script', 'style', 'template', 'noscript'].includes(node.localName)) return;
    const breaks = breaking.has(node.localName);
    if (breaks) pieces.push('\n');
    for (const one of node.childNodes) visit(one);
    if (breaks) pieces.push('\n');
  };
  visit(page.body);
  return linesOf(pieces.join('')).map((line) => line.trim());
}

/** The first HTML or plain part of a saved web page (RFC 2557). */
function mimeLines(text: string): string[] | null {
  const boundary = /boundary\s*=\s*"?([^"\r\n;]+)/iu.exec(text)?.[1];
  const parts = boundary === undefined ? [text] : text.split(`--${boundary}`);
  for (const part of parts) {
    const [head = '', ...rest] = part.trimStart().split(/\r?\n\r?\n/u);
    const type = /Content-Type:\s*(text\/\w+)/iu.exec(head)?.[1]?.toLowerCase();
    if (type !== 'text/html' && type !== 'text/plain') continue;
    const bytes = transferred(rest.join('\n\n'), /Content-Transfer-Encoding:\s*([\w-]+)/iu.exec(head)?.[1] ?? '');
    return type === 'text/html' ? htmlLines(htmlOf(bytes)) : linesOf(plainOf(bytes));
  }
  return null;
}

function transferred(body: string, encoding: string): Uint8Array {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Uint8Array.from(atob(body.replace(/[^A-Za-z0-9+/=]/gu, '')), (sign) => sign.charCodeAt(0));
    case 'quoted-printable': {
      const text = body.replace(/=\r?\n/gu, '');
      const bytes: number[] = [];
      for (let at = 0; at < text.length; at += 1) {
        const code = /^=([0-9a-f]{2})/iu.exec(text.slice(at, at + 3))?.[1];
        if (code === undefined) bytes.push(...new TextEncoder().encode(text[at]));
        else {
          bytes.push(Number.parseInt(code, 16));
          at += 2;
        }
      }
      return Uint8Array.from(bytes);
    }
    default:
      return new TextEncoder().encode(body);
  }
}

const silent = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'object',
  'themedata',
  'generator',
  'listtable',
  'fldinst',
]);

/** Text of RTF: Unicode and code page characters, without its tables of fonts, colours and styles. */
export function rtfLines(text: string): string[] {
  const page = /\\ansicpg(\d+)/u.exec(text)?.[1] ?? '936';
  const decoder = new TextDecoder(page === '1252' ? 'windows-1252' : page === '65001' ? 'utf-8' : 'gb18030');
  const token = /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z'])|([{}])|[\r\n]+|([^\\{}\r\n]+)/giu;
  const stack: { isSilent: boolean; skip: number }[] = [];
  let state = { isSilent: false, skip: 1 };
  let pending: number[] = [];
  let left = 0;
  let out = '';
  const flush = (): void => {
    out += decoder.decode(Uint8Array.from(pending));
    pending = [];
  };
  for (const [whole, word, number, hex, sign, brace, plain] of text.matchAll(token)) {
    if (hex !== undefined) {
      if (left > 0) left -= 1;
      else if (!state.isSilent) pending.push(Number.parseInt(hex, 16));
      continue;
    }
    flush();
    if (brace === '{') stack.push({ ...state });
    else if (brace === '}') state = stack.pop() ?? state;
    else if (sign !== undefined) {
      if (sign === '*') state.isSilent = true;
      else if (!state.isSilent && '{}\\'.includes(sign)) out += sign;
      else if (sign === '~') out += ' ';
    } else if (word !== undefined) {
      if (silent.has(word)) state.isSilent = true;
      else if (word === 'uc') state.skip = Number(number ?? 1);
      else if (state.isSilent) continue;
      else if (word === 'u') {
        out += String.fromCharCode(Number(number ?? 0) & 0xffff);
        left = state.skip;
      } else if (['par', 'line', 'cell', 'row', 'page', 'sect'].includes(word)) out += '\n';
      else if (word === 'tab') out += '\t';
    } else if (plain !== undefined && !state.isSilent) {
      const shown = plain.slice(left);
      left = Math.max(0, left - plain.length);
      out += shown;
    } else if (whole === '') break;
  }
  flush();
  return linesOf(out);
}
