/** Dates and widths of text on a page. The docx library is loaded with the first paper, and not by this. */
export function dateText(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Width in characters: figures and Latin letters take half of one. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 256 ? 0.5 : 1), 0);
}
