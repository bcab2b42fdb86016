/**
 * Reads one part of a Word document (ISO/IEC 29500-1) as a stream: tracked insertions and deletions are neither accepted
 * nor dropped, and nothing outside the file is accessed.
 */
import { fieldText, isCountedField, isPageField } from './fields.ts';
import { mathText, type MathArgument } from './math.ts';
import type { NoteNumbers } from './note-numbers.ts';
import { NumberCounter } from './numbering.ts';
import { maxCharacters, partLabels, ReadError, type PartKind, type UnreadReason } from './read-text.ts';
import type { MarginReference, StoryContext, StoryFindings } from './story-findings.ts';
import { noRun, Sink, textIn } from './story-sink.ts';
import { raisedOf, type Styles } from './styles.ts';
import { raised, symbol, withSymbols } from './symbols.ts';
import { unreadElement, type PlacedPart } from './unread.ts';
import { walkXml, type XmlElement } from './xml.ts';

interface Frame {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Position of the first piece inside. */
  readonly from: number;
  /** Of `mc:AlternateContent`: a choice had text. Of `w:ruby`: the text above. */
  chosen?: boolean;
  above?: string;
  readonly unreadFrom: number;
  readonly boxesFrom: number;
  readonly args: MathArgument[];
}

/** Elements whose content is no text of the document, or repeats an earlier state of properties. */
const skipped = /^w:(?:\w+PrChange|tblGridChange|numberingChange|instrTextChange|binData|docPartPr|sdtEndPr)$/u;
const separators = ['separator', 'continuationSeparator', 'continuationNotice'];

/**
 * @param name of the part as it is shown to people
 * @throws ReadError `damaged`, `too-large`
 */
export function readStory(
  part: Buffer,
  kind: PartKind,
  context: StoryContext,
  name: string = partLabels[kind],
): StoryFindings {
  const reader = new StoryReader(kind, context, name);
  walkXml(part, {
    open: (element) => reader.open(element),
    close: () => reader.close(),
    text: (text) => reader.text(text),
  });
  return reader.finish();
}

class StoryReader {
  readonly #sinks: Sink[];
  readonly #frames: Frame[] = [];
  readonly #boxes: string[] = [];
  readonly #headers: MarginReference[] = [];
  readonly #unread: PlacedPart[] = [];
  readonly #kind: PartKind;
  readonly #name: string;
  readonly #styles: Styles;
  readonly #counter: NumberCounter;
  readonly #notes: NoteNumbers;
  #insertions = 0;
  #deletions = 0;
  #section = 1;
  #characters = 0;
  /** Depth inside an element that is skipped. */
  #skipped = 0;

  constructor(kind: PartKind, { styles, numbering, notes }: StoryContext, name: string) {
    this.#kind = kind;
    this.#name = name;
    this.#styles = styles;
    this.#counter = new NumberCounter(numbering, styles);
    this.#notes = notes;
    this.#sinks = [this.#newSink()];
  }

  /** A text box continues the numbers of the story around it. */
  #newSink(place?: string): Sink {
    return new Sink((paragraph) => this.#counted(this.#counter.next(paragraph)), place);
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
    return {
      segments: this.#sink.finish(),
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
        sink.begin();
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
      case 'w:fldSimple':
        sink.beginField(attributes.instr ?? '');
        break;
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
        this.#sinks.push(this.#newSink(sink.place));
        break;
      case 'v:textpath':
        if (attributes.string !== undefined) this.#boxes.push(attributes.string);
        break;
      case 'w:headerReference':
      case 'w:footerReference':
        this.#headers.push({
          kind: name === 'w:headerReference' ? 'header' : 'footer',
          id: attributes['r:id'] ?? '',
          pages: attributes.type ?? 'default',
          section: this.#section,
        });
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
        if (parent?.name === 'w:p') sink.label();
        break;
      case 'w:p':
        sink.end();
        break;
      case 'a:p':
      case 'm:oMathPara':
        sink.pieces.push('\n');
        break;
      case 'w:ins':
      case 'w:moveTo':
      case 'w:del':
      case 'w:moveFrom':
        if (parent?.name.endsWith('Pr') === true) break;
        sink.endChange(frame.name === 'w:ins' || frame.name === 'w:moveTo' ? 'insertion' : 'deletion');
        break;
      case 'w:r':
        sink.run = noRun;
        break;
      case 'w:fldSimple':
        this.#endField();
        break;
      case 'w:txbxContent':
      case 'a:txBody':
        this.#sinks.pop();
        this.#boxes.push(textIn(sink.finish()));
        break;
      case 'w:sectPr':
        this.#section += 1;
        break;
      case 'w:rt':
        if (parent !== undefined) parent.above = this.#sink.take(frame.from);
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
    const text = mathText(name, this.#sink.take(frame.from), frame.args);
    if (text.argument) parent?.args.push({ name, text: text.text });
    else this.#put(text.text);
  }

  #hasText(frame: Frame): boolean {
    return (
      this.#sink.pieces.slice(frame.from).some((piece) => typeof piece !== 'string' || piece.trim() !== '') ||
      this.#boxes.slice(frame.boxesFrom).some((box) => box.trim() !== '')
    );
  }

  #putRun(text: string): void {
    const { raised: how, font } = this.#sink.run;
    const plain = withSymbols(text, font);
    this.#put(how === 'superscript' || how === 'subscript' ? raised(plain, how) : plain);
  }

  #put(text: string): void {
    this.#sink.put(this.#counted(text));
  }

  /** @throws ReadError `too-large` */
  #counted(text: string): string {
    this.#characters += text.length;
    if (this.#characters > maxCharacters) throw new ReadError('too-large');
    return text;
  }

  /** Inside `w:rPr`, `w:trPr` and `w:numPr` the element marks a paragraph, a row or a number, and has no text. */
  #track(insertion: boolean, parent: string): void {
    if (insertion) this.#insertions += 1;
    else this.#deletions += 1;
    if (!parent.endsWith('Pr')) this.#sink.beginChange(insertion ? 'insertion' : 'deletion');
  }

  #fieldCharacter(type: string): void {
    if (type === 'begin') this.#sink.beginField();
    else if (type === 'separate') this.#sink.beginResult();
    else if (type === 'end') this.#endField();
  }

  #endField(): void {
    const sink = this.#sink;
    const { pieces, paragraph } = sink;
    const field = sink.fields.pop();
    if (field === undefined) return;
    const result = field.resultFrom === null ? '' : textIn(pieces.slice(field.resultFrom));
    if ((this.#kind === 'header' || this.#kind === 'footer') && isPageField(field)) {
      if (field.resultFrom !== null) sink.drop(field.resultFrom);
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
    const found = unreadElement(name, attributes, () => this.#frames.some((frame) => frame.name === 'w:object'));
    if (found !== null) this.#note(...found);
  }

  #note(what: string, reason: UnreadReason): void {
    this.#unread.push({ part: `${this.#name}中的${what}`, page: null, reason, place: this.#sink.place });
  }
}

function isOn(value: string): boolean {
  return !['0', 'false', 'off'].includes(value);
}
