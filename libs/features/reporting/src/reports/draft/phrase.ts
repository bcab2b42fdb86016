/** What a placeholder of the template says: words, and figures that open their lists. Pure. */

/** One figure of the report. */
export interface DraftFigure {
  /** Also the name of its bookmark, with `_` for what a bookmark cannot have. */
  readonly key: string;
  readonly label: string;
  /** The section of the report of it. */
  readonly section: string;
  /** A share is 0 to 1; null where nobody knows. */
  readonly value: number | null;
  /** As the report writes it, without its unit: 「31」, 「95.5%」. */
  readonly text: string;
  readonly unit: string;
  readonly missing: boolean;
  /** Why it is missing, and what to do. */
  readonly reason: string | null;
  /** The page that shows the figure with its rows, relative to the address of the system. */
  readonly link: string;
  /** The call that lists the rows behind the figure. */
  readonly list: string;
}

export type Piece = string | DraftFigure;

/** What a placeholder represents in a draft. */
export interface Phrase {
  readonly key: string;
  /** May be written in the template in place of the key. */
  readonly label: string;
  readonly pieces: readonly Piece[];
}

/** Names in a template: letters of any script, digits, full stop and hyphen. Nothing that could be a command. */
export const placeholderName = /^[\p{L}\p{N}][\p{L}\p{N}.-]{0,79}$/u;

/** What is in the draft in the place of a figure that nobody knows. */
export function missingMark({ label }: DraftFigure): string {
  return `【待补：${label}】`;
}

export function pieceText(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  return piece.missing ? missingMark(piece) : piece.text;
}
