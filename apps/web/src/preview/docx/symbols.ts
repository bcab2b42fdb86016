/** Characters of symbol fonts, which a browser does not have, as Unicode. */

import { codePoint } from 'dingbat-to-unicode';

const symbolFonts = ['Symbol', 'Wingdings', 'Wingdings 2', 'Wingdings 3', 'Webdings'];

/** Signs that documents tick, which the table of the library gives as others; the extraction has the same. */
const ticks: Readonly<Record<string, string>> = {
  'Wingdings:6f': '☐',
  'Wingdings:a8': '☐',
  'Wingdings:71': '❑',
  'Wingdings:72': '❒',
  'Wingdings:fb': '✗',
  'Wingdings:fc': '✓',
  'Wingdings:fd': '☒',
  'Wingdings:fe': '☑',
  'Wingdings:78': '⌧',
  'Wingdings 2:52': '☑',
  'Wingdings 2:50': '✓',
  'Wingdings 2:51': '☒',
  'Wingdings 2:a3': '☐',
  'Wingdings 2:2a': '☐',
  'Symbol:b7': '•',
};

export function isSymbolFont(font: string | null): boolean {
  return symbolFonts.includes(font ?? '');
}

/**
 * The character as Unicode; where it is unknown, a token that names font and code, so that no two look alike.
 *
 * @param code hexadecimal, with or without the offset of the private area
 */
export function symbolText(font: string | null, code: string): string {
  const point = Number.parseInt(code, 16);
  if (!Number.isFinite(point) || point <= 0) return '';
  if (!isSymbolFont(font) && (point < 0xe000 || point > 0xf8ff)) return String.fromCodePoint(Math.min(point, 0x10ffff));
  const local = point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point;
  const hex = local.toString(16).padStart(2, '0');
  const known = ticks[`${font ?? ''}:${hex}`] ?? codePoint(font ?? '', local)?.string;
  return known ?? `〔符号：${font ?? ''} ${hex.toUpperCase()}〕`;
}

/** Replaces the characters of the private area that a symbol font draws. */
export function withSymbols(text: string, font: string | null): string {
  return isSymbolFont(font)
    ? text.replace(/[\uf020-\uf0ff]/gu, (sign) => symbolText(font, sign.charCodeAt(0).toString(16)))
    : text;
}
