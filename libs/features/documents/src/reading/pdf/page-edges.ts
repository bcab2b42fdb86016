/** Running heads and page numbers: lines at the edge of the pages that repeat or count up. Pure. */
import type { Line } from './page-lines.ts';

export interface EdgedPage {
  readonly lines: readonly Line[];
  readonly height: number;
  /** The lower edge of the page. */
  readonly bottom: number;
}

export interface SplitPage {
  readonly header: Line[];
  readonly body: Line[];
  readonly footer: Line[];
}

/** Parts of the height of a page that its header and its footer take. */
const band = 0.13;

/**
 * A line belongs to a header or a footer where it is in the band at the edge of the page, where nothing but such lines
 * is between it and the edge, and where it repeats: the same words at the same edge of another page, page numbers apart.
 * Everything else is text of the page.
 */
export function splitEdges(pages: readonly EdgedPage[]): SplitPage[] {
  const tops = pages.map((page) => edgeLines(page, true));
  const bottoms = pages.map((page) => edgeLines(page, false));
  const [headers, footers] = [repeated(tops), repeated(bottoms)];
  return pages.map(({ lines }, index) => {
    const header = running(tops[index] ?? [], headers, index + 1, pages.length === 1);
    const footer = running(bottoms[index] ?? [], footers, index + 1, pages.length === 1).filter(
      (line) => !header.includes(line),
    );
    return {
      header: lines.filter((line) => header.includes(line)),
      body: lines.filter((line) => !header.includes(line) && !footer.includes(line)),
      footer: lines.filter((line) => footer.includes(line)),
    };
  });
}

/** Lines in the band, the outermost first. */
function edgeLines({ lines, height, bottom }: EdgedPage, top: boolean): Line[] {
  const limit = top ? bottom + height * (1 - band) : bottom + height * band;
  return lines
    .filter(({ base, frame }) => frame === 0 && (top ? base > limit : base < limit))
    .toSorted((a, b) => (top ? b.base - a.base : a.base - b.base));
}

/** A number of a page differs from its place by the same amount on every page, such as after a cover without one. */
const maxOffset = 20;

interface Running {
  readonly words: ReadonlySet<string>;
  readonly offsets: readonly number[];
}

function repeated(edges: readonly Line[][]): Running {
  const seen = new Map<string, Set<number>>();
  const counting = countingOffsets(
    edges.flatMap((lines, index) => lines.map(({ text }) => ({ text, page: index + 1 }))),
  );
  for (const [index, lines] of edges.entries()) {
    for (const { text } of lines) {
      for (const words of variants(text, index + 1, counting))
        seen.set(words, (seen.get(words) ?? new Set()).add(index));
    }
  }
  return {
    words: new Set([...seen].filter(([, pages]) => pages.size > 1).map(([words]) => words)),
    offsets: counting,
  };
}

/** By how much numbers differ from the numbers of their pages, where they do so on several pages. */
function countingOffsets(edges: readonly { readonly text: string; readonly page: number }[]): number[] {
  const offsets = new Map<number, Set<number>>();
  for (const { text, page } of edges) {
    for (const number of numbersOf(text)) {
      const offset = number - page;
      if (Math.abs(offset) <= maxOffset) offsets.set(offset, (offsets.get(offset) ?? new Set()).add(page));
    }
  }
  return [...offsets].filter(([, pages]) => pages.size > 1).map(([offset]) => offset);
}

const numbersOf = (text: string): number[] => [...text.matchAll(/\d{1,5}/gu)].map(([digits]) => Number(digits));

/** The words of a line, and the words without each of its numbers that may be the number of the page. */
function variants(text: string, page: number, offsets: readonly number[]): string[] {
  const counted = [...text.matchAll(/\d{1,5}/gu)].filter(([digits]) => offsets.includes(Number(digits) - page));
  const without = counted.map(({ index, 0: digits }) => `${text.slice(0, index)}#${text.slice(index + digits.length)}`);
  return [text, ...without].map((words) => words.replace(/\s/gu, ''));
}

/** A page number with its words, which is one even on a single page. */
const pageNumber =
  /^(?:第\s*1\s*页(?:\s*[/，,]?\s*共\s*1\s*页)?|[-—–－]\s*1\s*[-—–－]|1\s*\/\s*1|Page\s*1(?:\s*of\s*1)?)$/iu;

/** From the edge inwards, as far as the lines repeat. */
function running(lines: readonly Line[], { words, offsets }: Running, page: number, isSingle: boolean): Line[] {
  const end = lines.findIndex(
    ({ text }) =>
      !(isSingle && pageNumber.test(text)) && !variants(text, page, offsets).some((variant) => words.has(variant)),
  );
  return lines.slice(0, end < 0 ? lines.length : end);
}

export interface EdgeText {
  readonly text: string;
  /** From 1; null where the format has no pages before it is printed. */
  readonly page: number | null;
}

/**
 * The words of headers and footers without the numbers of pages, which each page has of its own, and without the number
 * of all pages. One for each text given.
 */
export function templatesOf(edges: readonly EdgeText[], pages: number | null): string[] {
  const words = (text: string): string =>
    pages === null ? text : text.replace(new RegExp(`(共|/|of)\\s*${pages}(?!\\d)`, 'giu'), '$1');
  const paged = edges.map(({ text, page }) => ({ text, page: page ?? 0 }));
  const offsets = countingOffsets(paged.filter(({ page }) => page > 0));
  const counts = new Map<string, number>();
  const known = paged.map(({ text, page }) => [...new Set(page === 0 ? [text] : variants(text, page, offsets))]);
  for (const own of known) for (const one of own) counts.set(one, (counts.get(one) ?? 0) + 1);
  return known.map((own, index) => {
    const best = own.reduce((a, b) => ((counts.get(b) ?? 0) > (counts.get(a) ?? 0) ? b : a));
    // Of one page alone nothing counts up: its own number is taken for what it says it is.
    const single = pages === 1 && paged[index]?.page === 1 ? best.replace(/(?<!\d)1(?!\d)/u, '') : best;
    return words(single.replaceAll('#', ''));
  });
}
