/** The imprint (版记): rules of 0.35, 0.25 and 0.35 mm, as wide as the type area, the last at its lower edge. */
import {
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  LineRuleType,
  Paragraph,
  TabStopType,
  TextRun,
  type IBorderOptions,
  type IBordersOptions,
} from 'docx';
import { page, sizes, thickRule, thinRule, typeWidth } from './figures.ts';
import { widthOf } from './line-text.ts';
import { fontOf } from './set-text.ts';

/** Characters of the imprint's size between its indents, minus one in reserve. */
const charactersALine = 28;
/** Twips: a line of the imprint, and one character of it. */
const line = 580;
const character = 280;
/** Height of a thick rule in twips, which is added to the height of its line. */
const ruleHeight = (thickRule / 8) * 20;
const rule = (size: number): IBorderOptions => ({ style: BorderStyle.SINGLE, size, color: '000000', space: 0 });

/**
 * Frames at the foot of the page of the following paragraph, so that the imprint is on the page of the signature.
 * One frame for each row, because some word processors put only one paragraph into a frame. A floating table is not
 * used, because some word processors place it where the text ends when it is as wide as the text.
 */
export function imprint(copies: string | null, by: string, on: string): Paragraph[] {
  const last = row([by, `${on}印发`], line + 2 * ruleHeight, {
    top: rule(copies === null ? thickRule : thinRule),
    bottom: rule(thickRule),
  });
  if (copies === null) return [last];
  const words = `抄送：${copies}。`;
  const height = Math.ceil(widthOf(words) / charactersALine) * line;
  return [row([words], line + height + 3 * ruleHeight, { top: rule(thickRule) }), last];
}

/** @param rise twips from its upper to the lower edge of the type area */
function row(cells: readonly string[], rise: number, border: IBordersOptions): Paragraph {
  return new Paragraph({
    frame: {
      type: 'absolute',
      position: { x: page.left, y: page.height - page.bottom - rise },
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
      width: typeWidth,
      wrap: FrameWrap.NOT_BESIDE,
    },
    keepNext: true,
    spacing: { line, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    border,
    // One character from either edge; an indent would shorten the rules.
    tabStops: [
      { type: TabStopType.LEFT, position: character },
      { type: TabStopType.RIGHT, position: typeWidth - character },
    ],
    children: [
      new TextRun({ font: fontOf('body'), size: sizes.imprint, children: cells.flatMap((text) => ['\t', text]) }),
    ],
  });
}
