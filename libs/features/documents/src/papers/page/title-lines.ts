/** Line breaks of a title: between whole words, into lines of similar length (GB/T 9704-2012, 7.3.1: 词意完整，排列对称). */
import { widthOf } from './line-text.ts';

const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** Must stay on the line of the character before them. */
const marks = '》〉）】〕」』”’、，。；：？！的之';
const closing = new RegExp(`^[${marks}]`, 'u');
/** Must stay on the line of the character after them. */
const opening = /[《〈（【〔「『“‘]$/u;
/** Penalty of a break within a quoted title, and of one next to a word of a single character, in squared characters. */
const withinQuotes = 20;
const withSingle = 9;
const single = new RegExp(`^.[${marks}]*$`, 'u');

interface Broken {
  readonly lines: readonly string[];
  readonly cost: number;
}

/**
 * @param maxLength characters of one line; figures and Latin letters count as half of one
 * @returns as few lines as possible; a line is too long where words do not fit
 */
export function titleLines(title: string, maxLength: number): readonly string[] {
  if (widthOf(title) <= maxLength) return [title];
  const pieces = piecesOf(title);
  const least = Math.ceil(widthOf(title) / maxLength);
  for (let count = least; count <= pieces.length; count += 1) {
    const found = broken(pieces, count, maxLength, widthOf(title) / count);
    if (found !== null) return found.lines;
  }
  return [title];
}

/** Words with the marks that must not be separated from them. */
function piecesOf(title: string): readonly string[] {
  const pieces: string[] = [];
  for (const { segment } of words.segment(title)) {
    const last = pieces.at(-1);
    if (last !== undefined && (closing.test(segment) || opening.test(last))) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}

/** The cheapest breaking into this many lines, or null where there is none. */
function broken(pieces: readonly string[], count: number, maxLength: number, mean: number): Broken | null {
  const depths = depthsAfter(pieces);
  const known = new Map<string, Broken | null>();
  const best = (from: number, left: number): Broken | null => {
    const key = `${from}/${left}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    let found: Broken | null = null;
    for (let to = left === 1 ? pieces.length : from + 1; to <= pieces.length - (left - 1); to += 1) {
      const line = pieces.slice(from, to).join('').trim();
      if (widthOf(line) > maxLength) break;
      const rest = left === 1 ? { lines: [], cost: 0 } : best(to, left - 1);
      if (rest === null) continue;
      const quoted = left > 1 && (depths[to - 1] ?? 0) > 0 ? withinQuotes : 0;
      const lone = [...(pieces[to - 1] ?? '')].length === 1 || single.test(pieces[to] ?? '');
      const parted = left > 1 && lone ? withSingle : 0;
      const cost = (widthOf(line) - mean) ** 2 + quoted + parted + rest.cost;
      // Of two equal ones, the one with the longer line first.
      if (found === null || cost <= found.cost) found = { lines: [line, ...rest.lines], cost };
    }
    known.set(key, found);
    return found;
  };
  return best(0, count);
}

/** Number of open 《 after each piece. */
function depthsAfter(pieces: readonly string[]): readonly number[] {
  let depth = 0;
  return pieces.map((piece) => {
    depth += (piece.match(/《/gu)?.length ?? 0) - (piece.match(/》/gu)?.length ?? 0);
    return depth;
  });
}
