/** Glyphs of a page become lines in the order in which a person reads them. Pure. */
import { asScript } from '../script.ts';
import { accented } from './glyph-text.ts';
import type { Bar, Edge, PlacedGlyph } from './page-marks.ts';
import { inOrder, type Wall } from './reading-order.ts';

/** Glyphs next to each other on one baseline. Lengths in points, in a frame in which the text runs to the right. */
export interface Segment {
  pieces: Piece[];
  /** Along the line. */
  from: number;
  to: number;
  /** The baseline; larger is higher. */
  base: number;
  size: number;
  readonly frame: number;
}

interface Piece {
  text: string;
  readonly from: number;
  to: number;
  readonly base: number;
  readonly size: number;
}

export interface Line {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly base: number;
  readonly size: number;
  /** Direction of the text in degrees; 0 to the right, 270 downwards. */
  readonly frame: number;
}

/** Parts of the font size: a gap that is a space, and one that ends a segment. */
const spaceGap = 0.2;
const segmentGap = 1;
/** Parts of the font size by which a superscript is raised at least, and is smaller. */
const raised = 0.15;
const smaller = 0.86;

/** Lines of text in reading order; overprinted copies of a line are left out. */
export function linesOfGlyphs(
  glyphs: readonly PlacedGlyph[],
  bars: readonly Bar[] = [],
  edges: readonly Edge[] = [],
): Line[] {
  const segments = withoutCopies(segmentsOf(glyphs));
  const frames = [...new Set(segments.map(({ frame }) => frame))];
  return frames.flatMap((frame) => {
    const walls = wallsOf(edges, frame);
    const ordered = inOrder(
      segments.filter((segment) => segment.frame === frame),
      walls,
    );
    return linesOfSegments(frame === 0 ? withFractions(ordered, bars, walls) : ordered);
  });
}

/** The edges across the text of a frame. */
function wallsOf(edges: readonly Edge[], frame: number): Wall[] {
  const [cos, sin] = directionOf(frame);
  return edges.flatMap(([x0, y0, x1, y1]): Wall[] => {
    const [along0, along1] = [x0 * cos + y0 * sin, x1 * cos + y1 * sin];
    const [base0, base1] = [y0 * cos - x0 * sin, y1 * cos - x1 * sin];
    if (Math.abs(along1 - along0) > 0.5 || Math.abs(base1 - base0) < 2) return [];
    return [{ at: (along0 + along1) / 2, low: Math.min(base0, base1), high: Math.max(base0, base1) }];
  });
}

const directionOf = (frame: number): [number, number] => [
  Math.cos((frame * Math.PI) / 180),
  Math.sin((frame * Math.PI) / 180),
];

function segmentsOf(glyphs: readonly PlacedGlyph[]): Segment[] {
  const segments: Segment[] = [];
  let current: Segment | null = null;
  // Spaces behind the segment, which belong to it only where what follows is behind them too.
  let spaces: (Piece & { frame: number })[] = [];
  for (const glyph of withAccents(glyphs)) {
    if (glyph.text === '') continue;
    const placed = inFrame(glyph);
    if (placed.text.trim() === '') {
      spaces.push(placed);
      continue;
    }
    const between: (Piece & { frame: number })[] = spaces;
    spaces = [];
    if (current !== null) {
      const bare: Segment = current;
      const spaced = isOverprinted(bare, placed) ? null : withAll(bare, between);
      const joined: Segment | undefined = [spaced, bare].find((one) => one !== null && joins(one, placed)) ?? undefined;
      if (joined !== undefined) {
        if (joined === spaced) for (const space of between) append(current, space);
        append(current, placed);
        continue;
      }
    }
    const { frame, ...piece } = placed;
    current = { pieces: [piece], from: piece.from, to: piece.to, base: piece.base, size: piece.size, frame };
    segments.push(current);
  }
  return segments;
}

/** True where the glyph begins where the segment ends, so that nothing between the two can be seen. */
function isOverprinted(segment: Segment, glyph: Piece): boolean {
  return Math.abs(glyph.from - segment.to) < 0.05 * Math.max(segment.size, glyph.size);
}

/** The segment as far as its spaces reach; null where they do not follow on it. */
function withAll(segment: Segment, spaces: readonly (Piece & { frame: number })[]): Segment | null {
  let reached = segment;
  for (const space of spaces) {
    if (!joins(reached, space)) return null;
    reached = { ...reached, to: Math.max(reached.to, space.to) };
  }
  return reached;
}

/** An accent that is drawn over the letter before or behind it is a part of the letter. */
function withAccents(glyphs: readonly PlacedGlyph[]): PlacedGlyph[] {
  const found: PlacedGlyph[] = [];
  for (const glyph of glyphs) {
    const last = found.at(-1);
    const over = last !== undefined && isOver(last, glyph);
    const letter = over ? (accented(glyph.text, last.text) ?? accented(last.text, glyph.text)) : null;
    if (last === undefined || letter === null) found.push(glyph);
    else found[found.length - 1] = { ...(accented(glyph.text, last.text) === null ? last : glyph), text: letter };
  }
  return found;
}

function isOver(a: PlacedGlyph, b: PlacedGlyph): boolean {
  const size = Math.max(a.size, b.size);
  const [along, up] = [a.x + a.toX - b.x - b.toX, a.y + a.toY - b.y - b.toY];
  return Math.abs(along) / 2 < 0.2 * size && Math.abs(up) / 2 < 0.35 * size;
}

/** The glyph in a frame that is turned so that its text runs to the right. */
function inFrame({ text, x, y, toX, toY, size }: PlacedGlyph): Piece & { frame: number } {
  const angle = Math.atan2(toY - y, toX - x);
  const still = toX === x && toY === y;
  const frame = still ? 0 : (Math.round((angle * 180) / Math.PI) + 360) % 360;
  const [cos, sin] = directionOf(frame);
  const from = x * cos + y * sin;
  return { text, from, to: toX * cos + toY * sin, base: y * cos - x * sin, size: size === 0 ? 1 : size, frame };
}

function joins(segment: Segment, glyph: Piece & { frame: number }): boolean {
  if (segment.frame !== glyph.frame) return false;
  const size = Math.max(segment.size, glyph.size);
  const gap = glyph.from - segment.to;
  const shift = Math.abs(glyph.base - segment.base);
  // Raised and lowered glyphs stay with their line while they are close.
  const near = shift < 0.12 * size ? segmentGap : Math.min(glyph.size, segment.size) < smaller * size ? 0.35 : -1;
  return gap > -0.5 * size && gap < near * size && shift < 0.75 * size;
}

function append(segment: Segment, { text, from, to, base, size }: Piece): void {
  const last = segment.pieces.at(-1);
  const gap = from - segment.to > spaceGap * Math.max(segment.size, size) ? ' ' : '';
  if (last !== undefined && Math.abs(last.base - base) < 0.1 * size && Math.abs(last.size - size) < 0.05 * size) {
    last.text += gap + text;
    last.to = to;
  } else {
    segment.pieces.push({ text: gap + text, from, to, base, size });
  }
  segment.to = Math.max(segment.to, to);
  if (size > segment.size * 1.05) [segment.base, segment.size] = [base, size];
}

const textOf = ({ pieces }: Segment): string => pieces.map(({ text }) => text).join('');

/** Text that is printed twice with a small shift, as some programs do for bold letters and shadows. */
function withoutCopies(segments: readonly Segment[]): Segment[] {
  const seen = new Map<string, Segment[]>();
  return segments.filter((segment) => {
    const text = textOf(segment);
    const others = seen.get(text) ?? [];
    const near = 0.25 * segment.size;
    const copied = others.some(
      (other) =>
        other.frame === segment.frame &&
        Math.abs(other.from - segment.from) < near &&
        Math.abs(other.base - segment.base) < near,
    );
    if (!copied) seen.set(text, [...others, segment]);
    return !copied;
  });
}

function linesOfSegments(segments: readonly Segment[]): Line[] {
  const lines: Line[] = [];
  let current: Segment[] = [];
  const end = (): void => {
    if (current.length > 0) lines.push(lineOf(current));
    current = [];
  };
  for (const segment of segments) {
    const last = current.at(-1);
    if (last !== undefined && !followsOnLine(last, segment)) end();
    current.push(segment);
  }
  end();
  return lines.filter(({ text }) => text !== '');
}

function followsOnLine(last: Segment, next: Segment): boolean {
  const shift = Math.abs(last.base - next.base);
  const gap = next.from - last.to;
  const least = Math.min(last.size, next.size);
  return (
    gap > -0.5 * least && (shift < 0.3 * least || (gap < 0.35 * least && shift < 0.6 * Math.max(last.size, next.size)))
  );
}

function lineOf(segments: readonly Segment[]): Line {
  const pieces = segments.flatMap(({ pieces: own }) => own);
  const main = pieces.reduce((a, b) => (b.size > a.size * 1.02 ? b : a));
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    const gap = piece.from - end;
    const space = text !== '' && gap > spaceGap * Math.min(main.size, piece.size) && !text.endsWith(' ') ? ' ' : '';
    const attached = gap < 0.6 * main.size || piece === pieces[0];
    text += space + (attached && piece !== main ? scriptOf(piece, main) : piece.text);
    end = piece.to;
  }
  return {
    text: text.trim(),
    from: Math.min(...segments.map(({ from }) => from)),
    to: Math.max(...segments.map(({ to }) => to)),
    base: main.base,
    size: main.size,
    frame: segments[0]?.frame ?? 0,
  };
}

/** A raised 4 is ⁴ and a lowered one ₄, so that 10⁴ never reads as 104; letters without such a sign become ^(…), _(…). */
function scriptOf({ text, base, size }: Piece, main: Piece): string {
  const shift = (base - main.base) / main.size;
  if (size > smaller * main.size || Math.abs(shift) < raised * 0.6 || Math.abs(shift) > 0.75) return text;
  if (!/[\p{L}\p{N}]/u.test(text) || text.trim().length > 12) return text;
  if (shift > 0 && shift < raised) return text;
  return asScript(text, shift > 0);
}

/** A short stroke with one short text above and one below is a fraction: 1/2, which must not read as 12. */
function withFractions(segments: readonly Segment[], bars: readonly Bar[], walls: readonly Wall[]): Segment[] {
  let found = [...segments];
  for (const { x, y, width } of bars) {
    if (width < 2 || width > 80) continue;
    const within = found.filter(({ from, to }) => from > x - 2 && to < x + width + 2 && to - from > width * 0.15);
    const above = within.filter(({ base, size }) => base > y && base < y + 0.75 * size);
    const below = within.filter(({ base, size }) => base < y && base > y - 1.3 * size);
    const [over, under] = [above[0], below[0]];
    if (over === undefined || under === undefined || above.length > 1 || below.length > 1) continue;
    const base = (over.base + under.base) / 2;
    const text = `${wrapped(textOf(over).trim())}/${wrapped(textOf(under).trim())}`;
    const size = over.size;
    const merged: Segment = {
      pieces: [{ text, from: x, to: x + width, base, size }],
      ...{ from: x, to: x + width, base, size, frame: over.frame },
    };
    const at = Math.min(found.indexOf(over), found.indexOf(under));
    found = found.filter((segment) => segment !== over && segment !== under).toSpliced(at, 0, merged);
  }
  return found.length === segments.length ? found : inOrder(found, walls);
}

const wrapped = (text: string): string => (/^[\p{L}\p{N}.]+$/u.test(text) ? text : `(${text})`);
