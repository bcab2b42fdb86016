/** Recognises the encoding of a text file: UTF-8, GB18030, and UTF-16 as spreadsheets call "Unicode text". */
import { TableError, type Table } from './table.ts';

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface DecodedText {
  readonly encoding: Table['encoding'];
  /** Without a byte order mark; contains U+FFFD where bytes are no text. */
  readonly text: string;
}

/** Maximum share of characters that no text has, in a file that is still read as text. */
const maxControlShare = 1 / 20;
/** Programs pad fields of a fixed length with zeros. */
const maxZeroShare = 1 / 3;
/** Maximum share of bytes that are no text: a few damaged cells, not a file of another kind. */
const maxDamagedShare = 1 / 20;
/** Minimum share and number of ASCII characters (separators, digits, line ends), by which UTF-16 is recognised. */
const minAsciiShare = 1 / 20;
const minAscii = 4;

/** @throws TableError `empty`, `not-a-table` for bytes that are not text in any of the encodings */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = wideEncodingOf(bytes);
  if (wide !== null) return textOf(decode(bytes, wide), wide, false);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const text = decode(bytes, encoding, { fatal: true });
    if (text !== null && isText(text)) return textOf(text, encoding, marked);
  }
  // Some bytes are damaged: the encoding with the fewest of them.
  const tried = (['utf-8', 'gb18030'] as const).map((encoding) => {
    const text = decode(bytes, encoding) ?? '';
    return { encoding, text, damaged: text.split('\ufffd').length - 1 };
  });
  const best = tried.reduce((least, each) => (each.damaged < least.damaged ? each : least));
  if (best.damaged > best.text.length * maxDamagedShare || !isText(best.text)) throw new TableError('not-a-table');
  return textOf(best.text, best.encoding, marked);
}

function textOf(text: string | null, encoding: Encoding, marked: boolean): DecodedText {
  if (text === null || !isText(text)) throw new TableError('not-a-table');
  return { encoding: encoding === 'utf-8' && marked ? 'utf-8-bom' : encoding, text };
}

function decode(bytes: Uint8Array, encoding: Encoding, { fatal } = { fatal: false }): string | null {
  try {
    const whole = encoding.startsWith('utf-16') ? bytes.subarray(0, bytes.length - (bytes.length % 2)) : bytes;
    return new TextDecoder(encoding, { fatal }).decode(whole);
  } catch {
    return null;
  }
}

/** UTF-16 by its mark, or by zeros at one half of every ASCII character and hardly any at the other. */
function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros: [even: number, odd: number] = [0, 0];
  for (const [at, byte] of bytes.entries()) if (byte === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros;
  const enough = Math.max(minAscii, (bytes.length / 2) * minAsciiShare);
  if (odd >= enough && even * 100 < odd) return 'utf-16le';
  return even >= enough && odd * 100 < even ? 'utf-16be' : null;
}

/** Whether it is text in spite of single control characters: zeros, and the mark of the end of a file of old programs. */
function isText(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  const body = text.replace(/[\u0000\u001a]+$/, '');
  if (body === '' && text !== '') return false;
  let [zeros, controls] = [0, 0];
  for (let at = 0; at < body.length; at += 1) {
    const code = body.charCodeAt(at);
    if (code === 0) zeros += 1;
    else if ((code < 0x20 && (code < 9 || code > 13 || code === 11)) || code === 0x7f) controls += 1;
  }
  return zeros <= body.length * maxZeroShare && controls <= body.length * maxControlShare;
}
