/** Texts of a workbook: plain and formatted runs, without phonetic guides, with the escapes of characters resolved. */
import { readPart } from './part-xml.ts';

/** Characters that XML does not allow are written as `_x000D_`, and an underscore before such text as `_x005F_`. */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}

/** Collects the text of `si` and `is` elements from the elements within them. */
export class TextRuns {
  #text = '';
  #guides = 0;
  #within = false;

  start(): void {
    this.#text = '';
  }

  open(name: string): void {
    // A phonetic guide (pinyin over a text) has `t` elements, too.
    if (name === 'rPh') this.#guides += 1;
    else if (name === 't') this.#within = this.#guides === 0;
  }

  add(text: string): void {
    if (this.#within) this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#guides -= 1;
    else if (name === 't') this.#within = false;
  }

  finish(): string {
    return unescapeText(this.#text);
  }
}

/** @throws Error where the part is not well-formed */
export function readSharedTexts(part: Buffer | null): readonly string[] {
  const texts: string[] = [];
  if (part === null) return texts;
  const runs = new TextRuns();
  readPart(part, {
    open: (name) => (name === 'si' ? runs.start() : runs.open(name)),
    text: (text) => runs.add(text),
    close: (name) => {
      if (name === 'si') texts.push(runs.finish());
      else runs.close(name);
    },
  });
  return texts;
}
