/** The text that a frame shows, by lines: what a reader sees, not what the file says. */
import type { DrawnLine } from './missing-paragraphs.ts';

const breaking = new Set('P DIV TABLE TR TD TH LI OL UL H1 H2 H3 H4 H5 H6 SECTION ARTICLE HEADER FOOTER BR'.split(' '));

export interface DrawnClasses {
  /** Words that were added to the document, which are skipped. */
  readonly marks: string;
  /** Automatic numbers. */
  readonly numbers: string;
  /** Formulas in a linear form. */
  readonly formulas: string;
}

export function drawnLines(root: Element, { marks, numbers, formulas }: DrawnClasses): DrawnLine[] {
  const lines: DrawnLine[] = [];
  let isRepeated = false;
  const emptyLine = () => ({ text: '', number: '', isLoose: false, hasNote: false, isRepeated });
  let line = emptyLine();
  const seen = new Set<string>();
  const flush = (): void => {
    if ((line.text + line.number).trim() !== '') lines.push(line);
    line = emptyLine();
  };
  const visit = (node: Node, isNumber: boolean): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (isNumber) line.number += node.nodeValue ?? '';
      else line.text += node.nodeValue ?? '';
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const element = node as HTMLElement;
    const name = element.tagName.toUpperCase();
    if (name === 'STYLE') return;
    if (element.classList.contains(marks)) {
      if (element.querySelector('sup') !== null) line.hasNote = true;
      return;
    }
    const isBlock = breaking.has(name);
    if ((isBlock || element.style?.display === 'none') && name !== 'BR' && !isShown(element)) return;
    // A header is repeated on every page and counts once.
    const isMargin = name === 'HEADER' || name === 'FOOTER';
    if (isMargin) {
      const whole = name + element.textContent;
      if (seen.has(whole)) return;
      seen.add(whole);
    }
    if (isMargin) isRepeated = true;
    if (isBlock) flush();
    if (name === 'SUP' || name === 'SUB' || name === 'MATH' || element.classList.contains(formulas))
      line.isLoose = true;
    // Notes are drawn as items of a list, with the number in front of them.
    if (element.closest('li') !== null) line.hasNote = true;
    for (const one of element.childNodes) visit(one, isNumber || element.classList.contains(numbers));
    if (isMargin) isRepeated = false;
    if (isBlock) flush();
  };
  visit(root, false);
  flush();
  return lines;
}

function isShown(element: Element): boolean {
  return typeof element.checkVisibility === 'function' ? element.checkVisibility() : true;
}
