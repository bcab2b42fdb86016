/** Automatic numbers of paragraphs (ISO/IEC 29500-1, 17.9), as they are printed. */
import { formatNumber } from './number-format.ts';
import type { Styles } from './styles.ts';
import { symbol } from './symbols.ts';
import { walkXml } from './xml.ts';

interface Level {
  start: number;
  format: string;
  pattern: string;
  text: string;
  /** From 1: restarts after this level or a higher one; 0: never; null: after every higher level. */
  restart: number | null;
  allDecimal: boolean;
  suffix: string;
  style: string | null;
  font: string;
}

interface AbstractList {
  readonly levels: Map<number, Level>;
  styleLink: string | null;
}

interface List {
  abstractId: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

export interface NumberingDefinitions {
  readonly abstracts: ReadonlyMap<string, AbstractList>;
  readonly lists: ReadonlyMap<string, List>;
}

export interface ParagraphNumber {
  readonly style: string | null;
  readonly numId: string | null;
  readonly level: number | null;
}

const maxLevel = 8;

export function readNumbering(part: Buffer | null): NumberingDefinitions {
  const abstracts = new Map<string, AbstractList>();
  const lists = new Map<string, List>();
  if (part === null) return { abstracts, lists };
  let abstract: AbstractList | null = null;
  let list: List | null = null;
  let level: Level | null = null;
  let override = 0;
  walkXml(part, {
    open: ({ name, attributes }) => {
      const { val = '' } = attributes;
      switch (name) {
        case 'w:abstractNum':
          abstract = { levels: new Map(), styleLink: null };
          abstracts.set(attributes.abstractNumId ?? '', abstract);
          break;
        case 'w:numStyleLink':
          if (abstract !== null) abstract.styleLink = val;
          break;
        case 'w:num':
          list = { abstractId: '', starts: new Map(), levels: new Map() };
          lists.set(attributes.numId ?? '', list);
          break;
        case 'w:abstractNumId':
          if (list !== null) list.abstractId = val;
          break;
        case 'w:lvlOverride':
          override = Number(attributes.ilvl);
          break;
        case 'w:startOverride':
          list?.starts.set(override, Number(val));
          break;
        case 'w:lvl':
          level = emptyLevel();
          (list ?? abstract)?.levels.set(Number(attributes.ilvl), level);
          break;
        default:
          if (level !== null) setLevel(level, name, attributes);
      }
    },
    close: (name) => {
      if (name === 'w:abstractNum') abstract = null;
      if (name === 'w:num') list = null;
      if (name === 'w:lvl') level = null;
    },
  });
  return { abstracts, lists };
}

function emptyLevel(): Level {
  return {
    start: 0,
    format: 'decimal',
    pattern: '',
    text: '',
    restart: null,
    allDecimal: false,
    suffix: 'tab',
    style: null,
    font: '',
  };
}

function setLevel(level: Level, name: string, { val = '', format, ascii, hAnsi }: Readonly<Record<string, string>>) {
  if (name === 'w:start') level.start = Number(val);
  // The custom format of a choice is followed by its fallback.
  if (name === 'w:numFmt' && level.format !== 'custom') {
    level.format = val;
    level.pattern = format ?? '';
  }
  if (name === 'w:lvlText') level.text = val;
  if (name === 'w:lvlRestart') level.restart = Number(val);
  if (name === 'w:isLgl') level.allDecimal = !['0', 'false', 'off'].includes(val);
  if (name === 'w:suff') level.suffix = val;
  if (name === 'w:pStyle') level.style = val;
  if (name === 'w:lvlPicBulletId') level.text = '•';
  if (name === 'w:rFonts') level.font = ascii ?? hAnsi ?? '';
}

/** Counts the paragraphs of one story in their order. */
export class NumberCounter {
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #used = new Set<string>();
  readonly #overridden = new Set<string>();
  readonly #definitions: NumberingDefinitions;
  readonly #styles: Styles;

  constructor(definitions: NumberingDefinitions, styles: Styles) {
    this.#definitions = definitions;
    this.#styles = styles;
  }

  /** The number in front of this paragraph, with the space that follows it; an empty text where it has none. */
  next(paragraph: ParagraphNumber): string {
    const style = paragraph.style ?? this.#styles.defaultParagraph;
    const numId = paragraph.numId ?? this.#styles.find(style, 'numId');
    if (numId === null || numId === '0') return '';
    const found = this.#resolve(numId);
    if (found === null) return '';
    const { list, abstractId, levelOf } = found;
    const fromStyle = paragraph.numId === null ? this.#levelOfStyle(style, abstractId, list) : null;
    const at = Math.min(maxLevel, paragraph.level ?? fromStyle ?? 0);
    const level = levelOf(at);
    if (level === undefined) return '';
    const counts = this.#count(numId, abstractId, list, at, levelOf);
    const label = this.#label(level, counts, levelOf);
    return label === '' || level.suffix === 'nothing' ? label : `${label} `;
  }

  #resolve(numId: string) {
    const { abstracts, lists } = this.#definitions;
    const list = lists.get(numId);
    if (list === undefined) return null;
    let { abstractId } = list;
    for (let count = 0; count < 8; count += 1) {
      const link = abstracts.get(abstractId)?.styleLink;
      if (link === null || link === undefined) break;
      const linked = lists.get(this.#styles.find(link, 'numId') ?? '');
      if (linked === undefined || linked.abstractId === abstractId) break;
      abstractId = linked.abstractId;
    }
    const levels = abstracts.get(abstractId)?.levels;
    const levelOf = (at: number): Level | undefined => list.levels.get(at) ?? levels?.get(at);
    return { list, abstractId, levelOf };
  }

  /** The level that names the style, or the nearest style that it is based on. */
  #levelOfStyle(style: string | null, abstractId: string, list: List): number | null {
    let at = style;
    for (let count = 0; at !== null && count < 64; count += 1) {
      for (const levels of [list.levels, this.#definitions.abstracts.get(abstractId)?.levels ?? []]) {
        for (const [number, level] of levels) if (level.style === at) return number;
      }
      at = this.#styles.find(at, 'basedOn');
    }
    return this.#styles.find(style, 'level');
  }

  #count(
    numId: string,
    abstractId: string,
    list: List,
    at: number,
    levelOf: (at: number) => Level | undefined,
  ): (number | undefined)[] {
    const counts = this.#counts.get(abstractId) ?? [];
    this.#counts.set(abstractId, counts);
    const first = !this.#used.has(numId);
    this.#used.add(numId);
    for (let higher = 0; higher < at; higher += 1) {
      // A level that is skipped counts as one; the list begins below it, so its own start no longer applies.
      counts[higher] ??= list.starts.get(higher) ?? levelOf(higher)?.start ?? 1;
      if (first) this.#overridden.add(`${numId}:${higher}`);
    }
    const override = list.starts.get(at);
    const once = `${numId}:${at}`;
    const count = counts[at];
    if (override !== undefined && !this.#overridden.has(once)) counts[at] = override;
    else counts[at] = count === undefined ? (override ?? levelOf(at)?.start ?? 1) : count + 1;
    this.#overridden.add(once);
    for (let deeper = at + 1; deeper <= maxLevel; deeper += 1) {
      const restart = levelOf(deeper)?.restart ?? null;
      if (restart === null || at < restart) counts[deeper] = undefined;
    }
    return counts;
  }

  #label(level: Level, counts: (number | undefined)[], levelOf: (at: number) => Level | undefined): string {
    if (level.format === 'none' && !/%\d/u.test(level.text)) return level.text;
    if (level.format === 'bullet') return [...level.text].map((sign) => bullet(level.font, sign)).join('');
    return level.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const index = Number(digit) - 1;
      const other = levelOf(index);
      const format = other?.format ?? 'decimal';
      const value = counts[index] ?? other?.start ?? 1;
      const decimal = level.allDecimal && format !== 'decimalZero';
      return formatNumber(value, decimal ? 'decimal' : format, other?.pattern);
    });
  }
}

function bullet(font: string, sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (/^\s$/u.test(sign)) return '';
  // Bullets of the private area without a font are those of Symbol.
  return code >= 0xf000 && code <= 0xf0ff ? symbol(font === '' ? 'Symbol' : font, code) : symbol(font, code);
}
