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

/** An edge across the text, such as the border between two cells. Points, in the frame of the text. */
export interface Wall {
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

/** Segments above which a page is sorted by place alone: the comparison of all pairs would take seconds. */
const maxCompared = 4000;
/** Parts of the size: the gap up to which two texts of one row are read together, and that behind a short text. */
const rowGap = 1;
const labelGap = 2;
/** A number, a letter or a short name in front of a text; parts of the size. */
const labelWidth = 3;

export function inOrder<T extends Placed>(segments: readonly T[], walls: readonly Wall[] = []): T[] {
  if (segments.length > maxCompared) return segments.toSorted((a, b) => b.base - a.base || a.from - b.from);
  return orderOf(rowsOf(segments, walls)).flatMap(({ members }) => members);
}

interface Row<T> extends Placed {
  readonly members: T[];
}

/**
 * Texts next to each other in one row, however they are written: a column of numbers and then the column of what they
 * number are read as numbered lines. A border between two cells keeps them apart.
 */
function rowsOf<T extends Placed>(segments: readonly T[], walls: readonly Wall[]): Row<T>[] {
  const byPlace = segments.toSorted((a, b) => a.from - b.from);
  const next = new Map<T, T>();
  const taken = new Set<T>();
  for (const [index, left] of byPlace.entries()) {
    const right = byPlace
      .slice(index + 1)
      .find((other) => !taken.has(other) && areNear(left, other) && !isWalled(left, other, walls));
    if (right === undefined) continue;
    next.set(left, right);
    taken.add(right);
  }
  return segments
    .filter((segment) => !taken.has(segment))
    .map((first) => {
      const members = [first];
      for (let one = next.get(first); one !== undefined; one = next.get(one)) members.push(one);
      return {
        members,
        from: first.from,
        to: Math.max(...members.map(({ to }) => to)),
        base: first.base,
        size: first.size,
      };
    });
}

function areNear(left: Placed, right: Placed): boolean {
  const [least, larger] = [Math.min(left.size, right.size), Math.max(left.size, right.size)];
  const gap = right.from - left.to;
  const limit = left.to - left.from <= labelWidth * larger ? labelGap : rowGap;
  return (
    gap > -0.1 * least &&
    gap < limit * least &&
    Math.abs(left.base - right.base) < 0.12 * larger &&
    least > 0.7 * larger
  );
}

function isWalled(left: Placed, right: Placed, walls: readonly Wall[]): boolean {
  const middle = left.base + 0.3 * left.size;
  return walls.some(
    ({ at, low, high }) =>
      at > left.to - 1 && at < right.from + 1 && low < middle && high > middle && high - low > left.size,
  );
}

/** @returns the segments from the first that is read to the last */
function orderOf<T extends Placed>(segments: readonly T[]): T[] {
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
