/** Collects the text of a story or of a text box in it, with the marks of tracked changes. */
import { newField, type Field } from './fields.ts';
import type { Style } from './styles.ts';
import { startOfLine } from './unread.ts';

/** An embedded document is represented by the id of its relationship. */
export type Piece = string | { readonly chunk: string };

export interface Paragraph {
  style: string | null;
  numId: string | null;
  level: number | null;
  /** Number and style are known, and the number has been written. */
  labelled: boolean;
  readonly from: number;
  hasPageField: boolean;
}

export interface Run {
  raised: Style['raised'];
  font: string;
}

export const noRun: Run = { raised: null, font: '' };

type Change = 'insertion' | 'deletion';
const openMarks: Readonly<Record<Change, string>> = { insertion: '〔插入：', deletion: '〔删除：' };
const closeMark = '〕';
const pageNumberOnly = /^[\s\-—–－·•~|第页共/／，,.…Pageofx]*$/iu;
/** Maximum pieces of a paragraph from which its first words are taken. */
const placePieces = 50;

export class Sink {
  readonly pieces: Piece[] = [];
  readonly fields: Field[] = [];
  paragraph: Paragraph | null = null;
  run: Run = noRun;
  /** First words of the last paragraph that has text. */
  #lastLine: string;
  readonly #depth: Record<Change, number> = { insertion: 0, deletion: 0 };
  /** Changes whose mark is written, the outer first. */
  readonly #marked: Change[] = [];
  readonly #labelOf: (paragraph: Paragraph) => string;

  /**
   * @param labelOf the number of a paragraph, read once its properties are known
   * @param lastLine first words of the text in front of it
   */
  constructor(labelOf: (paragraph: Paragraph) => string, lastLine = '') {
    this.#labelOf = labelOf;
    this.#lastLine = lastLine;
  }

  /** The innermost field that is still in its instruction; its text is not visible. */
  get hiding(): Field | undefined {
    return this.fields.find(({ resultFrom }) => resultFrom === null);
  }

  /** First words of the current paragraph, or of the last one that has text. */
  get place(): string {
    const from = this.paragraph?.from;
    const current = from === undefined ? '' : textIn(this.pieces.slice(from, from + placePieces));
    return startOfLine(current) || this.#lastLine;
  }

  begin(): void {
    const from = this.pieces.length;
    this.paragraph = { style: null, numId: null, level: null, labelled: false, from, hasPageField: false };
  }

  put(text: string): void {
    const { hiding } = this;
    if (hiding !== undefined) {
      hiding.hidden += text;
      return;
    }
    this.label();
    this.#mark();
    this.pieces.push(text);
  }

  label(): void {
    const { paragraph } = this;
    if (paragraph === null || paragraph.labelled) return;
    paragraph.labelled = true;
    this.pieces.push(this.#labelOf(paragraph));
  }

  end(): void {
    this.label();
    const { paragraph, hiding } = this;
    if (paragraph !== null) {
      const text = textIn(this.pieces.slice(paragraph.from));
      if (paragraph.hasPageField && pageNumberOnly.test(text)) this.pieces.length = paragraph.from;
      else this.#lastLine = startOfLine(text) || this.#lastLine;
    }
    this.paragraph = null;
    this.pieces.push('\n');
    if (hiding !== undefined) hiding.hidden += '\n';
  }

  /** Removes the text from a position on, and returns it. */
  take(from: number): string {
    return textIn(this.pieces.splice(from));
  }

  /** Removes the text from a position on, but keeps the marks of changes that begin before it or end after it. */
  drop(from: number): void {
    const removed = this.pieces.splice(from);
    for (const piece of removed) {
      if (piece === closeMark) this.#close();
      else if (piece === openMarks.insertion || piece === openMarks.deletion) this.pieces.push(piece);
    }
  }

  beginChange(change: Change): void {
    this.#depth[change] += 1;
    if (this.hiding !== undefined) return;
    this.label();
    this.#mark();
  }

  endChange(change: Change): void {
    if (this.#depth[change] === 0) return;
    this.#depth[change] -= 1;
    if (this.#depth[change] > 0 || !this.#marked.includes(change)) return;
    // Changes are nested, so those inside have ended.
    this.#marked.splice(this.#marked.lastIndexOf(change), 1);
    this.#close();
  }

  beginField(instruction?: string): void {
    this.fields.push(newField(instruction));
    if (instruction !== undefined) this.beginResult();
  }

  beginResult(): void {
    const field = this.fields.at(-1);
    if (field !== undefined) field.resultFrom = this.pieces.length;
  }

  /** The text of fields that never reach their result counts as text. */
  finish(): readonly Piece[] {
    for (const field of this.fields) if (field.resultFrom === null) this.pieces.push(field.hidden);
    for (const change of this.#marked.splice(0)) if (this.#depth[change] > 0) this.#close();
    return this.pieces;
  }

  /** Writes the marks of changes that began while a field hid the text. */
  #mark(): void {
    for (const change of ['insertion', 'deletion'] as const) {
      if (this.#depth[change] === 0 || this.#marked.includes(change)) continue;
      this.#marked.push(change);
      this.pieces.push(openMarks[change]);
    }
  }

  #close(): void {
    const last = this.pieces.at(-1);
    if (last === openMarks.insertion || last === openMarks.deletion) this.pieces.pop();
    else this.pieces.push(closeMark);
  }
}

export function textIn(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : '')).join('');
}
