/** Looks for every extracted paragraph among the drawn lines. Each line answers for one paragraph only. */

export interface DrawnLine {
  readonly text: string;
  /** The automatic number in front of it, not part of `text`; empty without one. */
  readonly number: string;
  /** Formulas and raised characters have no single linear form, so only letters and digits of the line are compared. */
  readonly isLoose: boolean;
  /** The line has a mark of a note, whose number the drawing counts otherwise than the extraction. */
  readonly hasNote?: boolean;
  /** The line is in a header or footer, which other pages and sections repeat, with other numbers of pages. */
  readonly isRepeated?: boolean;
}

export interface ExtractedParagraph {
  readonly text: string;
  /** Such as `header` or `text-box`. */
  readonly part?: string;
}

/** Milliseconds of work between pauses, so that the page answers meanwhile. */
const sliceMs = 12;
/** Minimum characters before the place where a page break cuts a paragraph. */
const minCut = 4;
const margins: readonly string[] = ['header', 'footer'];
/** Parts of which headers and footers consist. */
const inMargins: readonly string[] = [...margins, 'text-box'];
/** Between lines that were not next to each other; no key contains it. */
const gap = '\n';

/**
 * @param pause called between slices of work
 * @returns the paragraphs that were not found, in their order
 */
export async function missingParagraphs<T extends ExtractedParagraph>(
  extracted: readonly T[],
  drawn: readonly DrawnLine[],
  pause: () => Promise<void> = nextTask,
): Promise<T[]> {
  const breathe = pacer(pause);
  const places = new Map<string, number[]>();
  drawn.forEach(({ text, number }, at) => {
    for (const key of new Set([keyOf(number + text), keyOf(text)])) push(places, key, at);
  });
  const noted = new Map<string, number[]>();
  drawn.forEach(({ text, number, hasNote = false }, at) => {
    if (hasNote) push(noted, keyOf(withoutRaised(number + text)), at);
  });
  const repeated = new Set<string>();
  for (const { text, number, isRepeated = false } of drawn) {
    if (isRepeated) repeated.add(keyOf(number + text)).add(withoutPage(keyOf(number + text)));
  }
  const isRepeated = (part: string | undefined, key: string): boolean =>
    repeated.has(key) ? inMargins.includes(part ?? '') : margins.includes(part ?? '') && repeated.has(withoutPage(key));
  const used = new Set<number>();
  const open: { item: T; at: number; key: string }[] = [];
  for (const [at, item] of extracted.entries()) {
    const key = keyOf(item.text);
    if (key === '' || keyOf(withoutRaised(item.text)) === '') continue;
    const found = takeUnused(places.get(key), used) ?? takeUnused(noted.get(keyOf(withoutRaised(item.text))), used);
    if (found !== undefined) used.add(found);
    else if (!isRepeated(item.part, key)) open.push({ item, at, key });
    await breathe();
  }
  if (open.length === 0) return [];
  // The longest first: a short paragraph must not take a piece of a long one.
  open.sort((one, other) => other.key.length - one.key.length);
  const rest = new Remainder(drawn, used);
  const missing: typeof open = [];
  for (const one of open) {
    if (!rest.take(one.key) && !rest.takePieces(piecesOf(one.item.text)) && !rest.takeSplit(one.key)) missing.push(one);
    await breathe();
  }
  return missing.sort((one, other) => one.at - other.at).map(({ item }) => item);
}

/** The lines that answer for no paragraph yet, neighbours joined: a page break may have cut one. */
class Remainder {
  #exact = '';
  #loose = '';

  constructor(drawn: readonly DrawnLine[], used: ReadonlySet<number>) {
    const [exact, loose]: [string[], string[]] = [[], []];
    drawn.forEach(({ text, number, isLoose }, at) => {
      if (used.has(at)) {
        if (exact.at(-1) !== gap) exact.push(gap);
        return;
      }
      exact.push(keyOf(number + text));
      if (isLoose) loose.push(looseKey(number + text), gap);
    });
    this.#exact = exact.join('');
    this.#loose = loose.join('');
  }

  take(key: string): boolean {
    if (this.#takeExact(key)) return true;
    const loose = looseKey(key);
    const at = loose === '' ? -1 : this.#loose.indexOf(loose);
    if (at < 0) return false;
    this.#loose = this.#loose.slice(0, at) + gap + this.#loose.slice(at + loose.length);
    return true;
  }

  /** The cells of a row are separate in a drawing; each of them has to be there. */
  takePieces(keys: readonly string[]): boolean {
    if (keys.length < 2) return false;
    const before = this.#exact;
    if (keys.every((key) => this.#takeExact(key))) return true;
    this.#exact = before;
    return false;
  }

  /** A paragraph that a page break cuts: the foot of one page and the head of the next are between its two parts. */
  takeSplit(key: string): boolean {
    if (key.length < 2 * minCut) return false;
    const start = this.#exact.indexOf(key.slice(0, minCut));
    if (start < 0) return false;
    let length = minCut;
    while (length < key.length && this.#exact[start + length] === key[length]) length += 1;
    const rest = key.slice(length);
    const next = rest === '' ? -1 : this.#exact.indexOf(rest, start + length);
    if (next < 0) return false;
    const { length: all } = this.#exact;
    this.#exact = [
      this.#exact.slice(0, start),
      this.#exact.slice(start + length, next),
      this.#exact.slice(next + rest.length, all),
    ].join(gap);
    return true;
  }

  #takeExact(key: string): boolean {
    const at = this.#exact.indexOf(key);
    if (at < 0) return false;
    this.#exact = this.#exact.slice(0, at) + gap + this.#exact.slice(at + key.length);
    return true;
  }
}

function takeUnused(places: readonly number[] | undefined, used: ReadonlySet<number>): number | undefined {
  return places?.find((at) => !used.has(at));
}

function pacer(pause: () => Promise<void>): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < sliceMs) return undefined;
    return pause().then(() => {
      since = performance.now();
    });
  };
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** A text without what differs between a drawing and an extraction: spaces, widths, marks of tracked changes. */
export function keyOf(text: string): string {
  return withoutMarks(text.replace(/〔符号：[^〕]*〕/gu, '•'))
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}\p{Zs}]+/gu, '')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/[“”„‟]/gu, '"')
    .replace(/[‘’‚‛]/gu, "'")
    .replace(/[□◻❏❐❑❒☐]/gu, '☐')
    .toLowerCase();
}

/** A text without raised numbers, of which notes have Arabic and Roman ones; raised words stay. */
function withoutRaised(text: string): string {
  return text.replace(/[⁰¹²³⁴-⁹]+|(?<!\p{Lm})[ⁱᵛˣˡᶜᵈᵐ]+(?!\p{Lm})|\^\([^()]*\)/gu, '');
}

/** The drawing counts pages otherwise than the program that stored the number of a page. */
function withoutPage(key: string): string {
  return key.replace(/(?<!\d)\d{1,4}(?!\d)/gu, '');
}

function piecesOf(text: string): string[] {
  return text
    .split(/\t|\s{2,}/u)
    .map(keyOf)
    .filter((key) => key !== '');
}

function looseKey(text: string): string {
  return keyOf(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Takes the marks of insertions and deletions off, and leaves other brackets such as those of 〔2023〕. */
export function withoutMarks(text: string): string {
  if (!/[〔〕]/u.test(text)) return text;
  const isMark: boolean[] = [];
  let plain = '';
  for (let at = 0; at < text.length; at += 1) {
    const mark = /^〔(?:插入|删除)：/u.exec(text.slice(at, at + 4))?.[0];
    if (mark !== undefined) {
      isMark.push(true);
      at += mark.length - 1;
    } else if (text[at] === '〔') {
      isMark.push(false);
      plain += '〔';
    } else if (text[at] === '〕') {
      // Without its beginning it ends a mark of an earlier paragraph.
      if (isMark.pop() === false) plain += '〕';
    } else plain += text[at] ?? '';
  }
  return plain;
}

function push(places: Map<string, number[]>, key: string, at: number): void {
  const known = places.get(key);
  if (known === undefined) places.set(key, [at]);
  else known.push(at);
}
