/**
 * Rewrites the content of one part into what docx-preview knows; everything that it does not know it drops without a
 * word. Wrappers are unwrapped wherever they are, so that a wrapper that nobody thought of loses nothing either.
 */
import { attribute, child, has, isOn, Maker, markStyle, within } from './markup.ts';
import { isSymbolFont, symbolText, withSymbols } from './symbols.ts';

/** What a part needs from the rest of the package. */
export interface StoryContext {
  /** Blocks of a text that a relationship embeds (`w:altChunk`). */
  chunk(relation: string): readonly Element[];
  /** Paragraphs of a diagram or chart; null where the relationship has none. */
  graphic(relation: string): readonly string[] | null;
  /** The mark of a comment in the text, such as 批注1. */
  comment(id: string): string | null;
  /** Counts a drawing that is left out because it has neither text nor a picture. */
  leftOut(): void;
}

type Mark = 'ins' | 'del' | null;

const marks: Readonly<Record<string, Exclude<Mark, null>>> = {
  ins: 'ins',
  moveTo: 'ins',
  cellIns: 'ins',
  del: 'del',
  moveFrom: 'del',
  cellDel: 'del',
};
const blocks = ['p', 'tbl', 'altChunk'];
const inlineContent = [
  't',
  'delText',
  'tab',
  'br',
  'cr',
  'sym',
  'drawing',
  'pict',
  'object',
  'noBreakHyphen',
  'footnoteReference',
  'endnoteReference',
  'commentReference',
  'ruby',
];
const keptInRun = new Set(['t', 'delText', 'tab', 'br']);
const keptInParagraph = new Set(['bookmarkStart', 'bookmarkEnd', 'oMath', 'oMathPara']);

export class Story {
  constructor(
    private readonly maker: Maker,
    private readonly context: StoryContext,
  ) {}

  /** Rewrites a container of blocks: a body, a cell, a note, a header, a text box. */
  blocks(container: Element, mark: Mark = null): void {
    let loose: Element | null = null;
    for (const element of this.#children(container)) {
      const { localName } = element;
      const isInline = !blocks.includes(localName) && !has(element, ...blocks) && this.#isContent(element);
      if (isInline) {
        if (loose === null) {
          loose = this.maker.element('p');
          element.before(loose);
        }
        loose.append(element);
        continue;
      }
      if (loose !== null) this.#paragraph(loose, mark);
      loose = null;
      if (localName === 'p') this.#paragraph(element, mark);
      else if (localName === 'tbl') this.#table(element, mark);
      else if (localName === 'altChunk') {
        const chunk = this.context.chunk(attribute(element, 'id') ?? '');
        element.replaceWith(...chunk);
      } else if (localName === 'tr' || localName === 'tc') this.#wrapped(element, localName, mark);
      else if (has(element, ...blocks)) {
        this.blocks(element, marks[localName] ?? mark);
        element.replaceWith(...contentOf(element));
      } else if (!localName.endsWith('Pr')) element.remove();
    }
    if (loose !== null) this.#paragraph(loose, mark);
  }

  /** Children after the choice between alternatives. */
  #children(container: Element): Element[] {
    return [...container.children].flatMap((element) => {
      if (element.localName !== 'AlternateContent') return [element];
      const chosen = chosenOf(element);
      element.replaceWith(...chosen);
      return chosen;
    });
  }

  #isContent(element: Element): boolean {
    return (
      inlineContent.includes(element.localName) ||
      has(element, ...inlineContent) ||
      element.localName.startsWith('oMath')
    );
  }

  /** A row outside of a table, or a cell outside of a row. */
  #wrapped(element: Element, name: 'tr' | 'tc', mark: Mark): void {
    const table = this.maker.element('tbl');
    element.before(table);
    const row = name === 'tr' ? element : this.maker.element('tr', {}, [element]);
    table.append(row);
    this.#table(table, mark);
  }

  #table(table: Element, mark: Mark): void {
    child(child(table, 'tblPr'), 'hidden')?.remove();
    for (const element of this.#children(table)) {
      const { localName } = element;
      if (localName === 'tr') this.#row(element, mark);
      else if (has(element, 'tr')) {
        this.#table(element, marks[localName] ?? mark);
        element.replaceWith(...contentOf(element));
      } else if (this.#isContent(element)) {
        const row = this.maker.element('tr');
        element.before(row);
        row.append(element);
        this.#row(row, mark);
      } else if (localName !== 'tblPr' && localName !== 'tblGrid') element.remove();
    }
  }

  #row(row: Element, mark: Mark): void {
    const properties = child(row, 'trPr');
    const own = (['ins', 'del'] as const).find((name) => child(properties, name) !== null) ?? mark;
    for (const element of this.#children(row)) {
      const { localName } = element;
      if (localName === 'tc') this.#cell(element, own);
      else if (has(element, 'tc')) {
        this.#row(element, marks[localName] ?? own);
        element.replaceWith(...contentOf(element));
      } else if (this.#isContent(element)) {
        const cell = this.maker.element('tc');
        element.before(cell);
        cell.append(element);
        this.#cell(cell, own);
      } else if (!localName.endsWith('Pr') && localName !== 'tblPrEx') element.remove();
    }
  }

  #cell(cell: Element, mark: Mark): void {
    const properties = child(cell, 'tcPr');
    const changed = [...(properties?.children ?? [])].find(({ localName }) => localName in marks);
    this.blocks(cell, changed === undefined ? mark : (marks[changed.localName] ?? mark));
    // A cell that continues the one above is not shown; with content of its own it has to be.
    const merge = child(properties, 'vMerge');
    if (merge !== null && attribute(merge, 'val') !== 'restart' && this.#hasText(cell)) merge.remove();
  }

  #hasText(element: Element): boolean {
    return within(element, 't', 'delText', 'drawing').some(
      (one) => one.localName === 'drawing' || one.textContent.trim() !== '',
    );
  }

  #paragraph(paragraph: Element, mark: Mark): void {
    const boxes: Element[] = [];
    this.#inline(paragraph, boxes);
    if (mark !== null) {
      for (const element of [...paragraph.children]) {
        if (element.localName !== 'r' && element.localName !== 'hyperlink') continue;
        const change = this.maker.element(mark);
        element.replaceWith(change);
        change.append(element);
      }
    }
    paragraph.after(...boxes);
  }

  #inline(container: Element, boxes: Element[]): void {
    for (const element of this.#children(container)) {
      const { localName } = element;
      const mark = marks[localName];
      if (localName === 'pPr' || keptInParagraph.has(localName)) continue;
      if (localName === 'r') element.replaceWith(...this.#run(element, boxes));
      else if (mark !== undefined) {
        this.#inline(element, boxes);
        const change = this.maker.element(mark, {}, [...element.children]);
        element.replaceWith(change);
      } else if (localName === 'hyperlink') {
        this.#inline(element, boxes);
        if ([...element.children].some((one) => one.localName !== 'r')) element.replaceWith(...element.children);
      } else if (localName === 'p') {
        // A paragraph in a paragraph is not allowed, yet some programs write it.
        this.#paragraph(element, null);
        boxes.push(element);
        element.remove();
      } else if (localName === 'tbl') {
        this.#table(element, null);
        boxes.push(element);
        element.remove();
      } else if (inlineContent.includes(localName)) {
        const run = this.maker.element('r');
        element.before(run);
        run.append(element);
        run.replaceWith(...this.#run(run, boxes));
      } else if (this.#isContent(element)) {
        this.#inline(element, boxes);
        element.replaceWith(...contentOf(element));
      } else element.remove();
    }
  }

  /** A run as several runs: what docx-preview does not know in a run gets one of its own. */
  #run(run: Element, boxes: Element[]): Element[] {
    const properties = child(run, 'rPr');
    showHidden(properties, this.maker);
    const fonts = child(properties, 'rFonts');
    const font = attribute(fonts, 'ascii') ?? attribute(fonts, 'hAnsi');
    const runs: Element[] = [];
    let content: Element[] = [];
    const flush = (): void => {
      if (content.length > 0) runs.push(this.maker.run(content, properties));
      content = [];
    };
    const visit = (elements: readonly Element[]): void => {
      for (const element of elements) {
        const { localName } = element;
        if (keptInRun.has(localName)) {
          if (isSymbolFont(font)) element.textContent = withSymbols(element.textContent, font);
          content.push(element);
        } else if (localName === 'rPr') continue;
        else if (localName === 'footnoteReference' || localName === 'endnoteReference') {
          flush();
          runs.push(this.maker.run([element], null, markStyle));
        } else if (localName === 'commentReference') {
          const label = this.context.comment(attribute(element, 'id') ?? '');
          flush();
          if (label !== null) runs.push(this.#label(`〔${label}〕`));
        } else if (['drawing', 'pict', 'object'].includes(localName)) {
          flush();
          runs.push(...this.#drawing(element, boxes));
        } else if (localName === 'p' || localName === 'tbl') {
          const holder = this.maker.element('body', {}, [element]);
          this.blocks(holder);
          boxes.push(...holder.children);
        } else content.push(...this.#small(element, visit));
      }
    };
    visit(this.#children(run));
    flush();
    return runs;
  }

  /** Replacements within a run; other elements are entered. */
  #small(element: Element, visit: (elements: readonly Element[]) => void): Element[] {
    const { maker } = this;
    switch (element.localName) {
      case 'cr':
        return [maker.element('br')];
      case 'ptab':
        return [maker.element('tab')];
      case 'noBreakHyphen':
        return [maker.text('\u2011')];
      case 'sym':
        return [maker.text(symbolText(attribute(element, 'font'), attribute(element, 'char') ?? ''))];
      case 'ruby': {
        const [base, above] = ['rubyBase', 'rt'].map((name) => textOf(child(element, name)));
        return [maker.text(above === '' ? (base ?? '') : `${base ?? ''}（${above ?? ''}）`)];
      }
      default:
        if (this.#isContent(element) || has(element, 'p')) visit(this.#children(element));
        return [];
    }
  }

  /** Pictures stay, texts of shapes and diagrams follow the paragraph in a box. */
  #drawing(drawing: Element, boxes: Element[]): Element[] {
    const { maker } = this;
    const box = (content: readonly Element[], title?: string): void => {
      const label = title === undefined ? [] : [maker.paragraph(`〔${title}〕`, markStyle)];
      if (content.length > 0) boxes.push(maker.box([...label, ...content]));
    };
    const all = chosenWithin(drawing);
    const texts = all.filter((one) => one.localName === 'txbxContent' && !inside(one, 'txbxContent', drawing));
    for (const text of texts) {
      this.blocks(text);
      box(contentOf(text));
    }
    const plain = all.filter((one) => one.localName === 'txBody' && !inside(one, 'txbxContent', drawing));
    for (const text of plain) box(drawnParagraphs(text).map((line) => maker.paragraph(line)));
    let named = texts.length + plain.length;
    for (const one of all.filter(({ localName }) => localName === 'relIds' || localName === 'chart')) {
      const lines = this.context.graphic(attribute(one, 'dm') ?? attribute(one, 'id') ?? '');
      if (lines === null) continue;
      named += 1;
      box(
        lines.map((line) => maker.paragraph(line)),
        one.localName === 'chart' ? '图表中的文字' : '图示中的文字',
      );
    }
    const runs = [
      ...all.filter(({ localName }) => localName === 'textpath').map((one) => attribute(one, 'string') ?? ''),
    ].map((words) => maker.run([maker.text(words)]));
    const pictures = all.filter(
      (one) => ['pic', 'imagedata'].includes(one.localName) && !inside(one, 'txbxContent', drawing),
    );
    for (const picture of pictures) runs.push(this.#picture(picture, drawing, pictures.length === 1));
    if (runs.length + named === 0 && drawing.localName === 'object') runs.push(this.#label('〔嵌入的对象，未显示〕'));
    else if (runs.length + named === 0 && drawing.localName !== 'object') this.context.leftOut();
    return runs;
  }

  #picture(picture: Element, drawing: Element, isAlone: boolean): Element {
    const { maker } = this;
    if (picture.localName === 'pic') {
      const link = attribute(within(picture, 'blip')[0], 'embed');
      if (link === null || link === '') return this.#label('〔图片在文件之外，未显示〕');
      if (isAlone && drawing.localName === 'drawing' && within(drawing, 'graphicData')[0]?.contains(picture) === true) {
        const isPlain = picture.parentElement?.localName === 'graphicData' && child(picture, 'spPr') !== null;
        // docx-preview fails at a picture without properties of its shape.
        if (isPlain && child(picture, 'blipFill') !== null) return maker.run([drawing]);
      }
      const size = within(picture, 'ext').find((one) => attribute(one, 'cx') !== null);
      return maker.run([maker.picture(link, Number(attribute(size, 'cx') ?? 0), Number(attribute(size, 'cy') ?? 0))]);
    }
    const relation = attribute(picture, 'id') ?? '';
    if (relation === '') return this.#label('〔图片在文件之外，未显示〕');
    const style = attribute(picture.parentElement, 'style') ?? '';
    return maker.run([maker.picture(relation, emu(style, 'width'), emu(style, 'height'))]);
  }

  #label(text: string): Element {
    return this.maker.run([this.maker.text(text)], null, markStyle);
  }
}

/**
 * Hidden text is shown with a dotted line below it: it belongs to the document.
 */
export function showHidden(properties: Element | null, maker: Maker): void {
  for (const vanish of [...(properties?.children ?? [])].filter(
    ({ localName }) => localName === 'vanish' || localName === 'specVanish',
  )) {
    if (isOn(vanish)) vanish.after(maker.element('u', { val: 'dotted' }));
    vanish.remove();
  }
}

/** The choice, if it has any content; otherwise the fallback. Never both and never none. */
function chosenOf(alternative: Element): Element[] {
  const options = [...alternative.children].filter(
    ({ localName }) => localName === 'Choice' || localName === 'Fallback',
  );
  const filled = options.find((one) => has(one, 't', 'pic', 'imagedata', 'relIds', 'chart', 'textpath', 'txBody'));
  const chosen = [...((filled ?? options[0])?.children ?? [])];
  return chosen.flatMap((one) => (one.localName === 'AlternateContent' ? chosenOf(one) : [one]));
}

/** Descendants, entering only the chosen one of alternatives. */
function chosenWithin(element: Element): Element[] {
  return [...element.children].flatMap((one) =>
    one.localName === 'AlternateContent'
      ? chosenOf(one).flatMap((chosen) => [chosen, ...chosenWithin(chosen)])
      : [one, ...chosenWithin(one)],
  );
}

function inside(element: Element, name: string, until: Element): boolean {
  for (let up = element.parentElement; up !== null && up !== until; up = up.parentElement) {
    if (up.localName === name) return true;
  }
  return false;
}

/** Paragraphs of DrawingML (`a:p`). */
export function drawnParagraphs(root: Element | Document): string[] {
  return within(root, 'p')
    .map((paragraph) =>
      within(paragraph, 't')
        .map((text) => text.textContent)
        .join(''),
    )
    .filter((line) => line.trim() !== '');
}

function contentOf(element: Element): Element[] {
  return [...element.children].filter(({ localName }) => !localName.endsWith('Pr'));
}

function textOf(element: Element | null): string {
  return element === null
    ? ''
    : within(element, 't')
        .map(({ textContent }) => textContent)
        .join('');
}

/** A length of a VML style in EMU; 0 where it has none. */
function emu(style: string, name: string): number {
  const [, value = '0', unit = 'px'] =
    new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([\\d.]+)(pt|in|cm|mm|px)?`, 'iu').exec(style) ?? [];
  const points: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, px: 0.75 };
  return Number(value) * (points[unit.toLowerCase()] ?? 1) * 12_700;
}
