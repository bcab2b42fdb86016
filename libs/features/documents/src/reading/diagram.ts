/** The text of a chart or of SmartArt: titles, categories, stored values, and the words in its shapes. */
import { linesOf } from './read-text.ts';
import { walkXml } from './xml.ts';

/** @throws ReadError `damaged`, `too-large` */
export function readDiagram(part: Buffer): string[] {
  let text = '';
  let reading = false;
  walkXml(part, {
    open: ({ name }) => {
      // `cx:v` and `cx:pt` of newer charts are in a namespace that has no prefix here.
      reading = name === 'a:t' || name === 'c:v' || name === '?:v' || name === '?:pt';
      if (name === 'a:br') text += '\n';
    },
    text: (piece) => {
      if (reading) text += piece;
    },
    close: (name) => {
      reading = false;
      if (name === 'a:p' || name === 'c:v' || name === '?:v' || name === '?:pt') text += '\n';
    },
  });
  return linesOf(text);
}
