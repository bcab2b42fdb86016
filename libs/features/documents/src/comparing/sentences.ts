/** The text of a document in sentences, whatever its lines and paragraphs are. Pure. */
import { foldText } from './fold-text.ts';

/** A paragraph with its number in the whole text. */
export interface Paragraph {
  readonly index: number;
  readonly text: string;
}

export interface Sentence {
  readonly text: string;
  /** The same without what does not matter. */
  readonly key: string;
  /** Offsets in `text` at which a paragraph begins, with its number. */
  readonly starts: readonly (readonly [number, number])[];
}

/** The end of a sentence, with the brackets and quotes that close behind it. */
const end = /[。；！？;!?][”’"'」』）)]*|\.(?=\s)/gu;

/** Characters from which on the end of a paragraph ends a sentence too, as in a long table without punctuation marks. */
const maxSentence = 4000;

export function sentencesOf(paragraphs: readonly Paragraph[]): Sentence[] {
  const sentences: Sentence[] = [];
  let text = '';
  let starts: [number, number][] = [];
  const close = (): void => {
    const key = foldText(text);
    if (key !== '') sentences.push({ text, key, starts });
    text = '';
    starts = [];
  };
  for (const { index, text: paragraph } of paragraphs) {
    let at = 0;
    for (const match of paragraph.matchAll(end)) {
      const until = match.index + match[0].length;
      add(index, paragraph.slice(at, until));
      close();
      at = until;
    }
    add(index, paragraph.slice(at));
    if (text.length > maxSentence) close();
  }
  close();
  return sentences;

  function add(index: number, part: string): void {
    if (part === '') return;
    // The break between two lines keeps two numbers apart, and is nothing otherwise.
    if (text !== '' && /[0-9０-９.,]$/u.test(text) && /^[0-9０-９]/u.test(part)) text += '\n';
    starts.push([text.length, index]);
    text += part;
  }
}
