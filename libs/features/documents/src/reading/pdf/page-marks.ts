/** Turns the drawing operators of a PDF page into glyphs with their places, and counts what may hold text but has none. */
import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { multiply, type Matrix } from './matrix.ts';
import { glyphText, isUnreadable, type FontFacts, type PdfGlyph } from './glyph-text.ts';

/** A glyph as it is placed on the page; lengths in points, before the page is rotated. */
export interface PlacedGlyph {
  readonly text: string;
  /** The start of the baseline. */
  readonly x: number;
  readonly y: number;
  /** The end of the glyph, where the next one begins. */
  readonly toX: number;
  readonly toY: number;
  /** Height of the letters. */
  readonly size: number;
  /** Drawn invisibly (text rendering mode 3): the text layer of a recognised scan. */
  readonly invisible: boolean;
  /** Id of the annotation that draws it; null for the page itself. */
  readonly annotation: string | null;
}

/** A horizontal stroke as drawn below a numerator. */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A straight edge of something painted, from one end to the other: x, y, x, y in points. */
export type Edge = readonly [number, number, number, number];

export interface PageMarks {
  readonly glyphs: PlacedGlyph[];
  readonly bars: Bar[];
  /** Upright and level edges, such as the borders of the cells of a table. */
  readonly edges: Edge[];
  /** Glyphs whose characters are unknown: the font has no usable encoding. */
  readonly unreadable: number;
  /** Curves and slanted lines that are painted, which may be the outlines of letters. */
  readonly curves: number;
  /** Everything else that leaves something on the page: strokes, areas, small pictures. */
  readonly painted: number;
}

interface State {
  ctm: Matrix;
  font: FontFacts | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];
const invisibleMode = 3;
/** `DrawOPS` of pdf.js, which it does not export: the number of coordinates of each path operator. */
const pathOperators = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;
const coordinates: readonly number[] = [2, 2, 6, 4, 0];
/** Points. */
const maxBarHeight = 2;
/** A drawing with more edges is no table. */
const maxEdges = 5000;

type Arguments = readonly unknown[];

class PageReader {
  readonly glyphs: PlacedGlyph[] = [];
  readonly bars: Bar[] = [];
  readonly edges: Edge[] = [];
  unreadable = 0;
  curves = 0;
  painted = 0;
  readonly #fontOf: (name: string) => FontFacts | null;
  #state: State = {
    ctm: identity,
    font: null,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
  readonly #saved: State[] = [];
  #textMatrix: Matrix = identity;
  /** The place in text space: of the line, and on it. */
  #line: [number, number] = [0, 0];
  #at: [number, number] = [0, 0];
  #annotation: string | null = null;

  constructor(fontOf: (name: string) => FontFacts | null) {
    this.#fontOf = fontOf;
  }

  run(operator: number, values: Arguments): void {
    const number = (index: number): number => Number(values[index] ?? 0);
    switch (operator) {
      case OPS.save:
      case OPS.beginGroup:
        return void this.#saved.push({ ...this.#state });
      case OPS.restore:
      case OPS.endGroup:
      case OPS.paintFormXObjectEnd:
        this.#state = this.#saved.pop() ?? this.#state;
        return;
      case OPS.transform:
        this.#state.ctm = multiply(this.#state.ctm, values as unknown as Matrix);
        return;
      case OPS.paintFormXObjectBegin:
        this.#saved.push({ ...this.#state });
        if (values[0]) this.#state.ctm = multiply(this.#state.ctm, values[0] as Matrix);
        return;
      case OPS.beginAnnotation:
        this.#saved.push({ ...this.#state });
        this.#annotation = String(values[0]);
        this.#state.ctm = multiply(multiply(identity, values[2] as Matrix), values[3] as Matrix);
        return;
      case OPS.endAnnotation:
        this.#annotation = null;
        this.#state = this.#saved.pop() ?? this.#state;
        return;
      case OPS.beginText:
        this.#textMatrix = identity;
        return this.#moveTo(0, 0);
      case OPS.setFont:
        this.#state.font = this.#fontOf(String(values[0]));
        this.#state.size = number(1);
        return;
      case OPS.setCharSpacing:
        this.#state.charSpacing = number(0);
        return;
      case OPS.setWordSpacing:
        this.#state.wordSpacing = number(0);
        return;
      case OPS.setHScale:
        this.#state.scale = number(0) / 100;
        return;
      case OPS.setLeading:
        this.#state.leading = number(0);
        return;
      case OPS.setTextRise:
        this.#state.rise = number(0);
        return;
      case OPS.setTextRenderingMode:
        this.#state.mode = number(0);
        return;
      case OPS.setTextMatrix:
        this.#textMatrix = Array.from((values.length === 1 ? values[0] : values) as ArrayLike<number>) as never;
        return this.#moveTo(0, 0);
      case OPS.moveText:
        return this.#moveTo(this.#line[0] + number(0), this.#line[1] + number(1));
      case OPS.setLeadingMoveText:
        this.#state.leading = -number(1);
        return this.#moveTo(this.#line[0] + number(0), this.#line[1] + number(1));
      case OPS.nextLine:
        return this.#moveTo(this.#line[0], this.#line[1] - this.#state.leading);
      case OPS.showText:
        return this.#show(values[0] as readonly (PdfGlyph | number | null)[]);
      case OPS.constructPath:
        return this.#path(values);
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
      case OPS.paintImageXObjectRepeat:
      case OPS.paintInlineImageXObjectGroup:
      case OPS.paintImageMaskXObjectGroup:
      case OPS.paintImageMaskXObjectRepeat:
      case OPS.paintSolidColorImageMask:
      case OPS.shadingFill:
        this.painted += 1;
        return;
      default:
    }
  }

  #moveTo(x: number, y: number): void {
    this.#line = [x, y];
    this.#at = [x, y];
  }

  #show(shown: readonly (PdfGlyph | number | null)[]): void {
    const { font, size, charSpacing, wordSpacing, scale, rise, mode, ctm } = this.#state;
    if (font === null) return;
    const matrix = multiply(ctm, this.#textMatrix);
    const [a, b, c, d, e, f] = matrix;
    const place = (x: number, y: number): [number, number] => [a * x + c * y + e, b * x + d * y + f];
    const height = Math.abs(size) * font.unit * 1000 * Math.hypot(c, d);
    for (const glyph of shown) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        const moved = (glyph * size) / 1000;
        if (font.vertical) this.#at[1] -= moved;
        else this.#at[0] -= moved * scale;
        continue;
      }
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
      const [x, y] = this.#at;
      if (font.vertical) this.#at[1] -= (glyph.vmetric ? -glyph.vmetric[0] : 1000) * font.unit * size + spacing;
      else this.#at[0] += (glyph.width * font.unit * size + spacing) * scale;
      const text = glyphText(glyph);
      if (isUnreadable(glyph, font)) this.unreadable += 1;
      const from = place(x, y + rise);
      // The space behind a glyph is not part of it.
      const to = font.vertical
        ? place(this.#at[0], this.#at[1] + spacing + rise)
        : place(this.#at[0] - spacing * scale, y + rise);
      this.glyphs.push({
        text,
        ...{ x: from[0], y: from[1], toX: to[0], toY: to[1], size: height },
        invisible: mode === invisibleMode,
        annotation: this.#annotation,
      });
    }
  }

  #path([painting, data, box]: Arguments): void {
    if (painting === OPS.endPath) return;
    this.painted += 1;
    const { ctm } = this.#state;
    for (const part of (Array.isArray(data) ? data : []) as (ArrayLike<number> | null)[]) {
      if (!part || typeof part.length !== 'number') continue;
      const [curves, edges] = strokesOf(part);
      this.curves += curves;
      for (const [x0, y0, x1, y1] of edges) {
        if (this.edges.length >= maxEdges) break;
        const [a, b, c, d, e, f] = ctm;
        this.edges.push([a * x0 + c * y0 + e, b * x0 + d * y0 + f, a * x1 + c * y1 + e, b * x1 + d * y1 + f]);
      }
    }
    const [x0, y0, x1, y1] = Array.from((box ?? []) as ArrayLike<number>);
    if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return;
    const [left, bottom] = [ctm[0] * x0 + ctm[2] * y0 + ctm[4], ctm[1] * x0 + ctm[3] * y0 + ctm[5]];
    const [right, top] = [ctm[0] * x1 + ctm[2] * y1 + ctm[4], ctm[1] * x1 + ctm[3] * y1 + ctm[5]];
    if (Math.abs(top - bottom) > maxBarHeight) return;
    this.bars.push({ x: Math.min(left, right), y: (top + bottom) / 2, width: Math.abs(right - left) });
  }
}

/** The count of curves and slanted lines, and the level and upright lines. */
function strokesOf(path: ArrayLike<number>): [number, Edge[]] {
  let curves = 0;
  const edges: Edge[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (let at = 0; at < path.length;) {
    const operator = path[at] ?? 0;
    const count = coordinates[operator] ?? 0;
    const isClosing = operator === pathOperators.closePath;
    const [toX, toY] = isClosing ? [startX, startY] : [path[at + count - 1] ?? 0, path[at + count] ?? 0];
    if (operator === pathOperators.moveTo) [startX, startY] = [toX, toY];
    if (operator === pathOperators.curveTo || operator === pathOperators.quadraticCurveTo) curves += 1;
    if (operator === pathOperators.lineTo || isClosing) {
      const isStraight = Math.abs(toX - x) <= 0.01 || Math.abs(toY - y) <= 0.01;
      if (isStraight) edges.push([x, y, toX, toY]);
      else if (!isClosing) curves += 1;
    }
    [x, y] = [toX, toY];
    at += count + 1;
  }
  return [curves, edges];
}

/** The glyphs of a page and of its annotations, in the order in which they are drawn. */
export async function marksOf(page: PDFPageProxy): Promise<PageMarks> {
  const { fnArray, argsArray } = await page.getOperatorList({ intent: 'display', annotationMode: 1 });
  const fonts = new Map<string, FontFacts | null>();
  const fontOf = (name: string): FontFacts | null => {
    const known = fonts.get(name);
    if (known !== undefined) return known;
    const found = page.commonObjs.has(name) ? factsOf(page.commonObjs.get(name) as RawFont) : null;
    fonts.set(name, found);
    return found;
  };
  const reader = new PageReader(fontOf);
  for (const [index, operator] of fnArray.entries()) reader.run(operator, (argsArray[index] ?? []) as Arguments);
  const { glyphs, bars, edges, unreadable, curves, painted } = reader;
  return { glyphs, bars, edges, unreadable, curves, painted };
}

interface RawFont {
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[] | null;
  readonly isType3Font?: boolean;
  readonly composite?: boolean;
  readonly toUnicode?: FontFacts['toUnicode'];
}

function factsOf({ vertical, fontMatrix, composite, toUnicode }: RawFont): FontFacts {
  const unit = fontMatrix?.[0];
  return {
    vertical: vertical === true,
    unit: unit === undefined || unit === 0 ? 0.001 : Math.abs(unit),
    composite: composite === true,
    toUnicode: toUnicode ?? null,
  };
}
