/** Words of shapes, comments and form controls of a sheet, and the number of its pictures. */
import { linesOf } from './read-text.ts';
import { cellString } from './cell-text.ts';
import { walkXml } from './xml.ts';

export interface Drawn {
  readonly paragraphs: string[];
  readonly pictures: number;
}

const words = ['a:t', 's:t', 'm:t', '?:text'];
const ends = ['a:p', 's:comment', '?:text'];

/** Comments have texts of the sheet, shapes those of DrawingML. @throws ReadError `damaged`, `too-large` */
export function readDrawn(part: Buffer): Drawn {
  let text = '';
  let pictures = 0;
  let reading = false;
  let phonetic = false;
  /** Of each alternative around: whether the first choice had anything to read. */
  const alternatives: { readonly before: string; found: boolean }[] = [];
  let skipped = 0;
  const state = (): string => `${text.length} ${pictures}`;
  walkXml(part, {
    open: ({ name }) => {
      if (name === 'mc:AlternateContent') alternatives.push({ before: state(), found: false });
      // The same shape for older programs.
      if (skipped > 0 || (name === 'mc:Fallback' && alternatives.at(-1)?.found === true)) skipped += 1;
      if (skipped > 0) return;
      if (name === 's:rPh') phonetic = true;
      reading = words.includes(name) && !phonetic;
      if (name === 'a:blip') pictures += 1;
      if (name === 'a:br') text += '\n';
    },
    text: (piece) => {
      if (reading && skipped === 0) text += piece;
    },
    close: (name) => {
      reading = false;
      if (skipped > 0) skipped -= 1;
      else if (ends.includes(name)) text += '\n';
      if (name === 's:rPh') phonetic = false;
      const around = alternatives.at(-1);
      if (name === 'mc:Choice' && around !== undefined) around.found ||= around.before !== state();
      if (name === 'mc:AlternateContent') alternatives.pop();
    },
  });
  return { paragraphs: linesOf(cellString(text)), pictures };
}

/** The words on form controls and shapes of VML, which has its texts as HTML. @throws ReadError `damaged` */
export function readVml(part: Buffer): Drawn {
  let text = '';
  let pictures = 0;
  let boxes = 0;
  walkXml(part, {
    open: ({ name }) => {
      if (name === 'v:textbox') boxes += 1;
      if (name === 'v:imagedata') pictures += 1;
      if (name === '?:br') text += '\n';
    },
    text: (piece) => {
      if (boxes > 0) text += piece.replace(/\s+/gu, ' ');
    },
    close: (name) => {
      if (name === 'v:textbox') boxes -= 1;
      if (name === 'v:textbox' || name === '?:div') text += '\n';
    },
  });
  return { paragraphs: linesOf(text).map((line) => line.trim()), pictures };
}
