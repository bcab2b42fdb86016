/**
 * `{{名称}}` in a docx. A word processor cuts a placeholder into runs wherever it likes, so the texts of one paragraph are
 * looked at as one; what is put in takes the form of the run in which the placeholder begins.
 */
import { escapeXml, tokensOf, unescapeXml, type Token } from './xml-tokens.ts';

const pattern = /\{\{\s*([^{}]{1,40}?)\s*\}\}/g;

/** The placeholder that stands alone in a paragraph and gives way to paragraphs and tables. */
export const bodyPlaceholder = '正文';

/** Names of the placeholders in a part of a docx, in order, each once. */
export function placeholdersIn(xml: string): string[] {
  const names = paragraphsOf(tokensOf(xml)).flatMap(({ text }) =>
    [...text.matchAll(pattern)].map((match) => match[1] ?? ''),
  );
  return [...new Set(names)];
}

interface ParagraphTexts {
  /** Indices of its text tokens. */
  readonly at: readonly number[];
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

/** Paragraphs with the texts that are their own; those within a text box are paragraphs of theirs. */
function paragraphsOf(tokens: readonly Token[]): ParagraphTexts[] {
  const paragraphs: ParagraphTexts[] = [];
  const open: { at: number[]; first: number }[] = [];
  let inText = false;
  for (const [index, { kind, name, raw }] of tokens.entries()) {
    if (name === 'w:p' && kind === 'open') open.push({ at: [], first: index });
    else if (name === 'w:p' && kind === 'close') {
      const done = open.pop();
      if (done === undefined) continue;
      const text = done.at.map((at) => unescapeXml(tokens[at]?.raw ?? '')).join('');
      paragraphs.push({ ...done, text, last: index });
    } else if (name === 'w:t') inText = kind === 'open';
    else if (kind === 'text' && inText && raw !== '') open.at(-1)?.at.push(index);
  }
  return paragraphs;
}

/**
 * Fills one part. Values are text and become text: nothing in them or in the template is ever run.
 *
 * @param body XML of the paragraphs and tables that take the place of `{{正文}}`
 */
export function fill(xml: string, values: Readonly<Record<string, string>>, body: string): string {
  const tokens = tokensOf(xml);
  for (const paragraph of paragraphsOf(tokens)) {
    if (paragraph.text.trim().replace(/\s/g, '') === `{{${bodyPlaceholder}}}`) {
      for (let index = paragraph.first; index <= paragraph.last; index += 1) clear(tokens[index]);
      const opening = tokens[paragraph.first];
      if (opening !== undefined) opening.raw = body;
      continue;
    }
    for (const match of [...paragraph.text.matchAll(pattern)].reverse()) {
      put(tokens, paragraph.at, match.index, match[0].length, values[match[1] ?? ''] ?? '');
    }
  }
  return tokens.map(({ raw }) => raw).join('');
}

function clear(token: Token | undefined): void {
  if (token !== undefined) token.raw = '';
}

/** Puts `value` in place of `length` characters from `from` on, over however many texts they stretch. */
function put(tokens: Token[], at: readonly number[], from: number, length: number, value: string): void {
  let offset = 0;
  let placed = false;
  for (const index of at) {
    const token = tokens[index];
    if (token === undefined) continue;
    const text = unescapeXml(token.raw);
    const start = Math.max(from - offset, 0);
    const end = Math.min(from + length - offset, text.length);
    offset += text.length;
    if (start >= end) continue;
    const inserted = placed ? '' : value;
    placed = true;
    token.raw = linesAsRuns(`${text.slice(0, start)}${inserted}${text.slice(end)}`);
  }
}

/** A line break within a text is an element of its own. */
function linesAsRuns(text: string): string {
  return text.split('\n').map(escapeXml).join('</w:t><w:br/><w:t xml:space="preserve">');
}
