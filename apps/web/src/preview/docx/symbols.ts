/** Characters of symbol fonts, which a browser does not have, as Unicode. */

/** Wingdings: characters that forms, lists and contracts use, by their code without the private area. */
const wingdings: Readonly<Record<number, string>> = {
  0x20: ' ',
  0x28: '☎',
  0x2a: '✉',
  0x46: '☞',
  0x4a: '☺',
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '□',
  0x70: '❐',
  0x71: '❑',
  0x72: '❒',
  0x73: '⬧',
  0x74: '⧫',
  0x75: '◆',
  0x76: '❖',
  0x77: '⬥',
  0x9e: '·',
  0x9f: '•',
  0xa1: '○',
  0xa4: '◉',
  0xa7: '▪',
  0xa8: '◻',
  0xaa: '✦',
  0xab: '★',
  0xd8: '➢',
  0xe8: '➔',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};
const wingdings2: Readonly<Record<number, string>> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0x53: '☒',
  0x54: '☒',
  0x97: '●',
  0xa3: '□',
};
const symbol: Readonly<Record<number, string>> = {
  0xa3: '≤',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0x61: 'α',
  0x62: 'β',
  0x6d: 'μ',
  0x70: 'π',
};
const fonts: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings,
  'wingdings 2': wingdings2,
  symbol,
};

export function isSymbolFont(font: string | null): boolean {
  return /^(?:wingdings|webdings|symbol)/iu.test(font ?? '');
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
  const known = fonts[(font ?? '').toLowerCase()]?.[local];
  return known ?? `〔符号 ${font ?? ''} ${local.toString(16).toUpperCase()}〕`;
}
