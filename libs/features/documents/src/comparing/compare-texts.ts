/** Compares two texts by paragraph, then the paragraphs that changed by character. Pure. */
import { diffArrays, diffChars } from 'diff';

export interface Span {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** One place where the texts differ. A side is null where the other one has the paragraph alone. */
export interface Hunk {
  /** Number of the paragraph, from 0. */
  readonly left: number | null;
  readonly right: number | null;
  readonly spans: Span[];
}

export interface TextComparison {
  readonly hunks: Hunk[];
  /**
   * False when the time was up before every paragraph was looked at closely; then whole paragraphs are compared with
   * each other.
   */
  readonly close: boolean;
}

/** Widths, spaces and how a mark is set make no difference in what is agreed; every other character does. */
function plain(paragraph: string): string {
  return paragraph.normalize('NFKC').replace(/\s/gu, '');
}

/**
 * @param ms milliseconds after which no paragraph is looked at by character any more
 */
export function compareTexts(left: readonly string[], right: readonly string[], ms: number): TextComparison {
  const until = performance.now() + ms;
  const rest = (): number => Math.max(1, until - performance.now());
  const [before, after] = [left.map(plain), right.map(plain)];
  // Without an end in time nothing was found out; then everything is against everything.
  const changes = diffArrays(before, after, { timeout: rest() }) ?? [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ];
  const hunks: Hunk[] = [];
  let close = true;
  let [l, r] = [0, 0];
  for (let index = 0; index < changes.length; index += 1) {
    const change = changes[index];
    if (change === undefined) continue;
    if (!change.removed && !change.added) {
      l += change.value.length;
      r += change.value.length;
      continue;
    }
    const next = changes[index + 1];
    const counter = change.removed && next?.added ? next : null;
    if (counter !== null) index += 1;
    const removed = change.removed ? change.value.length : 0;
    const added = change.added ? change.value.length : (counter?.value.length ?? 0);
    const [gone, come] = [before.slice(l, l + removed), after.slice(r, r + added)];
    // The same words in other lines: a PDF knows no paragraphs, only where a line ended.
    const differ = gone.join('') !== come.join('');
    for (const [a, b] of differ ? pairs(gone, come) : []) {
      const [was, is] = [a === null ? '' : (left[l + a] ?? ''), b === null ? '' : (right[r + b] ?? '')];
      const spans = a === null || b === null || rest() <= 1 ? null : spansOf(was, is, rest());
      if (a !== null && b !== null && spans === null) close = false;
      hunks.push({ left: a === null ? null : l + a, right: b === null ? null : r + b, spans: spans ?? whole(was, is) });
    }
    l += removed;
    r += added;
  }
  return { hunks, close };
}

/** Which removed paragraph became which added one: in their order, the likest of the next few. */
function pairs(removed: readonly string[], added: readonly string[]): [number | null, number | null][] {
  const found: [number | null, number | null][] = [];
  let from = 0;
  for (const [a, text] of removed.entries()) {
    let best = -1;
    let likeness = 0.4;
    for (let b = from; b < Math.min(added.length, from + 8); b += 1) {
      const alike = likenessOf(text, added[b] ?? '');
      if (alike > likeness) [best, likeness] = [b, alike];
    }
    if (best < 0) found.push([a, null]);
    else {
      for (let b = from; b < best; b += 1) found.push([null, b]);
      found.push([a, best]);
      from = best + 1;
    }
  }
  for (let b = from; b < added.length; b += 1) found.push([null, b]);
  return found;
}

/** From 0 to 1: how many of the pairs of neighbouring characters the two share (Dice). */
function likenessOf(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return a === b ? 1 : 0;
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < a.length; at += 1) {
    const pair = a.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at + 1 < b.length; at += 1) {
    const pair = b.slice(at, at + 2);
    const left = counts.get(pair) ?? 0;
    if (left > 0) {
      shared += 1;
      counts.set(pair, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}

function spansOf(was: string, is: string, ms: number): Span[] | null {
  const parts = diffChars(was, is, { timeout: ms });
  return (
    parts?.map(({ removed, added, value }) => ({
      kind: removed ? ('removed' as const) : added ? ('added' as const) : ('same' as const),
      text: value,
    })) ?? null
  );
}

function whole(was: string, is: string): Span[] {
  return [
    ...(was === '' ? [] : [{ kind: 'removed' as const, text: was }]),
    ...(is === '' ? [] : [{ kind: 'added' as const, text: is }]),
  ];
}
