/**
 * Fills the placeholders of a template. The template is only read, never executed; an inserted value gets the
 * formatting of the run in which the placeholder begins.
 */
import { mainPart, textParts, xmlTokensOf, type DocxFiles } from './docx-package.ts';
import { paragraphsOf, textOf, type Paragraph, type TextPiece } from './paragraphs.ts';
import { readPlaceholders, type Placeholder } from './placeholders.ts';
import { encodeXml, type Token } from './xml-tokens.ts';

export interface RunPlace {
  /** XML of the properties of the run, or nothing. */
  readonly properties: string;
  /** Whether a hyperlink may be put around a run here. */
  readonly linkable: boolean;
  /** True in the document itself, false in a header or footer. */
  readonly isMain: boolean;
}

export interface BlockPlace {
  readonly isMain: boolean;
  /** True for a child of the body, false in a table or a text box. */
  readonly inBody: boolean;
}

/** Text is inserted as text, with line breaks; runs are XML of whole runs. */
export type Inline = { readonly text: string } | { readonly runs: string };

export interface DocxFilling {
  /** The pattern of placeholder names; other text in braces is left unchanged. */
  readonly names: RegExp;
  /** XML of blocks that replace a paragraph with only this placeholder; null to fill it within the paragraph. */
  readonly block: (name: string, place: BlockPlace) => string | null;
  readonly inline: (name: string, place: RunPlace) => readonly Inline[];
  /** XML of blocks at the end of the document, requested after everything else is filled. */
  readonly atEnd?: () => string;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The document first, then footers and headers. @throws DocxError for a part that is not XML */
export function fillDocx(files: DocxFiles, filling: DocxFilling): Map<string, Buffer> {
  const filled = new Map(files);
  for (const name of textParts(files)) {
    const tokens = xmlTokensOf(files.get(name) ?? Buffer.alloc(0));
    filled.set(name, Buffer.from(`${head}${filledPart(tokens, name === mainPart, filling)}`));
  }
  return filled;
}

function filledPart(tokens: readonly Token[], isMain: boolean, filling: DocxFilling): string {
  const raw = tokens.map((token) => token.raw);
  for (const paragraph of paragraphsOf(tokens)) {
    const text = textOf(paragraph);
    const { placeholders } = readPlaceholders(text, filling.names);
    const [first] = placeholders;
    if (first === undefined) continue;
    const isAlone = placeholders.length === 1 && text.replace(/\s/g, '') === `{{${first.name}}}`;
    const blocks = isAlone ? filling.block(first.name, { isMain, inBody: paragraph.inBody }) : null;
    if (blocks === null) fillParagraph(paragraph, placeholders, raw, isMain, filling);
    else {
      raw.fill('', paragraph.from, paragraph.to + 1);
      raw[paragraph.from] = blocks;
    }
  }
  const more = isMain ? (filling.atEnd?.() ?? '') : '';
  if (more !== '') {
    const at = endOfBlocks(tokens);
    raw[at] = `${more}${raw[at] ?? ''}`;
  }
  return raw.join('');
}

function fillParagraph(
  { pieces }: Paragraph,
  placeholders: readonly Placeholder[],
  raw: string[],
  isMain: boolean,
  filling: DocxFilling,
): void {
  let start = 0;
  for (const piece of pieces) {
    const end = start + piece.text.length;
    const touched = placeholders.filter(({ from, to }) => from < end && to > start);
    if (touched.length > 0) {
      raw[piece.at - 1] = '<w:t xml:space="preserve">';
      raw[piece.at] = filledPiece(piece, start, touched, isMain, filling);
    }
    start = end;
  }
}

/** The text of a run, with the values of the placeholders that begin in it. */
function filledPiece(
  { text, properties, linkable }: TextPiece,
  start: number,
  touched: readonly Placeholder[],
  isMain: boolean,
  filling: DocxFilling,
): string {
  const out: string[] = [];
  let at = 0;
  for (const { from, to, name } of touched) {
    out.push(encodeXml(text.slice(at, Math.max(from - start, at))));
    for (const part of from >= start ? filling.inline(name, { properties, linkable, isMain }) : []) {
      if ('text' in part) out.push(part.text.split('\n').map(encodeXml).join(lineBreak));
      else out.push(`</w:t></w:r>${part.runs}<w:r>${properties}<w:t xml:space="preserve">`);
    }
    at = Math.min(to - start, text.length);
  }
  out.push(encodeXml(text.slice(at)));
  return out.join('');
}

const lineBreak = '</w:t><w:br/><w:t xml:space="preserve">';

/** The token before which the last block ends: the section properties of the body, or the end of the body. */
function endOfBlocks(tokens: readonly Token[]): number {
  const end = tokens.findLastIndex(({ kind }, at) => kind === 'close' && nameAt(tokens, at) === 'w:body');
  const before = tokens.slice(0, end).findLastIndex(({ kind, raw }) => kind !== 'text' || raw.trim() !== '');
  if (nameAt(tokens, before) !== 'w:sectPr') return end;
  if (tokens[before]?.kind === 'empty') return before;
  return tokens.slice(0, before).findLastIndex(({ kind }, at) => kind === 'open' && nameAt(tokens, at) === 'w:sectPr');
}

function nameAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token === undefined || token.kind === 'text' ? '' : token.name;
}
