/**
 * Automatic numbers as text. docx-preview draws them as counters of a style sheet, which ignore overrides, formats of
 * upper levels and shared lists, and which are no text of the page.
 */
import { attribute, child, isOn, Maker, numberStyle, within } from './markup.ts';
import { numberText } from './number-format.ts';
import { isSymbolFont, symbolText } from './symbols.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly suffix: string;
  readonly isLegal: boolean;
  /** Levels above this one (from 1) restart it; 0: never restarts. */
  readonly restart: number | null;
  readonly style: string | null;
  readonly indent: Element | null;
  readonly run: Element | null;
}

interface List {
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

interface Place {
  readonly list: string;
  readonly level: number;
}

export class Numbering {
  readonly #lists = new Map<string, List>();
  /** Values by abstract list: lists of one abstract list continue each other. */
  readonly #values = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();
  readonly #styles: ReadonlyMap<string, Element>;
  /** Found at once: the lists are taken out of the styles before they are drawn. */
  readonly #inherited: ReadonlyMap<string, Place | null>;
  readonly #defaultStyle: string | null;

  constructor(numbering: Document | null, styles: Document | null) {
    const all = styles === null ? [] : within(styles, 'style');
    this.#styles = new Map(all.map((style) => [attribute(style, 'styleId') ?? '', style]));
    this.#inherited = new Map([...this.#styles.keys()].map((style) => [style, this.#ofStyle(style)]));
    const defaultStyle = all.find(
      (style) => attribute(style, 'type') === 'paragraph' && isOnAttribute(style, 'default'),
    );
    this.#defaultStyle = attribute(defaultStyle, 'styleId');
    if (numbering !== null) this.#readLists(numbering);
  }

  #readLists(numbering: Document): void {
    const abstracts = new Map(
      within(numbering, 'abstractNum').map((one) => [attribute(one, 'abstractNumId') ?? '', one]),
    );
    const nums = within(numbering, 'num');
    for (const num of nums) {
      const id = attribute(child(num, 'abstractNumId'), 'val') ?? '';
      const abstract = this.#linked(abstracts, nums, id);
      if (abstract === undefined) continue;
      const levels = levelsOf(abstract);
      const starts = new Map<number, number>();
      for (const override of [...num.children].filter(({ localName }) => localName === 'lvlOverride')) {
        const at = Number(attribute(override, 'ilvl') ?? 0);
        const own = child(override, 'lvl');
        if (own !== null) levels.set(at, levelOf(own));
        const start = attribute(child(override, 'startOverride'), 'val');
        if (start !== null) starts.set(at, Number(start));
      }
      this.#lists.set(attribute(num, 'numId') ?? '', {
        abstract: attribute(abstract, 'abstractNumId') ?? id,
        levels,
        starts,
      });
    }
  }

  /** Follows `numStyleLink` to the list of the style. */
  #linked(abstracts: ReadonlyMap<string, Element>, nums: readonly Element[], id: string): Element | undefined {
    const abstract = abstracts.get(id);
    const link = attribute(child(abstract, 'numStyleLink'), 'val');
    if (abstract === undefined || link === null) return abstract;
    const owner = [...abstracts.values()].find((one) => attribute(child(one, 'styleLink'), 'val') === link);
    if (owner !== undefined) return owner;
    const numId = attribute(child(child(child(this.#styles.get(link), 'pPr'), 'numPr'), 'numId'), 'val');
    const num = nums.find((one) => attribute(one, 'numId') === numId);
    return abstracts.get(attribute(child(num, 'abstractNumId'), 'val') ?? '') ?? abstract;
  }

  /** Writes the number of a paragraph in front of it, and takes the paragraph out of its list. */
  write(paragraph: Element, maker: Maker): void {
    const properties = child(paragraph, 'pPr');
    const place = this.#placeOf(properties);
    child(properties, 'numPr')?.remove();
    if (place === null) return;
    const list = this.#lists.get(place.list);
    const level = list?.levels.get(place.level);
    if (list === undefined || level === undefined) return;
    const text = this.#next(place, list, level);
    if (level.indent !== null && child(properties, 'ind') === null) {
      const own = properties ?? maker.element('pPr');
      own.append(paragraph.ownerDocument.importNode(level.indent, true));
      if (properties === null) paragraph.prepend(own);
    }
    const suffix = level.suffix === 'space' ? ' ' : level.suffix === 'nothing' ? '' : '\u2003';
    if (text === '') return;
    const look = level.run === null ? null : paragraph.ownerDocument.importNode(level.run, true);
    child(look, 'vanish')?.remove();
    const run = maker.run([maker.text(text + suffix)], look, numberStyle);
    const after = child(paragraph, 'pPr');
    if (after === null) paragraph.prepend(run);
    else after.after(run);
  }

  #placeOf(properties: Element | null): Place | null {
    const style = attribute(child(properties, 'pStyle'), 'val') ?? this.#defaultStyle;
    const own = child(properties, 'numPr');
    const inherited = this.#inherited.get(style ?? '') ?? null;
    const list = attribute(child(own, 'numId'), 'val') ?? inherited?.list ?? null;
    if (list === null || list === '0') return null;
    const linked = [...(this.#lists.get(list)?.levels ?? [])].find(
      ([, level]) => style !== null && level.style === style,
    );
    const level = attribute(child(own, 'ilvl'), 'val');
    return { list, level: level !== null ? Number(level) : (linked?.[0] ?? inherited?.level ?? 0) };
  }

  #ofStyle(start: string | null): Place | null {
    let list: string | null = null;
    let level: number | null = null;
    let style = start;
    for (let depth = 0; style !== null && depth < 30; depth += 1) {
      const found = this.#styles.get(style);
      const numbering = child(child(found, 'pPr'), 'numPr');
      list ??= attribute(child(numbering, 'numId'), 'val');
      const own = attribute(child(numbering, 'ilvl'), 'val');
      level ??= own === null ? null : Number(own);
      style = attribute(child(found, 'basedOn'), 'val');
    }
    return list === null ? null : { list, level: level ?? 0 };
  }

  #next({ list: id, level: at }: Place, list: List, level: Level): string {
    const values = this.#values.get(list.abstract) ?? [];
    this.#values.set(list.abstract, values);
    const isFirst = !this.#started.has(id);
    this.#started.add(id);
    // A level that is skipped counts as one.
    for (let upper = 0; upper < at; upper += 1) {
      values[upper] ??= list.starts.get(upper) ?? list.levels.get(upper)?.start ?? 1;
      // The list begins below it: its own start no longer applies.
      if (isFirst) this.#started.add(`${id} ${upper}`);
    }
    const override = list.starts.get(at);
    const mark = `${id} ${at}`;
    if (override !== undefined && !this.#started.has(mark)) values[at] = override;
    else values[at] = values[at] === undefined ? level.start : values[at] + 1;
    this.#started.add(mark);
    for (let deeper = at + 1; deeper < Math.max(values.length, 9); deeper += 1) {
      const restart = list.levels.get(deeper)?.restart ?? null;
      if (restart === null || at < restart) values[deeper] = undefined;
    }
    if (level.format === 'bullet') return bulletText(level);
    return level.text.replace(/%([1-9])/gu, (_, place: string) => {
      const upper = Number(place) - 1;
      const shown = list.levels.get(upper);
      const value = values[upper] ?? list.starts.get(upper) ?? shown?.start ?? 1;
      if (upper > at) return '';
      const format = shown?.format ?? 'decimal';
      return numberText(value, level.isLegal && format !== 'decimalZero' ? 'decimal' : format);
    });
  }
}

/** Takes the lists out of the styles, so that docx-preview draws no counters. */
export function withoutLists(styles: Document): void {
  for (const list of within(styles, 'numPr')) list.remove();
}

function isOnAttribute(element: Element, name: string): boolean {
  return ['1', 'true', 'on'].includes(attribute(element, name) ?? '');
}

function levelsOf(abstract: Element): Map<number, Level> {
  const levels = [...abstract.children].filter(({ localName }) => localName === 'lvl');
  return new Map(levels.map((level) => [Number(attribute(level, 'ilvl') ?? 0), levelOf(level)]));
}

function levelOf(level: Element): Level {
  const value = (name: string): string | null => attribute(child(level, name), 'val');
  const restart = value('lvlRestart');
  // An alternative may name a format of its own that this program does not know; its fallback is understood.
  const format = value('numFmt') ?? attribute(within(level, 'numFmt').at(-1), 'val') ?? 'decimal';
  return {
    start: Number(value('start') ?? 0),
    format,
    text: value('lvlText') ?? '',
    suffix: value('suff') ?? 'tab',
    isLegal: isOn(child(level, 'isLgl')),
    restart: restart === null ? null : Number(restart),
    style: value('pStyle'),
    indent: child(child(level, 'pPr'), 'ind'),
    run: child(level, 'rPr'),
  };
}

function bulletText({ text, run }: Level): string {
  const fonts = child(run, 'rFonts');
  const font = attribute(fonts, 'ascii') ?? attribute(fonts, 'hAnsi');
  return [...text]
    .map((sign) => {
      const point = sign.codePointAt(0) ?? 0;
      if (/^\s$/u.test(sign)) return '';
      const isPrivate = point >= 0xe000 && point <= 0xf8ff;
      return isPrivate || isSymbolFont(font) ? shortened(symbolText(font ?? 'Symbol', point.toString(16))) : sign;
    })
    .join('');
}

/** A bullet has no meaning of its own. */
function shortened(sign: string): string {
  return sign.startsWith('〔') ? '•' : sign;
}
