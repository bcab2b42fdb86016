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
    const header = running(tops[index] ?? [], headers, index + 1);
    const footer = running(bottoms[index] ?? [], footers, index + 1).filter((line) => !header.includes(line));
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
  const offsets = new Map<number, number>();
  for (const [index, lines] of edges.entries()) {
    const found = new Set(lines.flatMap(({ text }) => numbersOf(text).map((number) => number - index - 1)));
    for (const offset of found) if (Math.abs(offset) <= maxOffset) offsets.set(offset, (offsets.get(offset) ?? 0) + 1);
  }
  const counting = [...offsets].filter(([, pages]) => pages > 1).map(([offset]) => offset);
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

const numbersOf = (text: string): number[] => [...text.matchAll(/\d{1,5}/gu)].map(([digits]) => Number(digits));

/** The words of a line, and the words without each of its numbers that may be the number of the page. */
function variants(text: string, page: number, offsets: readonly number[]): string[] {
  const counted = [...text.matchAll(/\d{1,5}/gu)].filter(([digits]) => offsets.includes(Number(digits) - page));
  const without = counted.map(({ index, 0: digits }) => `${text.slice(0, index)}#${text.slice(index + digits.length)}`);
  return [text, ...without].map((words) => words.replace(/\s/gu, ''));
}

/** From the edge inwards, as far as the lines repeat. */
function running(lines: readonly Line[], { words, offsets }: Running, page: number): Line[] {
  const end = lines.findIndex(({ text }) => !variants(text, page, offsets).some((variant) => words.has(variant)));
  return lines.slice(0, end < 0 ? lines.length : end);
}
