/** The characters of a PDF glyph, and whether they are known. */

/** A glyph as pdf.js hands it out in the arguments of `showText`. */
export interface PdfGlyph {
  readonly unicode: string;
  /** Thousandths of the font size. */
  readonly width: number;
  /** True for the code 32, whatever it shows: word spacing applies to it. */
  readonly isSpace: boolean;
  readonly originalCharCode: number;
  readonly vmetric?: readonly [number, number, number] | null;
}

export interface FontFacts {
  readonly vertical: boolean;
  /** Size of a glyph unit relative to the font size: 0.001 except in Type 3 fonts. */
  readonly unit: number;
  readonly composite: boolean;
  /** `_map` from character codes to characters; a font without one maps a range of codes to themselves. */
  readonly toUnicode: {
    readonly _map?: Readonly<Record<number, string | undefined>>;
    readonly firstChar?: number;
  } | null;
}

const replacement = '\uFFFD';
const printable = /[^\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFFFD]/u;
/** The codes of symbol fonts, which Word maps here; each is a sign of its own. */
const symbols = /^[\uF000-\uF0FF]$/u;
const signs: Readonly<Record<string, string>> = {
  '\uF06C': '●',
  '\uF06E': '■',
  '\uF06F': '☐',
  '\uF0A7': '▪',
  '\uF0A8': '☐',
  '\uF0B7': '•',
  '\uF0D8': '➢',
  '\uF052': '☑',
  '\uF0FC': '✓',
  '\uF0FD': '☒',
  '\uF0FE': '☑',
};

export function glyphText({ unicode }: PdfGlyph): string {
  if (/^\s+$/u.test(unicode)) return ' ';
  if (symbols.test(unicode)) return signs[unicode] ?? unicode;
  return [...unicode].map((char) => (printable.test(char) || char === '\u00AD' ? char : replacement)).join('');
}

/** True where pdf.js had no character for the glyph, and returned its code. */
export function isUnreadable(glyph: PdfGlyph, { toUnicode, composite }: FontFacts): boolean {
  const { unicode, originalCharCode } = glyph;
  if (/^\s+$/u.test(unicode) || symbols.test(unicode)) return false;
  if (!printable.test(unicode)) return unicode !== '\u00AD';
  if (toUnicode === null) return false;
  const { _map: map } = toUnicode;
  return map === undefined ? composite : map[originalCharCode] === undefined;
}

/** Accents that are drawn over a letter as glyphs of their own, and the characters that combine with a letter. */
const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  '\u00B4': '\u0301',
  '\u02C6': '\u0302',
  '\u02DC': '\u0303',
  '\u00AF': '\u0304',
  '\u02D8': '\u0306',
  '\u02D9': '\u0307',
  '\u00A8': '\u0308',
  '\u02DA': '\u030A',
  '\u02DD': '\u030B',
  '\u02C7': '\u030C',
  '\u00B8': '\u0327',
  '\u02DB': '\u0328',
};

/** The letter with the accent; null where the two are no such pair. */
export function accented(letter: string, accent: string): string | null {
  const combining = accents[accent];
  return combining === undefined || !/^\p{Script=Latin}$/u.test(letter) ? null : (letter + combining).normalize('NFC');
}
