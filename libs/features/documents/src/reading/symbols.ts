/** Characters of symbol fonts as Unicode, and raised and lowered characters. */
import { codePoint } from 'dingbat-to-unicode';
import { asScript } from './script.ts';

const symbolFonts = ['Symbol', 'Wingdings', 'Wingdings 2', 'Wingdings 3', 'Webdings'];

/** Signs that documents tick, which the table of the library gives as others. */
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

export function isSymbolFont(font: string): boolean {
  return symbolFonts.includes(font);
}

/**
 * A character of a symbol font. One that is not known remains visible and differs from every other.
 *
 * @param code with or without the offset 0xF000 of the private area
 */
export function symbol(font: string, code: number): string {
  if (!isSymbolFont(font) && (code < 0xe000 || code > 0xf8ff)) return String.fromCodePoint(code);
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const hex = low.toString(16).padStart(2, '0');
  const known = ticks[`${font}:${hex}`] ?? codePoint(font, low)?.string;
  return known ?? `〔符号：${font} ${hex.toUpperCase()}〕`;
}

/** Replaces the characters of the private area that a symbol font draws. */
export function withSymbols(text: string, font: string): string {
  if (!isSymbolFont(font)) return text;
  return text.replace(/[\uf020-\uf0ff]/gu, (sign) => symbol(font, sign.charCodeAt(0)));
}

export type Raised = 'superscript' | 'subscript';

/** Longer raised texts are sentences in small print, not indices. */
const maxRaised = 12;

/** Text of a raised or lowered run, so that 10⁴ does not become 104. */
export function raised(text: string, how: Raised): string {
  if ((text.length > maxRaised && /\p{L}/u.test(text)) || !/[\p{L}\p{N}]|^[+−-]$/u.test(text)) return text;
  return asScript(text, how === 'superscript');
}
