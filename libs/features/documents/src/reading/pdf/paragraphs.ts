/** Lines become paragraphs again. Pure. */
import type { Line } from './page-lines.ts';

const sentenceEnd = /[。！？；：.!?;:]$/u;

/** A line that is much shorter than the others, or ends a sentence, or is not followed closely, ends a paragraph. */
export function paragraphsOfLines(lines: readonly Line[]): string[] {
  const width = Math.max(0, ...lines.map(({ from, to }) => to - from));
  const paragraphs: string[] = [];
  let current = '';
  for (const [index, line] of lines.entries()) {
    current +=
      current !== '' && /[A-Za-z0-9,]$/u.test(current) && /^[A-Za-z0-9]/u.test(line.text) ? ` ${line.text}` : line.text;
    const next = lines[index + 1];
    if (
      next === undefined ||
      line.to - line.from < width * 0.75 ||
      sentenceEnd.test(line.text) ||
      !isClose(line, next)
    ) {
      paragraphs.push(current);
      current = '';
    }
  }
  return paragraphs;
}

function isClose(line: Line, next: Line): boolean {
  const down = line.base - next.base;
  return (
    line.frame === next.frame && down > 0 && down < 3 * line.size && Math.abs(line.size - next.size) < 0.2 * line.size
  );
}
