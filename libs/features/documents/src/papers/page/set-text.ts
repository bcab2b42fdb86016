/** Text of papers: fonts by part, the pitch of body characters, and lines of the grid. */
import { LineRuleType, Paragraph, TextRun, type IParagraphOptions } from 'docx';
import { characterSpace, fonts, linePitch, sizes, type FontRole } from './figures.ts';

export function fontOf(role: FontRole) {
  const [name] = fonts[role];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}

export function run(
  text: string,
  role: FontRole = 'body',
  more: { size?: number; color?: string; break?: number } = {},
): TextRun {
  const pitch = more.size === undefined ? { characterSpacing: characterSpace } : {};
  return new TextRun({ text, font: fontOf(role), size: sizes.body, ...pitch, ...more });
}

/** One line of the grid, whatever the height of a substituted font. */
export const gridLine = { line: linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;

export function bodyLine(text: string, more: Partial<IParagraphOptions> = {}, role: FontRole = 'body'): Paragraph {
  return new Paragraph({ spacing: gridLine, ...more, children: [run(text, role)] });
}
