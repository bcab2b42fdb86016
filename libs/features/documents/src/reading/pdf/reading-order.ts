/**
 * The order in which the segments of a page are read. Pure.
 *
 * A program writes a page in its own order: cell by cell, column by column. That order is kept as far as the page agrees
 * with it. A reader goes from the top to the bottom and from the left to the right; where the two disagree
 * the page is right, because it is what people sign.
 */

export interface Placed {
  readonly from: number;
  readonly to: number;
  /** The baseline; larger is higher. */
  readonly base: number;
  readonly size: number;
}

/** Segments above which a page is sorted by place alone: the comparison of all pairs would take seconds. */
const maxCompared = 4000;

export function inOrder<T extends Placed>(segments: readonly T[]): T[] {
  if (segments.length > maxCompared) return segments.toSorted((a, b) => b.base - a.base || a.from - b.from);
  const before = segments.map(() => 0);
  const after: number[][] = segments.map(() => []);
  for (const [a, one] of segments.entries()) {
    for (let b = a + 1; b < segments.length; b += 1) {
      const two = segments[b];
      if (two === undefined) continue;
      if (precedes(one, two)) link(a, b);
      else if (precedes(two, one)) link(b, a);
    }
  }
  function link(first: number, second: number): void {
    after[first]?.push(second);
    before[second] = (before[second] ?? 0) + 1;
  }
  const order: T[] = [];
  const left = new Set(segments.keys());
  while (left.size > 0) {
    // The first of those that wait for nothing, as written. Of a circle, as of crossing lines, the first.
    let next = -1;
    for (const index of left) {
      if (before[index] === 0) {
        next = index;
        break;
      }
      if (next < 0) next = index;
    }
    left.delete(next);
    const found = segments[next];
    if (found !== undefined) order.push(found);
    for (const later of after[next] ?? []) before[later] = (before[later] ?? 0) - 1;
  }
  return order;
}

/** True where a reader comes to `a` before `b` however the page is written. */
function precedes(a: Placed, b: Placed): boolean {
  const least = Math.min(a.size, b.size);
  const higher = a.base - b.base;
  const overlap = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  const isNextTo = overlap < 0.3 * Math.min(least, a.to - a.from, b.to - b.from);
  if (!isNextTo) return higher > 0.3 * least;
  const left = a.from < b.from;
  if (Math.abs(higher) < 0.5 * least) return left;
  return left && higher > 0;
}
