/**
 * Reads one part of a Word document (ISO/IEC 29500-1) as a stream: tracked insertions and deletions are neither accepted
 * nor dropped, and nothing outside the file is accessed.
 */
import { fieldText, isCountedField, isPageField, newField, type Field } from './fields.ts';
import { mathText, type MathArgument } from './math.ts';
import type { NoteNumbers } from './note-numbers.ts';
import { NumberCounter, type NumberingDefinitions } from './numbering.ts';
import { maxCharacters, partLabels, ReadError, type PartKind, type UnreadReason } from './read-text.ts';
import { raisedOf, type Style, type Styles } from './styles.ts';
import { raised, symbol, withSymbols } from './symbols.ts';
import { walkXml, type XmlElement } from './xml.ts';

export interface StoryFindings {
  /** Text in the order of the file; an embedded document by the id of its relationship. */
  readonly segments: readonly (string | { readonly chunk: string })[];
  readonly boxes: readonly string[];
  readonly unread: readonly { readonly part: string; readonly reason: UnreadReason }[];
  readonly headers: readonly { readonly kind: 'header' | 'footer'; readonly id: string }[];
  readonly insertions: number;
  readonly deletions: number;
}

interface Paragraph {
  style: string | null;
  numId: string | null;
  level: number | null;
  /** Number and style are known, and the number has been written. */
  labelled: boolean;
  from: number;
  hasPageField: boolean;
}

interface Run {
  raised: Style['raised'];
  font: string;
}

/** Where text goes: the story itself, or a text box in it. */
interface Sink {
  readonly pieces: (string | { readonly chunk: string })[];
  readonly fields: Field[];
  paragraph: Paragraph | null;
  run: Run;
  inserted: number;
  deleted: number;
}

interface Frame {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Position of the first piece inside. */
  readonly from: number;
  /** Of `mc:AlternateContent`: a choice had text. Of `w:ruby`: the text above. */
  chosen?: boolean;
  above?: string;
  field?: Field;
  readonly unreadFrom: number;
  readonly boxesFrom: number;
  readonly args: MathArgument[];
}

/** Elements whose content is no text of the document, or repeats an earlier state of properties. */
const skipped = /^w:(?:\w+PrChange|tblGridChange|numberingChange|instrTextChange|binData|docPartPr|sdtEndPr)$/u;
const separators = ['separator', 'continuationSeparator', 'continuationNotice'];
const pageNumberOnly = /^[\s\-—–－·•~|第页共/／，,.…Pageofx]*$/iu;
const noRun: Run = { raised: null, font: '' };

function newSink(): Sink {
  return { pieces: [], fields: [], paragraph: null, run: noRun, inserted: 0, deleted: 0 };
}

/** What the parts of one document share. */
export interface StoryContext {
  readonly styles: Styles;
  readonly numbering: NumberingDefinitions;
  readonly notes: NoteNumbers;
}

/** @throws ReadError `damaged`, `too-large` */
export function readStory(part: Buffer, kind: PartKind, context: StoryContext): StoryFindings {
  const reader = new StoryReader(kind, context);
  walkXml(part, {
    open: (element) => reader.open(element),
    close: () => reader.close(),
    text: (text) => reader.text(text),
  });
  return reader.finish();
}

class StoryReader {
  readonly #sinks: Sink[] = [newSink()];
  readonly #frames: Frame[] = [];
  readonly #boxes: string[] = [];
  readonly #headers: { kind: 'header' | 'footer'; id: string }[] = [];
  readonly #unread: { part: string; reason: UnreadReason }[] = [];
  readonly #kind: PartKind;
  readonly #styles: Styles;
  readonly #counter: NumberCounter;
  readonly #notes: NoteNumbers;
  #insertions = 0;
  #deletions = 0;
  #characters = 0;
  /** Depth of elements inside one that is skipped. */
  #skipped = 0;

  constructor(kind: PartKind, { styles, numbering, notes }: StoryContext) {
    this.#kind = kind;
    this.#styles = styles;
    this.#counter = new NumberCounter(numbering, styles);
    this.#notes = notes;
  }

  get #sink(): Sink {
    return this.#sinks.at(-1) as Sink;
  }

  open({ name, attributes }: XmlElement): void {
    const parent = this.#frames.at(-1);
    if (this.#skipped > 0 || this.#skips(name, attributes, parent)) {
      this.#skipped += 1;
      return;
    }
    this.#frames.push({
      name,
      attributes,
      from: this.#sink.pieces.length,
      unreadFrom: this.#unread.length,
      boxesFrom: this.#boxes.length,
      args: [],
    });
    this.#begin(name, attributes, parent?.name ?? '');
  }

  close(): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    const frame = this.#frames.pop() as Frame;
    this.#end(frame, this.#frames.at(-1));
  }

  text(text: string): void {
    if (this.#skipped > 0) return;
    const name = this.#frames.at(-1)?.name;
    if (name === 'w:t' || name === 'w:delText' || name === 'm:t' || name === 'a:t') this.#putRun(text);
    else if (name === 'w:instrText') {
      const field = this.#sink.fields.at(-1);
      if (field?.resultFrom === null) field.instruction += text;
    }
  }

  finish(): StoryFindings {
    for (const field of this.#sink.fields) if (field.resultFrom === null) this.#sink.pieces.push(field.hidden);
    return {
      segments: this.#sink.pieces,
      boxes: this.#boxes,
      unread: this.#unread,
      headers: this.#headers,
      insertions: this.#insertions,
      deletions: this.#deletions,
    };
  }

  #skips(name: string, { type = '' }: Readonly<Record<string, string>>, parent: Frame | undefined): boolean {
    if (skipped.test(name)) return true;
    if (name === 'w:footnote' || name === 'w:endnote') return separators.includes(type);
    return (name === 'mc:Choice' || name === 'mc:Fallback') && parent?.chosen === true;
  }

  #begin(name: string, attributes: Readonly<Record<string, string>>, parent: string): void {
    const sink = this.#sink;
    const { paragraph } = sink;
    const { val = '' } = attributes;
    switch (name) {
      case 'w:p':
        sink.paragraph = {
          style: null,
          numId: null,
          level: null,
          labelled: false,
          from: sink.pieces.length,
          hasPageField: false,
        };
        break;
      case 'w:pStyle':
        if (paragraph !== null) paragraph.style = val;
        break;
      case 'w:numId':
        if (paragraph !== null) paragraph.numId = val;
        break;
      case 'w:ilvl':
        if (paragraph !== null) paragraph.level = Number(val);
        break;
      case 'w:r':
        sink.run = { ...noRun };
        break;
      case 'w:rStyle':
        if (parent === 'w:rPr') sink.run.raised = this.#styles.find(val, 'raised');
        break;
      case 'w:vertAlign':
        sink.run.raised = raisedOf(val);
        break;
      case 'w:rFonts':
        sink.run.font = attributes.ascii ?? attributes.hAnsi ?? '';
        break;
      case 'w:br':
      case 'w:cr':
      case 'a:br':
        this.#put('\n');
        break;
      case 'w:tab':
        // In `w:tabs` it is a position.
        if (parent === 'w:r') this.#put('\t');
        break;
      case 'w:ptab':
        this.#put('\t');
        break;
      case 'w:noBreakHyphen':
        this.#put('\u2011');
        break;
      case 'w:sym': {
        const code = Number.parseInt(attributes.char ?? '', 16);
        if (code > 0 && code <= 0x10_ffff) this.#put(symbol(attributes.font ?? '', code));
        break;
      }
      case 'w:ins':
      case 'w:moveTo':
      case 'w:del':
      case 'w:moveFrom':
        this.#track(name === 'w:ins' || name === 'w:moveTo', parent);
        break;
      case 'w:cellIns':
        this.#insertions += 1;
        break;
      case 'w:cellDel':
        this.#deletions += 1;
        break;
      case 'w:fldSimple': {
        const field = newField(attributes.instr ?? '');
        field.resultFrom = sink.pieces.length;
        sink.fields.push(field);
        break;
      }
      case 'w:fldChar':
        this.#fieldCharacter(attributes.fldCharType ?? '');
        break;
      case 'w:checkBox':
      case 'w:default':
      case 'w:checked':
      case 'w:result':
      case 'w:listEntry':
        this.#formField(name, parent, attributes.val);
        break;
      case 'w:txbxContent':
      case 'a:txBody':
        this.#sinks.push(newSink());
        break;
      case 'v:textpath':
        if (attributes.string !== undefined) this.#boxes.push(attributes.string);
        break;
      case 'w:headerReference':
      case 'w:footerReference':
        this.#headers.push({ kind: name === 'w:headerReference' ? 'header' : 'footer', id: attributes['r:id'] ?? '' });
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        if (!isOn(attributes.customMarkFollows ?? '0')) this.#putNote(name.slice(2, -9), attributes.id ?? '');
        break;
      case 'w:footnoteRef':
      case 'w:endnoteRef': {
        const note = this.#frames.findLast((frame) => frame.name === name.slice(0, -3));
        this.#putNote(name.slice(2, -3), note?.attributes.id ?? '');
        break;
      }
      case 'w:altChunk':
        sink.pieces.push({ chunk: attributes['r:id'] ?? '' });
        break;
      default:
        this.#noteUnread(name, attributes);
    }
  }

  #end(frame: Frame, parent: Frame | undefined): void {
    const sink = this.#sink;
    switch (frame.name) {
      case 'w:pPr':
        if (parent?.name === 'w:p') this.#label();
        break;
      case 'w:p':
        this.#label();
        this.#endParagraph();
        break;
      case 'a:p':
      case 'm:oMathPara':
        sink.pieces.push('\n');
        break;
      case 'w:ins':
      case 'w:moveTo':
      case 'w:del':
      case 'w:moveFrom':
        this.#trackEnd(frame.name === 'w:ins' || frame.name === 'w:moveTo', parent?.name ?? '');
        break;
      case 'w:r':
        sink.run = noRun;
        break;
      case 'w:fldSimple':
        this.#endField();
        break;
      case 'w:txbxContent':
      case 'a:txBody':
        for (const field of sink.fields) if (field.resultFrom === null) sink.pieces.push(field.hidden);
        this.#sinks.pop();
        this.#boxes.push(textIn(sink.pieces));
        break;
      case 'w:rt':
        if (parent !== undefined) parent.above = this.#take(frame);
        break;
      case 'w:ruby':
        if (frame.above !== undefined && frame.above.trim() !== '') this.#put(`（${frame.above}）`);
        break;
      case 'mc:Choice':
        if (parent !== undefined) parent.chosen = this.#hasText(frame);
        break;
      case 'mc:Fallback':
        // The same picture again, for programs that do not know the first form.
        if (parent !== undefined && frame.unreadFrom > parent.unreadFrom && !this.#hasText(frame)) {
          this.#unread.length = frame.unreadFrom;
        }
        break;
      default:
        if (frame.name.startsWith('m:')) this.#endMath(frame, parent);
    }
  }

  #endMath(frame: Frame, parent: Frame | undefined): void {
    const name = frame.name.slice(2);
    if (name === 'r' || name === 't' || name === 'oMath') return;
    if (frame.attributes.val !== undefined) {
      // A property, such as the sign of a sum; its element is two levels up.
      const owner = this.#frames.at(-2);
      owner?.args.push({ name, text: frame.attributes.val });
      return;
    }
    if (name.endsWith('Pr')) return;
    const text = mathText(name, this.#take(frame), frame.args);
    if (text.argument) parent?.args.push({ name, text: text.text });
    else this.#put(text.text);
  }

  #hasText(frame: Frame): boolean {
    return (
      this.#sink.pieces.slice(frame.from).some((piece) => typeof piece !== 'string' || piece.trim() !== '') ||
      this.#boxes.slice(frame.boxesFrom).some((box) => box.trim() !== '')
    );
  }

  /** Removes the text of an element from the story and returns it. */
  #take({ from }: Frame): string {
    return textIn(this.#sink.pieces.splice(from));
  }

  #putRun(text: string): void {
    const { raised: how, font } = this.#sink.run;
    const plain = withSymbols(text, font);
    this.#put(how === 'superscript' || how === 'subscript' ? raised(plain, how) : plain);
  }

  #put(text: string): void {
    const { fields, pieces } = this.#sink;
    this.#characters += text.length;
    if (this.#characters > maxCharacters) throw new ReadError('too-large');
    const hiding = fields.find(({ resultFrom }) => resultFrom === null);
    if (hiding !== undefined) {
      hiding.hidden += text;
      return;
    }
    this.#label();
    pieces.push(text);
  }

  #label(): void {
    const { paragraph, pieces } = this.#sink;
    if (paragraph === null || paragraph.labelled) return;
    paragraph.labelled = true;
    pieces.push(this.#counter.next(paragraph));
  }

  #endParagraph(): void {
    const sink = this.#sink;
    const { paragraph } = sink;
    if (paragraph?.hasPageField === true) {
      const text = textIn(sink.pieces.slice(paragraph.from));
      if (pageNumberOnly.test(text)) sink.pieces.length = paragraph.from;
    }
    sink.paragraph = null;
    sink.pieces.push('\n');
    const hiding = sink.fields.find(({ resultFrom }) => resultFrom === null);
    if (hiding !== undefined) hiding.hidden += '\n';
  }

  /** Inside `w:rPr`, `w:trPr` and `w:numPr` the element marks a paragraph, a row or a number, and has no text. */
  #track(insertion: boolean, parent: string): void {
    if (insertion) this.#insertions += 1;
    else this.#deletions += 1;
    if (parent.endsWith('Pr')) return;
    const sink = this.#sink;
    if (insertion ? sink.inserted === 0 : sink.deleted === 0) this.#put(insertion ? '〔插入：' : '〔删除：');
    if (insertion) sink.inserted += 1;
    else sink.deleted += 1;
  }

  #trackEnd(insertion: boolean, parent: string): void {
    if (parent.endsWith('Pr')) return;
    const sink = this.#sink;
    if (insertion) sink.inserted -= 1;
    else sink.deleted -= 1;
    if (insertion ? sink.inserted > 0 : sink.deleted > 0) return;
    const mark = insertion ? '〔插入：' : '〔删除：';
    if (sink.pieces.at(-1) === mark) sink.pieces.pop();
    else this.#put('〕');
  }

  #fieldCharacter(type: string): void {
    const { fields, pieces } = this.#sink;
    const field = fields.at(-1);
    if (type === 'begin') fields.push(newField());
    else if (type === 'separate' && field !== undefined) field.resultFrom = pieces.length;
    else if (type === 'end') this.#endField();
  }

  #endField(): void {
    const { fields, pieces, paragraph } = this.#sink;
    const field = fields.pop();
    if (field === undefined) return;
    const result = field.resultFrom === null ? '' : textIn(pieces.slice(field.resultFrom));
    const isMargin = this.#kind === 'header' || this.#kind === 'footer';
    if (isMargin && isPageField(field)) {
      if (field.resultFrom !== null) pieces.length = field.resultFrom;
      if (paragraph !== null) paragraph.hasPageField = true;
      return;
    }
    const text = fieldText(field, result);
    if (text !== null) this.#put(text);
    else if (isCountedField(field) && result.trim() === '') this.#note('自动编号域', 'unsupported');
  }

  /** The number of a note, raised so that it does not become a part of the number in front of it. */
  #putNote(kind: string, id: string): void {
    const number = this.#notes.numberOf(kind === 'endnote' ? 'endnote' : 'footnote', id);
    this.#put(raised(number, 'superscript'));
  }

  #formField(name: string, parent: string, value = '1'): void {
    const field = this.#sink.fields.at(-1);
    if (field === undefined) return;
    if (name === 'w:listEntry') field.entries.push(value);
    else if (parent === 'w:ddList') field.selected = Number(value);
    // `w:checked` follows `w:default`, and decides.
    else if (parent === 'w:checkBox') field.checked = isOn(value);
  }

  #noteUnread(name: string, attributes: Readonly<Record<string, string>>): void {
    const inObject = this.#frames.some((frame) => frame.name === 'w:object');
    if (name === 'o:OLEObject') {
      this.#note(/equation|mathtype/iu.test(attributes.ProgID ?? '') ? '公式对象' : '嵌入对象', 'object');
    } else if (name === 'w:control') {
      this.#note('控件', 'object');
    } else if (name === 'w:subDoc') {
      this.#note('子文档', 'unsupported');
    } else if ((name === 'a:blip' || name === 'v:imagedata') && !inObject) {
      this.#note('图片', 'picture');
    }
  }

  #note(what: string, reason: UnreadReason): void {
    this.#unread.push({ part: `${partLabels[this.#kind]}中的${what}`, reason });
  }
}

function isOn(value: string): boolean {
  return !['0', 'false', 'off'].includes(value);
}

function textIn(pieces: readonly (string | { readonly chunk: string })[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : '')).join('');
}
