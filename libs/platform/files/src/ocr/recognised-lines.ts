/** The words of tesseract (its table, `tsv`) as paragraphs. Pure. */
import type { RecognisedPage } from './text-recogniser.ts';

interface Line {
  readonly paragraph: string;
  readonly words: string[];
  /** Sum over the characters. */
  confidence: number;
  characters: number;
}

/** Level of a word in the table. */
const word = '5';
const wide = String.raw`[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff65〔〕“”‘’…—·]`;
const gaps = new RegExp(`(?<=${wide})[ \\t]+(?=${wide})`, 'gu');

/** Removes the spaces that tesseract puts between Chinese characters; those next to letters and digits remain. */
export const withoutGaps = (text: string): string => text.replace(gaps, '');

/**
 * @param minConfidence percent; a line whose mean confidence is below is left out and counted, and nothing is joined
 *   over it
 */
export function paragraphsOfTsv(tsv: string, minConfidence: number): RecognisedPage {
  const lines = new Map<string, Line>();
  for (const row of tsv.split('\n').slice(1)) {
    const [level, page, block, paragraph, line, , , , , , confidence, ...rest] = row.split('\t');
    const text = rest.join('\t').trim();
    if (level !== word || text === '') continue;
    const own = [page, block, paragraph].join('.');
    const key = `${own}.${line}`;
    const found = lines.get(key) ?? { paragraph: own, words: [], confidence: 0, characters: 0 };
    const characters = [...text].length;
    found.words.push(text);
    found.confidence += Number(confidence) * characters;
    found.characters += characters;
    lines.set(key, found);
  }
  const paragraphs: { of: string | null; text: string }[] = [];
  let unsure = 0;
  for (const { paragraph, words, confidence, characters } of lines.values()) {
    const before = paragraphs.at(-1);
    if (confidence / characters < minConfidence) {
      unsure += 1;
      if (before !== undefined) before.of = null;
    } else if (before?.of === paragraph) before.text += ` ${words.join(' ')}`;
    else paragraphs.push({ of: paragraph, text: words.join(' ') });
  }
  return { paragraphs: paragraphs.map(({ text }) => withoutGaps(text)), unsure };
}
