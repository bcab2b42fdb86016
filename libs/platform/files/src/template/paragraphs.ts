/** Paragraphs of a part with their texts, however the word processor has split them into runs. */
import { decodeXml, type Token } from './xml-tokens.ts';

export interface TextPiece {
  /** Index of the text's token; the one before it opens its `w:t`. */
  readonly at: number;
  readonly text: string;
  /** XML of its run's properties, or an empty text. */
  readonly properties: string;
  /** Whether a hyperlink may be around this run: not within another link, field or tracked change. */
  readonly linkable: boolean;
}

export interface Paragraph {
  /** First and last token. */
  readonly from: number;
  readonly to: number;
  readonly inBody: boolean;
  readonly pieces: readonly TextPiece[];
}

interface Open {
  readonly name: string;
  readonly at: number;
}

interface Collecting {
  readonly from: number;
  readonly inBody: boolean;
  readonly pieces: TextPiece[];
}

const plainAncestors = new Set(['w:p', 'w:r', 'w:sdt', 'w:sdtContent', 'w:t']);

/** In the order of their ends: a paragraph within a text box comes before the one that contains the box. */
export function paragraphsOf(tokens: readonly Token[]): Paragraph[] {
  const done: Paragraph[] = [];
  const open: Open[] = [];
  const paragraphs: Collecting[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'open') {
      if (token.name === 'w:p') paragraphs.push({ from: at, inBody: open.at(-1)?.name === 'w:body', pieces: [] });
      open.push({ name: token.name, at });
    } else if (token.kind === 'close') {
      open.pop();
      const closed = token.name === 'w:p' ? paragraphs.pop() : undefined;
      if (closed !== undefined) done.push({ ...closed, to: at });
    } else if (token.kind === 'text' && open.at(-1)?.name === 'w:t') {
      const start = open.findLastIndex(({ name }) => name === 'w:p');
      const ancestors = open.slice(Math.max(start, 0));
      const run = ancestors.findLast(({ name }) => name === 'w:r');
      if (run === undefined) continue;
      paragraphs.at(-1)?.pieces.push({
        at,
        text: decodeXml(token.raw),
        properties: propertiesOf(tokens, run.at),
        linkable: ancestors.every(({ name }) => plainAncestors.has(name)),
      });
    }
  }
  return done;
}

function propertiesOf(tokens: readonly Token[], run: number): string {
  const first = tokens.slice(run + 1, run + 4).findIndex((token) => token.kind !== 'text');
  const at = run + 1 + first;
  const token = tokens[at];
  if (first < 0 || token === undefined || token.kind !== 'open' || token.name !== 'w:rPr') return '';
  const end = tokens.findIndex((one, index) => index > at && one.kind === 'close' && one.name === 'w:rPr');
  return tokens
    .slice(at, end + 1)
    .map(({ raw }) => raw)
    .join('');
}

export const textOf = ({ pieces }: Paragraph): string => pieces.map(({ text }) => text).join('');
