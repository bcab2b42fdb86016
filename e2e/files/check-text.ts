/**
 * Compares what the product read of a document with the text that another program reads of it. Pure.
 *
 * Every line of the other text has to be in it, or a part that we name as not read accounts for it.
 */

/** How the other text was made. */
export type Witness = 'word' | 'sheet' | 'pdf' | 'ofd';

export interface ReadPart {
  readonly kind: string;
  /** From 1; null where the format has no pages. */
  readonly page: number | null;
  readonly paragraphs: readonly string[];
}

export interface NamedPart {
  readonly part: string;
  /** From 1; null where the format has no pages, or for every page. */
  readonly page: number | null;
  readonly reason: string;
}

export interface ReadDocument {
  readonly parts: readonly ReadPart[];
  readonly unread: readonly NamedPart[];
}

export interface MissingLine {
  /** What of the line is missing: its cells or runs, separated by strokes. */
  readonly line: string;
  /** From 1; null where the other text has no pages. */
  readonly page: number | null;
  /** The part that we name as not read and that accounts for the line; null when there is none. */
  readonly named: NamedPart | null;
}

/** Minimum characters of a line that is looked for: single letters and digits are everywhere. */
const minCharacters = 2;
/** Runs that a layout put on one line are that far apart, in spaces. */
const columnGap = / {2,}|\t/u;

/** The lines of `witnessed` that are not in `read`, in their order. Pages in `witnessed` are separated by form feeds. */
export function missingLines(witnessed: string, read: ReadDocument, witness: Witness): MissingLine[] {
  const texts = new PageTexts(read, witness);
  const missing: MissingLine[] = [];
  for (const [at, page] of witnessed.split('\f').entries()) {
    const number = witness === 'pdf' ? at + 1 : null;
    for (const line of page.split(/\r\n|[\n\r\v\u2028\u2029]/u)) {
      const lacking = piecesOf(line, witness)
        .filter((piece) => !texts.has(piece, number))
        // A layout joins neighbouring cells: each word is looked for on its own then.
        .filter((piece) => witness !== 'pdf' || !wordsOf(piece).every((word) => texts.has(word, number)));
      if (lacking.length === 0) continue;
      missing.push({ line: lacking.join(' | ').trim(), page: number, named: accountOf(read.unread, number) });
    }
  }
  return missing;
}

/** What is looked for on its own: each cell of a row, each run of a layout. */
function piecesOf(line: string, witness: Witness): string[] {
  if (witness === 'sheet') return line.split('\t').filter((cell) => !isRecalculated(cell));
  return witness === 'pdf' ? line.split(columnGap) : line.split(lostReference);
}

/** Days that LibreOffice writes in the form of its own locale, where the workbook asks for that of the reader's. */
const foreignDay = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?: (\d{1,2}:\d{2})(?::\d{2})?)?$/u;
/** Results that LibreOffice calculates again or makes again of a pivot table, where we read what is stored. */
const recalculated = /^(?:Err:\d{3}|#[A-Z/]+[?!]|Total Result|Total|Data|Filter|\(empty\)|- all -|- multiple -)$/u;
/** Excel has no days before March 1900 that LibreOffice agrees with: it counts a 29 February 1900. */
const isBeforeExcel = (year: number): boolean => year < 1901;

function isRecalculated(cell: string): boolean {
  const text = cell.trim();
  if (recalculated.test(text)) return true;
  const [, month = '', day = '', year = ''] = foreignDay.exec(text) ?? [];
  if (year === '') return false;
  const today = new Date();
  const isToday = Number(month) === today.getMonth() + 1 && Number(day) === today.getDate();
  return (
    (year.length === 4 && isBeforeExcel(Number(year))) || (isToday && Number(year) % 100 === today.getFullYear() % 100)
  );
}

/** Words and numbers, without the signs between them, whose order in a formula is a guess of each program. */
const wordsOf = (piece: string): string[] => piece.normalize('NFKC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

class PageTexts {
  readonly #whole: readonly string[];
  readonly #numbers: readonly number[];
  readonly #days: ReadonlySet<string>;
  readonly #pages = new Map<number, readonly string[]>();

  constructor(
    private readonly read: ReadDocument,
    private readonly witness: Witness,
  ) {
    this.#whole = this.#variants(read.parts);
    const text = witness === 'sheet' ? read.parts.flatMap(({ paragraphs }) => paragraphs).join('\n') : '';
    this.#numbers = (text.match(/-?\d+(?:\.\d+)?(?:E[+-]?\d+)?/gu) ?? []).map(Number);
    this.#days = new Set(
      [...text.matchAll(/(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})/gu)].map(
        ([, year, month, day]) => `${Number(year) % 100}-${Number(month)}-${Number(day)}`,
      ),
    );
  }

  has(piece: string, page: number | null): boolean {
    if (this.witness === 'sheet' && (this.#hasNumber(piece.trim()) || this.#hasDay(piece.trim()))) return true;
    const texts = page === null ? this.#whole : this.#ofPage(page);
    return formsOf(piece, this.witness).some((form) => {
      const key = folded(form, this.witness);
      return [...key].length < minCharacters || texts.some((text) => text.includes(key));
    });
  }

  /** LibreOffice cuts numbers at the width of a cell: a number of the product is the same at as many decimals. */
  #hasNumber(piece: string): boolean {
    if (!/^-?\d+\.\d+(?:E[+-]?\d+)?$/u.test(piece)) return false;
    const value = Number(piece);
    const decimals = /\.(\d+)/u.exec(piece)?.[1]?.length ?? 0;
    const margin = piece.includes('E') ? Math.abs(value) * 10 ** -decimals : 0.5001 * 10 ** -decimals;
    return this.#numbers.some((number) => Math.abs(number - value) <= Math.max(margin, Math.abs(value) * 1e-14));
  }

  #hasDay(piece: string): boolean {
    const [, month, day, year] = foreignDay.exec(piece) ?? [];
    return year !== undefined && this.#days.has(`${Number(year) % 100}-${Number(month)}-${Number(day)}`);
  }

  #ofPage(page: number): readonly string[] {
    const known = this.#pages.get(page);
    if (known !== undefined) return known;
    // What has no page, such as a form field, may be printed on any.
    const made = this.#variants(this.read.parts.filter((part) => part.page === page || part.page === null));
    this.#pages.set(page, made);
    return made;
  }

  /** With tracked deletions, as a program shows them that marks changes, and without, as one that does not. */
  #variants(parts: readonly ReadPart[]): string[] {
    const text = parts.flatMap(({ paragraphs }) => paragraphs).join('\n');
    const levels = [text, level(text)];
    // Only in Word files are changes tracked; brackets of this kind are also those of document numbers.
    const shown =
      this.witness === 'word' ? levels.flatMap((one) => [unmarked(one), accepted(one), rejected(one)]) : levels;
    const written = this.witness === 'pdf' ? shown.flatMap((one) => [one, asCodes(one)]) : shown;
    return [...new Set(written.map((one) => folded(one, this.witness)))];
  }
}

const unmarked = (text: string): string => text.replace(/〔(?:插入|删除)：|〕/gu, '');
const accepted = (text: string): string => unmarked(text.replace(/〔删除：[^〕]*〕/gu, ''));
const rejected = (text: string): string => unmarked(text.replace(/〔插入：[^〕]*〕/gu, ''));
/** Signs of the mathematical fonts of TeX, for which pdftotext writes the letters that have their codes. */
const codes: Readonly<Record<string, string>> = { '‖': 'k', '⟨': 'h', '⟩': 'i', '′': '0', '≠': '6=' };
const asCodes = (text: string): string => text.replace(/[‖⟨⟩′≠]/gu, (sign) => codes[sign] ?? sign);
/** Raised and lowered characters, which no other program marks. */
const level = (text: string): string => text.replace(/[\^_]\(([^()]*)\)/gu, '$1');

/**
 * The same on both sides: widths and ligatures, without spaces and without what is not visible. In PDF hyphens do not
 * count, because whether one at the end of a line belongs to the word is a guess of each program; nor does the case,
 * because of small capitals; nor do marks above and below letters, which programs put in another order.
 */
export function folded(text: string, witness: Witness): string {
  const plain = text.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}\p{Co}\u{FFFC}\u{FFFD}]/gu, '');
  if (witness === 'pdf') return plain.replace(/[-\u2010\u2011\p{M}]/gu, '').toLowerCase();
  // LibreOffice writes no boxes of a form.
  return witness === 'word' ? plain.replace(/[☐☑☒〕]/gu, '') : plain;
}

/** A number or bullet in front of a paragraph of a list, which LibreOffice writes as text: 1. (a) iv) 2.b.1 • –. */
const listMark =
  /^\s*(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxlcIVXLC]{1,6})(?:\.(?:\d{1,3}|[a-zA-Z]|[ivxlcIVXLC]{1,6}))*[.):]?|[•◦▪·●○■□◆➢✓✔–—*o\p{Co}-])\s+/u;
/** What LibreOffice writes for a field whose target it does not find. */
const lostReference = 'Error: Reference source not found';

/** LibreOffice cuts a part of a second, Excel rounds it. */
function nextSecond(line: string): string {
  return line.replace(/(\d{1,2}):(\d\d):(\d\d)(?!:\d)/u, (_, hour: string, minute: string, second: string) => {
    const all = Number(hour) * 3600 + Number(minute) * 60 + Number(second) + 1;
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${String(Math.floor(all / 3600)).padStart(hour.length, '0')}:${two(Math.floor(all / 60) % 60)}:${two(all % 60)}`;
  });
}

/** The line, and the line without what LibreOffice adds of its own. */
function formsOf(line: string, witness: Witness): string[] {
  if (witness === 'sheet' && /\d:\d\d:\d\d/u.test(line)) return [line, nextSecond(line)];
  return witness === 'word' ? [line, line.replace(listMark, '')] : [line];
}

/**
 * No program reads text out of a picture or out of strokes, so these parts never account for a line. A part with a
 * page accounts for lines of that page alone.
 */
function accountOf(unread: readonly NamedPart[], page: number | null): NamedPart | null {
  // As the reader names them, and as the answer words them.
  const isSilent = (reason: string): boolean => /^(?:picture|drawing)$|^是图[片形]/u.test(reason);
  const found = unread.find(
    (part) => !isSilent(part.reason) && (part.page === null || page === null || part.page === page),
  );
  return found ?? null;
}
