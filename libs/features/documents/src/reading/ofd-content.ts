/** What a page, template, annotation or composite graphic of an OFD document draws (GB/T 33190-2016, 7 to 13). */
import { ReadError } from './read-text.ts';
import { walkXml } from './xml.ts';

type Attributes = Readonly<Record<string, string>>;

/** A text object; lengths in millimetres from the top left corner. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly size: number;
  readonly text: string;
}

/** A piece of text before it is placed on the page. */
interface Code {
  readonly text: string;
  readonly object: Attributes;
  readonly code: Attributes;
  readonly x: number;
  readonly y: number;
  /** Place of the appearance of an annotation around it. */
  readonly left: number;
  readonly top: number;
}

export interface Content {
  readonly codes: Code[];
  /** Number of pictures and films. */
  pictures: number;
  /** References to composite graphics. */
  readonly composites: Attributes[];
  /** Ids of the templates below the page. */
  readonly templates: string[];
  /** Places of further resources of the page. */
  readonly resources: string[];
  /** Notes of annotations. */
  readonly remarks: string[];
  /** Number of drawn lines and areas, and of the curves in them. */
  paths: number;
  curves: number;
  /** Number of text objects that name glyphs without characters. */
  glyphs: number;
}

/** `[a, b, c, d, e, f]`: x' = a·x + c·y + e, y' = b·x + d·y + f. */
type Matrix = readonly [number, number, number, number, number, number];
export const upright: Matrix = [1, 0, 0, 1, 0, 0];

export function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const numbersOf = (list = ''): number[] => list.trim().split(/\s+/u).map(Number);
const emptyContent = (): Content => ({
  codes: [],
  pictures: 0,
  composites: [],
  templates: [],
  resources: [],
  remarks: [],
  paths: 0,
  curves: 0,
  glyphs: 0,
});

/** @throws ReadError `damaged` */
export function contentOf(part: Buffer): Content {
  const found = emptyContent();
  walkContent(part, () => found);
  return found;
}

/** The composite graphics of a file of resources, by their ids. @throws ReadError `damaged` */
export function graphicsOf(part: Buffer): ReadonlyMap<string, Content> {
  const graphics = new Map<string, Content>();
  let current: Content | null = null;
  walkContent(part, (key, attributes) => {
    if (key === 'CompositeGraphicUnit') graphics.set(attributes.ID ?? '', (current = emptyContent()));
    return current;
  });
  return graphics;
}

/** @param target the content that an element belongs to; null for none */
function walkContent(part: Buffer, target: (key: string, attributes: Attributes) => Content | null): void {
  let found: Content | null = null;
  let object: Attributes = {};
  let code: Attributes = {};
  let [left, top] = [0, 0];
  let [x, y] = [0, 0];
  let text = '';
  let clips = 0;
  const glyphs = new Set<string>();
  let shown = '';
  walkXml(part, {
    open: ({ name, attributes }) => {
      const key = local(name);
      text = '';
      found = target(key, attributes);
      if (key === 'Clips') clips += 1;
      if (found === null) return;
      if (key === 'Template') found.templates.push(attributes.TemplateID ?? '');
      if (key === 'Appearance') [left = 0, top = 0] = numbersOf(attributes.Boundary);
      if (key === 'ImageObject' || key === 'VideoObject') found.pictures += 1;
      if (key === 'CompositeObject') found.composites.push({ ...attributes, left: String(left), top: String(top) });
      if (key === 'PathObject') found.paths += 1;
      if (key === 'TextObject') {
        object = attributes;
        [x, y, shown] = [0, 0, ''];
        glyphs.clear();
      }
      if (key === 'TextCode') code = attributes;
    },
    text: (piece) => {
      text += piece;
    },
    close: (name) => {
      const key = local(name);
      if (key === 'Clips') clips -= 1;
      if (found === null) return;
      if (key === 'Remark' && text.trim() !== '') found.remarks.push(text.trim());
      if (key === 'PageRes') found.resources.push(text.trim());
      if (key === 'AbbreviatedData' && clips === 0) found.curves += (text.match(/[BQA]/gu) ?? []).length;
      if (key === 'Glyphs') for (const glyph of text.trim().split(/\s+/u)) glyphs.add(glyph);
      // Blanks have a glyph of their own, one for all of them.
      const blank = shown === '' ? 0 : 1;
      if (key === 'TextObject' && shown.trim() === '' && glyphs.size > blank) found.glyphs += 1;
      if (key !== 'TextCode') return;
      // Where a code has no place, it follows the one before.
      x = code.X === undefined ? x : Number(code.X);
      y = code.Y === undefined ? y : Number(code.Y);
      found.codes.push({ text, object, code, x, y, left, top });
      shown += text;
      text = '';
    },
  });
}

/** Place of a code on the page, for a graphic that is drawn with this matrix. */
export function placed({ text, object, code, ...at }: Code, matrix: Matrix): Placed {
  const [left = 0, top = 0] = numbersOf(object.Boundary);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = object.CTM === undefined ? [] : numbersOf(object.CTM);
  const size = Number(object.Size ?? 3) * (Math.hypot(b, d) || 1);
  const x = at.left + left + a * at.x + c * at.y + e;
  const y = at.top + top + b * at.x + d * at.y + f;
  const last = [...text].at(-1) ?? '';
  const end = x + a * deltaOf(code.DeltaX) + (last > '\u2e7f' ? size : size / 2);
  const [right, down] = onto(matrix, x, y);
  return {
    x: right,
    y: down,
    end: onto(matrix, end, y)[0],
    size: size * (Math.hypot(matrix[1], matrix[3]) || 1),
    text,
  };
}

function onto([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The matrix of a composite graphic within what is drawn with another one. */
export function within(outer: Matrix, composite: Attributes): Matrix {
  const [left = 0, top = 0] = numbersOf(composite.Boundary);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = composite.CTM === undefined ? [] : numbersOf(composite.CTM);
  const [x, y] = onto(outer, left + e + Number(composite.left), top + f + Number(composite.top));
  return [
    outer[0] * a + outer[2] * b,
    outer[1] * a + outer[3] * b,
    outer[0] * c + outer[2] * d,
    outer[1] * c + outer[3] * d,
    x,
    y,
  ];
}

/** Most graphics within each other, and most uses of graphics in a document. */
const maxDepth = 16;
const maxUses = 100_000;

/** Draws composite graphics, as often and as deep as they are used. */
export class Graphics {
  readonly #units = new Map<string, Content>();
  #uses = 0;

  add(units: ReadonlyMap<string, Content>): void {
    for (const [id, unit] of units) this.#units.set(id, unit);
  }

  /**
   * The texts of a content with those of its graphics; the numbers of pictures and paths are added to `sums`.
   *
   * @throws ReadError `too-large` where graphics use each other without end
   */
  draw(content: Content, sums: Sums, matrix: Matrix = upright, depth = 0): Placed[] {
    this.#uses += 1;
    if (depth > maxDepth || this.#uses > maxUses) throw new ReadError('too-large');
    sums.pictures += content.pictures;
    sums.paths += content.paths;
    sums.curves += content.curves;
    sums.glyphs += content.glyphs;
    const texts = content.codes.map((code) => placed(code, matrix));
    for (const composite of content.composites) {
      const unit = this.#units.get(composite.ResourceID ?? '');
      if (unit === undefined) sums.unknown += 1;
      else texts.push(...this.draw(unit, sums, within(matrix, composite), depth + 1));
    }
    return texts;
  }
}

/** What of a page is no text. */
export interface Sums {
  pictures: number;
  paths: number;
  curves: number;
  glyphs: number;
  /** Graphics that the document does not contain. */
  unknown: number;
}

export const noSums = (): Sums => ({ pictures: 0, paths: 0, curves: 0, glyphs: 0, unknown: 0 });

/** Sum of the distances between characters; `g 3 1.5` is three times 1.5. */
function deltaOf(list = ''): number {
  const words = list.trim().split(/\s+/u);
  let sum = 0;
  for (let index = 0; index < words.length; index += 1) {
    if (words[index] === 'g') {
      sum += Number(words[index + 1]) * Number(words[index + 2]) || 0;
      index += 2;
    } else sum += Number(words[index]) || 0;
  }
  return sum;
}

/** Texts on the same height are one line, from left to right. */
export function linesFrom(texts: readonly Placed[]): string[] {
  const lines: Placed[][] = [];
  for (const one of texts.toSorted((first, second) => first.y - second.y)) {
    const line = lines.at(-1);
    const start = line?.[0];
    if (line !== undefined && start !== undefined && one.y - start.y < Math.min(start.size, one.size) / 2)
      line.push(one);
    else lines.push([one]);
  }
  return lines.map((line) => {
    let text = '';
    let end: number | null = null;
    for (const one of line.toSorted((first, second) => first.x - second.x)) {
      text += end !== null && one.x - end > one.size / 4 ? ` ${one.text}` : one.text;
      end = one.end;
    }
    return text.trim();
  });
}
